"""What every verb knows: where the archive is, and how to speak to whoever called."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from ..config import Config
    from ..diagnostics import Diagnostic
    from ..progress import Progress


@dataclass(frozen=True, slots=True)
class Session:
    """The options that come before the verb."""

    folder: Path = Path()
    """``-C``: relative paths of the command line start here."""
    language: str = "en"
    format: str = "text"
    quiet: bool = False
    debug: bool = False

    def path(self, given: str | Path) -> Path:
        """A path of the command line."""
        return self.folder / given

    def config(self) -> Config:
        """The settings of the archive. Raises ArchiveError where there is none, or where they have faults."""
        from .. import config

        return config.load(self.folder)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Shown on a terminal only, and only to people."""
        from ..progress import silent
        from .progress import Bar

        if self.quiet or self.format != "text" or not sys.stderr.isatty():
            yield silent
            return
        bar = Bar(sys.stderr, self.language)
        try:
            yield bar
        finally:
            bar.close()

    def say(self, key: str, **values: object) -> str:
        """Words of the command line in the reader's language."""
        from ..messages.words import say

        return say(self.language, key, **values)

    def explained(self, head: str, reasons: Iterable[Diagnostic], indent: int) -> str:
        """A line, and below it, indented, what each of ``reasons`` says."""
        from ..messages.sentences import sentences

        return ("\n" + " " * indent).join([head, *(sentences(reason, self.language)[0] for reason in reasons)])

    def tell(self, line: str) -> None:
        """A line while working, for people."""
        from ..messages.fill import harmless

        if not self.quiet and self.format == "text":
            print(harmless(line), file=sys.stderr, flush=True)  # noqa: T201

    def finish(
        self,
        diagnostics: Iterable[Diagnostic],
        data: object,
        summary: Iterable[str] = (),
        problems_to: TextIO | None = None,
        fails_on_warnings: bool = False,
    ) -> int:
        """Hands over the report, as text or as one JSON object, and gives the exit status: 0 fine, 1 problems.

        ``data``: a dataclass or mapping, whose fields JSON has between ``ok`` and ``problems``. In text, problems go to
        stderr, or to ``problems_to``, and the summary to stdout.
        """
        from ..diagnostics import Severity
        from ..messages import render
        from ..messages.fill import harmless

        found = render.ordered(diagnostics)
        failing = {Severity.ERROR, Severity.WARNING} if fails_on_warnings else {Severity.ERROR}
        status = int(any(diagnostic.severity in failing for diagnostic in found))
        if self.format == "json":
            from .as_json import plain, written

            told = {"ok": status == 0, **plain(data, self.language), "problems": plain(found, self.language)}
            sys.stdout.write(written(told, indent=1) + "\n")
        else:
            self.show(found, problems_to or sys.stderr)
            if not self.quiet:
                sys.stdout.writelines(harmless(line) + "\n" for line in summary)
        sys.stdout.flush()
        return status

    def show(self, diagnostics: Iterable[Diagnostic], stream: TextIO) -> None:
        """Problems as text; with ``--quiet``, errors only."""
        from ..diagnostics import Severity
        from ..messages import render

        colour = use_colour(stream)
        for diagnostic in diagnostics:
            if not self.quiet or diagnostic.severity is Severity.ERROR:
                stream.write(render.text(diagnostic, self.language, colour) + "\n\n")
        stream.flush()


def use_colour(stream: TextIO) -> bool:
    """On a terminal, unless the reader asked for none (https://no-color.org)."""
    import os

    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
