"""Lines that hold little but a name: the occupation printed with an author, and authors whom the archive knows.

The cleaner knows no names, so it must be shy of a bare one; an archive that has a record of a person may believe it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...model import Contributor
from ...text.bylines import find_byline
from ...text.names import is_person_name
from ..comparing.likeness import letters
from ..extraction import Extraction, Finding

FIELD = "name-line"
"""Of the findings by which short lines travel with a page on which no author was found."""
_LONGEST_LINE = 60
_MOST_LINES = 120
_LONGEST_PROFILE = 400
_DAY = r"(?:[\d/.年月日:時分（）()月火水木金土日\s]+\s)?"
_PRINTED = re.compile(
    rf"\A{_DAY}(?:[-―─・■◆●]*\s*)?(?:(?:文|著|筆者|執筆|著者|text|by)\s*[:：=＝・／/]?\s*|by\s+)?"
    r"([^（）()【】:：=＝/／\n]{2,30}?)(?:氏)?\s*(?:[（(]([^（）()\n]{2,24})[）)])?(?:\s+[\d/.年月日:時分（）()月火水木金土日\s]+)?\Z",
    re.IGNORECASE,
)
_LABEL = r"(?:[^\n]{0,10}(?:紹介|略歴|プロフィール|profile|about the author)[^\n]{0,4}\n)?"
_PROFILE = re.compile(
    rf"\A{_LABEL}([^\s。、（）()]{{2,14}}(?: [^\s。、（）()]{{1,10}})?)[\s　]+(\S.{{9,}})\Z", re.DOTALL | re.IGNORECASE
)
_NO_PROFILE = re.compile(r"[|｜]|\d{1,2}:\d{2}")
"""What follows a name in a line that tells when the page was printed, not who somebody is."""
_WIRE = re.compile(r"【[^】]{0,20}?[＝=]([^】＝=]{2,14})】")
_WIRE_ROLE = "="
_NO_OCCUPATION = re.compile(
    r"[\d０-９:：をがはに]|\A[ぁ-ゖァ-ヺー・\s]+\Z|\A[A-Za-z.\s]+\Z|(?:さん|氏|生まれ|出身|提供|撮影)\Z|写真|[左右]|中央"
)
"""A reading, an age, a place in a picture: what else stands in brackets behind a name."""


def with_name_lines(found: Extraction) -> Extraction:
    """The extraction with its authors' occupations; where there is no author, with the lines that might name one."""
    lines = [line.text for line in found.lines if len(line.text) <= _LONGEST_LINE]
    if found.authors:
        return replace(found, authors=tuple(_described(person, found, lines) for person in found.authors))
    wires = [wire.group() for line in found.lines[:40] if (wire := _WIRE.search(line.text[:80]))]
    described = [text for text in _profile_lines(found) if _PROFILE.match(text) and not _NO_PROFILE.search(text)]
    parts = (part for text in lines if text not in described for part in text.split("\n") if len(part) > 1)
    texts = dict.fromkeys((*wires, *described, *parts))
    extra = (Finding(FIELD, text, "line", 0.0) for text in list(texts)[:_MOST_LINES])
    return replace(found, findings=(*found.findings, *extra))


def known_author(found: Extraction, is_known: Callable[[str], bool]) -> tuple[Contributor, ...]:
    """The one person of the archive that a page's short lines name; nobody where they name none, or several.

    Without a known name, the one stranger whom a wire's bracket or an occupation marks as the author.
    """
    named: dict[str, Contributor] = {}
    for person in _people(found):
        before = named.get(person.name)
        named[person.name] = _both(before, person) if before else person
    known = [person for name, person in named.items() if is_known(name)]
    signed = [person for person in named.values() if person.role and is_person_name(person.name, strict=True)]
    people = known or signed
    if len(people) != 1:
        return ()
    return (replace(people[0], role=""),) if people[0].role == _WIRE_ROLE else (people[0],)


def _people(found: Extraction) -> Iterator[Contributor]:
    """Everybody whom the lines may name; a person in a wire's bracket with a stand-in for a role."""
    for finding in found.findings:
        if finding.field != FIELD:
            continue
        wire = _WIRE.search(finding.value)
        described = _PROFILE.match(finding.value)
        if described and not _NO_PROFILE.search(finding.value):
            yield Contributor(described.group(1), profile=described.group(2))
        printed = _PRINTED.match(finding.value)
        if wire:
            yield Contributor(wire.group(1), _WIRE_ROLE)
        elif printed:
            yield Contributor(printed.group(1).strip(), _occupation(printed.group(2) or ""))


def _both(one: Contributor, other: Contributor) -> Contributor:
    return Contributor(one.name, one.role or other.role, one.profile or other.profile)


def _occupation(text: str) -> str:
    return "" if _NO_OCCUPATION.search(text) or find_byline(text) else text.strip()


def _profile_lines(found: Extraction) -> list[str]:
    """The lines in the page's last two thirds that are short enough to describe a person."""
    return [line.text for line in found.lines[len(found.lines) // 3 :] if 12 < len(line.text) <= _LONGEST_PROFILE]


def _described(person: Contributor, found: Extraction, lines: list[str]) -> Contributor:
    """The person with the occupation printed behind the name, and with the profile that begins with it."""
    key = "".join(person.name.split())
    lines = _naming(key, lines)
    profiles = [] if person.profile else _naming(key, _profile_lines(found))
    if not lines and not profiles:
        return person
    name = r"\s*".join(map(re.escape, key))
    printed = re.compile(rf"(?<!\w){name}\s*[（(]([^（）()\n]{{2,24}})[）)]")
    gap = r"(?:\s*[（(][^（）()\n]{2,24}[）)]\s*|[\s　]+)"
    described = re.compile(rf"{_LABEL}{name}{gap}(\S.{{9,}})\Z", re.DOTALL | re.IGNORECASE)
    for text in profiles:
        match = described.match(text)
        if match and not _NO_PROFILE.search(match.group(1)):
            person = replace(person, profile=match.group(1).strip())
            break
    for line in lines if not person.role else ():
        match = printed.search(line)
        if match and _occupation(match.group(1)):
            first, _, rest = person.profile.partition("\n")
            profile = rest if printed.fullmatch(first) or first == match.group(1) else person.profile
            return replace(person, role=_occupation(match.group(1)), profile=profile)
    return person


def _naming(key: str, texts: Iterable[str]) -> list[str]:
    """Those of the texts that hold a name, however it is spaced, and have more to say."""
    return [text for text in texts if len(text) > len(key) and key.lower() in "".join(text.split()).lower()]


def without_profiles(body: str, people: tuple[Contributor, ...]) -> str:
    """The body without closing paragraphs that are an author's profile: it stands with the author."""
    blocks = body.split("\n\n")
    for person in people:
        if person.profile:
            keys = [letters(person.name + role + person.profile) for role in ("", person.role)]
            while len(blocks) > 1 and any(_is_profile(letters(blocks[-1]), key) for key in keys):
                blocks.pop()
    return "\n\n".join(blocks)


def _is_profile(block: str, key: str) -> bool:
    """Of a name, a role and a profile the block is all, or all but a heading."""
    return len(block) > 10 and (block in key or block.endswith(key))
