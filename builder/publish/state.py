"""What the last build read and wrote. Disposable: a missing, damaged or foreign file counts as no state at all."""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from .slices import Sliced
from .store import Place

_FORMAT = b"rondan-state-3\n"

Signature = tuple[int, int, int]
"""(size, modification time, change time) of a file, times in nanoseconds; times of 0: not to be trusted."""

Known = tuple[bytes, Place | None]
"""The digest of what a file says, and where that is kept (only content is)."""

KeptCard = tuple[str, tuple[str, ...], Place]
"""A card's digest, the further names under which search finds its authors, and where the card is kept."""


@dataclass(frozen=True, slots=True)
class Row:
    """One page of the site, or one file that is copied."""

    template: str
    view: bytes
    """Digest of the view; of the bytes, for a file that is copied."""
    reason: str
    """Why it was last drawn."""
    marks: bytes = b""
    """Of the articles and cards the page shows; see ``skeleton.mark``."""
    skeleton: Place | None = None
    """Where the page's skeleton is kept."""


class Rows(Sliced[Row]):
    """Rows by route."""

    __slots__ = ()

    def encode(self, entries: dict[str, Row]) -> bytes:
        """A slice as it is kept."""
        plain = {r: (row.template, row.view, row.reason, row.marks, row.skeleton) for r, row in entries.items()}
        return marshal.dumps(plain)

    def decode(self, data: bytes) -> dict[str, Row]:
        """The inverse of ``encode``."""
        return {route: Row(*row) for route, row in marshal.loads(data).items()}  # noqa: S302  # our own, checked

    def marked(self, marks: Collection[bytes]) -> Iterator[tuple[str, Row]]:
        """Those of the pages that show what one of ``marks`` stands for, and perhaps a few others.

        Slices are looked through as they are kept: a few milliseconds for a million marks.
        """
        for entries in self.holding(marks):
            for route, row in entries.items():
                if any(mark in row.marks for mark in marks):
                    yield route, row


@dataclass(slots=True)
class State:
    """The memory of one output folder."""

    # What was read, and how.
    reading: str = ""
    """Digest of the program and the settings that articles were read with."""
    signatures: Sliced[Signature] = field(default_factory=Sliced)
    """By path: what tells whether a file must be read again."""
    inputs: Sliced[Known] = field(default_factory=Sliced)
    """By path: what it said."""
    bodies: Sliced[Place] = field(default_factory=Sliced)
    """Digest of a body -> where its HTML is kept."""
    cards: Sliced[KeptCard] = field(default_factory=Sliced)
    """By id of the article."""
    # What was made of it.
    complete: bool = False
    """True where the site shows all that was read; False after a build that failed."""
    program: str = ""
    """Digest of Rondan's own code and of the libraries that draw pages."""
    settings: str = ""
    """What every page shows of the site; with other settings every page is another."""
    choices: tuple[str | None, str | None, bool] = (None, None, False)
    """What the build was told beside archive.yaml: base URL, search engine, drafts; see ``report.BuildOptions``."""
    template_files: str = ""
    """Digest of all files beneath the folders of templates."""
    templates: dict[str, str] = field(default_factory=dict)
    """Template -> digest of its closure."""
    rows: Rows = field(default_factory=Rows)
    """By route: pages, and files that are copied."""
    index: Sliced[str] = field(default_factory=Sliced)
    """Route of a file of the search index -> digest of its bytes."""
    files: Sliced[tuple[int, int]] = field(default_factory=Sliced)
    """By route: size and modification time (nanoseconds) of every file of the site."""
    folders: Sliced[int] = field(default_factory=Sliced)
    """Folder of the site -> modification time in nanoseconds; another one tells of a file we did not put there."""
    standby: Sliced[int] = field(default_factory=Sliced)
    """The same of the standby tree, as far as it is known."""
    documents: str = ""
    """The name of the engine that made the search index, a blank, and the digest of what it was made from."""
    index_due: bool = False
    """True where the search index has not followed the pages yet."""
    needed: int = 0
    """Bytes of the store that were needed when they were last counted."""
    notes: tuple[tuple[str, str, str, dict[str, str]], ...] = ()
    """The last build's warnings and notes; see ``report.notes``."""


def base_url_of(work: Path, otherwise: str) -> str:
    """The address for which the output that ``work`` knows was built last; ``otherwise`` where no option named one."""
    told = load(work / "state").choices[0]
    return otherwise if told is None else told


def load(path: Path) -> State:
    """The state kept in ``path``, or an empty one."""
    try:
        data = path.read_bytes()
    except OSError:
        return State()
    head = len(_FORMAT) + 16
    kept = memoryview(data)[head:]
    if not data.startswith(_FORMAT) or blake2b(kept, digest_size=16).digest() != data[len(_FORMAT) : head]:
        return State()
    try:
        values: dict[str, Any] = marshal.loads(kept)  # noqa: S302  # our own, checked above
        state = State()
        for name, value in values.items():
            kind = type(getattr(state, name))
            setattr(state, name, kind(value) if issubclass(kind, Sliced) else value)
    except (ValueError, EOFError, TypeError, AttributeError):
        return State()
    return state


def save(state: State, path: Path) -> None:
    """Replaces the state in ``path``, in one step."""
    values: dict[str, Any] = {name: getattr(state, name) for name in State.__slots__}
    data = marshal.dumps({name: v.packed() if isinstance(v, Sliced) else v for name, v in values.items()})
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(_FORMAT)
        file.write(blake2b(data, digest_size=16).digest())
        file.write(data)
    new.replace(path)
