"""Short inline elements that only a style sheet sets apart: the steps of a path, the labels over a headline."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from lxml import etree

from .tables import text_of

Parting = Literal["", "gap", "block"]
_AROUND = frozenset(("article", "div", "header", "nav", "p", "section"))
_INLINE = frozenset(("a", "b", "em", "i", "span", "strong", "time"))
_LONGEST = 40


def parting(element: etree._Element) -> Parting:
    """What parts the short inline elements that ``element`` holds alone and that read as one word.

    Links are blocks of their own, ホーム社説, of which the last may be none; others have a gap: 港の窓No.122022.11.25.
    """
    if not _holds_labels(element):
        return ""
    *links, last = element
    if last.tag in ("a", "span") and all(child.tag == "a" for child in links):
        return "block"
    return "gap" if all(child.tag in _INLINE for child in element) else ""


def _holds_labels(element: etree._Element) -> bool:
    """Are there several elements with a few words each, nothing between them, and no gap between two of them?"""
    if len(element) < 2 or element.tag not in _AROUND or not _is_blank(element.text):
        return False
    if element.tag == "p" and not element.get("class"):  # a paragraph of the text may be two links
        return False
    if not all(_is_blank(child.tail) for child in element):
        return False
    labels = [(text, child.tail) for child in element if (text := text_of(child).strip())]
    glued = any(_is_glued(text, gap, other) for (text, gap), (other, _) in pairwise(labels))
    return glued and all(_is_label(text) for text, _ in labels)


def _is_glued(text: str, gap: str | None, other: str) -> bool:
    """Does no blank stand between them? Beside Latin letters a line's end is one."""
    letters = text[-1] + other[0]
    return not letters.isascii() if not gap else "\n" in gap and letters.isalnum() and not re.search("[ -~]", letters)


def _is_label(text: str) -> bool:
    """Is it short, no sentence, and no mark between others?"""
    return len(text) <= _LONGEST and "。" not in text and any(map(str.isalnum, text))


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()
