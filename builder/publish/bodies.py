"""Rendered bodies, kept by the digest of their Markdown: a changed template does not parse an article again."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from pathlib import Path

from ..archive.front_matter import body_digest, body_of
from ..model import BodyRef
from ..render import markdown
from ..render.markdown import Heading, Rendered
from .inputs import Disturbed
from .store import Place, Store

_NOTHING = Rendered("", (), ())


class Bodies:
    """Reads articles' bodies and renders them, each text once."""

    def __init__(self, folder: Path, store: Store, known: Mapping[str, Place], *, keeping: bool = True) -> None:
        """``folder``: the archive's; ``known``: body digest -> place in ``store``.

        ``keeping``: what is rendered is put into ``store``; otherwise it is only read.
        """
        self._folder, self._store, self._known, self._keeping = folder, store, known, keeping
        self.added: dict[str, Place] = {}
        """What was not known, and where it lies now."""

    def __call__(self, body: BodyRef) -> Rendered:
        """The HTML of a body. Raises Disturbed where it must be rendered and its file no longer holds it."""
        if not body.path:
            return _NOTHING
        place = self.added.get(body.digest) or self._known.get(body.digest)
        data = self._store.get(place) if place else None
        if data is not None:
            html, headings, images = marshal.loads(data)  # noqa: S302  # our own, its check was right
            return Rendered(html, tuple(Heading(*heading) for heading in headings), images)
        rendered = markdown.render(self._text(body))
        if not self._keeping:
            return rendered
        headings = tuple((heading.level, heading.id, heading.text) for heading in rendered.headings)
        self.added[body.digest] = self._store.put(marshal.dumps((rendered.html, headings, rendered.images)))
        return rendered

    def _text(self, body: BodyRef) -> str:
        try:
            with open(f"{self._folder}/{body.path}", "rb", buffering=0) as file:  # noqa: PTH123  # for every article
                data = file.read()
        except OSError as error:
            raise Disturbed(body.path) from error
        text = body_of(data, body.offset)
        if body_digest(text) != body.digest:  # it is kept under this digest for good
            raise Disturbed(body.path)
        return text.decode()
