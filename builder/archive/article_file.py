"""One article file -> Article, or all that is wrong with it. ``write`` is the way back."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any

from ..diagnostics import Diagnostic
from ..model import (
    Appearance,
    Article,
    ArticleId,
    BodyRef,
    Contributor,
    Rights,
    SeriesPlace,
    Source,
    Status,
)
from ..text import plain
from ..text.devices import device
from .fields import Fields
from .front_matter import Split, body_digest, body_of, split

KEYS = (
    "id", "title", "subtitle", "date", "updated", "embargo", "authors", "topics", "series", "section", "source",
    "also_in", "republished_from", "note", "part", "of", "incomplete", "language", "summary", "rights", "status",
    "aliases", "seal",
)  # fmt: skip
"""The keys of an article's front matter, in writing order."""
ACCEPTED = {"author": "authors", "tags": "topics", "categories": "topics", "slug": "id", "lang": "language"}
"""Keys of other generators, and ours."""
_TOPIC_KEYS = ("topics", *(theirs for theirs, ours in ACCEPTED.items() if ours == "topics"))
_CHOICES = {
    value.value: f"{key}: {value.value}"
    for key, choices in (("status", Status), ("rights", Rights))
    for value in choices
}
"""What a value used as a key, such as ``draft``, stands for."""
CONTRIBUTOR_KEYS = ("name", "role", "profile")
SERIES_KEYS = ("name", "number")
SOURCE_KEYS = ("publication", "url", "retrieved", "file", "sha256")
APPEARANCE_KEYS = ("publication", "url", "date", "file", "sha256")

_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_-])?\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_BLANKS = re.compile(r"[ \t\r\n]+")
_IMAGE = re.compile(r"!\[(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*\]\(\s*(?:<([^<>\n]+)>|([^)\s<>]+))")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where an article does not say; from archive.yaml."""

    language: str = "ja"
    timezone: str = "+09:00"
    rights: Rights = Rights.FULL


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What one file gave."""

    article: Article | None
    """None where a problem leaves no article."""
    problems: tuple[Diagnostic, ...] = ()
    accepted: tuple[str, ...] = ()
    """Keys of other generators that the file uses."""


def parse(path: str, data: bytes, defaults: Defaults) -> ArticleFile:
    """The article in ``data``, the bytes of ``path`` (relative to the archive's folder, with forward slashes)."""
    parts = split(data, path)
    if isinstance(parts, Diagnostic):
        return ArticleFile(None, (parts,))
    values, written = _our_keys(parts.values)
    as_written = Fields(parts.values, path, parts.front, 2)
    for key in _TOPIC_KEYS:
        as_written.check_single(key)
    fields = Fields(values, path, parts.front, 2, written)
    fields.problems += as_written.problems
    for theirs, ours in ACCEPTED.items():
        if parts.values.get(theirs) is not None and parts.values.get(ours) is not None and theirs != "slug":
            fields.problem("article/key-twice", (theirs,), on_key=True, name=theirs, other=ours)
    fields.check_keys(KEYS, meant=_CHOICES)
    body = BodyRef(path, parts.line, parts.offset, body_digest(body_of(data, parts.offset)))
    article = _article(fields, parts, body, defaults)
    accepted = tuple(key for key in ACCEPTED if key in parts.values)
    return ArticleFile(None if fields.problems else article, tuple(fields.problems), accepted)


def _one_line(text: str) -> str:
    """A heading: line breaks and runs of blanks become one; a full-width space is part of how it was set."""
    return _BLANKS.sub(" ", text)


def _our_keys(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values under our keys, and for those that were written under another, that other."""
    if values.keys().isdisjoint(ACCEPTED):
        return values, {}
    ours = {key: value for key, value in values.items() if key not in ACCEPTED}
    written: dict[str, str] = {}
    for theirs, key in ACCEPTED.items():
        value = values.get(theirs)
        if value is None:
            continue
        if key in written and key == "topics":  # tags and categories: both are topics
            ours[key] = [*_as_list(ours[key]), *_as_list(value)]
        elif ours.get(key) is None:
            ours[key] = value
            written[key] = theirs
    return ours, written


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _article(fields: Fields, parts: Split, body: BodyRef, defaults: Defaults) -> Article:
    title = _one_line(fields.needed("article/no-title", "title"))
    identifier = _identifier(fields, body.path)
    summary = fields.text("summary")
    said = f"{identifier}\0{defaults}\0{parts.front}\0{body.digest}"
    digest = blake2b(said.encode(), digest_size=16).hexdigest()
    return Article(
        id=ArticleId(identifier),
        title=title,
        body=body,
        subtitle=_one_line(fields.text("subtitle")),
        date=fields.date(defaults.timezone, "date"),
        updated=fields.date(defaults.timezone, "updated"),
        embargo=fields.date(defaults.timezone, "embargo"),
        authors=_authors(fields),
        topics=fields.texts("topics"),
        series=_series(fields),
        section=fields.text("section"),
        source=_source(fields, defaults),
        also_in=_also_in(fields, defaults),
        republished_from=fields.text("republished_from"),
        note=fields.text("note"),
        part=fields.number("part"),
        of=fields.number("of"),
        incomplete=fields.truth("incomplete"),
        language=_language(fields, defaults),
        summary=summary,
        rights=fields.choice(Rights, defaults.rights, "rights"),
        status=fields.choice(Status, Status.PUBLISHED, "status"),
        aliases=fields.texts("aliases"),
        seal=fields.text("seal"),
        excerpt=plain.cut(" ".join(summary.split()), 240) if summary else plain.opening(parts.body),
        length=plain.length(parts.body),
        images=_images(parts.body),
        digest=digest,
    )


def _identifier(fields: Fields, path: str) -> str:
    identifier = fields.text("id") or PurePosixPath(path).stem
    key = "id" if "id" in fields.values else "title"
    if not _ID.match(identifier):
        stem = PurePosixPath(path).stem
        example = base64.b32encode(blake2b(stem.encode(), digest_size=5).digest()).decode().lower()
        fields.problem("article/bad-id", (key,), value=identifier, example=example)
    elif name := device(identifier):
        rest = identifier[len(name) + 1 :] or "1"
        fields.problem("article/reserved-id", (key,), value=identifier, device=name, example=f"{name}-{rest}")
    return identifier


def _authors(fields: Fields) -> tuple[Contributor, ...]:
    found: list[Contributor] = []
    fields.check_single("authors")
    for key in fields.items("authors", known=CONTRIBUTOR_KEYS):
        if not fields.is_mapping(*key):
            name = fields.text(*key)
            found += [Contributor(name)] if name else []
            continue
        name = fields.text(*key, "name")
        if name:
            found.append(Contributor(name, fields.text(*key, "role"), fields.text(*key, "profile")))
        else:
            fields.problem("article/author-without-name", key)
    return tuple(found)


def _series(fields: Fields) -> SeriesPlace | None:
    if not fields.is_mapping("series"):
        name = fields.text("series")
        return SeriesPlace(name) if name else None
    fields.check_keys(SERIES_KEYS, "series")
    name, number = fields.text("series", "name"), fields.number("series", "number", least=0)  # 第0回
    if not name:
        fields.problem("article/series-without-name", ("series",))
        return None
    return SeriesPlace(name, number)


def _source(fields: Fields, defaults: Defaults) -> Source:
    if isinstance(fields.values.get("source"), str):
        return Source(publication=fields.text("source"))
    if not fields.mapping("source", known=SOURCE_KEYS):
        return Source()
    return Source(
        fields.text("source", "publication"),
        fields.text("source", "url"),
        fields.date(defaults.timezone, "source", "retrieved"),
        fields.texts("source", "file"),
        fields.texts("source", "sha256"),
    )


def _also_in(fields: Fields, defaults: Defaults) -> tuple[Appearance, ...]:
    return tuple(
        Appearance(
            fields.text(*key, "publication"),
            fields.text(*key, "url"),
            fields.date(defaults.timezone, *key, "date"),
            fields.text(*key, "file"),
            fields.text(*key, "sha256"),
        )
        if fields.is_mapping(*key)
        else Appearance(publication=fields.text(*key))
        for key in fields.items("also_in", known=APPEARANCE_KEYS)
    )


def _language(fields: Fields, defaults: Defaults) -> str:
    value = fields.text("language")
    if value and not _LANGUAGE.match(value):
        fields.problem("field/bad-form", ("language",), name="language", value=value, example="ja, en, zh-Hant")
    return value or defaults.language


def _images(body: str) -> tuple[str, ...]:
    """Pictures of our own that the body shows, as it names them."""
    if "![" not in body:
        return ()
    found = (in_brackets or bare for in_brackets, bare in _IMAGE.findall(body))
    return tuple(dict.fromkeys(at for at in found if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#", at)))
