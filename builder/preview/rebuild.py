"""The loop of the preview: something was saved, build, tell the windows. Survives whatever it is given."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ..config import FILE_NAME, Config
from ..diagnostics import ArchiveError, Diagnostic, Severity
from ..processes import give_memory_back
from ..publish.report import BuildReport
from .live import Live
from .watch import Changes, Watcher

_SECOND_LOOK = 0.7
"""Seconds of quiet after which everything is compared once more: the system may have dropped a notice."""


class Builder(Protocol):
    """A resident build engine: keeps what it has read."""

    def build(self, changed_paths: Changes = None) -> BuildReport:
        """Brings the preview's folder up to date; None: anything may have changed."""
        ...


@dataclass(frozen=True, slots=True)
class Seams:
    """What the loop is given from above."""

    read_config: Callable[[], Config]
    """Raises ArchiveError."""
    make_builder: Callable[[Config], Builder]
    bug: Callable[[Exception], Diagnostic]
    """An exception nobody expected, as a problem."""
    overlay: Callable[[tuple[Diagnostic, ...]], Any]
    """Errors as the overlay shows them."""
    tell: Callable[[BuildReport | None, tuple[Diagnostic, ...]], None]
    """For the terminal: after each build, its report where there is one, and its problems."""


class Rebuilder:
    """Builds again and again. ``config`` is the last one that could be read."""

    def __init__(self, seams: Seams, live: Live, follow: bool = False) -> None:
        self._seams, self._live, self._follow = seams, live, follow
        self.config: Config | None = None
        self._builder: Builder | None = None
        self._sound = False
        self._shown: tuple[Diagnostic, ...] = ()

    def run(self, watcher: Watcher, stopped: Callable[[], bool]) -> None:
        """Until ``stopped``."""
        unsure = False
        while not stopped():
            noticed = watcher.wait(_SECOND_LOOK)
            if noticed:
                self.build(noticed[0])
                unsure = noticed[0] is not None
            elif unsure:
                unsure = False
                self.build(None)
                _tidy()

    def build(self, changes: Changes) -> None:
        """One build, with all that may go wrong in it. None: have a look; no word where nothing has changed."""
        if changes is not None:
            self._live.busy()
        try:
            report = self._built(changes)
        except ArchiveError as error:
            self._failed(None, error.diagnostics)
        except Exception as error:  # a bug must not end a curator's working day
            self._builder = None
            self._failed(None, (self._seams.bug(error),))
        else:
            if report.failed:
                self._failed(report, report.diagnostics)
            else:
                self._succeeded(report, changes)

    def _built(self, changes: Changes) -> BuildReport:
        if self._builder is None or changes is None or FILE_NAME in changes:
            config = self._seams.read_config()
            if self._builder is None or config != self.config:
                self.config = config
                self._builder = self._seams.make_builder(config)
                changes = None
        return self._builder.build(changes if self._sound else None)

    def _failed(self, report: BuildReport | None, problems: tuple[Diagnostic, ...]) -> None:
        self._sound = False
        errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
        if errors != self._shown:
            self._seams.tell(report, problems)
        self._shown = errors
        self._live.failed(self._seams.overlay(errors))

    def _succeeded(self, report: BuildReport, changes: Changes) -> None:
        first, recovered = self._live.number == 0, bool(self._shown)
        self._sound, self._shown = True, ()
        routes = frozenset([*(page.route for page in (*report.new, *report.changed)), *report.removed])
        if routes or recovered or first or changes is not None:
            self._seams.tell(report, report.diagnostics)
        style_only = bool(changes) and all(path.endswith(".css") for path in changes or ())
        self._live.built(None if first else routes, style_only, self._page_to_follow(routes))

    def _page_to_follow(self, routes: frozenset[str]) -> str:
        pages = [route for route in routes if route.startswith("articles/") and route.endswith("/index.html")]
        return "/" + pages[0].removesuffix("index.html") if self._follow and len(pages) == 1 else ""


def _tidy() -> None:
    """Frees reference cycles (failed builds, old templates), for which Python by itself would wait until there is a
    quarter more of everything, and sets the archive aside for good, so that it is not searched for cycles each time."""
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
    give_memory_back()
