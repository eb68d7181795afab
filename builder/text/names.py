"""Whether a short text is a person's name, by its shape; no dictionary of names.

The judgement leans to no: a desk, a publisher, a section or an address given as a person is worse than a missing one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .facts import facts
from .patterns import any_of

_HAN = r"\u3400-\u9fff\uf900-\ufaff々〆ヶヵ"
_JAPANESE = re.compile(rf"(?=.*[{_HAN}ぁ-ゖァ-ヺ])[{_HAN}ぁ-ゖァ-ヺー]{{1,7}}(?:[ 　]?[{_HAN}ぁ-ゖァ-ヺー]{{1,6}})?")
_HAN_NAME = re.compile(
    rf"[{_HAN}]{{2,5}}|[{_HAN}]{{1,3}}[ 　][{_HAN}]{{1,3}}"
    rf"|[{_HAN}]{{1,4}}[ 　]?(?:[ぁ-ゖ]{{2,4}}|[ぁ-ゖ]{{1,3}}子|[ァ-ヺー]{{2,5}})"
)
_KATAKANA = re.compile(r"[ァ-ヺー]{2,}(?:[・＝=\u30a0.][ァ-ヺーA-Z]{1,}){1,4}")
_LATIN_WORD = r"(?:[A-ZÀ-ÖØ-Þ](?:[\w'’\-]*[\w])?\.?|[A-Z]\.(?:[A-Z]\.)*)"
_EAST = re.compile(rf"[{_HAN}ぁ-ヺ]")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|jp|cn|kr|de|uk)\b|/", re.IGNORECASE)


@cache
def _set(table: str, key: str) -> frozenset[str]:
    return frozenset(facts(table)[key])


@cache
def _tuple(table: str, key: str) -> tuple[str, ...]:
    return tuple(facts(table)[key])


@cache
def _no_word_of_a_name() -> frozenset[str]:
    """Words in lower case that no name in Latin letters holds: of headings, of menus, of sections, of outlets."""
    return _set("en/bylines", "not_names") | _set("en/bylines", "organisations") | _menu_words()


@cache
def _menu_words() -> frozenset[str]:
    sections = (word for label in facts("sections")["labels"]["en"] for word in label.split())
    return _set("en/bylines", "menu_words").union(sections)


@cache
def _holds_common_word() -> re.Pattern[str]:
    return re.compile(any_of(_set("ja/bylines", "not_names")))


@cache
def _latin_name() -> re.Pattern[str]:
    small = any_of(_set("en/bylines", "particles"))
    return re.compile(rf"{_LATIN_WORD}(?:\s+(?:(?:{small})\s+){{0,2}}{_LATIN_WORD}){{1,4}}|{_LATIN_WORD}")


@cache
def _korean() -> re.Pattern[str]:
    known = facts("ko/names")
    return re.compile(rf"(?:[{known['family']}]|{'|'.join(known['double'])})[가-힣]{{1,2}}")


def is_organisation(text: str) -> bool:
    """Whether ``text`` names a desk, an outlet, an agency or an address rather than a person."""
    text = unicodedata.normalize("NFKC", text).strip()
    if _ADDRESS.search(text) or text.endswith(_tuple("ja/bylines", "organisations")):
        return True
    return not _set("en/bylines", "organisations").isdisjoint(_WORD.findall(text.lower()))


def holds_menu_word(text: str) -> bool:
    """Whether ``text`` is, or holds, a word of menus or the name of a section: Front Page, Sports."""
    return not _menu_words().isdisjoint(_WORD.findall(text.lower()))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(_bare(name) for name in facts("authors")["agencies"])


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def is_agency(text: str) -> bool:
    """Whether ``text`` is the name of a news agency: the author where no person is named."""
    return _bare(text) in _agencies()


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile("|".join(facts("authors")["nobody"]), re.IGNORECASE)


def is_nobody(text: str) -> bool:
    """Whether ``text``, printed where an author is named, names nobody: admin, 管理人, 編集部."""
    return _nobody().fullmatch(text) is not None


@cache
def _named_desk() -> re.Pattern[str]:
    return re.compile(rf"[^\s、。]{{2,20}}(?:{any_of(facts('ja/bylines')['staff'])})")


def is_named_desk(text: str) -> bool:
    """Whether ``text`` is an outlet's staff under its name, 架空ジャーナル編集部: the author where nobody is named.

    The bare word (編集部, 本誌編集部) names nobody.
    """
    bare = unicodedata.normalize("NFKC", text).strip()
    return _named_desk().fullmatch(bare) is not None and not any(w in bare for w in facts("ja/bylines")["any_staff"])


def is_latin_name(text: str, *, single: bool = False) -> bool:
    """Two to five capitalised words, initials and particles allowed; one word only if ``single``."""
    text = text.strip()
    if len(text) > 60 or not _latin_name().fullmatch(text) or _EAST.search(text):
        return False
    words = [w.lower().strip(".") for w in text.split()]
    if not _no_word_of_a_name().isdisjoint(words) or any(
        w.endswith(_tuple("en/bylines", "not_name_endings")) for w in words
    ):
        return False
    return len(words) > 1 or (single and len(text) > 1)


@cache
def _families() -> frozenset[str]:
    return frozenset(facts("ja/names")["families"].split())


_GIVEN = re.compile(rf"[{_HAN}]{{1,3}}|[ぁ-ゖ]{{2,4}}|[ァ-ヺー]{{2,5}}|[{_HAN}ぁ-ゖ]{{2,4}}")
_NO_GIVEN = re.compile(
    r"^[県市町村区郡州駅港湾川湖島山線城寺社家派氏邸宅議内閣]"
    r"|[県市町村区郡州駅社家派戦案展館院局庁署党店校場件争薬祭賞座府域帯険査察略策提制料費業艇具]$"
)
"""Behind a family name these make a place, a house or a thing of it: 福島県, 千葉駅, 石川家, 出口調査."""
_OBJECT = re.compile(r"を(?!る?\Z)")
"""In a name only at its end (みさを, かをる): 工場をゆく is none."""
_YEAR = re.compile(r"[〇元一二三四五六七八九十]年\Z")
_PLACES = "県市区郡町駅庁社署院校店局党"
"""What names of Japanese places and offices end in, and Chinese given names do not: 石川県, 江東区."""


def is_short_han_name(text: str) -> bool:
    """Whether Han characters beside a date or under a label are a name, which 旅行記 and 文芸誌 are not."""
    return is_person_name(text) and not text.endswith(_tuple("ja/names", "not_name_endings"))


def _japanese_shape(text: str) -> bool:
    """Whether a family name and a given name can be told: by a common family name, or by their usual characters."""
    blank = re.split(r"[ 　]+", text)
    joined = "".join(blank)
    if _OBJECT.search(joined) or _YEAR.search(joined):
        return False
    for size in (2, 3, 4):
        given = joined[size:]
        if joined[:size] in _families() and _GIVEN.fullmatch(given) and not _NO_GIVEN.search(given):
            return True
    endings, single = facts("ja/names")["family_endings"], facts("ja/names")["family_single"]
    given = facts("ja/names")["given_endings"]
    if len(blank) == 2:
        return len(joined) <= 8 and (blank[0][-1] in endings or blank[0] in single or blank[1][-1] in given)
    family = any(joined[i - 1] in endings for i in (2, 3) if len(joined) > i) or joined[0] in single
    return family and (joined[-1] in given or re.fullmatch(r".*[ぁ-ゖァ-ヺー]{2,}", joined) is not None)


def is_person_name(text: str, *, strict: bool = False) -> bool:
    """Whether ``text`` as a whole can be a person's name, in Japanese, Chinese, Korean or Latin letters.

    ``strict`` asks for the characters names usually have; use it where no label announces a name.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not 2 <= len(text) <= 60 or is_organisation(text) or any(c.isdigit() for c in text):
        return False
    if " " in text and text.split(" ")[0].endswith(_tuple("ja/bylines", "staff")):  # 編集部 水野
        return False
    if _KATAKANA.fullmatch(text) or (_korean().fullmatch(text) and text not in _set("ko/names", "not_names")):
        return True
    if is_latin_name(text, single=not strict):
        return True
    if not _JAPANESE.fullmatch(text) or _holds_common_word().search(text):
        return False
    if not strict:
        return bool(_HAN_NAME.fullmatch(text)) or len(text) <= 8
    if not _HAN_NAME.fullmatch(text) and not (len(text.split(" ")[0]) > 3 and text.split(" ")[0] in _families()):
        return False
    return _japanese_shape(text) or _is_chinese(text)


def _is_chinese(text: str) -> bool:
    """Whether a common family name of one character, and a given name of one or two, make ``text``."""
    if (
        len(text) not in (2, 3)
        or text[-1] in _PLACES
        or text[0] not in facts("zh/names")["family"]
        or re.search(r"[ぁ-ヺ]", text)
    ):
        return False
    return text not in _set("zh/names", "not_names")
