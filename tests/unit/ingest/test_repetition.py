"""What the pages of one source have in common."""

from builder.ingest.cleaning.furniture import fingerprint, slots
from builder.ingest.cleaning.repetition import LineMarks, PageLines, furniture_of

SURE, MAYBE, NONE = 0.95, 0.45, 0.02
"""How likely a line is text."""


def page(number: int, *lines: tuple[str, float], work: str = "") -> PageLines:
    made = tuple(
        LineMarks(fingerprint(text), len(text) >= 60, slots(text), chance, len(text), chance > NONE)
        for text, chance in lines
    )
    return PageLines("folder:minato", "minato", work or f"work {number}", made)


def own(number: int, chance: float = SURE) -> tuple[str, float]:
    return "甲乙丙丁戊己庚辛壬癸"[number] + "の話", chance


def test_lines_of_three_works_count() -> None:
    pages = [page(n, ("印刷する", NONE), *([("二度", NONE)] if n < 2 else [])) for n in range(3)]
    assert furniture_of(pages).counts == {fingerprint("印刷する"): 3}


def test_pages_of_one_work_count_once() -> None:
    found = furniture_of([page(n, ("印刷する", NONE), work="one") for n in range(4)])
    assert (found.pages, found.counts) == (1, {})


def test_lines_that_always_stand_on_one_side_frame_the_body() -> None:
    pages = []
    for n in range(4):
        text = [("広告", NONE), own(n)][:: 1 if n % 2 else -1]
        pages.append(page(n, ("シェア", NONE), *text, ("戻る", NONE)))
    found = furniture_of(pages)
    assert found.above == {fingerprint("シェア")}
    assert found.below == {fingerprint("戻る")}
    assert len(found.counts) == 3


def test_what_only_far_less_certain_lines_stand_beyond_frames_the_body_however_like_text_it_is() -> None:
    pages = [
        page(n, own(n, MAYBE), ("前書き", SURE), own(n + 4), ("友の会", SURE), own(n + 2, MAYBE)) for n in range(4)
    ]
    assert furniture_of(pages).above == {fingerprint("前書き")}
    assert furniture_of(pages).below == {fingerprint("友の会")}


def test_between_lines_that_are_nearly_as_certain_nothing_frames_the_body() -> None:
    found = furniture_of([page(n, own(n), ("あわせて読む", NONE), own(n + 4, 0.7)) for n in range(4)])
    assert found.above == found.below == frozenset()


def test_a_line_at_both_ends_of_a_page_frames_nothing() -> None:
    found = furniture_of([page(n, ("港日報", NONE), own(n), ("港日報", NONE)) for n in range(4)])
    assert found.above == found.below == frozenset()


def test_whether_the_body_reaches_its_frame_is_learned_from_most_pages() -> None:
    tops = (SURE, SURE, SURE, NONE)
    pages = [
        page(n, ("シェア", NONE), own(n, top), own(n + 4), ("残り3本", NONE), ("戻る", NONE))
        for n, top in enumerate(tops)
    ]
    assert (furniture_of(pages).opens, furniture_of(pages).closes) == (True, True)
    pages = [page(n, ("シェア", NONE), own(n, NONE), own(n + 4), ("戻る", NONE)) for n in range(4)]
    assert (furniture_of(pages).opens, furniture_of(pages).closes) == (False, True)


def test_without_a_frame_nothing_is_known_of_the_ends() -> None:
    found = furniture_of([page(n, own(n), own(n + 4)) for n in range(4)])
    assert (found.opens, found.closes) == (False, False)


def test_a_beginning_that_only_one_line_has_is_that_line() -> None:
    texts = [f"{'水野遥藤枝倉本'[n * 2 : n * 2 + 2]}さんへの質問を編集部が取り次ぎます。" for n in range(3)]
    tail = slots(texts[0])[1]
    assert furniture_of([page(n, (text, SURE)) for n, text in enumerate(texts)]).slots == {tail: 3}
    assert furniture_of([page(n, (texts[0], SURE)) for n in range(3)]).slots == {}
