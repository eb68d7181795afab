"""The only writer of articles. It adds, it renews what no person touched, and it never overwrites a person's work.

An edited file keeps the seal of the version it was edited from. Where ingest would write that same version again, it
has nothing new to say; where it would write another, the difference is saved as a proposal and shown.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ...archive.seal import is_untouched, seal_of, written_seal
from ..files import write_atomically

PROPOSALS = ".rondan/proposals"
"""Where proposals lie, relative to the archive's folder: ``<id>.diff`` and ``<id>.md``."""


class Fate(StrEnum):
    """What became of a proposed file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """A person edited the file, and ingest has nothing new to say."""
    PROPOSED = "proposed"
    """A person edited the file, and ingest would write another."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The fate of one proposed file."""

    fate: Fate
    ours: bool
    """True where the file now stands as ingest wrote it."""
    diff: str = ""
    """For a proposal: from the person's file to ingest's."""


def accept(archive: Path, path: str, text: str, *, force: bool = False) -> Accepted:
    """Writes ``text``, a whole sealed article file, to ``path`` below ``archive``, or proposes it.

    ``force``: overwrite a person's file too; their version is kept beside the proposals as ``<id>.before.md``.
    Raises OSError where the file cannot be read or written.
    """
    file = archive / path
    try:
        old = file.read_bytes()
    except FileNotFoundError:
        write_atomically(file, text.encode())
        return Accepted(Fate.ADDED, True)
    there = old.decode("utf-8", "replace").replace("\r\n", "\n")
    if there == text:
        return Accepted(Fate.UNCHANGED, True)
    if is_untouched(there):
        write_atomically(file, text.encode())
        return Accepted(Fate.CHANGED, True)
    if force:
        write_atomically(archive / PROPOSALS / f"{file.stem}.before.md", old)
        write_atomically(file, text.encode())
        return Accepted(Fate.CHANGED, True)
    if written_seal(there) == seal_of(text):
        return Accepted(Fate.KEPT, False)
    diff = "".join(
        difflib.unified_diff(
            there.splitlines(keepends=True), text.splitlines(keepends=True), path, f"{PROPOSALS}/{file.stem}.md"
        )
    )
    write_atomically(archive / PROPOSALS / f"{file.stem}.diff", diff.encode("utf-8", "replace"))
    write_atomically(archive / PROPOSALS / f"{file.stem}.md", text.encode())
    return Accepted(Fate.PROPOSED, False, diff)
