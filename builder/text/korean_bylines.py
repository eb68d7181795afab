"""Korean by-lines: 김서연 기자 seoyeon@…, 논조일보 김서연·박지훈 기자, (서울=논조통신) 김서연 기자 =, 글 김서연."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import Byline
from .facts import facts
from .names import is_person_name

_HANGUL = re.compile("[가-힣]")
_MAIL = re.compile(r"[(\[<]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)\]>]?")
_LONGEST = 60
_DESKS = ("부", "팀")
"""What desks end in: 문화부 is shaped like a name."""
_NAME = "[가-힣]{2,4}"
_NAMES = rf"(?P<names>{_NAME}(?:\s*[·ㆍ,]\s*{_NAME})*)"
_EDGES = " \t\u3000/|=·,[]()<>【】▶■◆●"
_PLACED = r"(?:[가-힣]{1,6}\s+)?"
"""Where somebody is: 김서연 도쿄 특파원, 김서연 가상대 교수."""


@cache
def _posts() -> str:
    return "|".join(sorted(facts("ko/bylines")["posts"], key=len, reverse=True))


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<before>[^\s.·]{{1,14}}(?:\s[^\s.·]{{1,8}})?)\s*[\s=|/]\s*)?{_NAMES}\s*[|/(,]?\s*(?:{_posts()})\)?"
    )


@cache
def _posted_elsewhere() -> re.Pattern[str]:
    return re.compile(rf"{_NAMES}\s+{_PLACED}[가-힣]{{0,8}}(?:{_posts()})")


@cache
def _labelled() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, facts("ko/bylines")["labels"]), key=len, reverse=True))
    return re.compile(rf"(?:{labels})(?:\s*[=:|]\s*|\s+){_NAMES}")


@cache
def _opening() -> re.Pattern[str]:
    posts = _posts()
    return re.compile(
        rf"\s*(?:[(\[][가-힣·\s]{{1,12}}=[^)\]=]{{2,14}}[)\]]\s*{_NAMES}\s*{_PLACED}(?:{posts})\s*="
        rf"|\[[^\]=]{{2,14}}[\s=]\s*{_NAMES.replace('names', 'framed')}\s*(?:{posts})\])"
    )


def find_korean(line: str) -> Byline | None:
    """The reporters whom a line names, where it is nothing but a by-line, or those named at the head of a dispatch."""
    if line.isascii() or not _HANGUL.search(line[:_LONGEST]):
        return None
    if opening := _opening().match(line):
        names = _people(opening["names"] or opening["framed"])
        return Byline(names, 0, opening.end(), 0.8, "reporter") if names else None
    if len(line) > _LONGEST:
        return None
    bare = _MAIL.sub(" ", line).strip(_EDGES)
    found = _labelled().fullmatch(bare) or (re.fullmatch(_NAMES, bare) if _MAIL.search(line) else None)
    if found is None:
        found = _posted().fullmatch(bare)
        before = (found["before"] or "") if found else ""
        if found is None or (before and _people(before)):
            found = _posted_elsewhere().fullmatch(bare)
        if found is None or before in facts("ko/bylines")["others"]:
            return None
    names = _people(found["names"])
    return Byline(names, 0, len(line), 0.85, "reporter") if names else None


def _people(text: str) -> tuple[Contributor, ...]:
    names = [name.strip() for name in re.split("[·ㆍ,]", text)]
    persons = all(is_person_name(name, strict=True) and not name.endswith(_DESKS) for name in names)
    return tuple(map(Contributor, names)) if persons else ()
