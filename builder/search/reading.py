"""Articles read for the index, a chunk at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..model import ArticleId
from ..text.fold_many import fold_many
from . import fragments
from .engine import SearchDocument
from .gather import Partition, Place, gather, spill
from .numbering import STEP
from .scan import scan_many
from .state import Known, frozen

CHUNK = 250
"""Articles of a chunk, at least, unless it is the last."""
BATCH = 1_000_000
"""Signs after which terms are gathered: few batches make few rows to merge, small ones little memory."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some articles to be read together, with their numbers, and the file for their terms."""

    articles: Sequence[tuple[int, SearchDocument]]
    spill: Path


Texts = tuple[Chunk, list[str]]
"""A chunk and the published texts of its articles."""


@dataclass(frozen=True, slots=True)
class Read:
    """A chunk's articles, and where their terms stand, for each batch."""

    bodies: list[tuple[str, Known, bytes]]
    """As ``State.put_article`` takes them."""
    texts: dict[int, list[bytes]]
    """The packed fragments of each group of STEP numbers."""
    places: list[dict[Partition, Place]]


def chunks(articles: Iterable[tuple[int, SearchDocument]], folder: Path) -> Iterator[Chunk]:
    """The articles, which come in ascending order of their numbers, in chunks; none cuts a group of STEP numbers."""
    chunk: list[tuple[int, SearchDocument]] = []
    for group, members in groupby(articles, lambda article: article[0] // STEP):
        chunk += members
        if len(chunk) >= CHUNK:
            yield Chunk(chunk, folder / f"{group}.spill")
            chunk = []
    if chunk:
        yield Chunk(chunk, folder / "last.spill")


def texts(published_text: Callable[[ArticleId], str]) -> Callable[[Chunk], Texts]:
    """What fetches the texts of a chunk."""
    return lambda chunk: (chunk, [published_text(document.id) for _, document in chunk.articles])


def read(given: Texts) -> Read:
    """Reads the articles of a chunk and keeps their terms in its file."""
    chunk, published = given
    found = Read([], defaultdict(list), [])
    batch: list[tuple[int, SearchDocument, str]] = []
    signs = 0
    for (number, document), text in zip(chunk.articles, published, strict=True):
        batch.append((number, document, text))
        signs += len(text)
        if signs >= BATCH:
            _read(batch, chunk.spill, found)
            batch, signs = [], 0
    if batch:
        _read(batch, chunk.spill, found)
    return found


def _read(batch: Sequence[tuple[int, SearchDocument, str]], file: Path, into: Read) -> None:
    scanned = scan_many([(document, text) for _, document, text in batch], fold_many)
    for (number, document, _), one in zip(batch, scanned, strict=True):
        stored, units = fragments.pack(fragments.head(document), one.fragments)
        into.bodies.append((document.id, Known(number, document.digest, units), frozen(one)))
        into.texts[number // STEP].append(stored)
    numbered = [(number, one) for (number, _, _), one in zip(batch, scanned, strict=True)]
    into.places.append(spill(gather(numbered), file))
