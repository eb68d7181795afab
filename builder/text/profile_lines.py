"""Lines that say who somebody is: 水野遥（みずの・はるか）　1970年生まれ。港湾史家。, at the end of what they wrote."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import clean_name
from .facts import facts
from .names import is_person_name

_MARKS = r"[■●◆◇○▼▲▽△※＊*＝=\s]*"
_KANA = r"[ぁ-ゖァ-ヺー]{2,6}[・･\s　][ぁ-ゖァ-ヺー]{2,6}"
_NAMED = re.compile(
    rf"{_MARKS}(?P<name>[^（(\s。、]{{2,8}}(?:[ 　][^（(\s。、]{{1,5}})?)\s*"
    rf"[（(]\s*(?:{_KANA}|[ぁ-ゖァ-ヺー]{{4,12}})\s*[）)]"
    r"[\s:：=＝、]*(?P<told>.{12,})",
    re.DOTALL,
)
_BY_READING = re.compile(rf"{_MARKS}{_KANA}[\s　:：=＝]+(?P<told>.{{12,}})", re.DOTALL)


@cache
def _biography() -> re.Pattern[str]:
    words = [*facts("ja/notes")["biography"], *map(re.escape, facts("ja/bylines")["occupations"])]
    return re.compile("|".join(words))


def tells_of_a_life(text: str) -> bool:
    """Whether a line has a word that lives are told in: 生まれ, 専攻, 経て, an occupation."""
    return _biography().search(text) is not None


def told_of(text: str) -> tuple[Contributor | None, str] | None:
    """Whom a line describes, and what it tells; nobody where it gives only the reading of a name the page has told."""
    if not 20 <= len(text) <= 900:
        return None
    named = _NAMED.match(text)
    if named and tells_of_a_life(named["told"][:160]):
        name = clean_name(named["name"])
        return (Contributor(name), named["told"].strip()) if is_person_name(name) else None
    read = _BY_READING.match(text)
    if read and tells_of_a_life(read["told"][:160]):
        return None, read["told"].strip()
    return None
