"""One module a page kind: Archive -> Pages. No template engine, no clock, no knowledge of earlier builds.

A template sees ``page`` (the view), ``site`` (SiteView), ``root`` (the way from the page to the site's root, to be put
before every address: ``routes.root(route)``; on 404.html ``site.base_path``), ``route``, and for a view whose ``body``
is a BodyRef, ``body`` with ``html`` and ``headings``.

What stands where never depends on what titles, subtitles, openings or texts say, nor on lengths; only on whether there
is an opening. And a view shows such words by holding the card, the article or the body (see docs/decisions/0035).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..config import Lists
from ..model import Archive
from . import about, article, author, feed, home, machines, publication, search, series, topic, year
from .page import Page, SiteView

Kind = Callable[[Archive, SiteView, Lists], Iterator[Page]]

KINDS: tuple[Kind, ...] = (
    article.pages,
    author.pages,
    topic.pages,
    series.pages,
    year.pages,
    publication.pages,
    home.pages,
    about.pages,
    search.pages,
    feed.pages,
    machines.pages,
)


def plan(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """Every page of the site, articles first. The same archive gives the same pages in the same order."""
    for kind in KINDS:
        yield from kind(archive, site, lists)
