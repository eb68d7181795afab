"""What the archive already holds, as ingest needs to know it: every article's identity, originals and seal.

Reads front matter only as far as ingest understands it, and leaves its values to ``check``. A file whose front matter
a person broke while editing still counts by the id and the digests that can be seen in it, so that its work is not
added a second time; what broke is its ``fault``. Where nothing can be seen, nobody knows whose article it is: it is
``unreadable``, and as long as it is nothing can be added.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from .. import yaml_source
from ..archive import plain_yaml
from ..archive.front_matter import split
from ..archive.inside import linked_out
from ..archive.layout import ARTICLES
from ..archive.load import own_bounds, walk
from ..archive.seal import FRONT, is_untouched, normalised
from ..diagnostics import ArchiveError, Diagnostic, Location, system_reason
from ..model import SeriesPlace

_SHA256 = re.compile(r"\b[0-9a-f]{64}\b")
_ID = re.compile(r"""^id:[ \t]*["']?([\w.-]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Held:
    """An article in the archive."""

    path: str
    """Relative to the archive's folder."""
    id: str
    title: str
    date: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    series: SeriesPlace | None
    status: str
    publication: str
    url: str
    files: tuple[str, ...]
    sha256: tuple[str, ...]
    """Of its own originals, in page order."""
    also_files: tuple[str, ...]
    also_sha256: tuple[str, ...]
    """Of the originals of its other appearances."""
    also_urls: tuple[str, ...]
    digest: str
    """Of the whole file."""
    edited: bool = False
    """Whether it is no longer as ingest wrote it."""
    fault: Diagnostic | None = None
    """Why the file cannot be read as an article; None where it can, at least as far as ingest needs it."""


class Shelf:
    """All articles of an archive, found by id, by original and by address."""

    def __init__(self, articles: Iterable[Held], unreadable: Iterable[Diagnostic] = ()) -> None:
        self.articles = tuple(articles)
        self.unreadable = tuple(unreadable)
        """Why the files of some articles tell nothing at all."""
        self.by_sha256 = {sha: held for held in self.articles for sha in (*held.also_sha256, *held.sha256)}
        self.ids = {held.id for held in self.articles} | {Path(held.path).stem for held in self.articles}

    @classmethod
    def read(cls, archive: Path, content: str) -> Shelf:
        """The shelf of the archive in ``archive``; ``content`` is its content folder.

        Raises ArchiveError where that, or its folder of articles, is linked out of the archive.
        """
        bounds, own = own_bounds(archive, content), f"{content}/{ARTICLES}"
        if bounds.linked_out(archive / own):
            raise ArchiveError([linked_out(archive, own)])
        files = [(path, entry) for path, entry in walk(archive, own) if path.endswith(".md")]
        found = [
            linked_out(archive, path)
            if entry.is_symlink() and bounds.linked_out(entry.path)
            else read_held(archive / path, path)
            for path, entry in sorted(files, key=itemgetter(0))
        ]
        return cls(
            (held for held in found if isinstance(held, Held)),
            (fault for fault in found if isinstance(fault, Diagnostic)),
        )

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files that cannot be read as articles."""
        return tuple(held.fault for held in self.articles if held.fault)


def read_held(file: Path, path: str) -> Held | Diagnostic:
    """One article's file; a Diagnostic where it cannot be read, or holds no text in which anything could be seen."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return Diagnostic("ingest/article-unreadable", Location(path), values={"reason": system_reason(error)})
    text = normalised(data.decode("utf-8", "replace"))
    front = FRONT.match(text)
    values = front_values(front.group(1)) if front else None
    fault = split(data, path) if values is None or "\ufffd" in text else None
    if values is None:
        seen = front.group(1) if front else text[:8000].replace("\0", "")  # UTF-16 has one in every letter
        name = _ID.search(seen)
        if b"\0" in data and not name and not _SHA256.search(seen):
            return Diagnostic("ingest/article-unreadable", Location(path), values={"reason": ""})
        values = {"id": name.group(1) if name else "", "source": {"sha256": _SHA256.findall(seen)}}
    held = _held(values, path, hashlib.blake2b(data, digest_size=12).hexdigest())
    held = replace(held, edited=not is_untouched(text))
    return replace(held, fault=fault) if isinstance(fault, Diagnostic) else held


def front_values(front: str) -> dict[str, Any] | None:
    """What a front matter says, key by key; None where it is no mapping or cannot be read."""
    values = plain_yaml.load(front)
    if values is None:
        with suppress(yaml_source.YamlProblem):
            values = yaml_source.load(front)
    return values if isinstance(values, dict) else None


def _held(values: dict[str, Any], path: str, digest: str) -> Held:
    """An article from its front matter; what is not as it should be counts as absent."""
    source = values.get("source")
    source = source if isinstance(source, dict) else {}
    others = [place for place in _many(values.get("also_in")) if isinstance(place, dict)]
    people = [p.get("name") if isinstance(p, dict) else p for p in _many(values.get("authors") or values.get("author"))]
    return Held(
        path=path,
        id=_text(values.get("id")) or Path(path).stem,
        title=_text(values.get("title")),
        date=_text(values.get("date")),
        authors=_texts(people),
        topics=_texts(_many(values.get("topics"))),
        series=_series(values.get("series")),
        status=_text(values.get("status")),
        publication=_text(source.get("publication")),
        url=_text(source.get("url")),
        files=_texts(_many(source.get("file"))),
        sha256=_texts(_many(source.get("sha256"))),
        also_files=_texts([place.get("file") for place in others]),
        also_sha256=_texts([place.get("sha256") for place in others]),
        also_urls=_texts([place.get("url") for place in others]),
        digest=digest,
    )


def _series(value: Any) -> SeriesPlace | None:
    name, number = (value.get("name"), value.get("number")) if isinstance(value, dict) else (value, None)
    return SeriesPlace(_text(name), number if type(number) is int else None) if _text(name) else None


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _texts(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(text for value in values if (text := _text(value)))


def body_of(archive: Path, held: Held) -> str:
    """The Markdown body of an article as it stands in its file; empty where it cannot be read."""
    try:
        text = normalised((archive / held.path).read_bytes().decode("utf-8", "replace"))
    except OSError:
        return ""
    front = FRONT.match(text)
    return text[front.end() :] if front else text
