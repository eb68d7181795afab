"""The values that travel through ingest: raw bytes -> text -> numbered lines -> claims and findings -> extraction.

Nothing is thrown away on this road: a line that does not reach the article is claimed, by name, by the rule that
took it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..model import Contributor, SeriesPlace


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One saved page or dump, decoded."""

    name: str
    """Path as given by the user, with forward slashes."""
    sha256: str
    media_type: str
    """text/html or text/plain."""
    encoding: str
    """WHATWG label of the encoding that was found."""
    encoding_found: str
    """bom, declared, valid-utf8, detected … : how it was found."""
    text: str


JAPAN = "+09:00"
"""Zone of the times that Japanese pages print without one; that of other pages' times stays open."""


class LineKind(StrEnum):
    """What a line is, as its markup or its look tells."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    IMAGE = "image"
    TABLE = "table"
    CODE = "code"
    FOOTNOTE = "footnote"
    RULE = "rule"


class Line(NamedTuple):
    """One visible block of the raw page. A tuple, as is Claim: a page has hundreds, and tuples are made sooner."""

    number: int
    """1-based; for a text dump the line of the file, for HTML the block's number in reading order."""
    text: str
    """Plain text, ruby readings left out, as the rules judge it."""
    markdown: str
    """The same as Markdown: links, emphasis, ruby kept. Of a line that does not reach the article, the plain text."""
    kind: LineKind = LineKind.PARAGRAPH
    level: int = 0
    """Of a heading, 1 to 6; of a list item, its depth."""
    inside: tuple[str, ...] = ()
    """Ancestors of an HTML block, outermost first, as ``div#id.class``; empty for text dumps."""


class Claim(NamedTuple):
    """A rule's hold on a line."""

    line: int
    rule: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of metadata: what it is, where it was found, how sure that is."""

    field: str
    """title, author, date, updated, section, series, publication, url, republished_from, note, page, language …"""
    value: str
    locator: str
    """Such as ``meta[property=og:title]``, ``json-ld``, ``line 5``."""
    confidence: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the cleaner makes of one raw page: the pure result of ``extract``. Merges nothing, needs no archive."""

    raw: RawDocument
    verdict: str
    """``article`` or ``not-an-article: <why>`` (empty, listing, login, not-found, paywall-stub, binary …)."""
    title: str = ""
    subtitle: str = ""
    date: str = ""
    updated: str = ""
    authors: tuple[Contributor, ...] = ()
    section: str = ""
    series: SeriesPlace | None = None
    publication: str = ""
    url: str = ""
    republished_from: str = ""
    note: str = ""
    """The republication note or another remark of the outlet, verbatim."""
    page: int | None = None
    """n of "page n of m", only where it is printed."""
    pages: int | None = None
    next_url: str = ""
    starts_mid_article: bool = False
    ends_mid_article: bool = False
    language: str = ""
    summary: str = ""
    body: str = ""
    """Markdown."""
    confidence: float = 1.0
    """Of the whole; low values go to review."""
    findings: tuple[Finding, ...] = ()
    lines: tuple[Line, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Each line is either kept or claimed, by at least one rule."""
    images: tuple[str, ...] = ()
    """References of the images the body shows."""
    problems: tuple[Diagnostic, ...] = ()
