"""The seam between the build and a search engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..model import ArticleId


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One published article as the index sees it, apart from its text, which is fetched only when needed."""

    id: ArticleId
    url: str
    """Relative to the site: ``articles/<id>/``."""
    title: str
    subtitle: str
    authors: tuple[tuple[str, str], ...]
    """(author id, name as printed)."""
    author_keys: tuple[str, ...]
    """Readings, romaji and variants of those authors: found, never shown."""
    topics: tuple[tuple[str, str], ...]
    """(topic id, name)."""
    series: tuple[str, str] | None
    """(series id, name)."""
    publication: str
    date: str
    language: str
    digest: str
    """Changes when anything above or the published text changes."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What an engine contributes to the site: files by route. ``kept`` are routes that stand as they were."""

    written: Mapping[str, bytes]
    kept: frozenset[str] = field(default_factory=frozenset)


class SearchEngine(Protocol):
    """Makes the files a search page needs."""

    name: str

    def index(
        self,
        documents: Sequence[SearchDocument],
        published_text: Callable[[ArticleId], str],
        cache: Path,
        jobs: int,
    ) -> SearchIndex:
        """The index of ``documents`` (newest first).

        ``published_text`` gives an article's text as its page shows it: plain, one block a line, ruby readings left
        out; it is called only for documents whose digest is not in the cache. ``cache`` is a folder of the engine's
        own, disposable. The result depends on the documents alone, never on the cache or on ``jobs``.
        """
        ...
