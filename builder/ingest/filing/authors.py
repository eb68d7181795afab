"""Who wrote it: a printed name -> the author's record, and names that look like one person's but may not be.

A spelling that differs in width, spaces, an honorific or the form of its characters (﨑 and 崎) is the same name.
A name that is only nearly the same is reported and left alone: two people are never made one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations

from ...archive.names import key
from ...diagnostics import Diagnostic, Severity
from ...model import Author, Contributor
from ...text.facts import facts
from ..file_names import safe_name

_HONORIFIC = re.compile(r"(?<=\w\w)\s*(?:氏|さん|様|先生|教授|記者)\Z")
_BY = re.compile(r"\A(?:by|文|著|筆者)[\s:：]+(?=\S)", re.IGNORECASE)
_SOME = 12
"""Files of records that are named in one note."""
_OCCUPATION = re.compile(r"([^\n。．.!?！？、,]{2,24})(?:\n|。|\Z)")
_NO_OCCUPATION = re.compile(
    r"\A[a-z]+s\s|[をがはでに\d]|(?:です|ます|した|する|いる|ある|出身|生まれ|生れ|在住|卒|卒業|修了|所属|歴任)\Z"
)
"""Signs of a sentence; in English one that goes on from the name begins with a verb (teaches history)."""
_IS_A = re.compile(r"\A(?:is|was) (?:an?|the) (?=\S)")


@cache
def _forms() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in str(facts("ja/kanji-forms")["pairs"]).split()}


def name_key(name: str) -> str:
    """Equal for spellings of one name: width, case, spaces, honorific and old character forms do not count."""
    bare = _HONORIFIC.sub("", _BY.sub("", " ".join(name.split())))
    return key(bare).translate(_forms())


def _only_shouted(printed: str, name: str) -> bool:
    return printed.isupper() and key(printed) == key(name)


def _quietest_first(name: str) -> tuple[bool, str]:
    """Order of spellings: one in capitals gives way to any other."""
    return name.isupper(), name


def with_role(person: Contributor) -> Contributor:
    """The person with the occupation that heads the profile (国際政治学者) as role, where the by-line gives none."""
    profile = _IS_A.sub("", person.profile)
    found = _OCCUPATION.match(profile)
    if person.role or not found or _NO_OCCUPATION.search(found.group(1)):
        return person
    return replace(person, role=found.group(1).strip(), profile=profile[found.end() :].strip())


def _bare(name: str) -> str:
    return "".join(name.split())


class Register:
    """The authors the archive has records of, found by any spelling."""

    def __init__(self, authors: Iterable[Author]) -> None:
        self._by_key: dict[str, Author] = {}
        self._spellings: set[str] = set()
        for author in authors:
            for name in (author.name, *author.variants):
                self._by_key.setdefault(name_key(name), author)
                self._spellings.add(_bare(name))

    def resolve(self, person: Contributor) -> Contributor:
        """The person under a name by which the build finds the record.

        A printed name that the record lists, spaces apart, stays as it is printed; any other, and the record's own name
        in capitals, becomes the record's name.
        Without a record only stray spaces go.
        """
        author = self._by_key.get(name_key(person.name))
        printed = " ".join(person.name.split())
        if author is None or (_bare(printed) in self._spellings and not _only_shouted(printed, author.name)):
            return replace(person, name=printed)
        return replace(person, name=author.name)

    def has(self, name: str) -> bool:
        """True where a record goes by this name."""
        return name_key(name) in self._by_key

    def names(self) -> dict[str, str]:
        """Comparable form -> the record's name, for every spelling of every record."""
        return {spelling: author.name for spelling, author in self._by_key.items()}


def look_alikes(printed: Iterable[str], register: Register) -> Iterator[Diagnostic]:
    """Pairs of names that may be one person's, at least one of them without a record. Each pair once."""
    known = register.names()
    spellings: dict[str, set[str]] = defaultdict(set)
    for name in printed:
        spellings[name_key(name)].add(" ".join(name.split()))
    for found in sorted(spellings):
        variants = sorted({key(name) for name in spellings[found]})
        if found not in known and len(variants) > 1:
            forms = {key(name): name for name in sorted(spellings[found], key=_quietest_first, reverse=True)}
            first, *rest = sorted(forms.values(), key=_quietest_first)
            yield from (_alike("ingest/names-forms", first, other) for other in rest)
    every = {**{found: min(names, key=_quietest_first) for found, names in spellings.items()}, **known}
    for one, other in sorted({*_near(set(every)), *_turned_round(every)}):
        if (one in known and other in known) or every[one] == every[other]:
            continue
        yield _alike("ingest/names-near", every[one], every[other])


def missing_records(names: Iterable[str], content: str) -> Iterator[Diagnostic]:
    """One note for all authors who could have a record, with the names its files could have; none for no author.

    How a name is written in Latin letters is not known here; a file may bear the name as it is.
    """
    people: dict[str, str] = {}
    for name in sorted(set(names), key=_quietest_first):
        people.setdefault(name_key(name), name)
    listed = sorted(people.values())
    if listed:
        files = ", ".join(f"{content}/authors/{_file_stem(name)}.yaml" for name in listed[:_SOME])
        more = str(len(listed) - _SOME) if len(listed) > _SOME else ""
        values = {"count": str(len(listed)), "example": listed[0], "files": files, "more": more}
        yield Diagnostic("ingest/author-record", severity=Severity.NOTE, values=values)


def _file_stem(name: str) -> str:
    return safe_name("-".join(name.lower().split()) if name.isascii() else _bare(name))


def _alike(code: str, one: str, other: str) -> Diagnostic:
    return Diagnostic(code, severity=Severity.NOTE, values={"one": one, "other": other})


def _turned_round(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of the same words in another order (Haruka Mizuno, Mizuno Haruka). ``names``: by their comparable forms."""
    by_words: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for found in sorted(names):
        by_words[tuple(sorted(names[found].casefold().replace(",", " ").split()))].append(found)
    return (pair for alike in by_words.values() for pair in combinations(alike, 2))


def _near(names: set[str]) -> list[tuple[str, str]]:
    """Pairs that differ by one character, put in, left out or replaced; short names have too many such neighbours."""
    shelves: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if len(name) < 4 and not (len(name) == 3 and not name.isascii()):
            continue
        shelves[name].add(name)
        for at in range(len(name)):
            shelves[name[:at] + "\0" + name[at + 1 :]].add(name)
            if len(name) > 4:
                shelves[name[:at] + name[at + 1 :]].add(name)
    pairs = {(a, b) for shelf in shelves.values() if len(shelf) > 1 for a in shelf for b in shelf if a < b}
    return sorted(pair for pair in pairs if _is_worth_a_look(*pair))


def _is_worth_a_look(one: str, other: str) -> bool:
    """Two Japanese names of three or four characters that share all but one mostly belong to two people."""
    if one.isascii() and other.isascii():
        return True
    return min(len(one), len(other)) > 4 or len(one) != len(other)
