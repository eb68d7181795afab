"""Specimens hold a rule to what its author meant."""

from __future__ import annotations

import pytest

from builder import yaml_source
from builder.diagnostics import Severity
from builder.ingest.cleaning.proof import unproved
from builder.ingest.cleaning.rules import Fault, read_rules


def faults(match: str, takes: str = "line", taken: str = "", kept: str = "") -> list[Fault]:
    text = f"- {{id: a, why: w, takes: {takes}, match: {match}, specimens: {{takes: [{taken}], keeps: [{kept}]}}}}"
    rules, problems = read_rules(yaml_source.load(text), "minato")
    assert problems == ()
    return list(unproved(rules[0]))


def test_a_rule_that_does_as_its_specimens_say_is_proved() -> None:
    assert faults("{starts_with: 広告}", taken="広告です, ' 広告 '", kept="この広告") == []
    assert faults("{starts_with: 広告}") == []


def test_a_specimen_that_is_left_is_told_with_what_does_not_hold() -> None:
    (fault,) = faults("{starts_with: 広告, ends_with: [です, 。]}", taken="広告です, 広告の話")
    assert (fault.code, fault.place, fault.severity) == (
        "rule/specimen-left",
        ("specimens", "takes", 1),
        Severity.WARNING,
    )
    assert fault.values == {"rule": "minato/a", "line": "広告の話", "unmet": "ends_with"}


def test_a_near_miss_that_is_taken_is_told() -> None:
    (fault,) = faults("{contains: 広告}", kept="港, この広告")
    assert (fault.code, fault.place) == ("rule/near-miss-taken", ("specimens", "keeps", 1))
    assert fault.values == {"rule": "minato/a", "line": "この広告"}


def test_what_a_rule_protects_counts_as_taken() -> None:
    assert faults("{equals: 広告}", "nothing", "広告", "港") == []
    assert len(faults("{equals: 広告}", "nothing", "港", "広告")) == 2


def test_a_rule_for_all_but_some_lines_takes_those_that_do_not_match() -> None:
    assert faults("{starts_with: 本文}", "outside", "広告", "本文です") == []
    assert len(faults("{starts_with: 本文}", "outside", "本文です", "広告")) == 2


@pytest.mark.parametrize("takes", ["line", "outside"])
def test_nothing_is_said_of_what_the_place_on_the_page_decides(takes: str) -> None:
    assert faults("{inside: .side}", takes, "広告", "港") == []


def test_words_must_hold_wherever_the_line_stands() -> None:
    told = faults("{inside: .side, equals: 広告}", taken="広告, 港", kept="広告, 海")
    assert [(fault.place[-1], fault.values["unmet"]) for fault in told] == [(1, "equals")]


def test_a_long_specimen_is_cut() -> None:
    (fault,) = faults("{equals: 広告}", taken="港" * 100)
    assert len(fault.values["line"]) == 60
