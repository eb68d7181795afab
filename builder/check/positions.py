"""Where on a page something stands. Asked only about problems, so it may be slow."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from ..diagnostics import Location
from .page import Reference


def in_page(text: str, path: str, reference: Reference) -> tuple[Location, str]:
    """The first tag with that address, and its line."""
    return _tag(text, path, reference.tag, reference.attribute, reference.target)


def second_id(text: str, path: str, name: str) -> tuple[Location, str]:
    """The second element with the identifier ``name``, and its line."""
    return _tag(text, path, "", "id", name, skip=1)


def _tag(text: str, path: str, tag: str, attribute: str, value: str, skip: int = 0) -> tuple[Location, str]:
    lines = text.split("\n")
    for name, attributes, line, column in _tags(text):
        found = attributes.get(attribute, "")
        if tag in ("", name) and (found.strip() == value or _holds(attribute, found, value)):
            if skip:
                skip -= 1
                continue
            source = lines[line - 1] if line <= len(lines) else ""
            start = source.find(value, column)
            at = (start, len(value)) if start >= 0 else (column, 1)
            return Location(path, line, at[0] + 1, at[1]), source
    return Location(path), ""


def _holds(attribute: str, found: str, value: str) -> bool:
    return attribute in ("srcset", "content") and value in found


def _tags(text: str) -> Iterator[tuple[str, dict[str, str], int, int]]:
    """(tag, attributes, line from 1, column from 0) of every start tag."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    yield from parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str], int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """HTMLParser's hook."""
        line, column = self.getpos()
        self.found.append((tag, {name: value or "" for name, value in attrs}, line, column))
