"""Records of authors, topics and series: one YAML file each, named by its id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..diagnostics import Diagnostic
from ..model import Author, AuthorId, Link, Series, SeriesId, Topic, TopicId
from .fields import Fields
from .front_matter import decode, mapping

AUTHOR_KEYS = ("name", "reading", "romaji", "variants", "profile", "links")
TOPIC_KEYS = ("name", "description", "terms")
SERIES_KEYS = ("name", "description")
LINK_KEYS = ("title", "url")

Record = Author | Topic | Series


@dataclass(frozen=True, slots=True)
class RecordFile:
    """What one file gave."""

    record: Record | None
    """None where a problem leaves no record."""
    problems: tuple[Diagnostic, ...] = ()


def fields_of(path: str, data: bytes) -> Fields | Diagnostic:
    """What stands in a record of any kind; a Diagnostic where that is no mapping."""
    text = decode(data, path)
    if isinstance(text, Diagnostic):
        return text
    values = mapping(text, path)
    return values if isinstance(values, Diagnostic) else Fields(values, path, text)


def name_in(fields: Fields) -> str:
    """The name that every record needs."""
    return fields.needed("record/no-name", "name")


def parse(path: str, data: bytes) -> RecordFile:
    """The record in ``data``, the bytes of ``path``; its kind is the name of its folder."""
    fields = fields_of(path, data)
    if isinstance(fields, Diagnostic):
        return RecordFile(None, (fields,))
    where = PurePosixPath(path)
    record = KINDS[where.parent.name](where.stem, fields)
    return RecordFile(None if fields.problems else record, tuple(fields.problems))


def _author(stem: str, fields: Fields) -> Author:
    fields.check_keys(AUTHOR_KEYS)
    return Author(
        AuthorId(stem),
        name_in(fields),
        fields.text("reading"),
        fields.text("romaji"),
        fields.names("variants"),
        fields.text("profile"),
        tuple(_link(fields, key) for key in fields.items("links", known=LINK_KEYS)),
        has_record=True,
    )


def _link(fields: Fields, key: tuple[str | int, ...]) -> Link:
    said = len(fields.problems)
    url = fields.text(*key, "url") if fields.is_mapping(*key) else fields.text(*key)
    if not url.startswith(("https://", "http://")) and len(fields.problems) == said:
        fields.problem("field/bad-form", key, name="url", value=url, example="https://example.org/")
    title = fields.text(*key, "title") if fields.is_mapping(*key) else ""
    return Link(title or url, url)


def _topic(stem: str, fields: Fields) -> Topic:
    fields.check_keys(TOPIC_KEYS)
    return Topic(TopicId(stem), name_in(fields), fields.text("description"), fields.names("terms"), has_record=True)


def _series(stem: str, fields: Fields) -> Series:
    fields.check_keys(SERIES_KEYS)
    return Series(SeriesId(stem), name_in(fields), fields.text("description"), has_record=True)


KINDS: dict[str, Callable[[str, Fields], Record]] = {"authors": _author, "topics": _topic, "series": _series}
"""Folders of content/ that hold records, and how each is read."""
