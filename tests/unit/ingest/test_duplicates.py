from collections.abc import Sequence
from typing import Any

import pytest

from builder.ingest.comparing.likeness import runs, sketch
from builder.ingest.works.duplicates import Copy, Match, is_original, matches

from .pages import page
from .test_likeness import OTHER, TEXT


def found(*texts: str, **fields: Sequence[Any]) -> tuple[Match, ...]:
    """Matches of texts; ``fields`` gives each page's value of a field."""
    pages = [page(**{name: values[n] for name, values in fields.items()}) for n in range(len(texts))]
    copies = [Copy(n, sketch(runs(text)), pages[n]) for n, text in enumerate(texts)]
    return matches(copies[1:], copies[:1], lambda key: runs(texts[key]))


def test_the_same_text_elsewhere_is_the_same_work() -> None:
    (match,) = found(TEXT, TEXT.replace("日記", "手帳"))
    assert (match.one, match.other, match.sure) == (0, 1, True)
    assert match.likeness > 0.8


def test_another_text_is_another_work() -> None:
    assert found(TEXT, OTHER) == ()


def test_half_a_text_is_reported_only() -> None:
    (match,) = found(TEXT, TEXT[: len(TEXT) // 2] + OTHER[: len(OTHER) // 2])
    assert not match.sure


def test_two_titles_of_one_outlet_are_never_merged() -> None:
    (match,) = found(TEXT, TEXT, title=("灯台守の日記　上", "灯台守の手紙　下"), publication=("港日報", "港日報"))
    assert (match.likeness, match.sure) == (1.0, False)
    (match,) = found(TEXT, TEXT, title=("灯台守の日記", "霧の朝"), publication=("港日報", "汀新聞"))
    assert match.sure


MIXED = TEXT[: int(len(TEXT) * 0.7)] + OTHER[: int(len(OTHER) * 0.3)]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ("灯台守の日記", "灯台守の日記　霧の朝")},
        {"authors": (("水野遥",), ("真鍋圭", "水野遥"))},
        {"publication": ("青灯通信", "汐見新報"), "republished_from": ("", "青灯通信")},
    ],
)
def test_two_thirds_of_a_text_are_the_same_work_where_something_else_says_so(fields: dict[str, Any]) -> None:
    (alone,) = found(TEXT, MIXED)
    (kin,) = found(TEXT, MIXED, **fields)
    assert (alone.sure, kin.sure) == (False, True)


def test_the_republication_note_names_the_original() -> None:
    first = page(publication="青灯通信", date="2024-01-18")
    later = page(publication="汐見新報", republished_from="青灯通信", date="2024-01-17")
    assert is_original(first, later)
    assert not is_original(later, first)


def test_without_a_note_the_earlier_is_the_original() -> None:
    first, later = page(date="2024-01-18T09:00+09:00"), page(date="2024-01-18T15:00+09:00")
    assert is_original(first, later)
    assert not is_original(later, first)
    assert is_original(later, page(date=""))


def test_of_one_day_the_page_with_its_address_comes_before_a_dump_of_it() -> None:
    dump = page(date="2024-01-18", name="a.txt")
    saved = page(date="2024-01-18T06:00", url="https://example.org/1", name="b.html")
    assert is_original(saved, dump)
    assert not is_original(dump, saved)
    assert is_original(page(date="2024-01-17", name="a.txt"), saved)


def test_of_two_saves_of_a_page_the_first_is_the_one_without_a_number() -> None:
    first, second = (page(date="2024-01-18", name=f"raw/港{number}.html") for number in ("", " (1)"))
    assert is_original(first, second)
    assert not is_original(second, first)
