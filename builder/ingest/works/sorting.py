"""Pages -> works: joins pages, finds duplicates, and brings in the articles of the archive that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..comparing.glance import stand_in
from ..comparing.identity import clean_url, title_key, url_family
from ..comparing.likeness import Candidates, Sketch, runs, sketch
from ..pile.kept import Kept, Memo
from ..pile.stock import Stock
from ..shelf import Held, Shelf, body_of
from .assemble import Alike, Work, assemble
from .duplicates import Copy
from .parts import Group, group


def sort_out(archive: Path, stock: Stock, shelf: Shelf, kept: Kept) -> tuple[list[Work], list[Alike]]:
    """Every page of the stock in exactly one work; and which groups are alike."""
    sorter = _Sorter(archive, stock, shelf, kept)
    sorter.touch(held for sha256 in list(stock.pages) if (held := shelf.by_sha256.get(sha256)))
    sorter.touch(sorter.relatives())
    groups = sorter.grouped()
    look_alikes = sorter.look_alikes(groups)
    if look_alikes:
        sorter.touch(look_alikes)
        groups = sorter.grouped()
    return assemble(groups, sorter.fixed, sorter.is_fresh, sorter.copy, sorter.runs)


def whole_work(held: Held, stock: Stock) -> Work | None:
    """An article of the archive with its originals; None where they are gone or no longer pages."""
    if not stock.bring(held) or not held.sha256:
        return None
    pages = stock.pages
    home = Group([pages[sha256] for sha256 in held.sha256], fixed=True)
    others = [Group([pages[s]], fixed=True) for s in held.also_sha256 if s in pages and s not in held.sha256]
    return Work(home, others, held)


class _Sorter:
    def __init__(self, archive: Path, stock: Stock, shelf: Shelf, kept: Kept) -> None:
        self._archive, self._stock, self._shelf = archive, stock, shelf
        self._sketches: Memo[Held, Sketch] = Memo(kept, "sketch", lambda held: (held.path, held.digest))
        self._touched: dict[str, Held] = {}
        self._frozen: dict[int, Held] = {}
        self.fixed: list[Work] = []

    def touch(self, articles: Iterable[Held]) -> None:
        """Has these articles take part: with their originals, or as they stand where those are gone."""
        for held in articles:
            if held.path not in self._touched:
                self._touched[held.path] = held
                self._add(held, whole_work(held, self._stock))

    def _add(self, held: Held, work: Work | None) -> None:
        if work is None:
            for sha256 in (*held.sha256, *held.also_sha256):
                self._stock.pages.pop(sha256, None)
            frozen = Group([stand_in(held, body_of(self._archive, held))], fixed=True)
            self._frozen[id(frozen)] = held
            self.fixed.append(Work(frozen, held=held))
            return
        self.fixed.append(work)

    def relatives(self) -> Iterator[Held]:
        """Articles that a new page may be another page of, or whose original it has overwritten."""
        fresh = [page for page in self._stock.pages.values() if page.sha256 not in self._shelf.by_sha256]
        titles = {page.title for page in fresh if page.title and (page.page or page.starts_mid or page.ends_mid)}
        families = {page.family for page in fresh if "/" in page.family}
        links = {url for page in fresh for url in (page.url, page.next_url) if url}
        names = {page.name for page in fresh}
        for held in self._shelf.articles if fresh else ():
            urls = [url for url in (held.url, *held.also_urls) if url]
            title = title_key(held.title)  # which its page may print with its column's name
            if (
                any(title == its or (held.series and _ends(its, title)) for its in titles)
                or not names.isdisjoint(held.files)
                or any(url_family(url)[0] in families or clean_url(url) in links for url in urls)
            ):
                yield held

    def grouped(self) -> list[Group]:
        """All pages in groups, those of the archive's articles first."""
        known = [g for work in self.fixed for g in work.groups()]
        for each in known:
            if id(each) not in self._frozen:
                each.pages = [page for page in each.pages if page.sha256 in self._shelf.by_sha256]
        taken = {page.sha256 for each in known for page in each.pages}
        loose = [page for page in self._stock.pages.values() if page.sha256 not in taken]
        joinable = [each for each in known if id(each) not in self._frozen]
        frozen = [each for each in known if id(each) in self._frozen]
        return [*group(loose, joinable), *frozen]

    def is_fresh(self, each: Group) -> bool:
        """True for a group with a page that the archive does not know."""
        return id(each) not in self._frozen and any(p.sha256 not in self._shelf.by_sha256 for p in each.pages)

    def look_alikes(self, groups: Iterable[Group]) -> list[Held]:
        """Articles not yet touched whose text may be that of a new group."""
        fresh = [each for each in groups if self.is_fresh(each)]
        if not fresh:
            return []
        candidates = Candidates()
        rest = [held for held in self._shelf.articles if held.path not in self._touched]
        for number, held in enumerate(rest):
            candidates.add(number, self._sketch(held))
        near = {number for number, each in enumerate(fresh) for number in candidates.near(self.copy(0, each).marks)}
        return [rest[number] for number in sorted(near)]

    def _sketch(self, held: Held) -> Sketch:
        """The sketch of an article's body, kept so that one new page does not cost a whole archive's."""
        known = self._sketches.get(held)
        if known is None:
            known = sketch(runs(body_of(self._archive, held)))
            self._sketches.put(held, known)
        return known

    def copy(self, key: int, each: Group) -> Copy:
        """The group in short."""
        first = each.first
        marks = first.marks if len(each.pages) == 1 and first.marks else sketch(self.runs(each))
        return Copy(key, marks, first)

    def runs(self, each: Group) -> set[int]:
        """The runs of the group's whole text."""
        if id(each) in self._frozen:
            return runs(body_of(self._archive, self._frozen[id(each)]))
        return set().union(*(runs(self._stock.extraction(page).body) for page in each.pages))


def _ends(title: str, part: str) -> bool:
    return bool(part) and (title.startswith(part) or title.endswith(part))
