"""What the files of content/ say, read again only where they changed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ..archive.article_file import ArticleFile, Defaults
from ..archive.embargo import as_of
from ..archive.inside import linked_out
from ..archive.layout import READ, kind_of
from ..archive.load import ContentFile, parse, unreadable
from ..spreading import chunked, spread
from . import codec
from .inputs import Disturbed, Inputs, digest_of, distrusted, settled
from .order import Order
from .slices import Sliced
from .state import Known, Signature
from .store import Store

_CHUNK = 64
_FEW = 192
"""Below so many files a second process costs more than it gains."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The inputs as they are now."""

    signatures: Sliced[Signature]
    """To be remembered, like what the files say. Files with a problem are left out, so that they are read again."""
    known: Sliced[Known]
    changed: frozenset[str]
    """New, gone, or saying something else than last time."""
    faulty: Mapping[str, ContentFile]
    """Files with a problem."""
    files: Mapping[str, tuple[bytes, ContentFile]]
    """Of those without, what was read anew: the digest, and what the file says."""


def read(
    inputs: Inputs,
    then: Sliced[Signature],
    last: Sliced[Known],
    order: Order,
    moment: datetime,
    store: Store,
    progress: Callable[[int, int], None],
) -> Reading:
    """What all ``inputs`` say at ``moment``; those whose signature is as it was ``then`` say the same as ``last``.

    What an article with an embargo says depends on the time, too: it is read every time. Raises Disturbed where a file
    has gone since ``inputs`` were looked at.
    """
    signatures, before = inputs.all(), then.whole()
    waiting = [
        path for path, signature in signatures.items() if before.get(path) != signature or path in inputs.linked_out
    ]
    changed = set(before.keys() - signatures.keys())
    remembered, known = then.copy(), last.copy()
    for path in changed:
        del remembered[path], known[path]
    faulty: dict[str, ContentFile] = {}
    files: dict[str, tuple[bytes, ContentFile]] = {}
    now = time.time_ns()
    work = _ReadFiles(order.folder, order.config.paths.content, order.defaults, moment, inputs.linked_out)
    done = 0
    many = len(waiting) >= _FEW
    jobs, meanwhile = (order.options.jobs, _load_what_follows) if many else (1, lambda: None)
    for part in spread(work, chunked(sorted(waiting), _CHUNK), jobs, meanwhile=meanwhile):
        for path, digest, data, file, passing in part:
            if file is not None:
                faulty[path] = file
                changed.add(path)
                remembered.pop(path, None)
                known.pop(path, None)
                continue
            remembered[path] = distrusted(signatures[path]) if passing else settled(signatures[path], now)
            said = last.get(path)
            if said is None or said[0] != digest:
                changed.add(path)
                known[path] = (digest, store.put(data) if data else None)
                if data:
                    files[path] = (digest, codec.loads(data))  # now, while the others still read
        done += len(part)
        progress(done, len(waiting))
    return Reading(remembered, known, frozenset(changed), faulty, files)


def _load_what_follows() -> None:
    """Where many files are new, pages will be drawn: what draws them is loaded while other processes read."""
    from . import work  # noqa: F401


@dataclass(frozen=True, slots=True)
class _ReadFiles:
    """Reads files; what a process of the pool is given to do."""

    folder: Path
    content: str
    defaults: Defaults
    moment: datetime
    linked_out: frozenset[str]

    def __call__(self, paths: Sequence[str]) -> list[tuple[str, bytes, bytes, ContentFile | None, bool]]:
        """(path, digest, what the file says as bytes, the file itself where it holds a problem, True if time tells)."""
        return [(path, *self._read(path)) for path in paths]

    def _read(self, path: str) -> tuple[bytes, bytes, ContentFile | None, bool]:
        if path in self.linked_out:
            return b"", b"", ArticleFile(None, (linked_out(self.folder, path),)), False
        try:
            with open(os.path.join(self.folder, path), "rb", buffering=0) as opened:  # noqa: PTH118, PTH123  # for all
                data = opened.read()
        except OSError as error:
            if not os.path.lexists(os.path.join(self.folder, path)):  # noqa: PTH118
                raise Disturbed(path) from error
            return b"", b"", ArticleFile(None, (unreadable(path, error),)), False
        kind = kind_of(path, self.content)
        if kind not in READ:
            return digest_of(data), b"", None, False
        file = parse(path, kind, data, self.defaults)
        if file.problems:
            return b"", b"", file, False
        passing = False
        if isinstance(file, ArticleFile) and file.article and file.article.embargo:
            file, passing = replace(file, article=as_of(file.article, self.moment)), True
        data = codec.dumps(file)
        return digest_of(data), data, None, passing
