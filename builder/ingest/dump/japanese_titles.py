"""What the lines of a Japanese dump show of being its title, beside the clues of any language (``title_clues``).

A trail of links ends in it, other lines repeat it, a date or a name stands near; captions and promotions are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...text.bylines import find_byline
from ...text.names import is_person_name
from ...text.sections import is_general, leads_to_neighbours, names_nothing, names_section
from .labels import is_menu, names_paper
from .page import DumpPage
from .rows import Row
from .title_clues import span

_BRACKETED = re.compile(r"＜[^＜＞]{1,16}＞|<[^<>]{1,16}>|《[^《》]{1,16}》|〈[^〈〉]{1,16}〉")
"""A column's name, whose brackets are no steps of a trail: ＜窓＞."""
_STEP = re.compile(r"\s*(?:>>?|＞|›|»|≫|→)\s*")
_LINK_MARK = re.compile("[›»≫]|>>")
_TRAIL, _FIRST_STEP = 160, 24
"""Characters of a trail, and of its first step, at most."""
_TAGS = re.compile(r"(?:\s*\[[^\[\]]{1,14}\]){2,}|(?:[#＃]+[^\s#＃]+\s*){2,}")
_CAPTION = re.compile(
    r"[（(](?:左|右|中央|手前|奥|前列|後列|左から|右から)[)）]|撮影(?=[)）、。・:：＝=／/\s]|\Z)|(?:写真|画像|図版|[＝=：:／/（(・])[^、。]{0,20}提供[)）]?$|[＝=][^＝=？！?!]{2,20}$"
    r"|(?:photo|photograph|courtesy|image)(?:s|ed)?\s*(?:by|of|:|：|/)|©|[（(]c[)）]|^[▲△↑]|^\[?(?:表紙|写真|画像)(?=[\Wは\d]|\Z)",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"[¥￥]\s?\d|\d円|[%％]\s?(?:オフ|off|還元|引)|無料|お得|キャンペーン|登録|ログイン|こちら|申し?込|資料請求"
    r"|^[\[［【(（]?(?:PR|ＰＲ|AD)[\]］】)）\s]|セール|クーポン|査定|問い?合わせ|ください|しませんか",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"[\d〇元一二三四五六七八九十]+\s*(?:ページ|頁|面|文字|字|[年月日時分秒回号:：./\-])?|[(（]?[月火水木金土日祝・]+(?:曜日?)?[)）]|明治|大正|昭和|平成|令和"
    r"|公開|更新|掲載|配信|投稿|作成|発売|発行|放送|登録|最終|日付|日時|午前|午後|編集|発表|現在|付|[朝夕]刊"
)
_CLOCK = re.compile(r"\d[:：]\d\d|\d時")
_LETTER = re.compile(r"[ぁ-ヿ一-鿿]")
_NEARNESS = (2, 3, 4, 6, 8)
_ROWS_ABOVE = (1, 3, 6, 12, 24)
_FAR = 8
"""Rows above and below a candidate in which a trail or a date is looked for."""
_NAMED = 4
"""Rows below a candidate in which a name may stand."""
_CUT_MARKS, _LEAST_CUT = "…. ", 6
"""What ends a title that is cut short, and its characters at least."""
_LEAST_REPEATED, _LONG_REPEATED = 3, 10
"""Columns of a line that others may hold, and from which on it is more than a word."""


def is_breadcrumbs(text: str) -> bool:
    """Whether the line is a trail of links: ホーム＞欄＞題.

    With one step before its end (ホーム＞題), only what leads on to it tells a trail from a comparison (老い＞若さ).
    """
    if len(text) > _TRAIL or not _STEP.search(text):
        return False
    first, *others = _STEP.split(_BRACKETED.sub("", text))
    leads_on = names_nothing(first) or is_general(first) or names_section(first) or _LINK_MARK.search(text)
    return 0 < len(first) <= _FIRST_STEP and (len(others) > 1 or bool(leads_on))


@lru_cache(maxsize=256)
def fits(row: Row) -> bool:
    """Whether a row of a Japanese page could be a title at all: one character can (旅), a day beside a name too."""
    text = row.text
    spoken = text[-1] in "」』" and row.look.solid
    if spoken or not 2 <= row.width <= 280 or not any(map(str.isalnum, text)):
        return False
    if is_breadcrumbs(text) or is_menu(text) or leads_to_neighbours(text) or _TAGS.fullmatch(text):
        return False
    if row.look.date not in ("only", "date"):
        return True
    said = _WHEN.sub("", text).strip(" 　()（）/／|｜")
    if is_person_name(said, strict=True) or names_section(said.removesuffix("面")) or names_paper(said):
        return False
    return row.look.date == "date" or (not _CLOCK.search(text) and len(_LETTER.findall(said)) > 1)


def _kind(row: Row) -> str:
    k = row.look
    if is_breadcrumbs(row.text):
        return "trail"
    if k.date in ("only", "date"):
        return "date"
    if row.cue or row.bullet:
        return "cue" if row.cue else "item"
    return "stop" if k.end == "stop" else "label" if row.width < 24 else "line"


@dataclass(frozen=True, slots=True)
class SeenJapanese:
    """What the clues of all candidates of a Japanese page need."""

    kinds: Sequence[str]
    """What each row is at a glance, from row ``start`` on."""
    start: int
    trail_ends: Sequence[str]
    """The last steps of the trails over the text."""

    @classmethod
    def on(cls, page: DumpPage) -> SeenJapanese:
        """What ``page`` shows."""
        start = max(0, span(page).start - _FAR)
        kinds = [_kind(row) for row in page.rows[start : span(page).stop + _FAR]]
        trails = [page.rows[at].text for at, kind in enumerate(kinds, start) if kind == "trail" and at < page.first]
        return cls(kinds, start, [_STEP.split(_BRACKETED.sub("", text))[-1].strip() for text in trails])

    def kind(self, index: int) -> str:
        """What a row is; none beyond those near."""
        at = index - self.start
        return self.kinds[at] if 0 <= at < len(self.kinds) else "none"

    def begins(self, page: DumpPage) -> int:
        """The row from which on a blog's post stands: what is over a bar to its neighbours is the blog's."""
        over = range(self.start, page.first)
        return max((at + 1 for at in over if leads_to_neighbours(page.rows[at].text)), default=0)

    def is_proved(self, page: DumpPage, index: int) -> bool:
        """Whether a trail ends in the row, which is long enough to be no section."""
        text = page.rows[index].text
        return (
            len(text) >= _LEAST_CUT and not names_section(text) and any(_is_end(text, end) for end in self.trail_ends)
        )

    def nearness(self, index: int, kind: str, step: int) -> int:
        """How near to a row, up (-1) or down (1), the next of ``kind`` stands: 0 beside it, 5 far."""
        at = index - self.start
        near = self.kinds[at + 1 : at + _FAR] if step > 0 else self.kinds[max(0, at - _FAR + 1) : at][::-1]
        return bisect_right(_NEARNESS, near.index(kind) + 1 if kind in near else _FAR)


def ready_clues(page: DumpPage, index: int, seen: SeenJapanese) -> Iterator[str]:
    """Clues of how a candidate looks and what is around it."""
    row = page.rows[index]
    yield f"is {seen.kind(index)} {'above' if index < page.first else 'body'}"
    yield f"trail above {seen.nearness(index, 'trail', -1)}"
    yield f"trail under {seen.nearness(index, 'trail', 1)}"
    yield f"date above {seen.nearness(index, 'date', -1)}"
    yield f"date under {seen.nearness(index, 'date', 1)}"
    beside = [*page.rows[max(0, index - 1) : index], *page.rows[index + 1 : index + 2]]
    if row.bullet:
        yield f"items beside {sum(other.bullet == row.bullet for other in beside)}"
    elif not row.text[0].isalnum() and any(other.text[0] == row.text[0] for other in beside):
        yield "mark beside"
    if not _LETTER.search(row.text):
        yield "not Japanese"
    if _CAPTION.search(row.text):
        yield "caption"
    if _PROMOTION.search(row.text):
        yield "promotion"


def place_clues(page: DumpPage, index: int, seen: SeenJapanese) -> Iterator[str]:
    """Clues of where else the page says what a candidate says, and who is named below: they take longer to find."""
    text = page.rows[index].text
    width = page.rows[index].width
    if width > _LEAST_REPEATED:
        whole = page.rows.text
        times = whole.times[text]
        within = whole.text.count(text) - times
        yield f"times {min(3, times)} {min(2, within)} {width > _LONG_REPEATED}"
        if any(_is_end(text, end) for end in seen.trail_ends):
            yield "trail's end"
        if page.rows[0].text.startswith(text):
            yield f"page's first {index > 0}"
    if width < 60 and is_person_name(text):
        yield "name"
    named = (n for n, row in enumerate(page.rows[index + 1 : index + _NAMED], 1) if _names_somebody(row))
    yield f"named {next(named, 0)}"


def _is_end(text: str, end: str) -> bool:
    """Whether the last step of a trail says the line: alone, cut short (朝の市…), or before what a mark sets off."""
    bare = end.rstrip(_CUT_MARKS)
    if bare != end:
        end = bare
        if len(bare) >= _LEAST_CUT and text.startswith(bare):
            return True
    return end.startswith(text) and not end[len(text) : len(text) + 1].isalnum()


def clues_of_none(page: DumpPage) -> tuple[str, str]:
    """What speaks for a page having no title: it is weighed against the lines that may be one."""
    return ("no title", f"no title under {bisect_right(_ROWS_ABOVE, page.first)}")


@lru_cache(maxsize=256)
def _names_somebody(row: Row) -> bool:
    return row.width < 60 and (is_person_name(row.text, strict=True) or find_byline(row.text) is not None)
