"""The pages an ingest works with: those of the pile and, beside them, those of the articles they may belong to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from ...diagnostics import system_reason
from ...progress import Progress
from ..comparing.glance import Glance, stand_in
from ..extraction import Extraction
from ..refusals import Refusal, no_article, refusal
from ..shelf import Held, Shelf
from .author_places import AuthorPlaces
from .collect import RawFile
from .in_order import in_order
from .kept import Kept, Memo
from .known import known_name
from .learn import Learned
from .origin import folder_of, host_in
from .originals import Originals
from .outlets import Outlets
from .reading import Reading, Task, read_page
from .sample import read_each
from .sources import Sources
from .spool import Spool


class Stock:
    """Reads pages, remembers them on disk, and hands them out by their glances."""

    def __init__(
        self,
        spool: Spool,
        kept: Kept,
        originals: Originals,
        shelf: Shelf,
        learned: Learned,
        sources: Sources,
        executor: Executor | None,
        progress: Progress,
    ) -> None:
        self._spool, self._originals, self._shelf, self._learned = spool, originals, shelf, learned
        self._sources = sources
        self._memo: Memo[Task, Reading] = Memo(kept, "page", _all_that_counts, _is_sound)
        self._outlets: Outlets | None = None
        self._places = AuthorPlaces(spool.get)
        self._unsigned: set[str] = set()
        """Folders with a page on which no author was found."""
        self._executor, self._progress = executor, progress
        self.pages: dict[str, Glance] = {}
        """By sha256."""
        self.files: dict[str, RawFile] = {}
        """Where a page of the pile came from, by sha256."""
        self.refused: list[Refusal] = []
        self.copies: list[tuple[str, str]] = []
        """Files with the very bytes of another that is a page: (name, sha256)."""
        self.doubted: dict[str, Refusal] = {}
        """Why originals of the archive's own articles would be refused today, by sha256."""
        self._verdicts: dict[str, str] = {}
        """What the pages that were turned away are, by sha256."""

    def read_pile(self, files: Iterable[RawFile], sample: Iterable[RawFile] = ()) -> None:
        """Reads every file. What is no article is refused; where the archive has made an article of it, ``doubted``.

        ``sample``: the pages, of the pile or beside it, that tell where their outlets print the author.
        """
        listed = list(files)
        readings = in_order(read_page, self._tasks(listed), self._executor, lambda task: len(task.data), self._memo)
        for done, reading in enumerate(readings, 1):
            self._progress("ingest", done, len(listed))
            self._take(reading)
        turned_away = [copy for copy in self.copies if copy[1] in self._verdicts]
        self.refused += [no_article(name, self._verdicts[sha256]) for name, sha256 in turned_away]
        self.copies = [copy for copy in self.copies if copy[1] not in self._verdicts]
        self._places = self._places_in(sample)
        self._outlets = Outlets(self._sources, self._shelf.articles, self.pages.values())
        self.pages = {sha256: self._placed(page) for sha256, page in self.pages.items()}

    def bring(self, held: Held) -> bool:
        """Reads the originals of an article that are not in the pile. False where one is gone or no longer a page."""
        for name, sha256 in (*zip(held.files, held.sha256, strict=False), *_others(held)):
            if sha256 in self.pages:
                continue
            data = self._originals.read(name, sha256)
            if data is None:
                return False
            self._take(next(in_order(read_page, [self._task(name, data)], None, lambda _: 0, self._memo)))
            if sha256 not in self.pages:
                return False
        return all(sha256 in self.pages for sha256 in held.sha256)

    def extraction(self, page: Glance) -> Extraction:
        """The whole extraction of a page, under the name its original is kept by."""
        found = self._spool.get(page.number)
        placed = None if found.authors else self._places.author(found)
        findings = (*found.findings, placed) if placed else found.findings
        return replace(found, raw=replace(found.raw, name=page.name), findings=findings)

    def publication(self, held: Held) -> str:
        """What an article appeared in, by its file or by what is known now; empty where nobody tells."""
        if held.publication or self._outlets is None:
            return held.publication
        return self._outlets.of(replace(stand_in(held, ""), name=(*held.files, "")[0]))

    def path_of(self, page: Glance) -> Path:
        """Where the page's original lies now."""
        file = self.files.get(page.sha256)
        return file.path if file else self._originals.path(page.name)

    def _places_in(self, sample: Iterable[RawFile]) -> AuthorPlaces:
        """Where authors stand, as those pages of the sample tell that lie in a folder with one that has none."""
        company = [file for file in sample if folder_of(file.name) in self._unsigned]
        here = {file.path: self.pages[sha256] for sha256, file in self.files.items() if sha256 in self.pages}
        numbers = [here[file.path].number for file in company if file.path in here]
        beside = read_each(file for file in company if file.path not in here)
        tasks = (self._task(name, data) for name, data in beside)
        readings = in_order(read_page, tasks, self._executor, lambda task: len(task.data), self._memo)
        pages = (reading.extraction for reading in readings)
        numbers += [self._spool.add(page) for page in pages if page.verdict == "article"]
        return AuthorPlaces(self._spool.get, numbers)

    def _tasks(self, files: Iterable[RawFile]) -> Iterator[Task]:
        seen: set[str] = set()
        for file in files:
            try:
                data = file.path.read_bytes()
            except OSError as error:
                self.refused.append(refusal("ingest/unreadable", file.name, reason=system_reason(error)))
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in seen:
                self.copies.append((file.name, sha256))
                continue
            seen.add(sha256)
            self.files[sha256] = file
            name = known_name(file, sha256, self._shelf, self._originals)
            yield self._task(name or self._originals.place(file, sha256), data)

    def _task(self, name: str, data: bytes) -> Task:
        furniture = self._learned.furniture(name, data)
        return Task(name, data, furniture, self._sources.rules(host_in(data), name))

    def _take(self, reading: Reading) -> None:
        found, page = reading.extraction, reading.glance
        if found.verdict == "article":
            if not found.authors:
                self._unsigned.add(folder_of(page.name))
            self.pages[page.sha256] = self._placed(replace(page, number=self._spool.add(found)))
            return
        refused = no_article(found.raw.name, found.verdict)
        if found.raw.sha256 in self._shelf.by_sha256:
            self.doubted[found.raw.sha256] = refused
        else:
            self.refused.append(refused)
            self._verdicts[found.raw.sha256] = found.verdict

    def _placed(self, page: Glance) -> Glance:
        return replace(page, publication=self._outlets.of(page)) if self._outlets else page


def _all_that_counts(task: Task) -> tuple[str, str]:
    furniture = task.furniture.digest if task.furniture else ""
    return task.name, "\0".join((hashlib.sha256(task.data).hexdigest(), furniture, repr(task.rules)))


def _is_sound(reading: Reading) -> bool:
    """False where the program failed: it may do better the next time."""
    return not reading.extraction.verdict.startswith("failed")


def _others(held: Held) -> Iterator[tuple[str, str]]:
    yield from zip(held.also_files, held.also_sha256, strict=False)
