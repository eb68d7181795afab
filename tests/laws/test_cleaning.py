"""Laws of cleaning: nothing is lost, the order of rules means nothing, a rule withdrawn returns what it alone took."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.ingest.cleaning.judge import judge
from builder.ingest.cleaning.matching import RuleSet
from builder.ingest.cleaning.rules import Match, Rule, Takes, Where, built_in
from builder.ingest.extraction import Line

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
OWN = [
    Rule("minato/rest", "test", Takes.REST, Match(equals=("関連記事",)), Where.TAIL),
    Rule("minato/label", "test", Takes.LINE, Match(equals=("関連記事", "広告"))),
    Rule("minato/block", "test", Takes.BLOCK, Match(starts_with=("read",)), at_most=0.1),
    Rule("minato/more", "test", Takes.LINE, Match(starts_with=("read",)), Where.HEAD, at_most_lines=1),
    Rule("minato/outside", "test", Takes.OUTSIDE, Match(contains=("港", "harbour")), at_most=0.2),
    Rule("minato/harbour", "test", Takes.LINE, Match(contains=("harbour",))),
    Rule("minato/keep", "test", Takes.NOTHING, Match(ends_with=("quiet.",))),
    Rule("minato/inside", "test", Takes.LINE, Match(inside=("div.side",))),
    Rule("minato/number", "test", Takes.LINE, Match(regex=("^[0-9]+$",))),
]
"""Rules of every reach and kind, most of whose lines another of them takes too."""
some_rules = st.lists(st.sampled_from(OWN), unique_by=lambda r: r.id, min_size=1).flatmap(
    lambda own: st.lists(st.sampled_from(built_in()), unique_by=lambda r: r.id, max_size=4).map(
        lambda standard: [*own, *standard]
    )
)


@st.composite
def pages(draw: st.DrawFn) -> list[Line]:
    words = st.sampled_from(WORDS)
    texts = draw(st.lists(st.one_of(words, words, words, st.text(min_size=1, max_size=30)), max_size=25))
    number, lines = 0, []
    for text in texts:
        number += draw(st.integers(1, 3))
        inside = draw(st.sampled_from([(), ("body", "div.side#menu"), ("body", "article")]))
        lines.append(Line(number, text, text, inside=inside))
    return lines


@settings(max_examples=400)
@given(pages(), some_rules, st.randoms(use_true_random=False))
def test_the_order_of_rules_means_nothing(lines: list[Line], rules: list[Rule], rng: random.Random) -> None:
    shuffled = list(rules)
    rng.shuffle(shuffled)
    assert judge(lines, RuleSet(rules)) == judge(lines, RuleSet(shuffled))


@settings(max_examples=400)
@given(pages(), some_rules)
def test_a_rule_withdrawn_gives_back_exactly_what_it_alone_took(lines: list[Line], rules: list[Rule]) -> None:
    rule = next((r for r in rules if r.takes is not Takes.NOTHING), None)
    if rule is None:
        return
    whole = judge(lines, RuleSet(rules))
    without = judge(lines, RuleSet([r for r in rules if r.id != rule.id]))
    alone = {c.line for c in whole.claims} - {c.line for c in whole.claims if c.rule != rule.id}
    assert {c.line for c in whole.claims} - {c.line for c in without.claims} == alone
    assert {c for c in whole.claims if c.rule != rule.id} == set(without.claims)


@given(pages(), some_rules)
def test_claims_are_of_lines_of_the_page_and_never_of_protected_ones(lines: list[Line], rules: list[Rule]) -> None:
    judged = judge(lines, RuleSet(rules))
    assert {c.line for c in judged.claims} <= {line.number for line in lines}
    assert not judged.protected & {c.line for c in judged.claims}
    assert list(judged.claims) == sorted(judged.claims, key=lambda c: (c.line, c.rule))
    assert list(judged.overreaching) == sorted(judged.overreaching)
