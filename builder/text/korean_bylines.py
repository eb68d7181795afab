"""Korean by-lines: 김서연 기자 seoyeon@…, 논조일보 김서연·박지훈 기자, 글 김서연."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import Byline
from .facts import facts
from .names import is_person_name
from .patterns import any_of

_HANGUL = re.compile("[가-힣]")
_MAIL = re.compile(r"[(\[<]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[)\]>]?")
_LONGEST = 60
_DESKS = ("부", "팀")
"""What desks end in: 문화부 is shaped like a name."""
_NAME = "[가-힣]{2,4}"
_NAMES = rf"(?P<names>{_NAME}(?:\s*[·ㆍ,]\s*{_NAME})*)"
_EDGES = " \t\u3000/|=·,[]()<>【】▶■◆●"


@cache
def _posts() -> str:
    return any_of(facts("ko/bylines")["posts"])


@cache
def _posted() -> re.Pattern[str]:
    """A name and a post, behind an outlet, a desk or another name: 논조일보 김서연 기자, 김서연 도쿄 특파원."""
    before = r"(?:(?P<before>[^\s.·]{1,14}(?:\s[^\s.·]{1,8})?)\s*[\s=|/]\s*)?"
    return re.compile(rf"{before}{_NAMES}\s*[|/(,]?\s*(?:{_posts()})\)?")


@cache
def _labelled() -> re.Pattern[str]:
    """글·사진 김서연 기자; whom another label names behind it (사진: 박지훈) did not write."""
    words = facts("ko/bylines")
    apart = r"(?:\s*[=:|·]\s*|\s+)"
    return re.compile(
        rf"(?:{any_of(words['labels'])}){apart}{_NAMES}(?:\s*(?:{_posts()}))?"
        rf"(?:\s*[/|,]\s*|\s+(?={any_of(words['others'])}))?(?:(?:{any_of(words['others'])}){apart}\S.*)?"
    )


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[|/·]?\s*(?:{any_of(facts('ko/bylines')['dated'])})?\s*:?\s*\d{{4}}\s*[.년/-][\d\s.:년월일시분/-]*$"
    )


def find_korean(line: str) -> Byline | None:
    """The reporters whom a line names, where it is nothing but a by-line."""
    if len(line) > _LONGEST or line.isascii() or not _HANGUL.search(line):
        return None
    bare = _dated().sub("", _MAIL.sub(" ", line)).strip(_EDGES)
    if found := _labelled().fullmatch(bare):
        names = _people(found["names"])
    else:
        names = _people(bare) if _MAIL.search(line) else ()
        names = names or _with_post(bare)
    return Byline(names, 0, len(line), 0.85, "reporter") if names else None


def _with_post(text: str) -> tuple[Contributor, ...]:
    """Those whom a text names with their post; nobody behind the label of somebody who did not write."""
    found = _posted().fullmatch(text)
    before = (found["before"] or "") if found else ""
    if found is None or before in facts("ko/bylines")["others"]:
        return ()
    return _people(before) or _people(found["names"])  # a place before the post is shaped like a name


def _people(text: str) -> tuple[Contributor, ...]:
    names = [name.strip() for name in re.split("[·ㆍ,]", text)]
    persons = all(is_person_name(name, strict=True) and not name.endswith(_DESKS) for name in names)
    return tuple(map(Contributor, names)) if persons else ()
