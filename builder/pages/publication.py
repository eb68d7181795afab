"""Publications: the newspapers and magazines the articles come from, an index and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Lists
from ..model import Archive
from . import routes
from .groups import entry, most_often
from .page import Page, SiteView
from .slices import newest_first
from .views import Entry, Group, IndexView, PublicationView

_AUTHORS = 12


def entries(archive: Archive) -> list[Entry]:
    """An index entry for every publication, the fullest first; articles that name none are left out."""
    found = [entry(name, name, cards) for name, cards in archive.by_publication.items() if name and cards]
    return sorted(found, key=lambda item: (-item.count, item.name))


def pages(archive: Archive, site: SiteView, lists: Lists) -> Iterator[Page]:
    """The index, then every publication's list of articles."""
    found = entries(archive)
    yield Page("publications/index.html", "publications.html", IndexView((Group("", tuple(found)),), len(found)))
    for item in found:
        cards = archive.by_publication[item.id]
        base = routes.folder("publications", item.id)
        for part in newest_first(cards, lists.per_page, base):
            people = (author for card in cards for author, _, _ in card.authors)
            authors = () if part.number else most_often(people, _AUTHORS, archive.authors)
            yield Page(
                routes.numbered(base, part.number), "publication.html", PublicationView(item.name, part, authors)
            )
