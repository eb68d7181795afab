"""The articles whose titles keep each other company: what they tell of columns, and which the archive brings in for it.

An article that the archive has tells by its file, without its originals: its series and its title tell what its title
told when it was read. Where a person edited the file, the originals tell too: else its company would depend on whether
they are in the pile.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..comparing.identity import host_of, title_key
from ..pile.origin import outlet_key
from ..pile.stock import Stock
from ..shelf import Held, Shelf
from ..works.assemble import Work
from ..works.sorting import whole_work
from .columns import Column, Columns, Titled
from .compose import Desk, earliest, one_line, people
from .headline import without_outlet


def columns_of(works: Sequence[Work], shelf: Shelf, stock: Stock, desk: Desk) -> tuple[Columns, list[Work]]:
    """The columns of the outlets of ``works``; and articles of the archive, not among them, that are now of a column.

    Those whose originals are gone stay as they are.
    """
    read = [_titled(work, stock, desk) for work in works if work.home.first.number >= 0]
    outlets = {each.outlet for each in read} - {""}
    told = {each.key for each in read}
    standing = [
        (held, titled)
        for held in shelf.articles
        if (titled := _standing(held, stock, desk)).outlet in outlets and (held.edited or held.path not in told)
    ]
    retold = (whole_work(held, stock) for held, _ in standing if held.edited and held.path not in told)
    read += [_titled(work, stock, desk) for work in retold if work]
    columns = Columns([*(each for each in read if each.outlet), *(titled for _, titled in standing)])
    brought = []
    for held, titled in standing:
        column = columns.of(titled.outlet, titled.title) if held.path not in told else None
        if column and not told.isdisjoint(column.articles) and _is_news(held, column):
            work = whole_work(held, stock)
            brought += [work] if work else []
    return columns, brought


def _is_news(held: Held, column: Column) -> bool:
    """Does the company tell of an article what its file does not, and no curator has told otherwise?"""
    if held.series is None:
        return True
    its = column.title, column.number or held.series.number
    same = title_key(held.series.name) == title_key(column.name)
    return same and not held.edited and its != (held.title, held.series.number)


def _titled(work: Work, stock: Stock, desk: Desk) -> Titled:
    """A work by its originals."""
    home = work.home
    publication = home.publication
    names = desk.sources.names(publication)
    headline = next((page.headline for page in home.pages if page.headline), "")

    @cache
    def authors() -> tuple[str, ...]:
        return tuple(person.name for person in people([stock.extraction(page) for page in home.pages], desk.authors))

    return Titled(
        key=work.held.path if work.held else home.first.sha256,
        outlet=outlet_key(publication, home.first.host, home.first.name),
        outlet_names=names,
        title=one_line(without_outlet(headline, names)[0]),
        series=next((page.series for page in home.pages if page.series), ""),
        day=earliest(page.date for page in home.pages),
        authors=authors,
    )


def _standing(held: Held, stock: Stock, desk: Desk) -> Titled:
    """An article by its file."""
    publication = stock.publication(held)
    return Titled(
        key=held.path,
        outlet=outlet_key(publication, host_of(held.url), (*held.files, "")[0]),
        outlet_names=desk.sources.names(publication),
        title=held.title,
        series=held.series.name if held.series else "",
        day=held.date,
        authors=lambda: held.authors,
    )
