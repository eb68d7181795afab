"""Everything the site will consist of: pages of all kinds, and files that are copied. Two never share an address."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from .. import __version__, pages
from ..archive.layout import ARTICLES
from ..archive.mention import mention
from ..config import Config, base_path
from ..diagnostics import Diagnostic, Location, Severity
from ..model import Archive, Article, BodyRef
from ..pages import routes
from ..pages.article import ArticleView
from ..pages.page import Page, SiteView
from .fingerprint import models
from .inputs import Disturbed, have_changed
from .order import Order
from .output import MANIFEST, folders_of
from .picture_size import picture_size
from .state import Signature


@dataclass(slots=True)
class Plan:
    """The site to be."""

    pages: dict[str, Page] = field(default_factory=dict)
    """By route."""
    copies: dict[str, str] = field(default_factory=dict)
    """Route -> the input that is copied there."""
    problems: list[Diagnostic] = field(default_factory=list)


def site_view(config: Config, base_url: str, search: str) -> SiteView:
    """What every page knows of the site."""
    return SiteView(
        title=config.title,
        description=config.description,
        language=config.language,
        base_url=base_url,
        base_path=base_path(base_url),
        curator=config.curator.name,
        curator_email=config.curator.email,
        rights_statement=config.rights.statement,
        search=search,
        version=__version__,
    )


def make(
    archive: Archive, site: SiteView, order: Order, copies: Mapping[str, str], images: Mapping[str, Signature]
) -> Plan:
    """The plan for ``archive``. ``copies``: route -> input; ``images``: inputs that an article may show.

    Raises Disturbed where a picture is no longer as it was when it got its signature.
    """
    plan = Plan(copies=dict(copies))
    if not archive.articles:
        at = Location(f"{order.config.paths.content}/{ARTICLES}")
        plan.problems.append(Diagnostic("build/no-articles", at, Severity.WARNING))
    taken: dict[str, str] = {}
    for route, source in plan.copies.items():
        _take(plan, taken, route)
        if not routes.fits_everywhere(route):
            plan.problems.append(Diagnostic("build/file-name", Location(source), values={"name": route}))
    for page in pages.plan(archive, site, order.config.lists):
        if _take(plan, taken, page.route, page):
            plan.pages[page.route] = page
    _pictures(plan, taken, archive, images, order.folder)
    plan.problems += _aliases_that_are_none(archive, order.folder)
    for folder in sorted(folders_of(taken) & taken.keys()):  # a file where another has a folder
        inside = next(route for folded, route in taken.items() if folded.startswith(f"{folder}/"))
        values = {"route": taken[folder], "first": _source(plan, taken[folder]), "second": inside}
        plan.problems.append(Diagnostic("build/same-address", values=values))
    return plan


def _take(plan: Plan, taken: dict[str, str], route: str, page: Page | None = None, source: str = "") -> bool:
    """Claims a route; case and Unicode form do not tell two apart, as on many disks."""
    owner = taken.setdefault(_folded(route), route)
    if owner is route and route != MANIFEST:
        return True
    values = {"route": route, "first": _source(plan, owner), "second": describe(page) if page else source}
    code = "build/own-address" if route == MANIFEST else "build/same-address"
    plan.problems.append(Diagnostic(code, values=values))
    return False


def _folded(route: str) -> str:
    return route.lower() if route.isascii() else unicodedata.normalize("NFC", route).casefold()


def _source(plan: Plan, route: str) -> str:
    page = plan.pages.get(route)
    return describe(page) if page else plan.copies.get(route, route)


def describe(page: Page) -> str:
    """Where a page comes from, for a message: its article's file, or its template."""
    for value in models(page.view):
        if isinstance(value, Article):
            return value.body.path or f"article {value.id}"
    target = getattr(page.view, "target", "")
    return f"{page.template} → {target}" if target else page.template


def _pictures(
    plan: Plan, taken: dict[str, str], archive: Archive, images: Mapping[str, Signature], folder: Path
) -> None:
    for article in archive.articles:
        sizes = []
        for address in article.images:
            source = picture(article, address)
            route = _relative(routes.article(article.id), address)
            if source in images and routes.fits_everywhere(route):
                if plan.copies.get(route) != source and _take(plan, taken, route, source=source):
                    plan.copies[route] = source
                if size := _size(folder / source, images[source]):
                    sizes.append((address, *size))
                continue
            path = article.body.path
            at, line = mention(folder / path, path, address) or (Location(path, article.body.line), "")
            code, values = "build/file-name", {"name": address}
            if source not in images:
                code, values = "build/no-image", {"image": address, "near": _near(source, images)}
            plan.problems.append(Diagnostic(code, at, values=values, excerpt=line))
        page = plan.pages.get(routes.article(article.id)) if sizes else None
        if page and isinstance(page.view, ArticleView):
            plan.pages[page.route] = replace(page, view=replace(page.view, sizes=tuple(sizes)))


def _size(path: Path, signature: Signature) -> tuple[int, int] | None:
    try:
        with path.open("rb") as file:
            size = picture_size(file)
    except OSError as error:
        raise Disturbed(path) from error
    if have_changed({str(path): signature}):
        raise Disturbed(path)
    return size


def _near(source: str, images: Mapping[str, Signature]) -> str:
    """The name of a picture that differs from ``source`` only where some disks see no difference."""
    return next((posixpath.basename(image) for image in images if _folded(image) == _folded(source)), "")


def _aliases_that_are_none(archive: Archive, folder: Path) -> Iterator[Diagnostic]:
    for article in archive.articles:
        for alias in article.aliases:
            if routes.alias(alias) is None:
                path = article.body.path  # empty where its text is not shown
                found = mention(folder / path, path, alias) if path else None
                at, line = found or (Location(path or str(article.id)), "")
                yield Diagnostic("build/no-alias", at, Severity.WARNING, {"alias": alias}, line)


def picture(article: Article, address: str) -> str:
    """The input that ``article`` shows under ``address``."""
    return _relative(article.body.path, address)


def _relative(base: str, address: str) -> str:
    path = unquote(address.split("#", 1)[0].split("?", 1)[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path))


def body_of(page: Page) -> BodyRef | None:
    """The body a page shows, where it shows one."""
    body = getattr(page.view, "body", None)
    return body if isinstance(body, BodyRef) else None
