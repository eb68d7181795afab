"""All rules judge the untouched lines -> Claims. Rules never see each other's work, so their order means nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..extraction import Claim, Line
from .matching import RuleSet
from .rules import Rule, Takes, Where


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a set of rules makes of a page."""

    claims: tuple[Claim, ...]
    """In the order of the lines, then by rule id. Lines a rule protects are in none."""
    protected: frozenset[int]
    """Numbers of the lines that no rule may take."""
    overreaching: tuple[str, ...]
    """Ids of rules that took more than their ``at_most``."""


def _stands(rule: Rule, place: int, count: int) -> bool:
    if rule.where is Where.ANYWHERE:
        return True
    return (2 * place < count) == (rule.where is Where.HEAD)


def _block_end(lines: Sequence[Line], place: int) -> int:
    """The first place behind the block that starts at ``place``."""
    end = place + 1
    while end < len(lines):
        if lines[place].inside:
            if lines[end].inside != lines[place].inside:
                break
        elif lines[end].number != lines[end - 1].number + 1:
            break
        end += 1
    return end


def _reach(rule: Rule, hits: Sequence[int], lines: Sequence[Line]) -> set[int]:
    """Places a rule takes, from the places it matches."""
    if rule.takes is Takes.LINE:
        return set(hits)
    if rule.takes is Takes.BLOCK:
        return {p for hit in hits for p in range(hit, _block_end(lines, hit))}
    if rule.takes is Takes.REST:
        return set(range(min(hits), len(lines)))
    return set(range(len(lines))) - set(hits)


def judge(lines: Sequence[Line], rules: RuleSet) -> Judgement:
    """What ``rules`` take of ``lines``, the whole page as it came, in order."""
    hits: dict[str, list[int]] = {}
    protected: set[int] = set()
    for place, line in enumerate(lines):
        for name in rules.matching(line):
            rule = rules.rules[name]
            if not _stands(rule, place, len(lines)):
                continue
            if rule.takes is Takes.NOTHING:
                protected.add(place)
            else:
                hits.setdefault(name, []).append(place)
    taken = {name: _reach(rules.rules[name], places, lines) - protected for name, places in hits.items()}
    claims = sorted((place, name) for name, places in taken.items() for place in places)
    over = sorted(name for name, places in taken.items() if _too_many(rules.rules[name], len(places), len(lines)))
    return Judgement(
        tuple(Claim(lines[place].number, name) for place, name in claims),
        frozenset(lines[place].number for place in protected),
        tuple(over),
    )


def taking(line: Line, rules: RuleSet) -> list[str]:
    """Ids of the rules that take this very line, wherever it stands; none where one protects it."""
    takes = {name: rules.rules[name].takes for name in rules.matching(line)}
    return [] if Takes.NOTHING in takes.values() else sorted(n for n, its in takes.items() if its is not Takes.OUTSIDE)


def _too_many(rule: Rule, taken: int, count: int) -> bool:
    return taken > rule.at_most * count or 0 < rule.at_most_lines < taken
