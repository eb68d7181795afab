"""Sentence templates."""

from builder.messages.fill import fill, harmless, placeholders, visible


def test_values_fill_the_sentence() -> None:
    assert fill("no {key} in {file}", {"key": "a", "file": "b"}) == "no a in b"


def test_a_value_is_not_read_as_a_template() -> None:
    assert fill("got {value}", {"value": "{value} [[{x}]]"}) == "got {value} [[{x}]]"


def test_an_optional_passage_goes_with_its_value() -> None:
    template = "[[Did you mean {near}? ]]Known: {known}"
    assert fill(template, {"near": "a", "known": "b"}) == "Did you mean a? Known: b"
    assert fill(template, {"near": "", "known": "b"}) == "Known: b"
    assert fill(template, {"known": "b"}) == "Known: b"


def test_a_count_with_its_noun() -> None:
    assert [fill("{n:page|pages}", {"n": n}) for n in ("0", "1", "1,000")] == ["0 pages", "1 page", "1,000 pages"]


def test_a_missing_value_shows_its_name() -> None:
    assert fill("no {key}", {}) == "no {key}"


def test_placeholders_include_optional_ones() -> None:
    assert placeholders("{a} [[{b}]] {c:x|y}") == {"a", "b", "c"}


def test_terminal_controls_are_spelled_out() -> None:
    assert visible("a\x1b[31mb\u202ec\td") == "a\\x1b[31mb\\u202ec d"


def test_ordinary_text_is_left_alone() -> None:
    assert visible("論壇 café 👩‍👩‍👧") == "論壇 café 👩‍👩‍👧"


def test_a_line_of_output_keeps_all_but_what_acts_on_a_terminal() -> None:
    assert harmless("a\x1b[31mb\x9bc\rd\u202ee\u2028f\x7f") == "a\\x1b[31mb\\x9bc\\x0dd\\u202ee\\u2028f\\x7f"
    ordinary = "論\u200b壇\u00ad café 👩‍👩‍👧\tx\n  y\u3000z"
    assert harmless(ordinary) == ordinary
