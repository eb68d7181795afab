"""Files of a saved page's folder that are no page: scripts, style sheets and data, told by how their lines look."""

from __future__ import annotations

import json
import re

_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|br|table|h[1-6]|article|title|a|ul|frameset)\b", re.I)
_XML = re.compile(r"<\?xml\b[^>]*>\s*(?:<!doctype\b[^>]*>?)?|<!doctype\b[^\[>]*\[\s*<!entity\b", re.I)
"""How data begins that is marked up; so do some pages, which have elements of pages."""
_SAMPLE = 40_000
_LEAST = 40
_CODE_LINE = re.compile(
    r"(?:[;{}\[\](,]|\*/|=>|&&|\|\|)\s*$|^\s*(?://|/\*|\*\s|[}\])]|@(?:media|import|charset|font-face))"
)
_MARKS = frozenset("{}();=[]\"':,.+&|!<>")
_CODE_LINES, _CODE_MARKS = 0.7, 0.12
"""Shares of the lines that look like a program's, and of the characters that are its marks. A text that shows some code
reaches half of these at most."""


def is_program_text(text: str) -> bool:
    """Is the whole file a script, a style sheet or data (JSON)? A page or a text that shows some code is none."""
    text = text.lstrip("\ufeff \n\r\t")
    sample = text[:_SAMPLE].rstrip()
    if len(sample) < _LEAST:
        return False
    if begun := _XML.match(text):
        return not _TAG.search(text, begun.end())
    if _TAG.search(sample):
        return False
    if sample[0] in "{[" and _is_json(text):
        return True
    if "{" not in sample or not (";" in sample or ":" in sample):
        return False
    lines = [line for line in sample.split("\n") if line.strip()]
    coded = sum(_CODE_LINE.search(line) is not None for line in lines)
    marks = sum(sample.count(mark) for mark in _MARKS)
    return coded >= _CODE_LINES * len(lines) and marks >= _CODE_MARKS * len(sample)


def _is_json(text: str) -> bool:
    """Is it one value, or one on each line (JSON Lines)?"""
    lines = text.strip("\ufeff \n\r\t").split("\n", 2)
    return _holds_value("\n".join(lines)) or (len(lines) > 1 and all(map(_holds_value, lines[:2])))


def _holds_value(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:  # no prose opens so many brackets
        return True
    except ValueError:
        return False
