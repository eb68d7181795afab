"""Where an outlet prints its authors: a name that one page cannot prove is believed where other pages name theirs.

A place is told by the nearest elements (HTML), by how many such lines lie between it and the headline or the text, and
by brackets or a day on its line. With each page travel the places of its short lines. A place holds authors where
authors that were otherwise proved stand there, and hardly anything else does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...diagnostics import Diagnostic, Severity
from ...model import Contributor
from ...text.byline_names import clean_name, is_desk, is_post, posted
from ...text.dates import find_dates
from ...text.facts import facts
from ...text.names import holds_menu_word, is_nobody, is_person_name, is_short_han_name
from ...text.roles import credits_another, without_label
from ...text.sections import is_button, names_section
from ..comparing.likeness import letters
from ..extraction import Extraction, Finding, Line, LineKind

FIELD = "author-place"
"""Of the findings by which places travel: value ``place|mark|name|post``, locator the source."""
BELIEVED = "author-by-place"
"""Of an author found by the place: value ``name|post``, locator ``pages|source`` that print theirs there."""
_AUTHOR, _OTHER, _OPEN = "=", "/", "?"
"""Marks of what stands there: the page's author, something else though it has one, anything on a page that has none."""
_PROSE, _LONGEST = 30, 60
"""Letters of a paragraph at least, and of a line that may be an author's at most."""
_BESIDE, _BELOW = 3, 6
"""Lines around headline and text whose places count, and below the headline, where more may stand."""
_PAGES, _AUTHORS = 3, 2
"""Pages, and different authors, that a place must have named."""
_STEADY = 0.9
"""Share of the pages with an author, and anything there, that must have the author there."""
_PROVED, _NO_NAME = 1 / 2, 1 / 4
"""Shares of all pages with anything there: on which it is an author that was proved, and on which it can be none."""
_KINDS = (LineKind.PARAGRAPH, LineKind.HEADING, LineKind.QUOTE)
_NUMBER = re.compile(r"\d{3,}")
"""Of a page, in the names of its elements: post-1023."""
_OPENING, _CLOSING = "（(【［[〈《", "）)】］]〉》"
_WITH_POST = re.compile(r"(.{2,20}?)\s*[（(]([^（）()]{2,24})[）)]")
_NO_NAME_SIGN = re.compile(r"[。、，！？!?…「」『』：:;；|｜/／\d０-９を]|[県区郡町駅]\Z")

_TWO_KANJI = re.compile(r"[\u3400-\u9fff々]{2}")
"""Too often a word (食卓) or a place (北町)."""


def with_places(found: Extraction, source: str) -> Extraction:
    """The extraction with the places of its short lines beside headline and text. ``source``: whose page it is."""
    places: dict[str, str] = {}
    for place, text in _places(found):
        if found.authors:
            named = next((key for who in found.authors if (key := letters(who.name)) in letters(text)), "")
            places.setdefault(place, f"{place}|{_AUTHOR if named else _OTHER}|{named}|")
        else:
            name, post = _read(text, found)
            places.setdefault(place, f"{place}|{_OPEN}|{name}|{post}")
    told = (Finding(FIELD, value, source, 0.0) for value in places.values())
    return replace(found, findings=(*found.findings, *told))


def _places(found: Extraction) -> Iterator[tuple[str, str]]:
    """The text of each short line beside the headline or the text, under every place that it is at."""
    lines = [line for line in found.lines if line.text.strip() and line.kind is not LineKind.IMAGE]
    prose = {line.number for line in _prose(found)}
    text = [n for n, line in enumerate(lines) if line.number in prose]
    if not text:
        return
    key = letters(found.title)
    heads = [n for n, line in enumerate(lines[: text[0]]) if key and key in letters(line.text)]
    yield from _counted("before text", lines[: text[0]][: -_BESIDE - 1 : -1], key)
    yield from _counted("behind text", lines[text[-1] + 1 :][:_BESIDE], key)
    if heads:
        yield from _counted("over title", lines[: heads[-1]][: -_BESIDE - 1 : -1], key)
        yield from _counted("under title", lines[heads[-1] + 1 : text[0]][:_BELOW], key)


def _counted(stretch: str, lines: Sequence[Line], title: str) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for line in lines:
        path = _NUMBER.sub("", ">".join(line.inside[-2:])).replace("|", "")
        seen[path] += 1
        is_short = len(line.text) <= _LONGEST and "\n" not in line.text
        if line.kind in _KINDS and is_short and letters(line.text) != title:
            yield f"{stretch} {seen[path]} {path} {_shape(line.text)}", line.text


def _prose(found: Extraction) -> list[Line]:
    claimed = {claim.line for claim in found.claims}
    return [line for line in found.lines if line.number not in claimed and len(line.text) >= _PROSE]


def _shape(text: str) -> str:
    bracket = text[0] if text[0] in _OPENING and text[-1] in _CLOSING else ""
    return bracket + ("day" if find_dates(text) else "")


def _read(text: str, found: Extraction) -> tuple[str, str]:
    """The name, and what the person is, where a line is nothing but that; else empty."""
    for day in reversed(find_dates(text)):
        text = text[: day.start] + " " + text[day.end :]
    text = text.strip(" \u3000|｜・·")
    text = text[1:-1] if text and _shape(text) else text
    if not text or text[-1] in "。！？" or credits_another(text):
        return "", ""
    bare = without_label(text).strip()
    behind = _WITH_POST.fullmatch(bare)
    person = posted(bare, is_name=_may_be_name)
    if person is None and behind:
        person = Contributor(clean_name(behind[1]), profile=behind[2] if is_post(behind[2]) else "")
    person = person or Contributor(clean_name(bare))
    return (person.name, person.profile) if _may_be_name(person.name) and not _is_told(person.name, found) else ("", "")


def _is_told(name: str, found: Extraction) -> bool:
    """Whether the page has the name in a list, in its text, or for something else: a section, what the text is about.

    A line that begins with it may tell who the author is.
    """
    series = found.series.name if found.series else ""
    fields = (found.title, found.subtitle, found.section, found.publication, series)
    if letters(name) in map(letters, fields) or any(line.text.find(name) > 0 for line in _prose(found)):
        return True
    return any(line.kind is LineKind.ITEM and letters(line.text) == letters(name) for line in found.lines)


@cache
def _staff() -> tuple[str, ...]:
    words = facts("ja/bylines")
    return (*words["desks"], *words["staff"])


def _may_be_name(text: str) -> bool:
    """Whether the text can be a name or a pen name, where names are known to stand."""
    if _NO_NAME_SIGN.search(text) or not is_short_han_name(text) or text.endswith(_staff()):
        return False
    if _TWO_KANJI.fullmatch(text) and not is_person_name(text, strict=True):
        return False
    is_another = is_nobody(text) or is_desk(text) or is_post(text)
    return not (is_another or names_section(text) or is_button(text) or holds_menu_word(text))


class AuthorPlaces:
    """Where the sources print their authors, learned from some of their pages."""

    def __init__(self, get: Callable[[int], Extraction], numbers: Iterable[int] = ()) -> None:
        """Learns from the pages that ``get`` hands out by ``numbers``."""
        self._get = get
        self._pages: defaultdict[str, list[int]] = defaultdict(list)
        self._words: dict[tuple[str, str], bool] = {}
        seen: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for number in numbers:
            for source, place, mark, name, _ in _told(get(number)):
                seen[source, place][mark, name] += 1
                if self._pages[source][-1:] != [number]:
                    self._pages[source].append(number)
        self._seen = {place: names for place, names in seen.items() if _proofs(names) >= _PAGES}

    def author(self, found: Extraction) -> Finding | None:
        """The author of a page that none was found on; None where no place tells, or two tell otherwise."""
        people: dict[str, tuple[int, str, str]] = {}
        for source, place, mark, name, post in _told(found):
            proved = self._proved(source, place, name) if mark == _OPEN and name else 0
            if proved > people.get(name, (0,))[0]:
                people[name] = proved, post, source
        if len(people) != 1:
            return None
        ((name, (proved, post, source)),) = people.items()
        if self._is_word(source, name):
            return None
        return Finding(BELIEVED, f"{name}|{post}", f"{proved}|{source.partition(':')[2]}", 0.6)

    def _proved(self, source: str, place: str, name: str) -> int:
        """How many pages prove that the place is the author's; 0 where ``name`` may be none, or is there too often."""
        seen = self._seen.get((source, place), Counter())
        authors = [count for (mark, _), count in seen.items() if mark == _AUTHOR]
        proved, total = sum(authors), seen.total()
        is_known = len(authors) >= _AUTHORS and proved >= _PROVED * total
        is_steady = proved >= _STEADY * (proved + seen[_OTHER, ""]) and seen[_OPEN, ""] <= _NO_NAME * total
        return proved if is_known and is_steady and seen[_OPEN, name] <= max(authors) else 0

    def _is_word(self, source: str, name: str) -> bool:
        """Whether the texts of other pages speak of it: then it is no pen name."""
        if (source, name) not in self._words:
            pages = map(self._get, self._pages[source])
            self._words[source, name] = any(
                name in page.body and all(own != name for _, _, _, own, _ in _told(page)) for page in pages
            )
        return self._words[source, name]


def _proofs(seen: Counter[tuple[str, str]]) -> int:
    return sum(count for (mark, _), count in seen.items() if mark == _AUTHOR)


def _told(found: Extraction) -> Iterator[tuple[str, str, str, str, str]]:
    """Source, place, mark, name and post of each of the page's places."""
    for finding in found.findings:
        if finding.field == FIELD:
            place, mark, name, post = finding.value.split("|", 3)
            yield finding.locator, place, mark, name, post


def placed_authors(found: Extraction) -> Iterator[tuple[Contributor, Diagnostic]]:
    """The author whom the place told, if any, and a note of it."""
    for finding in found.findings:
        if finding.field == BELIEVED:
            name, _, post = finding.value.partition("|")
            pages, _, source = finding.locator.partition("|")
            values = {"name": name, "count": pages, "source": source}
            yield (
                Contributor(name, profile=post),
                Diagnostic("ingest/author-by-place", severity=Severity.NOTE, values=values),
            )
