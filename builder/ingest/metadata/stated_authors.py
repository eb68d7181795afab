"""Authors as JSON-LD and meta elements state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Contributor
from ..body.looks import squeeze
from .head import Head, text_value, type_of
from .persons import Persons

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor",
    "cxenseparse:author", "byl", "article:author_name", "twitter:creator:name", "creator", "citation_author",
    "article.author", "rbauthors", "bt:author", "shareaholic:article_author_name", "mediator_author", "og:author",
    "page.content.author", "og:article:author", "dc.creator.name", "vr:author",
)  # fmt: skip

Hit = tuple[tuple[Contributor, ...], str, float]


def stated(head: Head, persons: Persons) -> Iterator[Hit]:
    """Yield names, locator and confidence."""
    article = head.article()
    for key, sure in (("author", 0.92), ("creator", 0.8), ("contributor", 0.55)):
        value = article.get(key)
        people = value if isinstance(value, list) else [value] if value else []
        names = _unique(c for person in people[:20] for c in _of_record(person, persons))
        if names:
            yield names, f"json-ld {key}", sure
        elif people:
            agencies = _unique(
                c for p in people[:4] for c in persons.stated(text_value(p), organisations=True, only_agencies=True)
            )
            if agencies:
                yield agencies, f"json-ld {key}", sure - 0.3
    for rank, name in enumerate(_METAS):
        values = head.all(name)[:8]
        names = _unique(c for value in values for c in persons.stated(value))
        if names:
            yield names, f"meta {name}", 0.84 - 0.005 * rank
        elif values:
            agencies = _unique(
                c for value in values[:2] for c in persons.stated(value, organisations=True, only_agencies=True)
            )
            if agencies:
                yield agencies, f"meta {name}", 0.56


def _of_record(person: Any, persons: Persons) -> tuple[Contributor, ...]:
    if isinstance(person, dict):
        if "Organization" in type_of(person) or "Corporation" in type_of(person):
            return ()
        name = person.get("name") or ""
        if isinstance(name, list):
            return tuple(c for n in name for c in persons.stated(str(n)))
        return persons.stated(text_value(name))
    return persons.stated(text_value(person))


def _unique(names: Iterator[Contributor]) -> tuple[Contributor, ...]:
    seen: dict[str, Contributor] = {}
    for person in names:
        seen.setdefault(squeeze(person.name), person)
    return tuple(seen.values())
