"""What an ingest did, as one value: for the terminal, for JSON, for the exit status."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Diagnostic
from .refusals import Refusal


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article and what became of it."""

    path: str
    """The article's file, relative to the archive's folder."""
    id: str
    title: str
    originals: tuple[str, ...]
    """Raw files it was made of, relative to the archive's folder."""
    reasons: tuple[Diagnostic, ...] = ()
    """Why it is unsure, and why each topic was proposed."""
    diff: str = ""
    """For a proposal: what ingest would change in the file, as a unified diff."""
    has_base: bool = False
    """False where ingest no longer knows what it wrote before: then ``diff`` would undo the person's edits too."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A raw file that holds a work the archive has from elsewhere: noted under ``also_in``, or the same once more."""

    original: str
    of: str
    """The article's file."""
    likeness: float
    """Share of the shorter text that is in the longer one, 0 to 1."""
    differs: bool = False
    """True for another save of the article's own page, where the two texts are not the same."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Everything an ingest did, each list in the order of the files' names."""

    added: tuple[Outcome, ...] = ()
    changed: tuple[Outcome, ...] = ()
    unchanged: tuple[Outcome, ...] = ()
    kept: tuple[Outcome, ...] = ()
    """Files a person edited, of which ingest has no other reading than when it wrote them."""
    proposed: tuple[Outcome, ...] = ()
    """Files a person edited, of which it has: left as they are; ``diff`` shows what ingest would write."""
    unsure: tuple[Outcome, ...] = ()
    """Those of the above that stand under ``status: review``, least sure first, with their reasons."""
    joined: tuple[Outcome, ...] = ()
    """Articles made of several pages."""
    duplicates: tuple[Duplicate, ...] = ()
    again: tuple[Duplicate, ...] = ()
    """Duplicates of which an earlier ingest told."""
    refused: tuple[Refusal, ...] = ()
    ignored: tuple[str, ...] = ()
    """Files of a folder that are no pages: images, style sheets, notes to oneself (README)."""
    notes: tuple[Diagnostic, ...] = ()
    """Articles and names that look alike, authors without a record, pages still missing."""

    @property
    def has_problems(self) -> bool:
        """True where the command should exit with 1."""
        return bool(self.refused)
