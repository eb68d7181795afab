"""The strict subset of YAML."""

import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.yaml_source import YamlProblem, load, positions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: 1:30", {"a": "1:30"}),
        ("a: 012", {"a": "012"}),
        ("a: 2017-03-24", {"a": "2017-03-24"}),
        ("a: 12", {"a": 12}),
        ("a: 123456789012345678", {"a": 123456789012345678}),
        ("a: 1234567890123456789", {"a": "1234567890123456789"}),
        (f"a: 1{'0' * 5000}", {"a": f"1{'0' * 5000}"}),
        ("a: true", {"a": True}),
        ("a: 'true'", {"a": "true"}),
        ("a:", {"a": None}),
        ("a: 1e3", {"a": "1e3"}),
        ("a: .inf", {"a": ".inf"}),
        ("a: =", {"a": "="}),
        ("a: R&D", {"a": "R&D"}),
        ("a: x # note", {"a": "x"}),
        ("#b: x\n  #c: y\na: x #\n", {"a": "x"}),
        ("a: 'x #y'", {"a": "x #y"}),
        ("a: https://a.example/#y", {"a": "https://a.example/#y"}),
        ("a: |\n  x #y\n", {"a": "x #y\n"}),
        ("", None),
        ("[a, {b: c}]", ["a", {"b": "c"}]),
    ],
)
def test_scalars_stay_what_was_typed(text: str, value: object) -> None:
    assert load(text) == value


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3", "yaml/duplicate-key", 3, 1),
        ("a: &x 1\nb: *x", "yaml/alias", 1, 4),
        ("b: [*x]", "yaml/alias", 1, 5),
        ("a: !!python/object/apply:os.system [x]", "yaml/tag", 1, 4),
        ("- ? [1]\n  : 2", "yaml/key", 1, 5),
        ("title: 第2回: すれ違う", "yaml/colon", 1, 8),
        ("a: [", "yaml/open-bracket", 1, 4),
        ("a: 1\nb: {c: d\ne: f\n", "yaml/open-bracket", 2, 4),
        ("a: 1\nb: 'x\nc: 2\n", "yaml/open-quote", 2, 4),
        ('a: 1\nb: "x\nc: "y"\n', "yaml/open-quote", 2, 4),
        ('a: "x" y\n', "yaml/after-quote", 1, 8),
        ("a: 1\nb：x\nc: 2\n", "yaml/no-colon", 2, 1),
        ("b：x\nc: 2\n", "yaml/no-colon", 1, 1),
        ("a:\n- name x\n  role: y\n", "yaml/no-colon", 2, 1),
        ("a:\n-x\n", "yaml/hyphen", 2, 1),
        ("a:\n  - x\n - y\n", "yaml/indent", 3, 1),
        ("a: 1\n b: 2\n", "yaml/indent", 2, 1),
        ("a:\n  - b: 1\n  c: 2\n", "yaml/indent", 3, 1),
        ("a: 1\n\tb: 2\n", "yaml/tab", 2, 1),
        ("a: @x", "yaml/needs-quotes", 1, 4),
        ("a: *春", "yaml/needs-quotes", 1, 4),
        ("a: *", "yaml/needs-quotes", 1, 4),
        ("a: - x", "yaml/needs-quotes", 1, 4),
        ("a: 第1回 #春", "yaml/comment", 1, 8),
        ("a: 1\ntopics: #外交\n", "yaml/comment", 2, 9),
        ("a:\n  - #外交\n  - 港\n", "yaml/comment", 2, 5),
        ("a: |x", "yaml/needs-quotes", 1, 4),
        ("a: 1\nb: x\x07", "yaml/character", 2, 5),
        ("a: 1\n---\nb: 2\n", "yaml/syntax", 2, 1),
    ],
)
def test_what_is_refused_is_placed(text: str, reason: str, line: int, column: int) -> None:
    with pytest.raises(YamlProblem) as raised:
        load(text)
    assert (raised.value.reason, raised.value.line, raised.value.column) == (reason, line, column)


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: *港*の春\n", 'title: "*港*の春"'),
        ("- name: `x`\n  role: y\n", '- name: "`x`"'),
        ('title: 第2回: "春"', "title: '第2回: \"春\"'"),
    ],
)
def test_a_value_that_needs_quotes_is_shown_in_them(
    text: str, told: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.yaml_source._Loader", getattr(yaml, parser, yaml.SafeLoader))
    with pytest.raises(YamlProblem) as raised:
        load(text)
    assert raised.value.detail == told


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{a: " * 5000 + "}" * 5000, "- " * 5000, "\n".join(" " * n + "a:" for n in range(500))]
)
def test_deep_nesting_is_refused_not_crashed(text: str) -> None:
    with pytest.raises(YamlProblem) as raised:
        load(text)
    assert raised.value.reason == "yaml/too-deep"


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_a_problem(text: str) -> None:
    with contextlib.suppress(YamlProblem):
        load(text)


def test_positions_of_keys_and_values() -> None:
    found = positions("a: x\nb:\n  - y\n  - {c: z}\n")
    assert found[("a",)] == (1, 1, 1, 4)
    assert found[("b", 0)] == (3, 5, 3, 5)
    assert found[("b", 1, "c")] == (4, 6, 4, 9)
