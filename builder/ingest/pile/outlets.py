"""What a page appeared in: as its source's record says, as the page says, or as the pages beside it say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ...diagnostics import Diagnostic, Severity
from ..comparing.glance import Glance
from ..comparing.identity import title_key
from ..shelf import Held
from .origin import folder_of
from .sources import Sources

_FEW = 2
_AGREE = 0.9


class Outlets:
    """The publication of every page."""

    def __init__(self, sources: Sources, articles: Iterable[Held], pages: Iterable[Glance]) -> None:
        self._sources = sources
        said: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for held in articles:
            for name in held.files:
                if held.publication:
                    said[folder_of(name)][name] = held.publication
        for page in pages:
            if page.publication:
                said[folder_of(page.name)][page.name] = page.publication
        self._of_folder: dict[str, str] = {}
        for folder, names in said.items():
            publication, count = Counter(names.values()).most_common(1)[0]
            if folder and count >= _FEW and count >= _AGREE * len(names):
                self._of_folder[folder] = publication

    def of(self, page: Glance) -> str:
        """The name of the publication; empty where neither a record, nor the page, nor its neighbours tell."""
        printed = "" if title_key(page.publication) == page.title else page.publication
        record = self._sources.of(printed, page.host, page.name)
        if record is not None:
            return record.name
        return printed or self._of_folder.get(folder_of(page.name), "")


def unnamed_outlets(articles: Mapping[str, int], content: str) -> Iterator[Diagnostic]:
    """One note for all folders whose articles appeared in nobody knows what; none where there is no such folder.

    ``articles``: how many of them each folder has, with "" for files in none. One alone is no outlet's.
    """
    folders = sorted(folder for folder, count in articles.items() if folder and count >= _FEW)
    if folders:
        named = ", ".join(f"{folder} ({articles[folder]})" for folder in folders)
        values = {"folders": named, "example": folders[0], "content": content}
        yield Diagnostic("ingest/no-publication", severity=Severity.NOTE, values=values)
