"""Problems as values: what was found, where, and what to do about it.

A diagnostic names its message by a code (``article/unknown-key``); the sentences live in ``builder.messages``
in Japanese and English, so that a report can be shown in either language, or as JSON.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """An error stops the build or the file; a warning does not; a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 0
    """Characters to underline."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: a code from the message catalogue, the values its sentence needs, and where it stands."""

    code: str
    at: Location | None = None
    severity: Severity = Severity.ERROR
    values: dict[str, str] = field(default_factory=dict)
    excerpt: str = ""
    """The source line in question, shown above the caret; empty where a line would not help."""


class ArchiveError(Exception):
    """Ends a command at its edge with a report; never a traceback. Raised only where no result is possible."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(d.code for d in self.diagnostics))


LEADS_NOWHERE = "The link leads nowhere"


def system_reason(error: OSError) -> str:
    """Why the operating system refused, in its words; it has none of its own for a link whose target is missing."""
    if error.errno == errno.ENOENT and isinstance(error.filename, str) and Path(error.filename).is_symlink():
        return LEADS_NOWHERE
    return error.strerror or str(error)
