"""Where pages go: ids -> folder names that are safe on every file system -> addresses.

A record's id is ASCII and used as it is. An author, topic or series without a record has its name for an id; the
name, in NFC, becomes the folder, never a transliteration. What a file system or a URL would take amiss is written as
``~`` and the hexadecimal code point, so that two names never share a folder by accident.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote, unquote

from ..text.devices import device

HOME = "index.html"
NOT_FOUND = "404.html"
SEARCH = "search/index.html"
ABOUT = "about/index.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
NO_JEKYLL = ".nojekyll"
OPENSEARCH = "opensearch.xml"

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*")
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f~"*/:<>?\\|%#_]'
    r"|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"  # invisible, or turning the text's direction
)
_LONGEST = 120
"""Bytes of a folder name; file systems stop at 255, and a path has several."""
_NOT_EVERYWHERE = re.compile(r'[\x00-\x1f\\:*?"<>|\ud800-\udfff]')
_LONGEST_OF_OTHERS = 240
"""Bytes of a name that is not ours to choose."""


def _escape(match: re.Match[str]) -> str:
    return f"~{ord(match.group()):02X}"


def _is_taken(name: str) -> bool:
    return bool(device(name)) or name.lower() == "index.html"


@lru_cache(maxsize=65536)
def segment(identifier: str) -> str:
    """The folder name of an id. Distinct ids get distinct names; plain ASCII ids stay as they are."""
    if _PLAIN.fullmatch(identifier) and not _is_taken(identifier) and len(identifier) <= _LONGEST:
        return identifier
    name = _UNSAFE.sub(_escape, unicodedata.normalize("NFC", identifier)).replace(" ", "_")
    if not name or name[0] == "." or _is_taken(name):
        name = f"~{ord(name[0]):X}{name[1:]}" if name else "~"
    if name[-1] == ".":
        name = name[:-1] + "~2E"
    raw = name.encode()
    if len(raw) > _LONGEST:
        digest = blake2b(raw, digest_size=6).hexdigest()
        name = f"{raw[: _LONGEST - 13].decode(errors='ignore')}~{digest}"
    return name


@lru_cache(maxsize=65536)
def url(route: str) -> str:
    """A route as an address relative to the site: ``articles/x/index.html`` -> ``articles/x/``, percent-encoded."""
    path = route.removesuffix("index.html") if route == HOME or route.endswith("/index.html") else route
    return quote(path, safe="/~!$&'()*+,;=@.-_")


def root(route: str) -> str:
    """The way from a page back to the site's root: ``./``, ``../``, ``../../`` … ; to be put before an address."""
    return "../" * route.count("/") or "./"


def article(identifier: str) -> str:
    """The route of an article's page. Article ids are checked when they are read: ASCII, no path in them."""
    return f"articles/{identifier}/index.html"


def folder(kind: str, identifier: str) -> str:
    """The folder of what stands under ``kind`` (authors, topics, series, publications), with a closing slash."""
    return f"{kind}/{segment(identifier)}/"


def numbered(base: str, number: int) -> str:
    """The route of a list's page: 0 is the list's own address, the others are ``page/<number>/`` beneath it."""
    return f"{base}page/{number}/index.html" if number else f"{base}index.html"


def fits_everywhere(route: str) -> bool:
    """True for a path within the site that every file system can have, those of Windows and macOS among them."""
    parts = route.split("/")
    return not _NOT_EVERYWHERE.search(route) and not any(
        not part or part[-1] in ". " or device(part) or len(part.encode()) > _LONGEST_OF_OTHERS for part in parts
    )


def alias(text: str) -> str | None:
    """The route at which a former address is answered; None where it is no path inside this site.

    ``/old/1.html`` is taken literally, ``/old/1`` and ``/old/1/`` become folders. A query or fragment cannot be served.
    """
    path = unicodedata.normalize("NFC", unquote(text.strip())).lstrip("/")
    parts = [part for part in path.split("/") if part]
    if not parts or "#" in path or not fits_everywhere("/".join(parts)):
        return None
    if path.endswith("/") or "." not in parts[-1]:
        parts.append("index.html")
    return "/".join(parts)
