"""A block-level element as a place: its names, its role, whether it is shown."""

from __future__ import annotations

import re

from lxml import etree

from .block import Place
from .footnotes import NOTE

_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ROLES = ("role", "itemprop", "data-testid")
_LONGEST = 300
"""Letters of names that are looked at."""


def hides(style: str) -> bool:
    """Does the style keep an element from being seen?"""
    return bool(style) and _INVISIBLE.search(style) is not None


def place_of(element: etree._Element, parent: Place | None, number: int) -> Place:
    """Return the place that an element makes in ``parent``."""
    attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
    names = role = note = ""
    hidden = parent.hidden if parent else False
    tag = label = str(element.tag)
    if attributes:
        ident, classes = attributes.get("id", ""), attributes.get("class", "")
        if ident or classes:
            names = " ".join(f"{ident} {classes}".lower().split())[:_LONGEST]
        for name in _ROLES:
            if name in attributes:
                role = f"{role} {attributes[name]}".strip().lower()
        if ident:
            label += "#" + ident
        if classes:
            label += "." + ".".join(classes.split())
        hidden = hidden or "hidden" in attributes or hides(attributes.get("style", ""))
        note = attributes.get(NOTE, "")
    depth = parent.depth + 1 if parent else 0
    return Place(tag, names, role, hidden, parent, depth, number, label, note)
