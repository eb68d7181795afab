"""Pictures that came with a page: found beside it or inside it, checked, and brought into the article's own folder.

Only what its first bytes show to be a PNG, JPEG, GIF, WebP or AVIF is brought along; SVG can hold scripts and is
not. A reference never leads out of the page's own folder. Files are named by their content, so that nothing can
collide and nothing is written twice.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from ..file_names import is_inside, safe_path
from ..formats.mhtml import attached, page_part
from ..formats.webarchive import archived_page, archived_pictures
from ..raw.embedded import SCHEME, embedded
from ..saved_pages import COMPANIONS, companion_folder

MAX_BYTES = 20_000_000
"""A larger picture stays behind."""
_REFERENCE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\(\s*(<[^>\n]*>|[^)\s]+)((?:\s+\"[^\"\n]*\")?\s*)\)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of an article."""

    path: str
    """Where it goes, relative to the article's file."""
    data: bytes
    beside: str = ""
    """Where it lay, relative to its page; empty for one that was inside the page."""


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A body whose references lead to the article's own pictures."""

    body: str
    pictures: tuple[Picture, ...]
    missing: tuple[str, ...]
    """References that lead nowhere or to no picture; they are out of the body."""


def image_suffix(data: bytes) -> str:
    """``.png``, ``.jpg``, ``.gif``, ``.webp`` or ``.avif`` by the first bytes; empty for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ".gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return ".avif" if data[4:12] in (b"ftypavif", b"ftypavis") else ""


def illustrate(body: str, folder: str, page: Path, data: bytes) -> Illustrated:
    """``body`` with its pictures in ``folder`` (relative to the article's file).

    ``page``: where the raw page lies, its pictures beside it; ``data``: its bytes, which may hold pictures.
    """
    if "![" not in body:
        return Illustrated(body, (), ())
    inside = _parts(data)
    pictures: dict[str, Picture] = {}
    missing: list[str] = []

    def replace(found: re.Match[str]) -> str:
        alternative, reference, title = found.groups()
        reference = reference.strip("<>")
        picture = _find(reference, page, inside)
        suffix = image_suffix(picture[0]) if picture and len(picture[0]) <= MAX_BYTES else ""
        if picture and suffix:
            name = f"{folder}/{hashlib.sha256(picture[0]).hexdigest()[:16]}{suffix}"
            pictures.setdefault(name, Picture(name, *picture))
            return f"![{alternative}]({name}{title})"
        if _SCHEME.match(reference) and not reference.startswith(("data:", "cid:", "file:", SCHEME)):
            return found.group()
        missing.append(reference[:200])
        return ""

    text = re.sub(r"\n{3,}", "\n\n", _REFERENCE.sub(replace, body)).strip("\n")
    return Illustrated(text, tuple(pictures.values()), tuple(missing))


def _find(reference: str, page: Path, inside: Mapping[str, bytes]) -> tuple[bytes, str] | None:
    """The bytes a reference leads to, and where they lay beside the page."""
    if reference.startswith("data:"):
        data = _decode(reference)
        return (data, "") if data else None
    within = inside.get(_plain_address(reference))
    if within is not None:
        return within, ""
    if reference.startswith(("https://", "http://")):
        reference = _saved_beside(reference)
    if not reference or _SCHEME.match(reference) or reference.startswith("/"):
        return None
    for path in _candidates(unquote(reference.partition("?")[0].partition("#")[0]), page):
        try:
            if path.is_file() and is_inside(path, page.parent) and path.stat().st_size <= MAX_BYTES:
                return path.read_bytes(), path.relative_to(page.parent).as_posix()
        except (OSError, ValueError):
            continue
    return None


def _saved_beside(url: str) -> str:
    """The reference to a companion folder that was made absolute: ``https://…/page_files/a.png`` -> the last two."""
    parts = url.partition("?")[0].split("/")
    at = next((at for at, part in enumerate(parts) if part.endswith(COMPANIONS)), len(parts))
    return "/".join(parts[at:])


def _candidates(reference: str, page: Path) -> list[Path]:
    """Where a reference may lead: as it says, under safe names, or in the companion folder under its present name."""
    parts = tuple(part for part in reference.split("/") if part not in ("", "."))
    if not parts or ".." in parts:
        return []
    found = [page.parent.joinpath(*parts), page.parent / safe_path(parts)]
    folder = companion_folder(page)
    if folder is not None and len(parts) > 1:
        found.append(folder / safe_path(parts[1:]))
    return found


def _decode(reference: str) -> bytes:
    head, _, data = reference.partition(",")
    try:
        return base64.b64decode(data, validate=False) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return b""


def _parts(data: bytes) -> dict[str, bytes]:
    """The pictures inside a page, by the names under which its text refers to them."""
    if page := archived_page(data):
        stored = {_plain_address(address): payload for address, payload in archived_pictures(data)}
        return stored | dict(embedded(page.data))
    if b"multipart/related" not in data[:8192].lower():
        return dict(embedded(data))
    part = page_part(data)
    found = ((names, payload) for names, payload in attached(data) if image_suffix(payload))
    parts = {_plain_address(name): payload for names, payload in found for name in names}
    return parts | dict(embedded(part.data) if part else ())


def _plain_address(reference: str) -> str:
    """The same for spellings of one address: entities and escapes resolved, without scheme and fragment."""
    address = unquote(unescape(reference).partition("#")[0])
    return address.partition(":")[2] if address.startswith(("http:", "https:")) else address
