"""The one public door of the cleaner: bytes in, Extraction out. Pure: it merges nothing and needs no archive."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import Any

from ..diagnostics import Diagnostic
from ..model import Contributor
from ..text.controls import without_controls
from ..yaml_source import CONTROL
from .cleaning.furniture import Furniture
from .cleaning.matching import rules_with
from .cleaning.rules import Rule
from .extraction import Extraction, RawDocument
from .formats.html import extract_html
from .formats.mhtml import page_part
from .formats.text import extract_text
from .formats.webarchive import archived_page
from .html.page import MAX_TEXT, NoPage
from .raw.mojibake import is_mojibake
from .raw.noise import is_noise
from .raw.program_text import is_program_text
from .raw.read import MAX_BYTES, binary_kind, read

MAX_LINES = 10_000
"""A dump of more lines is no page."""
MAX_TAGS = 60_000
"""An HTML file of more tags is no page."""
MAX_PARTS = 10_000
"""An MHTML file of more parts is no page."""
MAX_CHARACTERS = 6_000_000
"""An HTML file of more characters is no page, even where most are markup; embedded pictures do not count."""
_FEED = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--.{0,400}?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.S)
"""How a feed, a sitemap or a list of feeds begins."""

_TEXTS = ("title", "subtitle", "section", "publication", "url", "republished_from", "note", "summary", "body")
"""Fields of an Extraction that hold text."""


def is_page_sized(raw: RawDocument) -> bool:
    """False for what is too long to be one page, and would take too long to read as one."""
    if raw.media_type == "text/html":
        return len(raw.text) <= MAX_CHARACTERS and raw.text.count("<") <= MAX_TAGS
    return len(raw.text) <= MAX_TEXT and raw.text.count("\n") <= MAX_LINES


def extract(
    data: bytes,
    name: str,
    *,
    furniture: Furniture | None = None,
    rules: tuple[Rule, ...] = (),
) -> Extraction:
    """Extract one raw file.

    Args:
        data: The file's bytes.
        name: Its path as the user gave it, with forward slashes.
        furniture: What is known of the lines that the source's pages repeat.
        rules: The source's own cleaning rules, beside those that come with the program.

    Returns:
        The extraction; for what is no article, one whose ``verdict`` says why. Never raises on bad input. Its body and
        metadata hold no control characters; its lines are as they came.
    """
    return _printable(_extract(data, name, furniture, rules))


def _printable(found: Extraction) -> Extraction:
    changes: dict[str, Any] = {
        name: without_controls(text) for name in _TEXTS if CONTROL.search(text := getattr(found, name))
    }
    people = tuple(Contributor(*map(without_controls, (who.name, who.role, who.profile))) for who in found.authors)
    if people != found.authors:
        changes["authors"] = people
    if found.series and CONTROL.search(found.series.name):
        changes["series"] = replace(found.series, name=without_controls(found.series.name))
    return replace(found, **changes) if changes else found


def _extract(data: bytes, name: str, furniture: Furniture | None, rules: tuple[Rule, ...]) -> Extraction:
    page = archived_page(data) if len(data) <= MAX_BYTES else None
    if page is None:
        if kind := binary_kind(data):
            raw = RawDocument(name, hashlib.sha256(data).hexdigest(), "application/octet-stream", "", kind, "")
            return _refused(raw, kind, ())
        raw, problems = read(data, name)
        if raw.media_type == "multipart/related":
            if data.count(b"\n--") > MAX_PARTS:
                return _refused(raw, "too-large", problems)
            page = page_part(data)
            if page is None:
                return _refused(raw, "empty", problems)
    saved_from, stored = "", frozenset[str]()
    if page:
        inner, problems = read(page.data, f"{name}.html", page.charset)
        digest = hashlib.sha256(data).hexdigest()
        raw, saved_from, stored = replace(inner, name=name, sha256=digest), page.url, page.pictures
    if is_noise(raw):  # an encoding found for what is no text means nothing
        return _refused(raw, "binary", ())
    if refusal := _no_page(raw):
        return _refused(raw, refusal, problems)
    ready = rules_with(rules)
    if raw.media_type != "text/html":
        return extract_text(raw, furniture=furniture, problems=problems, rules=ready)
    try:
        return extract_html(
            raw, furniture=furniture, problems=problems, rules=ready, saved_from=saved_from, stored=stored
        )
    except NoPage as no:
        return _refused(raw, str(no), problems)


def _no_page(raw: RawDocument) -> str:
    """What a file is whose text is no page; empty for one that may be a page."""
    if not is_page_sized(raw):
        return "too-large"
    if is_mojibake(raw.text):
        return "mojibake"
    if _FEED.match(raw.text):
        return "listing"
    return "program" if is_program_text(raw.text) else ""


def _refused(raw: RawDocument, why: str, problems: tuple[Diagnostic, ...]) -> Extraction:
    return Extraction(raw, f"not-an-article: {why}", confidence=0.0, problems=problems)
