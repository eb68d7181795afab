"""The front matter and the records as JSON Schema (draft 2020-12), for editors that check while one types."""

from __future__ import annotations

from typing import Any

from ..model import Rights, Status
from .article_file import ACCEPTED, APPEARANCE_KEYS, CONTRIBUTOR_KEYS, KEYS, SERIES_KEYS, SOURCE_KEYS
from .records import AUTHOR_KEYS, LINK_KEYS, TOPIC_KEYS
from .records import SERIES_KEYS as SERIES_RECORD_KEYS

_TEXT = {"type": ["string", "number"]}
_TEXTS = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_NUMBER = {"type": "integer", "minimum": 1}
_DATE = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?)?$"}


def _mapping(keys: tuple[str, ...], **special: dict[str, Any]) -> dict[str, Any]:
    properties = {key: special.get(key, _TEXT) for key in keys}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _one_or_many(item: dict[str, Any]) -> dict[str, Any]:
    either = {"oneOf": [_TEXT, item]}
    return {"oneOf": [_TEXT, item, {"type": "array", "items": either}]}


_ARTICLE: dict[str, dict[str, Any]] = {
    "id": {"type": ["string", "integer"], "pattern": r"^[A-Za-z0-9]([A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?$"},
    "date": _DATE,
    "updated": _DATE,
    "embargo": _DATE,
    "authors": _one_or_many(_mapping(CONTRIBUTOR_KEYS)),
    "topics": _TEXTS,
    "series": {"oneOf": [_TEXT, _mapping(SERIES_KEYS, number=_NUMBER)]},
    "source": _mapping(SOURCE_KEYS, retrieved=_DATE, file=_TEXTS, sha256=_TEXTS),
    "also_in": _one_or_many(_mapping(APPEARANCE_KEYS, date=_DATE)),
    "part": _NUMBER,
    "of": _NUMBER,
    "incomplete": {"type": "boolean"},
    "rights": {"enum": [str(value) for value in Rights]},
    "status": {"enum": [str(value) for value in Status]},
    "aliases": _TEXTS,
}


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file: the front matter of an article, or a record."""
    schema: dict[str, Any]
    if kind == "article":
        theirs = {key: _ARTICLE.get(ours, _TEXT) for key, ours in ACCEPTED.items()}
        schema = _mapping((*KEYS, *ACCEPTED), **_ARTICLE, **theirs)
        schema["required"] = ["title"]
    else:
        links = _one_or_many(_mapping(LINK_KEYS))
        keys = {"author": AUTHOR_KEYS, "topic": TOPIC_KEYS, "series": SERIES_RECORD_KEYS}[kind]
        schema = _mapping(keys, variants=_TEXTS, terms=_TEXTS, links=links)
        schema["required"] = ["name"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Rondan: {kind}", **schema}
