"""What the files of content/ say, read again only where they changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from ..archive.article_file import ArticleFile, Defaults
from ..archive.load import ContentFile, parse
from ..diagnostics import Diagnostic, Location
from . import codec
from .inputs import Inputs, clock, settled
from .pool import chunked, spread
from .state import Signature

Known = Mapping[str, tuple[Signature, bytes]]
"""Path -> signature and what the file says (content: ``codec``; other files: the digest of their bytes)."""
_CHUNK = 64
_FEW = 192
"""Below so many files a second process costs more than it gains."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The inputs as they are now."""

    known: dict[str, tuple[Signature, bytes]]
    """To be remembered. Files with a problem are left out, so that they are read again."""
    changed: frozenset[str]
    """New, gone, or saying something else than last time."""
    faulty: Mapping[str, ContentFile]
    """Files with a problem."""


def read(
    inputs: Inputs, last: Known, folder: Path, defaults: Defaults, jobs: int, progress: Callable[[int, int], None]
) -> Reading:
    """What all ``inputs`` say; those whose signature is the one of ``last`` are not opened."""
    known: dict[str, tuple[Signature, bytes]] = {}
    waiting: list[str] = []
    signatures = inputs.all()
    for path, signature in signatures.items():
        before = last.get(path)
        if before and before[0] == signature:
            known[path] = before
        else:
            waiting.append(path)
    changed = set(last.keys() - signatures.keys())
    faulty: dict[str, ContentFile] = {}
    now = clock()
    work = _ReadFiles(folder, defaults, frozenset(inputs.content))
    done = 0
    for part in spread(work, chunked(sorted(waiting), _CHUNK), jobs if len(waiting) >= _FEW else 1):
        for path, data, file in part:
            before = last.get(path)
            if before is None or before[1] != data:
                changed.add(path)
            if file is None:
                known[path] = (settled(signatures[path], now), data)
            else:
                faulty[path] = file
        done += len(part)
        progress(done, len(waiting))
    return Reading(known, frozenset(changed), faulty)


@dataclass(frozen=True, slots=True)
class _ReadFiles:
    """Reads files; what a process of the pool is given to do."""

    folder: Path
    defaults: Defaults
    content: frozenset[str]

    def __call__(self, paths: Sequence[str]) -> list[tuple[str, bytes, ContentFile | None]]:
        return [(path, *self._read(path)) for path in paths]

    def _read(self, path: str) -> tuple[bytes, ContentFile | None]:
        try:
            data = (self.folder / path).read_bytes()
        except OSError as error:
            values = {"reason": str(error.strerror)}
            return b"", ArticleFile(None, (Diagnostic("file/unreadable", Location(path), values=values),))
        if path not in self.content:
            return blake2b(data, digest_size=16).digest(), None
        file = parse(path, data, self.defaults)
        return (b"", file) if file.problems else (codec.dumps(file), None)


class Memory:
    """Files of content/ as values, decoded once and kept for the next build of this process."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[bytes, ContentFile]] = {}

    def files(self, inputs: Inputs, reading: Reading) -> dict[str, ContentFile]:
        """All files of content/ by path."""
        kept: dict[str, tuple[bytes, ContentFile]] = {}
        for path in inputs.content:
            if path in reading.faulty:
                continue
            data = reading.known[path][1]
            before = self._files.get(path)
            kept[path] = before if before and before[0] == data else (data, codec.loads(data))
        self._files = kept
        return {path: file for path, (_, file) in kept.items()} | dict(reading.faulty)
