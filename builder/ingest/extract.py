"""The one public door of the cleaner: bytes in, Extraction out. Pure: it merges nothing and needs no archive."""

from __future__ import annotations

import hashlib

from . import markdown_out
from .draft import Extraction, Line, RawDocument
from .formats.html import extract_html
from .furniture import Furniture
from .read import binary_kind, read


def extract(data: bytes, name: str, *, timezone: str = "+09:00", furniture: Furniture | None = None) -> Extraction:
    """Extract one raw file.

    Args:
        data: The file's bytes.
        name: Its path as the user gave it, with forward slashes.
        timezone: Zone of dates that name none, as ``+09:00``.
        furniture: What is known of the lines that the source's pages repeat.

    Returns:
        The extraction; for what is no article, one whose ``verdict`` says why. Never raises on bad input.
    """
    kind = binary_kind(data)
    if kind:
        raw = RawDocument(name, hashlib.sha256(data).hexdigest(), "application/octet-stream", "", kind, "")
        return Extraction(raw, f"not-an-article: {kind}", confidence=0.0)
    raw, problems = read(data, name)
    if raw.media_type == "text/html":
        return extract_html(raw, timezone=timezone, furniture=furniture, problems=problems)
    lines = tuple(Line(n, t.strip(), t.strip()) for n, t in enumerate(raw.text.split("\n"), 1) if t.strip())
    verdict = "article" if lines else "not-an-article: empty"
    return Extraction(raw, verdict, body=markdown_out.join(lines), lines=lines, problems=problems)
