"""Who an article is, whatever its title, date or file name become: its id, its address, the keys of its title.

An id is ``yyyymmdd-xxxx``: the day it was published (zeros where unknown) and a short hash, in Crockford's base 32,
of the address it was published at, or of the bytes of its first page. It is given once and stays.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container
from urllib.parse import parse_qsl, urlencode, urlsplit

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|mc_[ce]id|ref|cmp|sns)\Z", re.IGNORECASE)
_PAGE_KEY = re.compile(r"(?:p|page|pg|pn|paged|pno|page_?no|pagenum)\Z", re.IGNORECASE)
_PAGE_PATH = re.compile(r"(?:[_/-](?:p|page)?[-_]?(\d{1,2})|/page/(\d{1,2}))(?=(?:\.\w{2,5})?/?\Z)", re.IGNORECASE)
_PAGE_MARK = re.compile(
    r"\s*[（(\[【]?\s*\d{1,2}\s*[/／]\s*\d{1,2}\s*(?:ページ|頁|page)?\s*[)）\]】]?\s*\Z", re.IGNORECASE
)
_LONGEST_MARK = 40
"""Characters at a title's end in which its page mark is looked for: a run of blanks takes the cube of its length."""


def new_id(date: str, identity: str, taken: Container[str] = ()) -> str:
    """The id of a new article. ``identity``: its address or the sha256 of its first page. Avoids ids in ``taken``."""
    digits = re.sub(r"\D", "", date[:10])[:8]
    day = digits.ljust(8, "0")
    number = int.from_bytes(hashlib.sha256(identity.encode()).digest(), "big")
    code = ""
    while len(code) < 4 or f"{day}-{code}" in taken:
        number, rest = divmod(number, 32)
        code += _ALPHABET[rest]
    return f"{day}-{code}"


def clean_url(url: str) -> str:
    """An address in its comparable form: no fragment, tracking, ``www.`` or scheme; empty where it names no page."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    path = re.sub(r"/(?:index\.\w{3,5})?\Z", "", parts.path)
    if not path and not query:
        return ""
    return f"{host}{path}" + ("?" + urlencode(sorted(query)) if query else "")


def url_family(url: str) -> tuple[str, int | None]:
    """The address without its page number, and that number where there is one."""
    bare, _, query = clean_url(url).partition("?")
    pairs = parse_qsl(query, keep_blank_values=True)
    numbers = [int(v) for k, v in pairs if _PAGE_KEY.match(k) and v.isdecimal() and len(v) < 3]
    rest = [(k, v) for k, v in pairs if not _PAGE_KEY.match(k)]
    found = _PAGE_PATH.search(bare)
    if found and not numbers:
        numbers = [int(found.group(1) or found.group(2))]
        bare = bare[: found.start()]
    else:
        bare = re.sub(r"\.\w{2,5}\Z", "", bare)
    return bare + ("?" + urlencode(rest) if rest else ""), (numbers[0] if numbers else None)


def host_of(url: str) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    return clean_url(url).partition("/")[0].partition("?")[0]


def title_key(title: str) -> str:
    """A title as it is compared: width, case, spaces and punctuation do not count, nor does a page mark at its end."""
    bare = title[:-_LONGEST_MARK] + _PAGE_MARK.sub("", title[-_LONGEST_MARK:])
    text = unicodedata.normalize("NFKC", bare).casefold()
    return "".join(c for c in text if c.isalnum())
