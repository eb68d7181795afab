"""The address a link of a page leads to, made whole and safe to write into Markdown."""

from __future__ import annotations

import re
from urllib.parse import urljoin

UNSAFE = re.compile(r"[\s<>()\\]")


def address_of(href: str, base_url: str) -> str:
    """Return where ``href`` leads from the page at ``base_url``; empty for scripts and for places in the page.

    Without a ``base_url`` it stays as written.
    """
    href = href.strip()
    if href.lower().startswith(("javascript:", "#", "data:", "vbscript:", "about:")):
        return ""
    if base_url and not href.startswith(("http://", "https://")):
        if href.startswith("/") and not href.startswith("//"):
            href = "/".join(base_url.split("/")[:3]) + href
        else:
            try:
                href = urljoin(base_url, href)
            except ValueError:
                return ""
    return UNSAFE.sub(lambda m: "".join(f"%{b:02X}" for b in m.group().encode("utf-8", "replace")), href)
