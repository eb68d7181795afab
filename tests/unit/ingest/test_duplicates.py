from collections.abc import Sequence

from builder.ingest.duplicates import Copy, Match, is_original, matches
from builder.ingest.likeness import runs, sketch

from .pages import page
from .test_likeness import OTHER, TEXT


def found(*texts: str, titles: Sequence[str] = (), authors: Sequence[tuple[str, ...]] = ()) -> tuple[Match, ...]:
    copies = [
        Copy(n, sketch(runs(text)), titles[n] if titles else "", authors[n] if authors else ())
        for n, text in enumerate(texts)
    ]
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


def test_half_a_text_under_the_same_title_is_the_same_work_from_sixty_in_a_hundred() -> None:
    mixed = TEXT[: int(len(TEXT) * 0.7)] + OTHER[: int(len(OTHER) * 0.3)]
    (unknown,) = found(TEXT, mixed)
    (kin,) = found(TEXT, mixed, titles=("灯台守の日記", "灯台守の日記"))
    assert (unknown.sure, kin.sure) == (False, True)


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
