"""Which rules match a line: many rules made ready together, so that a page is read once for all of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from ...text.patterns import is_tied_to_start
from ..extraction import Line
from .rules import Match, Rule, built_in

_ODD_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029"
"""White space, beside the blank and the line feed, that is left by NFKC."""
_NONE = frozenset[str]()
_LOOKED_AT = 240
"""Characters at the head of a line in which ``contains`` and ``regex`` search: beyond, it is a paragraph."""
_SHORT, _REMEMBERED = 100, 4_096
"""Characters of a line of which it is remembered what rules say, and how many such lines."""


def fold(text: str) -> str:
    """The form in which rules compare: NFKC, lower case, blanks as one, none at the ends."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_composed(text).lower().split())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text.replace("ⓒ", "©"))


def fold_each(texts: Sequence[str]) -> list[str]:
    """``fold`` of each text, what does not need each alone done for all: each a line."""
    page = "\n".join([text if text.isascii() else _composed(text) for text in texts])
    if page.count("\n") >= len(texts):
        return list(map(fold, texts))
    lines = page.lower().split("\n")
    if any(blank in page for blank in _ODD_BLANKS):
        return [" ".join(line.split()) for line in lines]
    return [" ".join(line.split()) if "  " in line else line.strip(" ") for line in lines]


def _inside(selector: str) -> Callable[[tuple[str, ...]], bool]:
    parts = re.findall(r"[#.]?[^#.]+", selector.lower())
    return lambda ancestors: any(
        all(part in re.findall(r"[#.]?[^#.]+", ancestor.lower()) for part in parts) for ancestor in ancestors
    )


class RuleSet:
    """Rules made ready to judge: one table of whole lines, one pattern of beginnings, one of contents."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: dict[str, Rule] = {rule.id: rule for rule in rules}
        """By id; of two rules with one id the later counts, so that a source can replace a rule."""
        self._equals: dict[str, list[str]] = {}
        self._starts: dict[str, list[str]] = {}
        self._contains: dict[str, list[str]] = {}
        self._slow: list[tuple[str, Callable[[str, Line], bool]]] = []
        self._patterns: list[tuple[str, re.Pattern[str]]] = []
        tables = {"equals": self._equals, "starts_with": self._starts, "contains": self._contains}
        for rule in self.rules.values():
            kinds = [kind for kind in Match.__slots__ if getattr(rule.match, kind)]
            if len(kinds) == 1 and kinds[0] in tables:
                for word in getattr(rule.match, kinds[0]):
                    tables[kinds[0]].setdefault(fold(word), []).append(rule.id)
            elif kinds == ["regex"]:
                self._patterns += [(rule.id, re.compile(p, re.IGNORECASE)) for p in rule.match.regex]
            else:
                self._slow.append((rule.id, _matcher(rule.match)))
        self._finds = list(_finds([pattern.pattern for _, pattern in self._patterns]))
        self._starts_at: dict[str, tuple[str, ...]] = {}
        for word in self._starts:
            self._starts_at[word[:1]] = (*self._starts_at.get(word[:1], ()), word)
        self._known: dict[str, frozenset[str]] = {}
        """What was found of short lines: menus and notices stand on many pages of an outlet."""

    def matching(self, line: Line) -> frozenset[str]:
        """Ids of the rules whose match holds for ``line``, wherever it stands."""
        return self.matching_each([line])[0]

    def matching_each(self, lines: Sequence[Line]) -> list[frozenset[str]]:
        """The same for each of ``lines``."""
        known, texts = self._known, [line.text for line in lines]
        new = list(set(texts).difference(known))
        told = dict(zip(new, self._told_by_text(new), strict=True))
        made = [told[text] if text in told else known[text] for text in texts]
        if len(known) > _REMEMBERED:
            known.clear()
        known.update((text, found) for text, found in told.items() if len(text) <= _SHORT)
        if not self._slow:
            return made
        return [found | self._told_slowly(line) for found, line in zip(made, lines, strict=True)]

    def _told_by_text(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """For each of ``texts``, the rules whose match needs no more than that."""
        folded = fold_each(texts)
        heads = [text[:_LOOKED_AT] for text in folded]
        page = "\n".join(heads)
        words = [word for word in self._contains if word in page]
        equals, starts_at = self._equals, self._starts_at
        told = {place for word in words for place, head in enumerate(heads) if word in head}
        told.update(
            [at for at, text in enumerate(folded) if text in equals or text.startswith(starts_at.get(text[:1], ()))]
        )
        fitting = {place for find in self._finds for place, head in enumerate(heads) if find(head)}
        made = [_NONE] * len(texts)
        for place in told | fitting:
            found = frozenset(self._told_by_words(folded[place], heads[place], words))
            if place in fitting:
                found = found.union(rule for rule, pattern in self._patterns if pattern.search(heads[place]))
            made[place] = found
        return made

    def _told_by_words(self, text: str, head: str, words: Sequence[str]) -> Iterator[str]:
        """``words``: those of ``contains`` that stand somewhere on the page."""
        yield from self._equals.get(text, ())
        for word in self._starts_at.get(text[:1], ()):
            if text.startswith(word):
                yield from self._starts[word]
        for word in words:
            if word in head:
                yield from self._contains[word]

    def _told_slowly(self, line: Line) -> frozenset[str]:
        """The rules that ask more than one thing of a line, or where it stands."""
        text = fold(line.text)
        return frozenset(rule for rule, holds in self._slow if holds(text, line))


@cache
def standard_rules() -> RuleSet:
    """The rules that come with the program, ready."""
    return RuleSet(built_in())


@lru_cache(maxsize=64)
def rules_with(own: tuple[Rule, ...]) -> RuleSet:
    """The rules that come with the program and those of one source, ready."""
    return RuleSet((*built_in(), *own)) if own else standard_rules()


def _finds(patterns: Sequence[str]) -> Iterator[Callable[[str], object]]:
    """What finds the texts, in lower case, that any of ``patterns`` fits.

    Those tied to the beginning, tried there only, are one pattern. Of the others each is searched for alone: ``re``
    looks for how a pattern begins far sooner than for how any of several does.
    """
    tied = [_for_lower_case(pattern) for pattern in patterns if is_tied_to_start(pattern)]
    if tied:
        yield re.compile("|".join(tied)).match
    for pattern in patterns:
        if not is_tied_to_start(pattern):
            yield re.compile(_for_lower_case(pattern)).search


def _for_lower_case(pattern: str) -> str:
    """``pattern`` as a part; case is disregarded only where it has capitals, as that doubles the time."""
    bare = re.sub(r"\\.", "", pattern)
    return f"(?:{pattern})" if bare == bare.lower() else f"(?i:{pattern})"


def _matcher(match: Match) -> Callable[[str, Line], bool]:
    tests: list[Callable[[str, Line], bool]] = []
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
        patterns = [re.compile(p, re.IGNORECASE) for p in match.regex]
        tests.append(lambda text, _: any(p.search(text[:_LOOKED_AT]) for p in patterns))
    if match.inside:
        inside = [_inside(selector) for selector in match.inside]
        tests.append(lambda _, line: any(test(line.inside) for test in inside))
    return lambda text, line: all(test(text, line) for test in tests)
