"""Small archives made of values, for the tests of pages and filters."""

from __future__ import annotations

from typing import Any

from builder.archive.assemble import assemble
from builder.archive.publication import published
from builder.config import Lists
from builder.model import (
    Archive,
    Article,
    ArticleId,
    Author,
    AuthorId,
    BodyRef,
    Contributor,
    IsoDate,
    SeriesPlace,
    Source,
)
from builder.pages import plan
from builder.pages.page import Page, SiteView

SITE = SiteView("試みの論壇", "説明", "ja", "", "/", "編者", "", "", "builtin", "0")
HOSTED = SiteView(
    "試みの論壇", "説明", "ja", "https://example.org/a/", "/a/", "編者", "", "無断転載を禁じます。", "builtin", "0"
)
LISTS = Lists(per_page=3, feed_entries=4)


def article(name: str, date: str = "2020-01-01", by: str = "水野遥", **fields: Any) -> Article:
    """An article with an opening; ``by`` may name several authors, divided by commas."""
    series = fields.pop("series", None)
    fields.setdefault("source", Source(publication=fields.pop("publication", "汐見新報")))
    fields.setdefault("excerpt", f"{name}の書き出し。")
    return Article(
        id=ArticleId(name),
        title=fields.pop("title", f"{name}の題"),
        body=BodyRef(f"content/articles/{name}.md", 5, 60, "0" * 32),
        date=IsoDate(date),
        authors=tuple(Contributor(person) for person in by.split(",") if person),
        series=SeriesPlace(*series) if series else None,
        **fields,
    )


def archive(*articles: Article, authors: tuple[Author, ...] = ()) -> Archive:
    """What the public may see of ``articles``."""
    records = {f"content/authors/{author.id}.yaml": author for author in authors}
    made, problems = assemble(articles, records)
    assert problems == ()
    return published(made)


def author(identifier: str, name: str, reading: str = "", romaji: str = "") -> Author:
    """An author's record."""
    return Author(AuthorId(identifier), name, reading, romaji, has_record=True)


def pages(of: Archive, site: SiteView = SITE, lists: Lists = LISTS) -> dict[str, Page]:
    """All pages by route; a route planned twice fails the test."""
    found: dict[str, Page] = {}
    for page in plan(of, site, lists):
        assert page.route not in found, page.route
        found[page.route] = page
    return found
