"""The two files about the archive as a whole: what every search needs first, and what the filters need.

``meta.js`` gives the browser ``rondanIndex``, base64 of a deflated head and planes; it is a script so that it loads
beside the page's own, without a request that has to wait for one, and also where a page is opened from a folder.
Both files begin with a 32-bit length and so much JSON; planes of bytes follow.
"""

from __future__ import annotations

import base64
import json
import marshal
import struct
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from typing import Any

from .deflation import THOROUGH, USUAL, deflate, inflate
from .engine import SearchDocument
from .numbering import Numbering, Year

_LENGTH = struct.Struct("<I")
_WIDE = 3
"""Planes of each number in facets.bin, low to high: how many names an article has, and which. Those that are all zero
deflate to nothing."""
_OPENING, _CLOSING = b'rondanIndex="', b'"\n'


@dataclass(frozen=True, slots=True)
class Meta:
    """What a search has to know before it asks for anything."""

    version: str
    """Changes with any file of the index."""
    years: tuple[Year, ...]
    trees: dict[str, str]
    """Family -> its tree in preorder, see ``tree.py``."""
    letters: str
    """First letters for which there is a list of words."""
    units: tuple[bytes, ...]
    """Sizes of each article's fragments, oldest article first."""


def meta_bytes(meta: Meta) -> bytes:
    """meta.js."""
    head = {
        "v": meta.version,
        "years": [[year.name, year.start, year.count] for year in meta.years],
        "trees": meta.trees,
        "letters": meta.letters,
    }
    counts = array("H", (len(units) for units in meta.units)).tobytes()
    data = _with_head(USUAL, head, counts[0::2], counts[1::2], *meta.units)
    return _OPENING + base64.b64encode(data) + _CLOSING


def read_meta(data: bytes) -> Meta:
    """What ``meta_bytes`` wrote."""
    head, planes = _head_and_planes(base64.b64decode(data[len(_OPENING) : -len(_CLOSING)]))
    years = tuple(Year(*year) for year in head["years"])
    articles = sum(year.count for year in years)
    at = 2 * articles
    units = []
    for low, high in zip(planes[:articles], planes[articles:at], strict=True):
        count = low | high << 8
        units.append(planes[at : at + count])
        at += count
    return Meta(head["v"], years, head["trees"], head["letters"], tuple(units))


@dataclass(frozen=True, slots=True)
class Facets:
    """Names to filter by, and which of them each article has."""

    names: dict[str, tuple[tuple[str, ...], ...]]
    """``authors``, ``topics``, ``series`` -> (id, name, further spellings …) in order of id."""
    columns: dict[str, tuple[tuple[int, ...], ...]]
    """The same kinds -> for each article, oldest first, which of the names."""


def facets(numbering: Numbering) -> Facets:
    """The filters of these articles."""
    documents = numbering.documents
    kinds: dict[str, Callable[[SearchDocument], Iterable[tuple[str, str]]]] = {
        "authors": lambda document: document.authors,
        "topics": lambda document: document.topics,
        "series": lambda document: [document.series] if document.series else (),
    }
    spellings: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if len(document.authors) == 1:
            spellings[document.authors[0][0]] = document.author_keys
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    columns: dict[str, tuple[tuple[int, ...], ...]] = {}
    for kind, of in kinds.items():
        found = {key: name for document in documents for key, name in of(document)}
        order = {key: at for at, key in enumerate(sorted(found))}
        further = spellings if kind == "authors" else {}
        names[kind] = tuple((key, found[key], *further.get(key, ())) for key in order)
        columns[kind] = tuple(tuple(dict.fromkeys(order[key] for key, _ in of(document))) for document in documents)
    return Facets(names, columns)


def facets_digest(numbering: Numbering) -> str:
    """Changes when the filters of these articles would, and seldom else; sooner found than they are."""
    made_of = [(one.authors, one.author_keys, one.topics, one.series) for one in numbering.documents]
    return blake2b(marshal.dumps(made_of, 2), digest_size=16).hexdigest()


def facets_bytes(facets: Facets) -> bytes:
    """facets.bin."""
    planes: list[bytes] = []
    for column in facets.columns.values():
        counts = array("I", map(len, column)).tobytes()
        values = array("I", chain.from_iterable(column)).tobytes()
        planes += (*(counts[at::4] for at in range(_WIDE)), *(values[at::4] for at in range(_WIDE)))
    return _with_head(THOROUGH, facets.names, *planes)


def read_facets(data: bytes, articles: int) -> Facets:
    """What ``facets_bytes`` wrote of so many articles."""
    names, planes = _head_and_planes(data)
    columns: dict[str, tuple[tuple[int, ...], ...]] = {}
    at = 0

    def taken(count: int) -> list[int]:
        nonlocal at
        start, at = at, at + _WIDE * count
        low, middle, high = (planes[start + plane * count : start + (plane + 1) * count] for plane in range(_WIDE))
        return [a | b << 8 | c << 16 for a, b, c in zip(low, middle, high, strict=True)]

    for kind in names:
        counts = taken(articles)
        values = iter(taken(sum(counts)))
        columns[kind] = tuple(tuple(islice(values, count)) for count in counts)
    return Facets({kind: tuple(map(tuple, rows)) for kind, rows in names.items()}, columns)


def _with_head(effort: int, head: Mapping[str, Any], *planes: bytes) -> bytes:
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return deflate(b"".join((_LENGTH.pack(len(text)), text, *planes)), effort)


def _head_and_planes(data: bytes) -> tuple[dict[str, Any], bytes]:
    plain = inflate(data)
    (length,) = _LENGTH.unpack_from(plain)
    return json.loads(plain[4 : 4 + length]), plain[4 + length :]
