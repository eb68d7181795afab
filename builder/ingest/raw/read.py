"""Bytes -> RawDocument. The encoding is found, never guessed silently, and bad bytes never raise."""

from __future__ import annotations

import hashlib
import re

import chardet

from ...diagnostics import Diagnostic, Location, Severity
from ..extraction import RawDocument
from .embedded import without_embedded
from .encodings import decode, encoding_name

MAX_BYTES = 24_000_000
"""Larger inputs are not read as pages."""

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)""", re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|br|frameset|article)\b", re.I)
_MHTML = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?content-type:\s*multipart/related", re.I)
_ODD = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_BINARY = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x7fELF", "binary"),
    (b"\xd0\xcf\x11\xe0", "document"),
    (b"{\\rtf", "document"),
)
_PACKED_DOCUMENT = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/(?:vnd\.oasis|epub)")
"""First entries of the packed files that Word, LibreOffice and e-book readers write."""

_SAMPLE = 400_000
_MOSTLY = 0.8
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
"""Bytes that no text has, in any of the encodings but UTF-16."""


def binary_kind(data: bytes) -> str:
    """Name what the bytes are, if they are not text: pdf, document, archive, image, binary, too-large; else empty."""
    for magic, kind in _BINARY:
        if data.startswith(magic):
            return "document" if kind == "archive" and _PACKED_DOCUMENT.search(data[:200]) else kind
    if len(data) > MAX_BYTES:
        return "too-large"
    head = data[:4096]
    if head.startswith(b"bplist"):
        return "binary"
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and (
        head.count(0) > len(head) // 100 or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 25
    ):
        return "binary"
    return ""


def read(data: bytes, name: str, charset: str = "") -> tuple[RawDocument, tuple[Diagnostic, ...]]:
    """Decode one raw file.

    Args:
        data: The bytes as they were saved.
        name: Path as the user gave it, with forward slashes.
        charset: Encoding declared outside the bytes, as by a MIME header; empty where nothing declares it.

    Returns:
        The document, and a diagnostic where the declared encoding was wrong or bytes could not be decoded.
    """
    digest = hashlib.sha256(data).hexdigest()
    media_type = _media_type(data, name)
    if media_type == "text/html":
        data = without_embedded(data)
    declared = encoding_name(charset) or (_declared(data) if media_type == "text/html" else "")
    text, encoding, found = _decoded(data, declared)
    problems: list[Diagnostic] = []
    at = Location(name)
    if declared and found in ("valid-utf8", "detected") and encoding != declared:
        values = {"declared": declared, "found": encoding}
        problems.append(Diagnostic("ingest/mislabelled-encoding", at, Severity.NOTE, values))
    lost = text.count("\ufffd")
    if lost and lost * 1000 > len(text):
        problems.append(
            Diagnostic("ingest/undecodable-bytes", at, Severity.WARNING, {"count": str(lost), "encoding": encoding})
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return RawDocument(name, digest, media_type, encoding, found, text), tuple(problems)


def _media_type(data: bytes, name: str) -> str:
    head = data[:65536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")
    if _MHTML.match(head[:16384].replace(b"\r\n", b"\n")[:8192]):
        return "multipart/related"
    suffix = name.rpartition(".")[2].lower()
    if suffix in ("html", "htm", "xhtml", "shtml"):
        return "text/html"
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:400]
    if start.startswith(b"<") and _HTML.search(start):
        return "text/html"
    if suffix in ("txt", "text", "md"):
        return "text/plain"
    return "text/html" if len(_HTML.findall(head[:16384])) >= 3 else "text/plain"


def _declared(data: bytes) -> str:
    match = _XML_DECLARED.search(data[:200]) or _DECLARED.search(data[:8192])
    return encoding_name(match.group(1).decode("ascii", "ignore")) if match else ""


def _decoded(data: bytes, declared: str) -> tuple[str, str, str]:
    """Return text, WHATWG name, and how it was found."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return decode(data[len(mark) :], name, "replace"), name, "bom"
    if b"\x1b$" in data and b"\x1b(" in data:
        name = "iso-2022-jp"
        return decode(data, name, "replace"), name, "declared" if declared == name else "detected"
    try:
        return data.decode("utf-8"), "utf-8", "declared" if declared == "utf-8" else "valid-utf8"
    except UnicodeDecodeError:
        pass
    if declared and declared not in ("utf-8", "windows-1252"):
        try:
            text = decode(data, declared)
        except (UnicodeDecodeError, LookupError):
            pass
        else:
            if _oddness(text) < 0.002:
                return text, declared, "declared"
    if declared in ("", "utf-8") and _is_mostly_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8", "declared" if declared else "detected"
    return _best_guess(data, declared)


def _is_mostly_utf8(data: bytes) -> bool:
    """Do nearly all bytes beyond ASCII make UTF-8? Then the others are damage, or pasted in from elsewhere."""
    sample = data[:_SAMPLE]
    foreign = len(sample) - len(sample.translate(None, _BEYOND_ASCII))
    read = sum(len(c.encode()) for c in sample.decode("utf-8", "ignore") if c > "\x7f")
    return read >= _MOSTLY * foreign


def _best_guess(data: bytes, declared: str) -> tuple[str, str, str]:
    """Try what is declared, UTF-8, the Japanese encodings and chardet's opinion; the least odd text wins."""
    opinion = encoding_name(chardet.detect(data[:100_000]).get("encoding") or "")
    candidates = [c for c in dict.fromkeys((declared, "utf-8", opinion, "shift_jis", "euc-jp")) if c]
    if not opinion and "windows-1252" not in candidates:
        candidates.append("windows-1252")
    sample = data[:_SAMPLE]
    best: tuple[float, str] | None = None
    for place, name in enumerate(candidates):
        try:
            score = _oddness(decode(sample, name, "replace")) + 0.0005 * place
        except (LookupError, UnicodeDecodeError):
            continue
        if best is None or score < best[0]:
            best = (score, name)
    assert best is not None
    name = best[1]
    return decode(data, name, "replace"), name, "declared" if name == declared else "detected"


def _oddness(text: str) -> float:
    """Share of the non-ASCII characters that a page would not hold: 0 is clean text."""
    sample = text[:400_000]
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    odd = len(_ODD.findall(sample)) + len(_HALF_KANA.findall(sample)) / 4
    return odd / max(foreign, 1)
