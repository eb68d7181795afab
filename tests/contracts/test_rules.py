"""Every rule that comes with the program proves itself: it takes its specimens and keeps its near misses."""

from __future__ import annotations

import pytest

from builder.ingest.cleaning.matching import RuleSet, rules_with
from builder.ingest.cleaning.proof import unproved
from builder.ingest.cleaning.rules import Rule, Takes, built_in
from builder.ingest.extraction import Line


@pytest.mark.parametrize("rule", built_in(), ids=lambda rule: rule.id)
def test_a_rule_takes_its_specimens_and_keeps_its_near_misses(rule: Rule) -> None:
    assert rule.specimens_taken, "a rule needs a line it takes"
    assert rule.specimens_kept, "a rule needs a near miss it keeps"
    assert list(unproved(rule)) == []


def test_all_rules_together_match_what_each_matches_alone() -> None:
    alone = {rule.id: RuleSet([rule]) for rule in built_in()}
    for text in {text for rule in built_in() for text in (*rule.specimens_taken, *rule.specimens_kept)}:
        line = Line(1, text, text)
        assert rules_with().matching(line) == {name for name, rules in alone.items() if rules.matching(line)}


def test_ids_are_unique_and_name_their_origin() -> None:
    ids = [rule.id for rule in built_in()]
    assert len(ids) == len(set(ids))
    assert all("/" in name for name in ids)


def test_no_built_in_rule_claims_more_than_lines() -> None:
    """What takes the rest of a page is knowledge of one source; a general rule must not."""
    assert {rule.takes for rule in built_in()} <= {Takes.LINE, Takes.NOTHING}
