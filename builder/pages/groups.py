"""Order and headings of the indexes of names: あ か さ …, A to Z, and at the end the names without a reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..model import Author, Card, Topic
from ..text import kana
from .views import Entry, Group

Id = TypeVar("Id", bound=str)


def entry(
    identifier: str, name: str, cards: tuple[Card, ...], reading: str = "", romaji: str = "", text: str = ""
) -> Entry:
    """The index entry of a list of cards that is newest first (articles without a date come last)."""
    first = next((card.date for card in reversed(cards) if card.date), "")
    last = cards[0].date if cards else ""
    return Entry(identifier, name, len(cards), first, last, reading, romaji, text)


def by_reading(entries: Iterable[Entry], language: str) -> tuple[Group, ...]:
    """Entries grouped for a reader of ``language``: kana rows first in Japanese, the alphabet first in English."""
    rows: dict[str, list[tuple[kana.Key, Entry]]] = {}
    for item in entries:
        label, key = _place(item, language)
        rows.setdefault(label, []).append((key, item))
    letters = sorted(label for label in rows if label.isascii() and label)
    kana_rows = [label for label in kana.ROWS if label in rows]
    ordered = letters + kana_rows if language == "en" else kana_rows + letters
    if "" in rows:
        ordered.append("")
    for found in rows.values():
        found.sort(key=lambda pair: (pair[0], pair[1].name, pair[1].id))
    return tuple(Group(label, tuple(item for _, item in rows[label])) for label in ordered)


def _place(item: Entry, language: str) -> tuple[str, kana.Key]:
    by_kana = kana.row(item.reading or (item.name if kana.row(item.name) else ""))
    latin = item.romaji if item.romaji and language == "en" else item.name
    by_letter = kana.initial(latin)
    if by_letter and (language == "en" or not by_kana):
        return by_letter, kana.sort_key(latin)
    if by_kana:
        return by_kana, kana.sort_key(item.reading or item.name)
    return "", kana.sort_key(item.name)


def most_often(
    ids: Iterable[Id], limit: int, named: Mapping[Id, Author] | Mapping[Id, Topic]
) -> tuple[tuple[Id, str, int], ...]:
    """The ``limit`` most frequent ids with their names and counts; at a tie, the earlier seen first."""
    return tuple((found, named[found].name, count) for found, count in Counter(ids).most_common(limit))
