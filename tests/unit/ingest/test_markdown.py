"""Kept lines as one Markdown text."""

from __future__ import annotations

from builder.ingest.extraction import Line, LineKind
from builder.ingest.formats.markdown import join


def line(text: str, kind: LineKind = LineKind.PARAGRAPH, level: int = 0) -> Line:
    return Line(1, text, text, kind, level)


def test_headings_are_ranked_from_two() -> None:
    assert (
        join([line("甲", LineKind.HEADING, 3), line("文"), line("乙", LineKind.HEADING, 5)])
        == "## 甲\n\n文\n\n### 乙\n"
    )


def test_items_are_indented_and_quotes_marked() -> None:
    lines = [
        line("- 甲", LineKind.ITEM, 1),
        line("- 乙", LineKind.ITEM, 2),
        line("引", LineKind.QUOTE),
        line("用", LineKind.QUOTE),
    ]
    assert join(lines) == "- 甲\n  - 乙\n\n> 引\n>\n> 用\n"


def test_nothing_kept_is_nothing_written() -> None:
    assert join([]) == ""
