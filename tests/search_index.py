"""Indexes of invented articles, without a site around them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from builder.model import ArticleId
from builder.search.builtin import BuiltinEngine
from builder.search.engine import SearchDocument
from builder.search.gather import gather
from builder.search.layout import FAMILIES, WORD
from builder.search.meta import Facets
from builder.search.reader import Index
from builder.search.scan import Scanned

from .invented_corpus import AUTHORS, Invented


def document(article: Invented) -> SearchDocument:
    """The article as the publisher hands it to an engine."""
    name, reading, romaji = AUTHORS[article.author]
    return SearchDocument(
        id=ArticleId(article.id),
        url=f"articles/{article.id}/",
        title=article.title,
        subtitle="",
        authors=((name, name),),
        author_keys=tuple(filter(None, (reading, romaji))),
        topics=((article.topic, article.topic),),
        series=("column", "終着駅から") if article.author == 1 else None,
        publication="架空新聞",
        date=article.date,
        language=article.language,
        digest=blake2b(repr(article).encode(), digest_size=8).hexdigest(),
    )


def gathered(articles: Sequence[tuple[int, Scanned]]) -> dict[str, dict[str | int, list[int]]]:
    """Family -> term -> its occurrences, as many articles together are read."""
    found: dict[str, dict[str | int, list[int]]] = {family: {} for family in FAMILIES}
    for (family, _), columns in gather(articles).items():
        names = columns.names.decode().split("\n") if family == WORD else array("I", columns.names)
        places = iter(array("Q", columns.places))
        for name, count in zip(names, array("I", columns.counts), strict=False):
            found[family][name] = list(islice(places, count))
    return found


def many_authors() -> Facets:
    """Three articles: one by more authors than a byte can count, one by nobody, one by the last of very many."""
    names = tuple((f"{at:x}", str(at)) for at in range(70_000))
    return Facets({"authors": names, "topics": ()}, {"authors": ((*range(300),), (), (69_999,)), "topics": ((),) * 3})


def files(articles: Sequence[Invented], cache: Path, jobs: int = 1) -> dict[str, bytes]:
    """All files of the index of these articles."""
    texts: Mapping[str, str] = {article.id: article.text for article in articles}
    cache.mkdir(parents=True, exist_ok=True)
    made = BuiltinEngine().index([document(article) for article in articles], lambda one: texts[one], cache, jobs)
    return {route: made.read(route) for route in made.digests}


def index(articles: Sequence[Invented], cache: Path) -> Index:
    """A finished index, ready to be asked."""
    return Index(files(articles, cache).__getitem__)
