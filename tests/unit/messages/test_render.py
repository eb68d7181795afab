"""Diagnostics as a terminal and as a program see them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.diagnostics import Diagnostic, Location, Severity
from builder.messages import render
from builder.messages.wrap import cells


def test_a_diagnostic_names_what_where_and_what_to_do() -> None:
    found = Diagnostic(
        "config/unknown-key",
        Location("archive.yaml", 3, 1, 5),
        values={"key": "titel", "near": "title", "known": "title, language"},
        excerpt="titel: x",
    )
    assert render.text(found, "en") == (
        "error[config/unknown-key] there is no setting “titel”\n"
        "  archive.yaml:3:1\n"
        "  3 | titel: x\n"
        "    | ^^^^^\n"
        "  Did you mean “title”? Known here: title, language"
    )


def test_carets_stand_under_wide_characters() -> None:
    found = Diagnostic("yaml/syntax", Location("a.md", 12, 5, 2), excerpt="題名: 第2回: すれ違う")
    number, caret = render.excerpt(found)
    assert number == "12 | 題名: 第2回: すれ違う"
    assert caret == "   | " + " " * cells("題名: ") + "^^^"  # 第 is two cells wide, 2 is one


def test_a_place_outside_the_line_still_gets_a_caret() -> None:
    assert render.excerpt(Diagnostic("x/y", Location("a", 1, 9, 3), excerpt="abc"))[1].endswith("^")


@pytest.mark.parametrize("line", ["港\x0c", "\x0c", "港\x85", "港\x1c　"])
def test_a_control_character_at_the_end_of_a_line_is_spelled_out(line: str) -> None:
    at = next(at for at, sign in enumerate(line, 1) if sign < " " or sign == "\x85")
    row, caret = render.excerpt(Diagnostic("x/y", Location("a", 1, at, 1), excerpt=line))
    assert row.endswith(("\\x0c", "\\x85", "\\x1c"))
    assert caret.endswith("^^^^")


def test_a_long_line_is_cut_around_its_place() -> None:
    line = "あ" * 5000 + "★" + "い" * 5000
    row, caret = render.excerpt(Diagnostic("x/y", Location("a", 1, 5001, 1), excerpt=line))
    assert cells(row) < 110
    at = cells(caret) - 1
    before = row[: row.index("★")]
    assert cells(before) == at


@pytest.mark.parametrize("language", ["ja", "en"])
def test_json_has_the_same_facts(language: str) -> None:
    found = Diagnostic("file/not-utf8", Location("a.md", 2, 3), Severity.WARNING)
    data = json.loads(json.dumps(render.data(found, language)))
    assert (data["code"], data["severity"], data["file"], data["line"], data["column"]) == (
        "file/not-utf8",
        "warning",
        "a.md",
        2,
        3,
    )
    assert data["message"]


def test_an_unknown_code_shows_itself_and_its_values() -> None:
    assert render.text(Diagnostic("new/code", values={"key": "a{b}"}), "en") == "error[new/code] new/code: key=a(b)"


def test_problems_are_ordered_as_a_person_walks_through_them() -> None:
    places = [Location("b", 1), Location("a", 10), Location("a", 9, 2), Location("a", 9, 1)]
    ordered = render.ordered([Diagnostic("x/y", at) for at in places])
    assert [d.at for d in ordered] == [places[3], places[2], places[1], places[0]]


@given(st.text(), st.integers(-2, 200), st.integers(-2, 50))
def test_no_line_and_no_place_breaks_the_excerpt_or_reaches_the_terminal_raw(
    line: str, column: int, length: int
) -> None:
    rows = render.excerpt(Diagnostic("x/y", Location("a", 1, column, length), excerpt=line))
    assert len(rows) in (0, 1, 2)
    assert not any(ord(c) < 32 or c in "\x7f\x9b\u202e" for row in rows for c in row)
