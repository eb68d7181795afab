"""By-lines in which the role follows the name: アダ・ブラント著、水野遥訳, 水野遥＝文　沢村実＝写真, 水野遥（文）."""

from __future__ import annotations

import re
from functools import cache

from ..model import Contributor
from .byline_names import Byline, clean_name
from .facts import facts
from .names import is_person_name
from .patterns import any_of
from .roles import HELPERS, JOINED, role_of, words_of

_LONGEST = 80
_BETWEEN = re.compile(r"\s*[、，,；;／/＋+]\s*|[\u3000\s]+(?=\S{2,}?[＝=（(・\s])|(?<=[）)])\s*")
_GLUED = ("編著", "共著", "監訳", "共訳", "著", "訳")
"""Roles that stand behind a name without a mark."""
_FRAMED = re.compile(r"(?P<name>[^（(]{2,20}?)[\u3000\s]*[（(](?P<helped>[^（）()]{3,})[）)]")
"""An author, and in brackets who helped: アダ・ブラント（水野遥訳）."""
_AUTHORS = ("編著", "共著", "著")


@cache
def _part() -> re.Pattern[str]:
    words = any_of(words_of("ja/bylines"))
    roles = rf"(?:{words})(?:(?:{JOINED.pattern})(?:{words}))*"
    heads = any_of(facts("ja/bylines")["heads_too"])
    return re.compile(
        rf"(?P<name>.{{2,20}}?)(?:\s*(?:[＝=・／/]\s*(?P<marked>{roles})|[（(]\s*(?P<framed>{roles})\s*[）)])"
        rf"|[\s\u3000]*(?P<glued>{'|'.join(_GLUED)})|[\s\u3000]+(?!(?:{heads})\Z)(?P<apart>{roles}))"
    )


@cache
def _role() -> re.Pattern[str]:
    """What a line must contain to give anybody a role."""
    return re.compile(any_of([*words_of("ja/bylines"), *_GLUED]))


def find_roles_behind(line: str) -> Byline | None:
    """The persons named in a line that is nothing but names, each followed by a role."""
    text = line.strip(" \u3000")
    if not 3 <= len(text) <= _LONGEST or text.isascii() or not _role().search(text):
        return None
    if framed := _FRAMED.fullmatch(text):
        name, helped = clean_name(framed["name"]), find_roles_behind(framed["helped"])
        if helped and is_person_name(name, strict=True) and all(c.role in HELPERS for c in helped.contributors):
            return Byline((Contributor(name), *helped.contributors), 0, len(line), 0.85, "label")
    people: list[Contributor] = []
    writers = False
    for piece in _pieces(text):
        part = _part().fullmatch(piece)
        name = clean_name(part["name"]) if part else ""
        if part is None or not is_person_name(name, strict=True):
            return None
        role = "author" if part["glued"] in _AUTHORS else role_of(next(filter(None, part.groups()[1:])))
        writers = writers or role != "none"
        if role != "none":
            people.append(Contributor(name, "" if role in ("author", "weak") else role))
    return Byline(tuple(people), 0, len(line), 0.85, "label") if writers else None


def _pieces(text: str) -> list[str]:
    """The line cut into names with their roles, but not at a mark between a name and its role."""
    whole: list[str] = []
    for piece in (piece for piece in _BETWEEN.split(text) if piece):
        if whole and piece in words_of("ja/bylines") and not _part().fullmatch(whole[-1]):
            whole[-1] = f"{whole[-1]}・{piece}"
        elif whole and not _part().fullmatch(whole[-1]) and len(whole[-1]) <= 4:
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    return whole
