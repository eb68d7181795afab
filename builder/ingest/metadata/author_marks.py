"""Marks by which a bare name is the author's: a link to the author's own page, a label in the block before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from urllib.parse import unquote

from ...model import Contributor
from ...text.byline_names import is_post
from ...text.bylines import HELPERS, find_byline
from ...text.names import is_person_name
from ...text.patterns import any_of
from ...text.roles import words_of
from ..addresses import parts_of
from ..body.looks import squeeze
from ..extraction import LineKind
from ..html.block import Block
from .persons import Persons

_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|e)?|auteurs?|autori|writers?|columnists?|contributors?|reporters?|journalists?|kisha|hissha)"
    r"(?:/|=|\.\w+\?)",
    re.I,
)
_PERSONS_PAGE = re.compile(r"/(?:profiles?|profil|people|persons?|staff|team|users?|by|about|bio)/", re.I)
"""Of anybody: the author's only where the address spells the name, or an occupation is all that stands beside it."""
_HAS_VALUE = re.compile(r"\S\s*[＝=:：]\s*\S")
_LONGEST_LABEL = 24
_LONGEST_NAMES = 60

Hit = tuple[tuple[Contributor, ...], str, float, int]


def linked_author(number: int, block: Block, persons: Persons) -> Hit | None:
    """Read the names in a short block that lead to pages of authors: /authors/ada-brandt."""
    if not block.links or len(block.text) > 120:
        return None
    found: list[Contributor] = []
    for label, target in block.named_links():
        path = unquote(parts_of(target).path)
        names = persons.stated(label) if 2 <= len(label) <= 40 and "/" in path else ()
        if len(names) != 1 or not is_person_name(names[0].name):
            continue
        spelt = " " in names[0].name and _slug(names[0].name) in _slug(path)
        post = is_post(block.text.replace(label, "", 1).strip())
        if (_PERSONS_PAGE.search(path) and (spelt or post)) or _AUTHORS_PAGE.search(path):
            found.append(names[0])
    if not found or sum(len(c.name) for c in found) < len(squeeze(block.text)) / 3:
        return None
    return tuple(found), f"block {number + 1} author's page", 0.72, number if len(block.text) < 60 else -1


def is_in_menu(name: str, blocks: Sequence[Block]) -> bool:
    """Whether a list of links leads by ``name`` to something else than a person's page: a menu's entry, no author."""
    key = squeeze(name)
    return any(
        block.kind is LineKind.ITEM
        and block.links
        and squeeze(block.text) == key
        and not _AUTHORS_PAGE.search(block.links[0])
        and not _PERSONS_PAGE.search(block.links[0])
        for block in blocks
    )


def labelled_before(number: int, blocks: Sequence[Block], persons: Persons) -> Hit | None:
    """Read names under a block that is nothing but a label: 著者 / 水野遥, Autor / Ada Brandt."""
    block = blocks[number]
    if number == 0 or len(block.text) > _LONGEST_NAMES or block.kind is LineKind.HEADING:
        return None
    label = blocks[number - 1].text.strip(" \u3000:：")
    if not label or len(label) > _LONGEST_LABEL or not _is_label(label):
        return None
    byline = find_byline(f"{label}：{block.text}")
    names = persons.believed(byline.contributors) if byline and byline.form == "label" else ()
    if not names or all(c.role not in ("", *HELPERS) for c in names):
        return None
    return names, f"block {number + 1} under {label}", 0.72, number


@cache
def _label_word() -> re.Pattern[str]:
    return re.compile(any_of(words_of("ja/bylines", "zh/bylines", "en/bylines")), re.IGNORECASE)


@cache
def _is_label(text: str) -> bool:
    """Does ``text`` announce a name, as told by what follows it being read as one? 聞き手＝水野遥 has its name."""
    if not _label_word().search(f"{text}\n{unicodedata.normalize('NFKC', text)}"):
        return False
    if _HAS_VALUE.search(text) and find_byline(text) is not None:
        return False
    byline = find_byline(f"{text}：水野遥") or find_byline(f"{text}: Ada Brandt")
    return byline is not None and byline.form == "label" and byline.start == 0 and "：" not in text


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z]", "", bare.lower())
