"""What a YAML parser could not read -> what its author most likely did: a quote not closed, a colon too few.

The parsers (libyaml's, and PyYAML's own, which words some things differently) tell what they expected and where they
gave up; a person wants to know which line to mend, and how. What is told by none of the forms here keeps the parser's
own words, under ``yaml/syntax``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (code, re.compile(pattern))
    for code, pattern in (
        ("yaml/open-quote", r"unexpected end of stream"),
        ("yaml/open-bracket", r"expected ',' or '[\]}]'"),
        ("yaml/no-colon", r"could not find expected ':'"),
        (
            "yaml/needs-quotes",
            r"cannot start any token|expected alphabetic or numeric|expected whitespace or line break|expected URI"
            r"|(?:sequence entries|mapping keys) are not allowed|expected (?:the )?node content"
            r"|expected comment or line break|expected chomping",
        ),
        ("yaml/escape", r"unknown escape character"),
        ("yaml/indent", r"mapping values are not allowed|expected key|expected <block end>|expected '-' indicator"),
    )
)
"""Codes of the message catalogue by the parsers' words."""
_FROM_ITS_BEGINNING = frozenset({"yaml/open-quote", "yaml/open-bracket", "yaml/no-colon", "yaml/needs-quotes"})
"""Faults of something begun: they are placed where it begins, not where the parser gave up."""
_ENTRY = re.compile(r"""(?P<key>(?:- +)?[\w-]+):[ \t]+(?P<value>\S.*?)\s*\Z""")
_TIGHT_ITEM = re.compile(r"[ ]*-(?P<value>[^\s-].*?)\s*\Z")
_NEEDS_NONE = re.compile(r"""["'\[{|>#]""")
_QUOTES = ('"', "'")
_AFTER_QUOTE = re.compile(r"""(?::|-)[ \t]+(?:"[^"]*"|'[^']*')[ \t]*\Z""")


@dataclass(frozen=True, slots=True)
class Fault:
    """A code of the message catalogue, where the fault stands (from 1) and what its sentence needs."""

    code: str
    line: int
    column: int
    length: int = 1
    detail: str = ""
    """How the line should be written, where that can be told; else what the parser said."""


def fault_of(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault of ``text`` that made a parser raise ``error``."""
    problem, mark, begun = error.problem or "", error.problem_mark, error.context_mark
    code = next((code for code, form in _FORMS if form.search(problem)), "yaml/syntax")
    if "node content" in problem and mark and not text[mark.index :].strip():
        return _open_bracket(text)
    if begun and (code in _FROM_ITS_BEGINNING or mark is None or not text[mark.index :].strip()):
        mark = begun
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return Fault("yaml/tab", line, 1)
    if code == "yaml/indent":
        return _misplaced(lines, line, column, written)
    if code == "yaml/syntax":
        return Fault(code, line, column, detail=problem)
    if code == "yaml/no-colon" and (item := _TIGHT_ITEM.match(written)):
        return Fault("yaml/hyphen", line, column, detail=f"- {item['value']}")
    entry = _ENTRY.search(written)
    if code == "yaml/needs-quotes" and entry:
        return _unquoted(code, entry, line)
    return Fault(code, line, column)


def _open_bracket(text: str) -> Fault:
    """Where a text ends in which something more is expected."""
    before = text[: max(text.rfind("["), text.rfind("{"), 0)]
    return Fault("yaml/open-bracket", before.count("\n") + 1, len(before) - before.rfind("\n"))


def _misplaced(lines: list[str], line: int, column: int, written: str) -> Fault:
    """A key or value where none may stand: mostly what comes before it is at fault."""
    entry = _ENTRY.search(written)
    if entry and ": " in entry["value"] and not _NEEDS_NONE.match(entry["value"]):
        return _unquoted("yaml/colon", entry, line)
    before = written[: column - 1].rstrip()
    if _AFTER_QUOTE.search(before):
        return Fault("yaml/after-quote", line, column, max(len(written.rstrip()) - column + 1, 1))
    if before.endswith(_QUOTES):
        opened = next((n for n in range(line - 1, 0, -1) if lines[n - 1].count(before[-1]) % 2), line)
        return Fault("yaml/open-quote", opened, lines[opened - 1].index(before[-1]) + 1)
    above = lines[line - 2] if line > 1 else ""
    is_item = written.lstrip().startswith("- ")
    if above.strip() and ": " not in above and not above.rstrip().endswith(":") and not is_item:
        start = len(above) - len(above.lstrip()) + 1
        return Fault("yaml/no-colon", line - 1, start)
    return Fault("yaml/indent", line, 1, max(column - 1, 1))


def _unquoted(code: str, entry: re.Match[str], line: int) -> Fault:
    value = entry["value"]
    return Fault(code, line, entry.start("value") + 1, len(value), f"{entry['key']}: {quoted(value)}")


def quoted(value: str) -> str:
    """``value`` in the quotes that need the least escaping: double ones, unless it has some or a backslash."""
    return "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'
