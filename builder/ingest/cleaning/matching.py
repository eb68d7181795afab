"""Which rules match a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from ...text.patterns import is_tied_to_start, search_with
from ..extraction import Line
from .rules import Match, Rule, built_in

_LOOKED_AT = 240
"""Characters at the head of a line in which ``contains`` and ``regex`` search: beyond, it is a paragraph."""
_SHORT, _REMEMBERED = 100, 4_096
"""Characters of a line for which the matching rules are remembered, and how many such lines."""

_Condition = Callable[[str, tuple[str, ...]], bool]
"""Does a match hold for a folded text that stands inside these elements?"""


def fold(text: str) -> str:
    """The form in which rules compare: NFKC, lower case, blanks as one, none at the ends."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.replace("ⓒ", "©"))
    return " ".join(text.lower().split())


class RuleSet:
    """Rules made ready to judge."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rules}
        """By id; of two rules with one id the later counts, so that a source can replace a rule."""
        tests = [(rule, condition_of(rule.match)) for rule in self.rules.values()]
        self._by_text = [(rule.id, test) for rule, test in tests if not rule.match.inside]
        self._by_place = [(rule.id, test) for rule, test in tests if rule.match.inside]
        self._may_match = _any_of([rule.match for rule, _ in tests if not rule.match.inside])
        self._known: dict[str, frozenset[str]] = {}
        """The rules that match short lines: menus and notices stand on many pages of an outlet."""

    def matching(self, line: Line) -> frozenset[str]:
        """Ids of the rules whose match holds for ``line``, wherever it stands on the page."""
        found = self._known.get(line.text)
        if found is None:
            found = self._matching_text(line.text)
            if len(line.text) <= _SHORT:
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                self._known[line.text] = found
        if self._by_place:
            text = fold(line.text)
            found = found.union(name for name, holds in self._by_place if holds(text, line.inside))
        return found

    def _matching_text(self, text: str) -> frozenset[str]:
        text = fold(text)
        if not self._may_match(text):
            return frozenset()
        return frozenset(name for name, holds in self._by_text if holds(text, ()))


@lru_cache(maxsize=64)
def rules_with(own: tuple[Rule, ...] = ()) -> RuleSet:
    """The rules that come with the program and those of one source, ready."""
    return RuleSet((*built_in(), *own))


def _any_of(matches: Iterable[Match]) -> Callable[[str], bool]:
    """Whether any of the matches may hold for a folded text, told for all of them together: most lines match none."""
    equals: set[str] = set()
    starts: list[str] = []
    ends: list[str] = []
    words: list[str] = []
    patterns: list[str] = []
    for match in matches:  # of several kinds, all of which must hold, one is enough to look for
        if match.equals:
            equals.update(map(fold, match.equals))
        elif match.starts_with:
            starts += map(fold, match.starts_with)
        elif match.ends_with:
            ends += map(fold, match.ends_with)
        elif match.contains:
            words += map(fold, match.contains)
        else:
            patterns += match.regex
    all_starts, all_ends, searches = tuple(starts), tuple(ends), _searches_for_any(patterns)

    def may_match(text: str) -> bool:
        head = text[:_LOOKED_AT]
        return (
            text in equals
            or text.startswith(all_starts)
            or text.endswith(all_ends)
            or any(map(head.__contains__, words))
            or any(search(head) for search in searches)
        )

    return may_match


def condition_of(match: Match) -> _Condition:
    """All that ``match`` asks; a match that asks nothing holds everywhere."""
    tests: list[_Condition] = []
    if match.equals:
        equals = frozenset(map(fold, match.equals))
        tests.append(lambda text, _: text in equals)
    if match.starts_with:
        starts = tuple(map(fold, match.starts_with))
        tests.append(lambda text, _: text.startswith(starts))
    if match.ends_with:
        ends = tuple(map(fold, match.ends_with))
        tests.append(lambda text, _: text.endswith(ends))
    if match.contains:
        words = tuple(map(fold, match.contains))
        tests.append(lambda text, _: any(word in text[:_LOOKED_AT] for word in words))
    if match.regex:
        searches = [search_with(_compiled(pattern)) for pattern in match.regex]
        tests.append(lambda text, _: any(search(text[:_LOOKED_AT]) for search in searches))
    if match.inside:
        selectors = [frozenset(_names(selector)) for selector in match.inside]
        tests.append(lambda _, inside: any(names.issubset(_names(each)) for each in inside for names in selectors))
    return lambda text, inside: all(test(text, inside) for test in tests)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Texts are in lower case: case is disregarded only where the pattern has capitals, as that doubles the time."""
    without_escapes = re.sub(r"\\.", "", pattern)
    return re.compile(pattern, 0 if without_escapes == without_escapes.lower() else re.IGNORECASE)


def _searches_for_any(patterns: Iterable[str]) -> list[Callable[[str], object]]:
    """What finds the texts that any of the patterns fits. Most are tied to the start, and are tried there as one."""
    tied: list[str] = []
    searches: list[Callable[[str], object]] = []
    for pattern in patterns:
        compiled = _compiled(pattern)
        if is_tied_to_start(pattern) and not compiled.groups and not compiled.flags & re.IGNORECASE:
            tied.append(f"(?:{pattern})")
        else:
            searches.append(search_with(compiled))
    return [*searches, re.compile("|".join(tied)).match] if tied else searches


def _names(label: str) -> list[str]:
    """``div#id.class`` -> div, #id, .class."""
    return re.findall(r"[#.]?[^#.]+", label.lower())
