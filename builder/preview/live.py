"""What the open browser windows are to know: pages that changed, problems that came and went.

One thread builds and tells; the server's event loop listens for many windows. All decisions are made here, the script
in the browser only obeys.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

_REMEMBERED = 64
"""Builds whose changes are remembered, for windows that were away for a while."""


@dataclass(frozen=True, slots=True)
class Event:
    """One message to one window: ``reload``, ``style``, ``go``, ``problems``, ``fine``, or ``end`` of the stream."""

    kind: str
    data: Any = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build changed, as windows are concerned."""

    number: int
    routes: frozenset[str] | None
    """Output paths that were written or removed; None: any."""
    style_only: bool = False
    """Only style sheets were edited: pages change in nothing but their links."""
    follow: str = ""
    """URL path of the page whose source was edited, where windows are to go there."""


@dataclass(slots=True, eq=False)
class _Window:
    route: str
    seen: int
    queue: asyncio.Queue[Event]


class Live:
    """The state of the preview. ``built``, ``failed`` and ``busy`` may be called from any thread."""

    def __init__(self) -> None:
        self.number = 0
        """Of the latest good build; every page carries it."""
        self._problems: tuple[Any, ...] = ()
        self._recent: deque[Built] = deque(maxlen=_REMEMBERED)
        self._windows: set[_Window] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._settled = asyncio.Event()
        self._settled.set()

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """Names the loop that serves; before, nobody is listening."""
        self._loop = loop

    def busy(self) -> None:
        """Something was saved: pages on disk may be stale from now on."""
        self._call(self._settled.clear)

    def built(self, routes: frozenset[str] | None, style_only: bool = False, follow: str = "") -> None:
        """A build succeeded."""
        self._call(self._built, routes, style_only, follow)

    def failed(self, problems: tuple[Any, ...]) -> None:
        """A build did not succeed; the pages on disk stand as they were."""
        self._call(self._failed, problems)

    def close(self) -> None:
        """Ends all streams, so that the server can end."""
        self._call(self._tell_all, Event("end"))

    async def settled(self, seconds: float) -> None:
        """Waits until no build is under way, but not forever."""
        try:
            await asyncio.wait_for(self._settled.wait(), seconds)
        except TimeoutError:
            return

    async def events(self, route: str, seen: int) -> AsyncIterator[Event]:
        """For a window that shows ``route`` as it was at build ``seen``."""
        window = _Window(route, seen, asyncio.Queue())
        for event in self._missed(window):
            yield event
        self._windows.add(window)
        try:
            while True:
                event = await window.queue.get()
                if event.kind == "end":
                    return
                yield event
        finally:
            self._windows.discard(window)

    def _call(self, function: Any, *arguments: Any) -> None:
        if self._loop is None or self._loop.is_closed():
            function(*arguments)
        else:
            self._loop.call_soon_threadsafe(function, *arguments)

    def _built(self, routes: frozenset[str] | None, style_only: bool, follow: str) -> None:
        recovered = bool(self._problems)
        self._problems = ()
        if routes is None or routes:
            self.number += 1
            build = Built(self.number, routes, style_only, follow)
            self._recent.append(build)
            for window in self._windows:
                for event in _news(build, window.route):
                    window.queue.put_nowait(event)
        if recovered:
            self._tell_all(Event("fine"))
        self._settled.set()

    def _failed(self, problems: tuple[Any, ...]) -> None:
        if problems != self._problems:  # who has put the same ones away has seen them
            self._problems = problems
            self._tell_all(Event("problems", problems))
        self._settled.set()

    def _tell_all(self, event: Event) -> None:
        for window in self._windows:
            window.queue.put_nowait(event)

    def _missed(self, window: _Window) -> list[Event]:
        """What happened between the page's being served and its script's asking."""
        known = [build for build in self._recent if build.number > window.seen]
        if window.seen > self.number or len(known) < self.number - window.seen:
            return [Event("reload")]  # another server process, or too long ago
        events = [event for build in known for event in _news(build, window.route, follow=False)]
        return [*events, Event("problems", self._problems) if self._problems else Event("fine")]


def _news(build: Built, route: str, follow: bool = True) -> list[Event]:
    if build.style_only:
        return [Event("style")]
    if follow and build.follow and route_of(build.follow) != route:
        return [Event("go", build.follow)]
    return [Event("reload")] if build.routes is None or route in build.routes else []


def route_of(url_path: str) -> str:
    """The output path of the page at ``url_path``, whether it is there or not."""
    path = url_path.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path
