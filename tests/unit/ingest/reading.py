"""Pages and dumps of a few words, as they are read."""

from __future__ import annotations

from builder.ingest.cleaning.furniture import Furniture
from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction, RawDocument
from builder.ingest.formats.text import extract_text


def wrapped(body: str, title: str) -> bytes:
    """Return a Japanese page that has nothing around its body."""
    return f"<html lang=ja><meta charset=utf-8><title>{title}</title><body>{body}</body></html>".encode()


def read_page(body: str, title: str) -> Extraction:
    return extract(wrapped(body, title), "a.html")


def read_dump(text: str, name: str = "page.txt", furniture: Furniture | None = None) -> Extraction:
    return extract_text(RawDocument(name, "", "text/plain", "utf-8", "valid-utf8", text), furniture=furniture)


def names(found: Extraction) -> list[str]:
    return [person.name for person in found.authors]
