"""Kept lines -> Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from ..extraction import Line, LineKind


def join(lines: Iterable[Line]) -> str:
    """Write the lines as one Markdown text: quotes marked, list items indented by their depth, one blank line between.

    Headings are moved up or down together, so that the highest of the body is ``##``.
    """
    kept = [line for line in lines if line.markdown]
    levels = sorted({line.level for line in kept if line.kind is LineKind.HEADING})
    rank = {level: min(2 + place, 6) for place, level in enumerate(levels)}
    out: list[str] = []
    before: Line | None = None
    for line in kept:
        if before is not None:
            out.append(_between(before, line))
        out.append(_written(line, rank))
        before = line
    return "".join(out).strip() + "\n" if out else ""


def _between(before: Line, line: Line) -> str:
    if before.kind is LineKind.ITEM and line.kind is LineKind.ITEM:
        return "\n"
    if before.kind is LineKind.QUOTE and line.kind is LineKind.QUOTE:
        return "\n>\n"
    return "\n\n"


def _written(line: Line, rank: dict[int, int]) -> str:
    if line.kind is LineKind.HEADING:
        return "#" * rank[line.level] + " " + line.markdown.replace("  \n", " ")
    if line.kind is LineKind.QUOTE:
        return "\n".join("> " + row for row in line.markdown.split("\n"))
    if line.kind is LineKind.ITEM:
        return _indented("  " * max(0, line.level - 1), line.markdown)
    return line.markdown


def _indented(indent: str, markdown: str) -> str:
    return "\n".join(indent + ("" if n == 0 else "  ") + row for n, row in enumerate(markdown.split("\n")))
