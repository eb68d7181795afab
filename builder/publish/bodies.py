"""Rendered bodies, kept by the digest of their Markdown: a changed template does not parse an article again.

Entries are appended to files, one for each process that adds some; where an entry lies stands in an index that is
written when the build ends. All of it is disposable.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Mapping
from pathlib import Path

from ..model import BodyRef
from ..render.markdown import Heading, Markdown, Rendered

Place = tuple[str, int, int]
"""(file, byte, length) of an entry."""
NOTHING = Rendered("", (), ())
_BINARY = getattr(os, "O_BINARY", 0)


class Bodies:
    """Reads articles' bodies and renders them, each text once."""

    def __init__(self, folder: Path, cache: Path, index: Mapping[str, Place], name: str) -> None:
        """``folder``: the archive's; ``index``: body digest -> place in ``cache``; ``name``: of the file to add to."""
        self._folder, self._cache, self._index, self._name = folder, cache, index, name
        self.added: dict[str, Place] = {}
        self._open: dict[str, int] = {}
        self._end = -1
        self._markdown: Markdown | None = None

    def __call__(self, body: BodyRef) -> Rendered:
        """The HTML of a body."""
        if not body.path:
            return NOTHING
        place = self.added.get(body.digest) or self._index.get(body.digest)
        if place:
            found = self._read(body.digest, place)
            if found:
                return found
        if self._markdown is None:
            self._markdown = Markdown()
        rendered = self._markdown.render(self._source(body))
        self._add(body.digest, rendered)
        return rendered

    def close(self) -> None:
        """Closes all files."""
        for handle in self._open.values():
            os.close(handle)
        self._open.clear()
        self._end = -1

    def _source(self, body: BodyRef) -> str:
        with (self._folder / body.path).open("rb") as file:
            file.seek(body.offset)
            data = file.read()
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")

    def _read(self, digest: str, place: Place) -> Rendered | None:
        name, start, size = place
        try:
            if name not in self._open:
                self._open[name] = os.open(self._cache / name, os.O_RDONLY | _BINARY)
            os.lseek(self._open[name], start, os.SEEK_SET)
            kept, html, headings, images = marshal.loads(os.read(self._open[name], size))  # noqa: S302  # our own
        except (OSError, ValueError, EOFError, TypeError):
            return None
        return Rendered(html, tuple(Heading(*heading) for heading in headings), images) if kept == digest else None

    def _add(self, digest: str, rendered: Rendered) -> None:
        headings = tuple((heading.level, heading.id, heading.text) for heading in rendered.headings)
        data = marshal.dumps((digest, rendered.html, headings, rendered.images))
        key = f"+{self._name}"
        if key not in self._open:
            self._open[key] = os.open(self._cache / self._name, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _BINARY, 0o644)
            self._end = os.lseek(self._open[key], 0, os.SEEK_END)
        os.write(self._open[key], data)
        self.added[digest] = (self._name, self._end, len(data))
        self._end += len(data)
