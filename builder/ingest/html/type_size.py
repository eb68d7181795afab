"""The size of type in the steps of ``<font size>``, 1 to 7: some old pages show their headline by it alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from lxml import etree

TYPE_TAGS = frozenset(("font", "big"))
"""Old elements that set larger type."""
PLAIN = 3
"""The step where nothing is said."""
_FONT_SIZE = re.compile(r"\s*([+-]?)(\d)\s*\Z")
_STYLE = re.compile(r"font-size\s*:\s*(?:([\d.]{1,8})\s*(px|pt|r?em|%)|((?:xx?-)?large|(?:xx?-)?small|medium))", re.I)
_NAMED = {"xx-small": 1, "x-small": 1, "small": 2, "medium": 3, "large": 4, "x-large": 5, "xx-large": 6}
_PIXELS = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_STEPS = (12.0, 16.0, 18.0, 24.0, 32.0, 48.0)
"""Pixels from which on type is of step 2, 3, …"""


def step_inside(tag: str, attributes: Mapping[str, str], around: int) -> int:
    """The step of the type inside an element that stands in type of step ``around``."""
    if tag == "big":
        return around + 1
    if tag == "small":
        return around - 1
    told = _FONT_SIZE.match(attributes.get("size", "")) if tag == "font" else None
    if told:
        step = int(told[2])
        return PLAIN + step if told[1] == "+" else PLAIN - step if told[1] else step
    style = attributes.get("style", "")
    styled = _STYLE.search(style) if "font-size" in style else None
    if styled is None:
        return around
    if styled[3]:
        return _NAMED[styled[3].lower()]
    try:
        return 1 + bisect_right(_STEPS, float(styled[1]) * _PIXELS[styled[2].lower()])
    except ValueError:  # 1.2.3em
        return around


def step_behind(element: etree._Element, around: int) -> int:
    """The step of the type behind a break: that of an old element that follows at once, else ``around``."""
    following = element.getnext()
    if following is None or following.tag not in TYPE_TAGS or (element.tail or "").strip():
        return around
    attributes: dict[str, str] = dict(following.items())  # type: ignore[arg-type]
    return step_inside(following.tag, attributes, around)
