"""The proof that a rule carries: it takes its specimens and keeps its near misses.

A specimen is a line's text. Where on a page it stands (``where``, ``inside``) is not told, so that nothing is said
against a rule for what only this could decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...diagnostics import Severity
from .matching import condition_of, fold
from .rules import Fault, Match, Rule, Takes

_SHOWN = 60
"""Characters of a specimen that a message repeats."""


def unproved(rule: Rule) -> Iterator[Fault]:
    """A warning for each specimen of ``rule`` with which it does otherwise than it should.

    Of a rule that takes ``nothing``, what it takes is what it protects.
    """
    for index, text in enumerate(rule.specimens_taken):
        if not _takes(rule, text):
            unmet = ", ".join(_unmet(rule.match, text))
            yield _fault("rule/specimen-left", rule, text, "takes", index, unmet=unmet)
    for index, text in enumerate(rule.specimens_kept):
        if not _keeps(rule, text):
            yield _fault("rule/near-miss-taken", rule, text, "keeps", index)


def _takes(rule: Rule, text: str) -> bool:
    """Whether ``rule`` takes the line, or may do so where it stands in the right place."""
    return not _surely_matches(rule.match, text) if rule.takes is Takes.OUTSIDE else _fits(rule.match, text)


def _keeps(rule: Rule, text: str) -> bool:
    return _fits(rule.match, text) if rule.takes is Takes.OUTSIDE else not _surely_matches(rule.match, text)


def _surely_matches(match: Match, text: str) -> bool:
    return not match.inside and _fits(match, text)


def _fits(match: Match, text: str) -> bool:
    """Whether all holds that ``match`` asks of a line's text: nothing, where it asks only where the line stands."""
    return condition_of(replace(match, inside=()))(fold(text), ())


def _unmet(match: Match, text: str) -> Iterator[str]:
    """The kinds in ``match`` that do not hold of ``text``."""
    for kind in Match.__slots__:
        alternatives = getattr(match, kind)
        if alternatives and not _fits(Match(**{kind: alternatives}), text):
            yield kind


def _fault(code: str, rule: Rule, text: str, kind: str, index: int, **values: str) -> Fault:
    line = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return Fault(code, ("specimens", kind, index), {"rule": rule.id, "line": line, **values}, Severity.WARNING)
