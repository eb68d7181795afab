"""Tables that hold data, told from the tables that pages of the 1990s were laid out with."""

from __future__ import annotations

from lxml import etree

_STRING = etree.XPath("string()")
_BLOCKS_INSIDE = ("form", "ul", "ol", "h1", "h2", "h3", "blockquote", "article", "section", "iframe")
_LONGEST_CELL = 240
_MOST_CELLS = 4000


def text_of(element: etree._Element) -> str:
    """Return all text inside an element, as written."""
    return str(_STRING(element))


def table_rows(table: etree._Element) -> list[list[str]] | None:
    """Return the cells of a data table as plain text, row by row; None where the table only lays out the page."""
    has_blocks = next(table.iter(*_BLOCKS_INSIDE), None) is not None or len(list(table.iter("table"))) > 1
    if has_blocks or table.get("role") == "presentation":
        return None
    rows: list[list[str]] = []
    count = 0
    for tr in table.iter("tr"):
        row = [_cell(c) for c in tr if c.tag in ("td", "th")]
        count += len(row)
        if any(row):
            rows.append(row)
        if count > _MOST_CELLS:
            return None
    filled = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or not filled or max(map(len, rows)) < 2:
        return None
    if max(map(len, filled)) > _LONGEST_CELL or len([r for r in rows if len(r) >= 2]) < len(rows) * 0.6:
        return None
    links = sum(len(text_of(a).strip()) for a in table.iter("a"))
    if links > 0.5 * sum(map(len, filled)) and next(table.iter("th"), None) is None:
        return None
    return rows


def _cell(cell: etree._Element) -> str:
    for line_break in cell.iter("br"):
        line_break.text = " "
    return " ".join(text_of(cell).split())


def table_markdown(rows: list[list[str]]) -> str:
    """Write a pipe table; the first row is its head."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join(_escaped(cell) for cell in row + [""] * (width - len(row))) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<").replace("*", "\\*")
