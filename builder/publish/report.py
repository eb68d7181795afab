"""What a build is asked to do, and what it says it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from ..diagnostics import Diagnostic, Location, Severity


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Choices of one build. What is None or empty follows from archive.yaml."""

    out: Path | None = None
    """The output folder; relative to the current folder, as on the command line."""
    base_url: str | None = None
    jobs: int = 0
    """Processes; 0: as many as there are processors."""
    search: str | None = None
    """builtin, pagefind or none."""
    drafts: bool = False
    """Show drafts, as the preview does."""
    now: datetime | None = None
    """The time to build for; see ``moment``."""
    dry_run: bool = False
    """Plan, and report what would be done."""
    preview: bool = False
    """For a preview, which swaps style sheets by itself: their addresses carry no version; and what the next build will
    need is made ready at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """One page that is new or changed, and why it was drawn."""

    route: str
    reason: str
    """One of ``stale.Reason``; search for a file of the search index."""
    size: int = 0


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The outcome of a build. With errors among the diagnostics nothing was published."""

    out: Path
    published: bool
    """True where ``out`` now shows the archive as it is (also when nothing had to be done)."""
    articles: int
    new: tuple[Written, ...] = ()
    changed: tuple[Written, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    drawn: int = 0
    """Pages drawn, including those that came out the same."""
    stages: tuple[tuple[str, float], ...] = ()
    """(stage, seconds) in order."""
    seconds: float = 0.0
    largest: tuple[tuple[str, int], ...] = ()
    """(route, bytes) of the largest files written."""
    diagnostics: tuple[Diagnostic, ...] = field(default_factory=tuple)

    @property
    def failed(self) -> bool:
        """True where an error kept the site as it was."""
        return any(problem.severity is Severity.ERROR for problem in self.diagnostics)


Notes = tuple[tuple[str, str, str, dict[str, str]], ...]


def notes(diagnostics: tuple[Diagnostic, ...]) -> Notes:
    """Warnings and notes as plain values, so that a build that does nothing can repeat them."""
    return tuple((d.code, d.severity.value, d.at.path if d.at else "", d.values) for d in diagnostics)


def remembered(kept: Notes) -> tuple[Diagnostic, ...]:
    """The inverse of ``notes``."""
    return tuple(
        Diagnostic(code, Location(path) if path else None, Severity(severity), values)
        for code, severity, path, values in kept
    )
