"""Pages of one work, joined by evidence and put in order.

Two pages belong together when nothing speaks against it (outlet, day, a page number already taken) and something
speaks for it: the same title or the same address but for its page number, and with that a printed page mark, a link
to the next page, or file names that count on; or file names and printed marks that count on together, for the title of
a later page is easily missed. A title alone joins nothing: columns keep theirs for decades.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..comparing.glance import Glance

_NUMBER = re.compile(r"(\d+)(?!.*\d)")
_LONGEST_WORK = 60
"""Pages a work may have; a higher printed number is something else."""


@dataclass(slots=True)
class Group:
    """Pages of one work as one outlet printed it."""

    pages: list[Glance] = field(default_factory=list)
    fixed: bool = False
    """True where the archive already holds these pages as one article: their order stands."""

    @property
    def first(self) -> Glance:
        """The first page held."""
        return self.pages[0]

    @property
    def url(self) -> str:
        """The address of the first page that has one."""
        return next((page.url for page in self.pages if page.url), "")

    @property
    def family(self) -> str:
        """That address without its page number."""
        return next((page.family for page in self.pages if page.url), "")

    @property
    def publication(self) -> str:
        """What it appeared in, as the first page that knows tells."""
        return next((page.publication for page in self.pages if page.publication), "")

    @property
    def printed_total(self) -> int | None:
        """m of "page n of m"."""
        return max((page.pages for page in self.pages if page.pages), default=None)

    def missing(self) -> tuple[int, ...]:
        """Numbers of printed pages that are not there."""
        total, have = self.printed_total, {page.page for page in self.pages}
        if total is None or total > _LONGEST_WORK or None in have:
            return ()
        return tuple(number for number in range(1, total + 1) if number not in have)

    def is_incomplete(self) -> bool:
        """True where a page is known to be missing, or the text starts in mid-argument."""
        if self.missing():
            return True
        return self.first.starts_mid and (self.first.page or 2) > 1


def group(pages: Iterable[Glance], known: Iterable[Group] = ()) -> list[Group]:
    """All pages, each in exactly one group; pages within a group in reading order.

    ``known``: groups that the archive already holds; they come first, in their order, and may gain pages.
    """
    groups = list(known)
    held = {id(each): len(each.pages) for each in groups}
    finder = _Finder(groups)
    for page in sorted(pages, key=lambda p: (p.page or p.family_page or 0, _natural(p.name))):
        home = next((g for g in finder.near(page) if _belongs(page, g)), None)
        if home is None:
            home = Group()
            groups.append(home)
        home.pages.append(page)
        finder.remember(page, home)
    for each in groups:
        each.pages = _ordered(each, held.get(id(each), 0))
    return groups


class _Finder:
    """Groups that a page may belong to, by title and day, by address, by the link to the next page."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._by: dict[tuple[str, ...], list[Group]] = {}
        for each in groups:
            for page in each.pages:
                self.remember(page, each)

    def remember(self, page: Glance, home: Group) -> None:
        for key in (*self._keys(page), *self._ahead(page)):
            homes = self._by.setdefault(key, [])
            if not any(home is other for other in homes):
                homes.append(home)

    def near(self, page: Glance) -> Iterator[Group]:
        seen: list[Group] = []
        for key in self._keys(page):
            for home in self._by.get(key, ()):
                if not any(home is other for other in seen):
                    seen.append(home)
                    yield home

    @staticmethod
    def _keys(page: Glance) -> Iterator[tuple[str, ...]]:
        if page.title:
            yield ("title", page.title, page.date[:10])
            if page.page or page.starts_mid:
                yield ("paged title", page.title)
        if "/" in page.family:
            yield ("family", page.family)
        if page.page:
            yield ("marked file", _NUMBER.sub("", page.name))
        if page.url:
            yield ("url", page.url)

    @staticmethod
    def _ahead(page: Glance) -> Iterator[tuple[str, ...]]:
        if page.next_url:
            yield ("url", page.next_url)
        if page.title and page.page:
            yield ("paged title", page.title)


def _belongs(page: Glance, home: Group) -> bool:
    if any(_conflict(page, other) for other in home.pages):
        return False
    return any(_same_work(page, other) for other in home.pages)


def _conflict(one: Glance, other: Glance) -> bool:
    if one.host and other.host and one.host != other.host:
        return True
    if not (one.host or other.host) and one.publication and other.publication and one.publication != other.publication:
        return True
    if one.date and other.date and one.date[:10] != other.date[:10]:
        return True
    if one.page and one.page == other.page:
        return True
    if one.pages and other.pages and one.pages != other.pages:
        return True
    return bool(one.opening) and one.opening == other.opening and one.length == other.length


def _same_work(one: Glance, other: Glance) -> bool:
    if _links(one, other) or _links(other, one):
        return _titles_agree(one, other) or ("/" in one.family and one.family == other.family)
    same_family = "/" in one.family and one.family == other.family
    if same_family and _titles_agree(one, other):
        return _numbered(one, other) or one.starts_mid or other.starts_mid
    if _marks_count_on(one, other):
        return True
    if not one.title or one.title != other.title:
        return False
    if one.page and other.page and one.pages == other.pages:
        return True
    if one.date != other.date or (one.authors and other.authors and set(one.authors) != set(other.authors)):
        return False
    if not _names_count_on(one.name, other.name):
        return False
    return bool(one.page or other.page or one.starts_mid or other.starts_mid or one.ends_mid or other.ends_mid)


def _numbered(one: Glance, other: Glance) -> bool:
    return (one.page or one.family_page or 1) != (other.page or other.family_page or 1)


def _titles_agree(one: Glance, other: Glance) -> bool:
    return not one.title or not other.title or one.title in other.title or other.title in one.title


def _links(one: Glance, other: Glance) -> bool:
    """True where ``one`` names ``other`` as its next page, by address or by the name of a file beside it."""
    if not one.next_url:
        return False
    if other.url and one.next_url == other.url:
        return True
    here, there = PurePosixPath(one.name), PurePosixPath(other.name)
    return here.parent == there.parent and PurePosixPath(one.next_url.partition("?")[0]).stem == there.stem


def _names_count_on(one: str, other: str) -> bool:
    """True for names that differ only in their last number, by one step for each page between."""
    here, there = PurePosixPath(one), PurePosixPath(other)
    if here.parent != there.parent or here.suffix != there.suffix:
        return False
    a, b = _NUMBER.search(here.stem), _NUMBER.search(there.stem)
    if a and b:
        same = _NUMBER.sub("", here.stem) == _NUMBER.sub("", there.stem)
        return same and a.group() != b.group() and max(int(a.group()), int(b.group())) <= _LONGEST_WORK
    return False


def _marks_count_on(one: Glance, other: Glance) -> bool:
    """True for files of one day whose names count on as their printed page marks do, whatever title was found."""
    if not (one.page and other.page and one.pages and one.pages == other.pages and one.date == other.date):
        return False
    a, b = (_NUMBER.search(PurePosixPath(page.name).stem) for page in (one, other))
    if not a or not b or not _names_count_on(one.name, other.name):
        return False
    return int(a.group()) - int(b.group()) == one.page - other.page


def _ordered(home: Group, held: int) -> list[Glance]:
    """``held``: how many of the pages, its first, the archive has already."""
    if len(home.pages) == 1:
        return home.pages
    numbers = [page.page or page.family_page for page in home.pages]
    if home.fixed and None in numbers:
        return _put_among(home.pages[:held], home.pages[held:])
    return sorted(
        home.pages,
        key=lambda page: (
            page.page or page.family_page or (2 if page.starts_mid else 1),
            page.starts_mid,
            _natural(page.name),
        ),
    )


def _put_among(pages: list[Glance], late: Iterable[Glance]) -> list[Glance]:
    """Pages that came late, where their names count in; last, where those that were there do not stand by theirs."""
    placed = list(pages)
    by_name = placed == sorted(placed, key=lambda page: _natural(page.name))
    for page in late:
        after = (at for at, other in enumerate(placed) if _natural(other.name) > _natural(page.name))
        placed.insert(next(after, len(placed)) if by_name else len(placed), page)
    return placed


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """File names in counting order: p2 before p10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name))
