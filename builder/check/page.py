"""What a link check needs to know of one HTML page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

_REFERRING = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
_PICTURES = frozenset(("img", "image", "source", "picture"))
_REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address on a page."""

    tag: str
    attribute: str
    target: str
    """As written there."""

    @property
    def is_way(self) -> bool:
        """Whether a reader can go there by it."""
        return self.tag in ("a", "area", "form", "meta")

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture."""
        return self.tag in _PICTURES


@dataclass(frozen=True, slots=True)
class Facts:
    """One page."""

    references: tuple[Reference, ...]
    """Each once."""
    ids: frozenset[str]
    repeated: tuple[str, ...]
    """Identifiers that stand more than once."""
    is_redirect: bool


def facts(data: bytes) -> Facts:
    """What the page whose bytes are ``data`` holds. Never fails: a browser would not either."""
    try:
        root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.XMLSyntaxError:  # nothing in it at all
        root = None
    references: dict[Reference, None] = {}
    ids: Counter[str] = Counter()
    names: set[str] = set()
    is_redirect = False
    for element in root.iter(etree.Element) if root is not None else ():
        tag, attributes = str(element.tag), cast("Mapping[str, str]", element.attrib)
        if not attributes:
            continue
        if "id" in attributes:
            ids[attributes["id"]] += 1
        if tag == "a" and "name" in attributes:
            names.add(attributes["name"])
        if tag == "meta":
            to = _refreshed(attributes)
            if to:
                is_redirect = True
                references[Reference("meta", "content", to)] = None
        for attribute in _REFERRING.get(tag, ()):
            for target in _targets(attributes, attribute):
                references[Reference(tag, attribute, target)] = None
    repeated = tuple(name for name, count in ids.items() if count > 1)
    return Facts(tuple(references), frozenset(ids) | names, repeated, is_redirect)


def _targets(attributes: Mapping[str, str], attribute: str) -> Iterator[str]:
    value = attributes.get(attribute)
    if value is None and attribute == "href":
        value = attributes.get("xlink:href")
    if value is None:
        return
    if attribute == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    else:
        yield value.strip()


def _refreshed(attributes: Mapping[str, str]) -> str:
    """Where a page that only sends on sends to."""
    if attributes.get("http-equiv", "").lower() != "refresh":
        return ""
    match = _REFRESH.match(attributes.get("content", ""))
    return match.group(1).strip() if match else ""
