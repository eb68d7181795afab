"""Laws of cleaning: nothing is lost, the order of rules means nothing, a rule withdrawn returns what it alone took."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.clean import RuleSet, judge
from builder.ingest.draft import Line
from builder.ingest.rules import Match, Rule, Takes, Where, built_in

WORDS = [
    "広告",
    "関連記事",
    "次のページへ",
    "港は静かだった。",
    "Advertisement",
    "Read more",
    "The harbour was quiet.",
    "1",
]
RULES = [
    *built_in(),
    Rule("minato/rest", "test", Takes.REST, Match(equals=("関連記事",)), Where.TAIL),
    Rule("minato/block", "test", Takes.BLOCK, Match(starts_with=("read",))),
    Rule("minato/outside", "test", Takes.OUTSIDE, Match(contains=("港", "harbour"))),
    Rule("minato/keep", "test", Takes.NOTHING, Match(ends_with=("quiet.",))),
    Rule("minato/inside", "test", Takes.LINE, Match(inside=("div.side",))),
]


@st.composite
def pages(draw: st.DrawFn) -> list[Line]:
    texts = draw(st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=30), max_size=25))
    number, lines = 0, []
    for text in texts:
        number += draw(st.integers(1, 3))
        inside = draw(st.sampled_from([(), ("body", "div.side#menu"), ("body", "article")]))
        lines.append(Line(number, text, text, inside=inside))
    return lines


@given(pages(), st.lists(st.sampled_from(RULES), unique_by=lambda r: r.id), st.randoms(use_true_random=False))
def test_the_order_of_rules_means_nothing(lines: list[Line], rules: list[Rule], rng: random.Random) -> None:
    shuffled = list(rules)
    rng.shuffle(shuffled)
    assert judge(lines, RuleSet(rules)) == judge(lines, RuleSet(shuffled))


@given(pages(), st.lists(st.sampled_from(RULES), unique_by=lambda r: r.id, min_size=1))
def test_a_rule_withdrawn_gives_back_exactly_what_it_alone_took(lines: list[Line], rules: list[Rule]) -> None:
    rule = next((r for r in rules if r.takes is not Takes.NOTHING), None)
    if rule is None:
        return
    whole = judge(lines, RuleSet(rules))
    without = judge(lines, RuleSet([r for r in rules if r.id != rule.id]))
    alone = {c.line for c in whole.claims} - {c.line for c in whole.claims if c.rule != rule.id}
    assert {c.line for c in whole.claims} - {c.line for c in without.claims} == alone
    assert {c for c in whole.claims if c.rule != rule.id} == set(without.claims)


@given(pages(), st.lists(st.sampled_from(RULES), unique_by=lambda r: r.id))
def test_claims_are_of_lines_of_the_page_and_never_of_protected_ones(lines: list[Line], rules: list[Rule]) -> None:
    judged = judge(lines, RuleSet(rules))
    assert {c.line for c in judged.claims} <= {line.number for line in lines}
    assert not judged.protected & {c.line for c in judged.claims}
