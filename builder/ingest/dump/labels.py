"""Short lines that are no headlines: bars of links, numbered columns, newspapers, headings of what stands beside."""

from __future__ import annotations

import re
from functools import cache

from ...text.facts import facts
from ...text.notes import counts, series_place
from ...text.patterns import any_of
from .rows import Row

_WIDGETS = ("related", "ranking", "comments", "subscribe", "nav", "legal", "ad", "share", "follow", "product", "pager")
_MENU_GAP = re.compile(r"\u3000+|\s*[|｜]\s*")
_MENU_PARTS, _MENU_PART = 4, 10
_PAPER = 10
"""Characters of a newspaper's name, before its last word, at most."""


def is_menu(text: str) -> bool:
    """Whether the line is a bar of links: four or more short words set apart."""
    if not ("|" in text or "｜" in text or "\u3000" in text):
        return False
    parts = _MENU_GAP.split(text)
    return len(parts) >= _MENU_PARTS and max(map(len, parts)) <= _MENU_PART


def is_series(text: str) -> bool:
    """Whether the line names a column and counts its parts, or is the number alone: 港の窓 第9回, その九."""
    place = series_place(text)
    return counts(text) is not None or (place is not None and place.number is not None)


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"[^\Wぁ-ゖ]{{1,{_PAPER}}}(?:{any_of(facts('titles')['papers_end'])})")


def names_paper(text: str) -> bool:
    """Whether the line is one word that ends as a Japanese newspaper's name does, and no phrase (消える新聞)."""
    return _paper().fullmatch(text) is not None


@cache
def _title_label() -> re.Pattern[str]:
    word = f"(?:{any_of(facts('titles')['labels'])})"
    number = r"(?:(?:re|fwd?)\s*[:：]\s*)*(?:\[[^\[\]]{1,40}\d\]\s*)?"
    return re.compile(rf"(?:[【［\[〔]\s*{word}\s*[】］\]〕]|{word}\s*[:：])\s*{number}(?P<title>\S.*)", re.IGNORECASE)


def labelled_title(text: str) -> str:
    """港の声 of 【見出し】港の声 and of Subject: [harbour-ml 12] 港の声; empty where no label announces a title."""
    found = _title_label().fullmatch(text)
    return found["title"] if found else ""


def heads_widget(row: Row) -> bool:
    """Whether the row is a short line over what stands beside articles: related ones, comments, buttons."""
    return (row.cue in _WIDGETS and row.look.length < 6) or heads_answers(row)


def heads_answers(row: Row) -> bool:
    """Whether the row stands over what readers of a blog's post answered: この記事へのコメント."""
    return _letters(row.text) in _heads_of_answers()


@cache
def _heads_of_answers() -> frozenset[str]:
    return frozenset(map(_letters, facts("box_heads")["others_speak"]))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
