"""Rule files: what is right becomes a rule, what is wrong is named, one problem for each rule."""

from __future__ import annotations

import pytest

from builder import yaml_source
from builder.ingest.cleaning.judge import judge
from builder.ingest.cleaning.matching import RuleSet
from builder.ingest.cleaning.proof import unproved
from builder.ingest.cleaning.rules import Takes, Where, read_rules
from builder.ingest.extraction import Line

GOOD = """
- id: members-only
  why: The site closes the free part with a notice.
  takes: rest
  where: tail
  match: { starts_with: この記事は会員限定 }
  at_most: 40%
  specimens:
    takes: [この記事は会員限定です。残り900字]
    keeps: [あの記事は会員限定だった。]
"""


def lines(*texts: str) -> list[Line]:
    return [Line(number, text, text) for number, text in enumerate(texts, 1)]


def test_a_rule_is_read_with_all_it_says() -> None:
    rules, problems = read_rules(yaml_source.load(GOOD), "minato")
    assert problems == ()
    rule = rules[0]
    assert (rule.id, rule.takes, rule.where, rule.at_most) == ("minato/members-only", Takes.REST, Where.TAIL, 0.4)
    assert list(unproved(rule)) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("takes: rest", "takes: everything"), "rule/not-a-choice"),
        (("where: tail", "wehre: tail"), "rule/unknown-key"),
        (("  why: The site closes the free part with a notice.\n", ""), "rule/missing-key"),
        (("{ starts_with: この記事は会員限定 }", "{ regex: '(' }"), "rule/bad-regex"),
        (("{ starts_with: この記事は会員限定 }", "{ starts: x }"), "rule/unknown-key"),
        (("{ starts_with: この記事は会員限定 }", "広告"), "rule/no-match"),
        (("{ starts_with: この記事は会員限定 }", "{ equals: [true] }"), "rule/not-text"),
        (("40%", "much"), "rule/bad-limit"),
        (("id: members-only", "id: Members Only"), "rule/bad-id"),
    ],
)
def test_what_is_wrong_is_named(change: tuple[str, str], code: str) -> None:
    text = GOOD.replace(*change)
    assert text != GOOD
    rules, problems = read_rules(yaml_source.load(text))
    assert rules == {}
    assert [p.code for p in problems] == [code]


def test_one_bad_rule_does_not_spoil_the_others() -> None:
    rules, problems = read_rules(yaml_source.load(GOOD + GOOD.replace("id: members-only", "id: other") + GOOD))
    assert {index: rule.id for index, rule in rules.items()} == {0: "members-only", 1: "other"}
    assert [p.code for p in problems] == ["rule/duplicate-id"]


def rule_set(text: str) -> RuleSet:
    rules, problems = read_rules(yaml_source.load(text))
    assert problems == ()
    return RuleSet(rules.values())


def claimed(rules: RuleSet, page: list[Line]) -> list[int]:
    return [c.line for c in judge(page, rules).claims]


def test_rest_takes_all_below_in_its_half_of_the_page_only() -> None:
    rules = rule_set("- {id: a, why: w, takes: rest, where: tail, match: {equals: 広告}}")
    assert claimed(rules, lines("広告", "港", "海", "広告", "川")) == [4, 5]


def test_block_takes_up_to_the_blank_line() -> None:
    rules = rule_set("- {id: a, why: w, takes: block, match: {equals: 広告}}")
    page = [Line(1, "港", ""), Line(3, "広告", ""), Line(4, "買う", ""), Line(6, "海", "")]
    assert claimed(rules, page) == [3, 4]


def test_nothing_protects_from_all_others() -> None:
    rules = rule_set(
        "- {id: a, why: w, takes: rest, match: {equals: 広告}}\n- {id: b, why: w, takes: nothing, match: {equals: 海}}"
    )
    judged = judge(lines("港", "広告", "海", "川"), rules)
    assert [c.line for c in judged.claims] == [2, 4]
    assert judged.protected == {3}


def test_inside_matches_ancestors() -> None:
    rules = rule_set("- {id: a, why: w, takes: line, match: {inside: 'div.side'}}")
    page = [Line(1, "港", "", inside=("body", "div#x.main.side")), Line(2, "海", "", inside=("body", "p.side"))]
    assert claimed(rules, page) == [1]


def test_a_line_known_from_another_page_is_judged_by_where_it_stands_now() -> None:
    rules = rule_set("- {id: a, why: w, takes: line, match: {equals: 港, inside: 'div.side'}}")
    for _ in range(2):
        assert claimed(rules, [Line(1, "港", "", inside=("div.side",)), Line(2, "港", "", inside=("p",))]) == [1]
        assert claimed(rules, [Line(1, "港", "", inside=("p",)), Line(2, "港", "", inside=("div.side",))]) == [2]


def test_more_lines_than_are_remembered_are_judged_as_ever() -> None:
    rules = rule_set("- {id: a, why: w, takes: line, at_most: 3, match: {equals: ['7', '9000', '19999']}}")
    page = lines(*map(str, range(20_000)))
    assert [claimed(rules, page) for _ in range(2)] == [[8, 9001, 20000]] * 2


def test_width_case_and_blanks_do_not_matter() -> None:
    rules = rule_set("- {id: a, why: w, takes: line, match: {equals: ' PR  企画 '}}")
    assert claimed(rules, lines("ＰＲ　企画", "pr 企画", "PR企画")) == [1, 2]


def test_several_kinds_must_all_hold() -> None:
    rules = rule_set("- {id: a, why: w, takes: line, match: {starts_with: 港, ends_with: [海, 川]}}")
    assert claimed(rules, lines("港と海", "港と山", "川と海", "港の川")) == [1, 4]


def test_patterns_with_flags_or_groups_of_their_own_do_not_disturb_each_other() -> None:
    rules = rule_set(
        "- {id: flag, why: w, takes: line, match: {regex: '(?i)港の朝$'}}\n"
        "- {id: one, why: w, takes: line, match: {regex: '^(?P<mark>[*-])(?P=mark)$'}}\n"
        "- {id: two, why: w, takes: line, match: {regex: '^(?P<mark>[0-9])(?P=mark)$'}}\n"
    )
    assert claimed(rules, lines("静かな港の朝", "**", "*-", "77", "78")) == [1, 2, 4]


@pytest.mark.parametrize(("limit", "over"), [("50%", False), ("20%", True), ("2", False), ("1", True)])
def test_a_rule_that_takes_too_much_is_reported(limit: str, over: bool) -> None:
    rules = rule_set(f"- {{id: a, why: w, takes: line, at_most: {limit}, match: {{equals: 広告}}}}")
    judged = judge(lines("広告", "港", "広告", "海"), rules)
    assert judged.overreaching == (("a",) if over else ())
