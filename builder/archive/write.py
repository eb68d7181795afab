"""Article + body -> the text of its file: the one writer of article files (the reader is ``article_file``).

The form is described in docs/content-format.md. Keys that say nothing are left out; the order is fixed, so that
two versions of a file differ only where their values do. ``read(write(article, body)) == article``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..model import Article, Contributor, Rights, Source, Status
from .seal import seal_of
from .yaml_text import dump


def file_text(article: Article, body: str, *, sealed: bool = False) -> str:
    """The whole file, ending in one newline. ``sealed``: as ingest writes it; else ``article.seal`` stands as it is.

    What follows from body and file (excerpt, length, digest, BodyRef) is not written.
    """
    values = front_matter(article)
    values.pop("seal", None)
    text = _file(values, body)
    seal = seal_of(text) if sealed else article.seal
    return _file({**values, "seal": seal}, body) if seal else text


def _file(values: dict[str, Any], body: str) -> str:
    body = body.strip("\n")
    return f"---\n{dump(values)}---\n" + (f"\n{body}\n" if body.strip() else "")


def front_matter(article: Article) -> dict[str, Any]:
    """The front matter as plain values, in writing order, without empty ones."""
    values: dict[str, Any] = {
        "id": str(article.id),
        "title": article.title,
        "subtitle": article.subtitle,
        "date": str(article.date),
        "updated": str(article.updated),
        "embargo": str(article.embargo),
        "authors": [_contributor(person) for person in article.authors],
        "topics": list(article.topics),
        "series": _series(article),
        "section": article.section,
        "source": _source(article.source),
        "also_in": [_without_empty(asdict(place)) for place in article.also_in],
        "republished_from": article.republished_from,
        "note": article.note,
        "part": article.part,
        "of": article.of,
        "incomplete": article.incomplete or None,
        "language": article.language,
        "summary": article.summary,
        "rights": "" if article.rights is Rights.FULL else str(article.rights),
        "status": "" if article.status is Status.PUBLISHED else str(article.status),
        "aliases": list(article.aliases),
        "seal": article.seal,
    }
    return _without_empty(values)


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}


def _contributor(person: Contributor) -> str | dict[str, Any]:
    if person.role or person.profile:
        return _without_empty(asdict(person))
    return person.name


def _series(article: Article) -> str | dict[str, Any]:
    if article.series is None:
        return ""
    if article.series.number is None:
        return article.series.name
    return {"name": article.series.name, "number": article.series.number}


def _source(source: Source) -> dict[str, Any]:
    return _without_empty(
        {
            "publication": source.publication,
            "url": source.url,
            "retrieved": source.retrieved,
            "file": _one_or_many(source.files),
            "sha256": _one_or_many(source.sha256),
        }
    )


def _one_or_many(values: tuple[str, ...]) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)
