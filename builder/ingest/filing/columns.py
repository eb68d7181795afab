"""Columns by the company of titles: what several titles of one outlet share is a column's name, not the title.

One page cannot tell 【港の科学】 from a label, nor 港の灯（上） from a title; others of its outlet can. How
much company is needed follows from what else looks alike, and precision goes first:

- A name that counts (港の灯（上）, 港の窓 第12回) needs one other part, later if it has the later number. Where the
  name is short, or the number could be an age (男性（32）), it must be the same author's; or three count on.
- A name in brackets needs three articles, for labels and places stand there, too: of one author on three days,
  or in three months, which hardly a running event lasts.
- Before a separator stand persons, places, events as well: only one author's three articles on three days count.
- Behind a separator stands the outlet itself: nothing there proves a column.
- What the page or the curator of one article calls its series, others need only set off.

Each rule asks whether there are such articles, and none whether there are others: so an article that comes later can
only add columns, and the order in which articles come makes no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from ...diagnostics import Diagnostic, Severity
from ...text.byline_names import is_post
from ...text.facts import facts
from ...text.names import is_agency, is_organisation, is_person_name
from ...text.notes import number_in_title
from ...text.patterns import any_of
from ...text.scripts import is_western
from ...text.sections import is_button, is_general, names_nothing
from ..body.looks import squeeze
from ..comparing.identity import title_key
from ..metadata.set_off import Mark, SetOff, set_off
from ..metadata.title_parts import known_sections, title_words

_COMPANY = 3
_LONG = 4
"""Letters of a stem that two authors will hardly share."""
_SHORTEST = 3
"""Letters of a column that no number proves; in two are 訃報, 東京, 図解. Of western words two."""
_SENTENCE = re.compile(r"[。！？!?]|\d{4}")
_PLACE = re.compile("[\u4e00-\u9fff々ヶ]{1,5}[都府県市区郡町村]|北海道")
_LABELS = ("marks", "kinds", "parts", "generic", "serials", "untitled")


@dataclass(frozen=True, slots=True)
class Titled:
    """What an article tells of its outlet's columns."""

    key: str
    """The same for what is told twice of one article."""
    outlet: str
    outlet_names: tuple[str, ...]
    title: str
    series: str
    """What its page, or its curator, calls its column; empty for none."""
    day: str
    authors: Callable[[], Iterable[str]]
    """Asked for only where it matters: it may have to be read."""


@dataclass(frozen=True, slots=True)
class Column:
    """An article's place in a column, and its title without it."""

    name: str
    number: int | None
    title: str
    articles: frozenset[str]
    """Keys of those that share it."""

    def reason(self) -> Diagnostic:
        """Where the column was found."""
        values = {"series": self.name, "count": str(len(self.articles))}
        return Diagnostic("ingest/series-shared", severity=Severity.NOTE, values=values)


@dataclass(frozen=True, slots=True)
class _Seen:
    of: Titled
    set_off: SetOff

    def authors(self) -> set[str]:
        """Persons; what a desk or an agency writes has no one author."""
        names = (name for name in self.of.authors() if not (is_organisation(name) or is_agency(name)))
        return {title_key(name) for name in names}


class Columns:
    """The columns of some outlets."""

    def __init__(self, articles: Iterable[Titled] = ()) -> None:
        self._articles: dict[tuple[str, str], frozenset[str]] = {}
        seen: defaultdict[tuple[str, str], list[_Seen]] = defaultdict(list)
        stated: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for each in articles:
            for found in set_off(each.title):
                if _may_name(found, each.outlet_names):
                    seen[each.outlet, title_key(found.name)].append(_Seen(each, found))
            if each.series:
                stated[each.outlet, title_key(each.series)].add(each.key)
        for place, those in seen.items():
            keys = frozenset({each.of.key for each in those} | stated[place])
            if len(keys) > 1 and (stated[place] or _is_column(place[1], sorted(those, key=_order))):
                self._articles[place] = keys

    def of(self, outlet: str, title: str) -> Column | None:
        """The column that a title of the outlet names.

        The title stays whole where its part is all that it says, or tells an order that no number does: 港の灯（上）.
        """
        for found in set_off(title):
            articles = self._articles.get((outlet, title_key(found.name)))
            if articles:
                number = found.number or number_in_title(found.rest)
                bare = found.rest if found.rest and (number is not None or not found.part) else title
                return Column(found.name, number, bare, articles)
        return None


NO_COLUMNS = Columns()


def _may_name(found: SetOff, outlet_names: Iterable[str]) -> bool:
    """Is it no label, section or button, nobody's name, and not the outlet itself?"""
    name, key = found.name, title_key(found.name)
    if len(key) < 2 or key.isdecimal() or (found.mark <= Mark.BARE_NUMBER and len(title_key(found.rest)) < 2):
        return False
    if _is_label(name) or (not found.part and is_western(name) and _is_label(name.split()[-1])):  # Book review
        return False
    if names_nothing(name) or is_general(name) or is_button(name):
        return False
    if any(own and (own in key or key in own) for own in map(title_key, outlet_names)):
        return False
    if found.mark is Mark.COUNT:
        return True
    is_age = found.mark is Mark.NUMBER and is_post(name)  # 会社員（32）
    is_rank = found.mark is Mark.BARE_NUMBER and is_western(name)  # The Top 10 ferries
    if is_age or is_rank or _event().fullmatch(name) or _PLACE.fullmatch(name) or _SENTENCE.search(name):
        return False
    enough = len(name.split()) > 1 if is_western(name) else len(key) >= _SHORTEST
    is_named = is_person_name(name, strict=True) or (not found.part and is_organisation(name))
    return enough and not is_named


@cache
def _event() -> re.Pattern[str]:
    """What is in the news, with its number or year: 港湾豪雨, 台風19号, 汐見市長選2021; not 語り継ぐ戦争."""
    return re.compile(rf"[^ぁ-ゖ]*(?:{any_of(facts('titles')['events_end'])})(?:\d{{1,4}}号?)?")


def _is_label(text: str) -> bool:
    bare = squeeze(text)
    return bare in known_sections() or any(bare in title_words(kind) for kind in _LABELS)


def _order(each: _Seen) -> tuple[str, str]:
    return each.of.day, each.of.key


def _is_column(key: str, seen: Sequence[_Seen]) -> bool:
    return _counts(key, seen) or _recurs(seen)


def _counts(key: str, seen: Sequence[_Seen]) -> bool:
    """Are there two that count on, sure to be of one column, or three?"""
    counted = [each for each in seen if each.set_off.part]
    if len(key) >= _LONG and _count_on(each for each in counted if each.set_off.mark is Mark.COUNT):
        return True
    of_one = [each for each in counted if each.set_off.mark is not Mark.BARE_NUMBER]
    if _count_on(of_one):  # else no author need be asked for
        by_author: defaultdict[str, list[_Seen]] = defaultdict(list)
        for each in of_one:
            for author in each.authors():
                by_author[author].append(each)
        if any(map(_count_on, by_author.values())):
            return True
    return _longest_count(counted) >= _COMPANY


def _count_on(seen: Iterable[_Seen]) -> bool:
    """Are there two parts of which it is not known that the one with the higher number came first?"""
    parts = dict.fromkeys((each.of.day, each.set_off.part, each.set_off.number) for each in seen)
    return any(
        part != then_part and (number is None or then is None or number < then or day in ("", then_day))
        for (day, part, number), (then_day, then_part, then) in combinations(parts, 2)
    )


def _longest_count(counted: Sequence[_Seen]) -> int:
    """How many, one after the other, have a later day and a higher number each."""
    ends: list[tuple[str, int, int]] = []
    for day, number in dict.fromkeys((each.of.day, each.set_off.number) for each in counted):
        if number is not None and day:
            before = (length for its_day, its_number, length in ends if its_day < day and its_number < number)
            ends.append((day, number, 1 + max(before, default=0)))
    return max((length for _, _, length in ends), default=0)


def _recurs(seen: Sequence[_Seen]) -> bool:
    """Is it set off before enough different titles, of one author or over a long time?"""
    dated = [each for each in seen if each.of.day and each.set_off.rest and each.set_off.mark > Mark.BEHIND]
    if len({title_key(each.set_off.rest) for each in dated}) < _COMPANY:
        return False
    framed = {each.of.day[:7] for each in dated if each.set_off.mark is not Mark.SEPARATOR}
    if len(framed) >= _COMPANY:
        return True
    days: defaultdict[str, set[str]] = defaultdict(set)
    for each in dated:
        for author in each.authors():
            days[author].add(each.of.day[:10])
    return any(len(of_one) >= _COMPANY for of_one in days.values())
