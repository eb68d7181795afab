"""The statements a page makes for machines: meta elements, JSON-LD, links. Read once, judged elsewhere."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$", re.S)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|Posting|Column", re.I)
_SPACES = re.compile(r"[^\S\u3000]+")
"""A full-width space is part of how a text was set."""
_SPLIT = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile(r"[\ud800-\udfff]")
"""What is left of a sign beyond U+FFFF where a program cut a text to a length; no file can hold it."""
_LARGEST = 600_000
_WIDE_BLANKS = re.compile("\u3000{3,}")
_LONGEST = 20_000
"""Characters of a title or a meta that are read."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Head:
    """Everything stated, in document order."""

    title: str
    metas: tuple[tuple[str, str], ...]
    """Lower-case property, name or itemprop, and its content."""
    records: tuple[dict[str, Any], ...]
    """JSON-LD objects, flattened: graphs and lists opened, nested objects left inside."""
    links: tuple[tuple[str, str], ...]
    """rel and href."""
    language: str
    """The html element's, lower case."""

    def all(self, *names: str) -> list[str]:
        """Return the contents of the metas of these names, in the order of the names."""
        return [content for name in names for key, content in self.metas if key == name and content]

    def first(self, *names: str) -> str:
        """Return the first of them, or the empty string."""
        found = self.all(*names)
        return found[0] if found else ""

    def article(self) -> dict[str, Any]:
        """Return the JSON-LD record that describes the article itself; empty where there is none."""
        best: dict[str, Any] = {}
        best_rank = 0
        for record in self.records:
            if _ARTICLE_TYPES.search(type_of(record)):
                rank = 1 + sum(key in record for key in ("headline", "datePublished", "author", "articleBody"))
                if rank > best_rank:
                    best, best_rank = record, rank
        return best


def head_of(root: etree._Element) -> Head:
    """Read the head of a page (and what stands elsewhere, as careless pages have it)."""
    title = ""
    metas: list[tuple[str, str]] = []
    links: list[tuple[str, str]] = []
    records: list[dict[str, Any]] = []
    for element in root.iter("title", "meta", "link", "script"):
        tag = element.tag
        if tag == "title":
            title = title if title.strip() else (element.text or "")[:_LONGEST]
        elif tag == "meta":
            metas.extend(_meta(element))
        elif tag == "link":
            if href := element.get("href"):
                links.append((element.get("rel", "").lower(), href))
        elif "ld+json" in (element.get("type") or "").lower():
            records.extend(_stated_records(element.text or ""))
    _resolve(records)
    language = (root.get("lang") or root.get("xml:lang") or "").lower()
    return Head(_clean(title), tuple(metas), tuple(records), tuple(links), language)


def _meta(element: etree._Element) -> Iterator[tuple[str, str]]:
    content = element.get("content") or element.get("value")
    if content:
        for attribute in ("property", "name", "itemprop"):
            if name := element.get(attribute):
                yield name.strip().lower(), _clean(content[:_LONGEST])


def _stated_records(text: str) -> Iterator[dict[str, Any]]:
    if not text or len(text) >= _LARGEST:
        return
    value = _parsed(text)
    yield from _records(value) if value is not None else _salvaged(text)


def _clean(text: str) -> str:
    if "&" in text:
        text = html.unescape(text)
    return _WIDE_BLANKS.sub("\u3000\u3000", _SPACES.sub(" ", text)).strip()


def _parsed(text: str) -> Any:
    for attempt in (text, _TRAILING.sub("", _COMMENT.sub("", text.strip())).strip(" ;\n")):
        try:
            value = json.loads(attempt, strict=False)
            return json.loads(_HALF.sub("", json.dumps(value, ensure_ascii=False))) if _SPLIT.search(text) else value
        except (ValueError, RecursionError):
            continue
    return None


def _salvaged(text: str) -> Iterator[dict[str, Any]]:
    """Read the plain strings of JSON-LD that is broken elsewhere."""
    record: dict[str, Any] = {}
    for key in ("headline", "datePublished", "dateModified", "articleSection"):
        match = re.search(rf'"{key}"\s*:\s*"((?:[^"\\\n]|\\.){{1,400}})"', text)
        if match:
            record[key] = match[1].replace('\\"', '"').replace("\\/", "/")
    authors = re.search(r'"author"\s*:\s*(?:\[[^\]]{0,2000}|\{[^{}]{0,300})', text)
    if authors and (names := re.findall(r'"name"\s*:\s*("[^"\n]{1,100}")', authors[0])):
        record["author"] = [name for name in map(_parsed, names) if name]
    if record:
        yield {"@type": "Article", **record}


def _records(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _records(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value or "headline" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"):
            if isinstance(value.get(key), list | dict):
                yield from _records(value[key], depth + 1)


def _resolve(records: Sequence[dict[str, Any]]) -> None:
    """Put the records that a graph names by ``@id`` in the place of the mere reference."""
    known = {str(record["@id"]): record for record in records if "@id" in record and "name" in record}
    for record in records:
        for key in ("author", "creator", "publisher"):
            value = record.get(key)
            if isinstance(value, list):
                record[key] = [_meant(each, known) for each in value]
            elif value:
                record[key] = _meant(value, known)


def _meant(value: Any, known: Mapping[str, dict[str, Any]]) -> Any:
    mere = isinstance(value, dict) and "@id" in value and set(value) <= {"@id", "@type"}
    return known.get(str(value["@id"]), value) if mere else value


def type_of(record: dict[str, Any]) -> str:
    """Return a record's type or types as one string."""
    kind = record.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def text_value(value: Any) -> str:
    """Return a JSON-LD value as text: of an object its name, of a list the first."""
    if isinstance(value, list):
        return next((t for t in map(text_value, value) if t), "")
    if isinstance(value, dict):
        return text_value(value.get("name") or value.get("@value") or value.get("headline") or "")
    return _clean(str(value)) if isinstance(value, str | int | float) else ""
