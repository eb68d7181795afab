"""The seam between the build and a search engine."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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


def collection_digest(documents: Iterable[SearchDocument]) -> str:
    """Changes when an index of these documents would; a sum, so that it can be told on from one to the next."""
    return _spelled(sum([int(document.digest, 16) for document in documents]))


@dataclass(frozen=True, slots=True)
class Correction:
    """What became of a collection of which a few documents have another title or text; all else is as it was."""

    before: str
    """Digest of the collection as it was."""
    count: int
    """How many documents it has."""
    documents: tuple[tuple[str, SearchDocument], ...]
    """The few: the digest each had, and what it is now."""

    @property
    def after(self) -> str:
        """Digest of the collection as it is."""
        return _spelled(int(self.before, 16) + sum(int(one.digest, 16) - int(was, 16) for was, one in self.documents))


def _spelled(digest: int) -> str:
    return f"{digest % (1 << 128):032x}"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """What an engine contributes to the site: every file by route, with a digest to compare and a way to read it.

    The publisher writes those whose digest differs from what stands in the site (or which are missing there), reads
    only these, and prunes what is no longer listed. So an engine never needs to know what was written last time.
    """

    digests: Mapping[str, str]
    """Route -> blake2b-128 hex of the file's bytes; all files of the index, changed or not."""
    read: Callable[[str], bytes]
    """The bytes of one of those routes."""


Done = Callable[[str, bytes], None]
"""Told of a file, by its route and with its bytes, as soon as it is as it will be."""


def nobody(_route: str, _data: bytes) -> None:
    """Where nobody wants to be told."""


class SearchEngine(ABC):
    """Makes the files a search page needs."""

    name: str

    def prepare(self, count: int) -> None:
        """Called where there is time, if so many documents will be indexed, none of them known."""
        return

    @abstractmethod
    def index(
        self,
        documents: Sequence[SearchDocument],
        published_text: Callable[[ArticleId], str],
        cache: Path,
        jobs: int,
        done: Done = nobody,
    ) -> SearchIndex:
        """The index of ``documents`` (newest first).

        ``published_text`` gives an article's text as its page shows it: plain, one block a line, ruby readings left
        out; it is called only for documents whose digest is not in the cache. ``cache`` is a folder of the engine's
        own, disposable. The result depends on the documents alone, never on the cache or on ``jobs``.
        ``done`` may be told of files while others are still made, so that they can be put in their places meanwhile.
        """
        ...

    def corrected(
        self, correction: Correction, published_text: Callable[[ArticleId], str], cache: Path
    ) -> SearchIndex | None:
        """The same after a correction, sooner; None where the cache is not that of the collection as it was, or where
        an engine can only begin anew."""
        return None
