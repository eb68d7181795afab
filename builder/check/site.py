"""The finished site, followed link by link."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from ..archive.mention import mention
from ..diagnostics import Diagnostic, Location, Severity
from ..progress import Progress, silent
from . import positions
from .address import Home, Place
from .left_over import left_over
from .page import Facts, Reference, facts

_SUGGESTIONS = 50
"""Problems for which a likely target is looked for; with more, something else is wrong."""


@dataclass(frozen=True, slots=True)
class Site:
    """A built site, as the check is given it."""

    folder: Path
    name: str
    """How its files are called in messages: the folder, relative to where the reader stands."""
    home: Home = field(default_factory=Home)
    sources: Mapping[str, tuple[Path, str]] = field(default_factory=dict)
    """Route of a page -> the file its text was written in, and how that is called in messages."""
    unlisted: Set[str] = frozenset()
    """Routes of pages that nothing need lead to: what was withdrawn leaves a notice at its address, and no link."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what is wrong."""

    pages: int
    references: int
    problems: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Broken:
    """One wrong address, on all the pages where it stands."""

    code: str
    place: Place
    reference: Reference
    routes: list[str]


def check(site: Site, progress: Progress = silent) -> Checked:
    """Reads every page of ``site`` and reports what does not hold. Raises OSError where the site cannot be read."""
    routes = {path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()}
    names = sorted(route for route in routes if route.endswith(".html"))
    pages: dict[str, Facts] = {}
    shown: list[Diagnostic] = []
    for name in names:
        data = (site.folder / name).read_bytes()
        pages[name] = facts(data)
        if name in site.sources and site.sources[name][1].endswith(".md"):
            shown += left_over(data, *site.sources[name])
        progress("crawl", len(pages), len(names))
    broken = list(_broken(site, pages, routes))
    problems = [_diagnostic(site, each, routes if len(broken) <= _SUGGESTIONS else frozenset()) for each in broken]
    problems += shown
    problems += _repeated(site, pages)
    problems += _unreachable(site, pages)
    return Checked(len(pages), sum(len(page.references) for page in pages.values()), tuple(problems))


def _broken(site: Site, pages: Mapping[str, Facts], routes: set[str]) -> Iterator[_Broken]:
    """Wrong addresses. One that an article's text names stands alone; one of a template is told once for all pages."""
    shared: dict[tuple[str, str, str], _Broken] = {}
    for route, page in pages.items():
        for reference in page.references:
            place = site.home.place(route, reference.target)
            code = "" if place is None else _fault(place, reference, pages, routes)
            if not code or place is None:
                continue
            found = _Broken(code, place, reference, [route])
            if route in site.sources and _in_source(site, found):
                yield found
            elif (key := (code, place.route or reference.target, place.anchor)) in shared:
                shared[key].routes.append(route)
            else:
                shared[key] = found
    yield from shared.values()


def _fault(place: Place, reference: Reference, pages: Mapping[str, Facts], routes: set[str]) -> str:
    if not place.route:
        return "check/outside"
    if place.route not in routes:
        if f"{place.route}/index.html" in routes:
            return "check/no-slash"
        return "check/missing-image" if reference.is_picture else "check/broken-link"
    page = pages.get(place.route)
    if page is None or place.anchor in ("", "top") or place.anchor in page.ids:
        return ""
    return "check/broken-anchor"


def _diagnostic(site: Site, broken: _Broken, routes: Set[str]) -> Diagnostic:
    at, line = _in_source(site, broken) or _in_page(site, broken.routes[0], broken.reference)
    others = len(broken.routes) - 1
    near = _near(broken.place.route, routes) if broken.code != "check/broken-anchor" else ""
    values = {
        "target": broken.reference.target,
        "page": broken.routes[0],
        "anchor": broken.place.anchor,
        "near": near,
        "others": str(others) if others else "",
    }
    severity = Severity.WARNING if broken.code == "check/no-slash" else Severity.ERROR
    return Diagnostic(broken.code, at, severity, values, line)


def _near(route: str, routes: Set[str]) -> str:
    """A file of the site that is called much like ``route``; empty for none."""
    called = {each.removesuffix("index.html") for each in routes}
    return "".join(difflib.get_close_matches(route.removesuffix("index.html"), called, 1, 0.8))


def _in_source(site: Site, broken: _Broken) -> tuple[Location, str] | None:
    source = site.sources.get(broken.routes[0])
    return mention(*source, broken.reference.target) if source else None


def _in_page(site: Site, route: str, reference: Reference) -> tuple[Location, str]:
    return positions.in_page(_text(site, route), f"{site.name}/{route}", reference)


def _text(site: Site, route: str) -> str:
    return (site.folder / route).read_text(encoding="utf-8", errors="replace")


def _repeated(site: Site, pages: Mapping[str, Facts]) -> Iterator[Diagnostic]:
    for route, page in pages.items():
        for name in page.repeated:
            at, line = positions.second_id(_text(site, route), f"{site.name}/{route}", name)
            yield Diagnostic("check/duplicate-id", at, values={"id": name, "page": route}, excerpt=line)


def _unreachable(site: Site, pages: Mapping[str, Facts]) -> Iterator[Diagnostic]:
    """Pages to which no way leads from the first one."""
    if "index.html" not in pages:
        return
    reached, waiting = {"index.html"}, deque(["index.html"])
    while waiting:
        route = waiting.popleft()
        for reference in pages[route].references:
            place = site.home.place(route, reference.target) if reference.is_way else None
            if place and place.route in pages and place.route not in reached:
                reached.add(place.route)
                waiting.append(place.route)
    for route in pages:
        if route not in reached | site.unlisted and route != "404.html" and not pages[route].is_redirect:
            source = site.sources.get(route)
            at = Location(source[1] if source else f"{site.name}/{route}")
            yield Diagnostic("check/orphan", at, Severity.WARNING, {"page": route})
