"""What the last build read and wrote. Disposable: a missing, damaged or foreign file counts as no state at all."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from ..model import ArticleId
from .store import Place

_FORMAT = b"rondan-state-1\n"

Signature = tuple[int, int, int]
"""(size, modification time, change time) of a file, times in nanoseconds; times of 0: not to be trusted."""

Known = tuple[Signature, bytes, Place | None]
"""A file's signature, the digest of what it says, and where that is kept (only content is)."""


@dataclass(slots=True)
class Row:
    """One file of the site."""

    template: str
    view: bytes
    """Digest of the view; of the bytes, for a file that is copied; empty for a search engine's."""
    size: int
    modified: int
    """Modification time in nanoseconds."""
    articles: tuple[str, ...] = ()
    """The files whose articles the page shows in full."""
    skeleton: Place | None = None
    """Where the page's skeleton is kept, if it shows an article in full."""


@dataclass(slots=True)
class State:
    """The memory of one output folder."""

    # What was read, and how.
    reading: str = ""
    """Digest of the program and the settings that articles were read with."""
    inputs: dict[str, Known] = field(default_factory=dict)
    """By path."""
    bodies: dict[str, Place] = field(default_factory=dict)
    """Digest of a body -> where its HTML is kept."""
    cards: dict[str, tuple[str, Place]] = field(default_factory=dict)
    """Id of an article -> digest of its card, and where that is kept."""
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
    outputs: dict[str, Row] = field(default_factory=dict)
    """By route."""
    folders: dict[str, int] = field(default_factory=dict)
    """Folder of the site -> modification time in nanoseconds; another one tells of a file we did not put there."""
    standby: dict[str, int] = field(default_factory=dict)
    """The same of the standby tree, as far as it is known."""
    documents: str = ""
    """Digest of what the search index was made from."""
    corrected: dict[ArticleId, str] = field(default_factory=dict)
    """Id -> digest of its document, for the articles corrected since all documents were written down."""
    index_due: bool = False
    """True where the search index has not followed the pages yet."""
    reasons: dict[str, str] = field(default_factory=dict)
    """Route -> why the last build that drew it did so."""
    notes: tuple[tuple[str, str, str, dict[str, str]], ...] = ()
    """The last build's warnings and notes; see ``report.notes``."""


def load(path: Path) -> State:
    """The state kept in ``path``, or an empty one."""
    try:
        data = path.read_bytes()
    except OSError:
        return State()
    head = len(_FORMAT) + 16
    if not data.startswith(_FORMAT) or blake2b(data[head:], digest_size=16).digest() != data[len(_FORMAT) : head]:
        return State()
    try:
        values: dict[str, Any] = marshal.loads(memoryview(data)[head:])  # noqa: S302  # our own, checked above
        outputs = {route: Row(*row) for route, row in values.pop("outputs").items()}
        return State(**values, outputs=outputs)
    except (ValueError, EOFError, TypeError, KeyError):
        return State()


def save(state: State, path: Path) -> None:
    """Replaces the state in ``path``, in one step."""
    values: dict[str, Any] = {name: getattr(state, name) for name in State.__slots__}
    rows = state.outputs.items()
    values["outputs"] = {
        route: (row.template, row.view, row.size, row.modified, row.articles, row.skeleton) for route, row in rows
    }
    data = marshal.dumps(values)
    new = path.with_suffix(".new")
    with new.open("wb") as file:
        file.write(_FORMAT)
        file.write(blake2b(data, digest_size=16).digest())
        file.write(data)
    new.replace(path)
