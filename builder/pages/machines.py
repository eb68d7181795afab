"""Pages for machines and hosts: the sitemap, robots.txt, the marker that stops Jekyll, the page for wrong addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..config import Lists
from ..model import Archive
from . import publication, routes, year
from .page import Page, SiteView
from .views import PlainView

_MOST = 50_000
"""Addresses a sitemap may hold (sitemaps.org)."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """(Address relative to the site, date of the last change or nothing)."""

    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexView:
    """Addresses of the parts of a sitemap too long for one file."""

    parts: tuple[str, ...]


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """404, robots.txt and .nojekyll always; a sitemap where the site's address is known, for it must be absolute."""
    yield Page(routes.NOT_FOUND, "404.html", PlainView())
    yield Page(routes.ROBOTS, "robots.txt", PlainView())
    yield Page(routes.NO_JEKYLL, "nojekyll.txt", PlainView())
    if not site.base_url:
        return
    addresses = tuple(_addresses(archive))
    if len(addresses) <= _MOST:
        yield Page(routes.SITEMAP, "sitemap.xml", SitemapView(addresses))
        return
    parts = []
    for number, start in enumerate(range(0, len(addresses), _MOST), 1):
        route = f"sitemap-{number}.xml"
        parts.append(route)
        yield Page(route, "sitemap.xml", SitemapView(addresses[start : start + _MOST]))
    yield Page(routes.SITEMAP, "sitemap-index.xml", SitemapIndexView(tuple(parts)))


def _addresses(archive: Archive) -> Iterator[tuple[str, str]]:
    """Articles oldest first, so that a long sitemap grows at its end; before them the lists."""
    for address in ("", "authors/", "topics/", "series/", "publications/", "years/", "about/"):
        yield address, ""
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("authors", archive.by_author),
        ("topics", archive.by_topic),
        ("series", archive.by_series),
        ("publications", (item.id for item in publication.entries(archive))),
        ("years", (item.id for item in year.entries(archive))),
    )
    for kind, names in lists:
        for name in names:
            yield routes.url(routes.folder(kind, name) + "index.html"), ""
    for article in reversed(archive.articles):
        if article.id in archive.cards:
            yield routes.url(routes.article(article.id)), (article.updated or article.date)[:10]
