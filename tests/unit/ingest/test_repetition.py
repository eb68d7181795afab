"""What the pages of one source have in common."""

from builder.ingest.cleaning.furniture import fingerprint, slots
from builder.ingest.cleaning.repetition import LineMarks, PageLines, Stands, furniture_of

ABOVE, WITHIN, BELOW = Stands.ABOVE, Stands.WITHIN, Stands.BELOW


def page(number: int, *lines: tuple[str, Stands], work: str = "") -> PageLines:
    made = tuple(LineMarks(fingerprint(text), len(text) >= 60, slots(text), stands) for text, stands in lines)
    return PageLines("folder:minato", "minato", work or f"work {number}", made)


def own(number: int, stands: Stands = WITHIN) -> tuple[str, Stands]:
    return "甲乙丙丁戊己庚辛壬癸"[number] + "の話", stands


def test_lines_of_three_works_count() -> None:
    pages = [page(n, ("印刷する", ABOVE), *([("二度", BELOW)] if n < 2 else [])) for n in range(3)]
    assert furniture_of(pages).counts == {fingerprint("印刷する"): 3}


def test_pages_of_one_work_count_once() -> None:
    found = furniture_of([page(n, ("印刷する", ABOVE), work="one") for n in range(4)])
    assert (found.pages, found.counts) == (1, {})


def test_lines_that_always_stand_on_one_side_frame_the_body() -> None:
    pages = [page(n, ("シェア", ABOVE), own(n), ("広告", (ABOVE, BELOW)[n % 2]), ("戻る", BELOW)) for n in range(4)]
    found = furniture_of(pages)
    assert found.above == {fingerprint("シェア")}
    assert found.below == {fingerprint("戻る")}
    assert len(found.counts) == 3


def test_a_line_at_both_ends_of_a_page_frames_nothing() -> None:
    found = furniture_of([page(n, ("港日報", ABOVE), own(n), ("港日報", BELOW)) for n in range(4)])
    assert found.above == found.below == frozenset()


def test_whether_the_body_reaches_its_frame_is_learned_from_most_pages() -> None:
    ends = [(WITHIN, WITHIN), (WITHIN, WITHIN), (WITHIN, WITHIN), (ABOVE, BELOW)]
    pages = [
        page(n, ("シェア", ABOVE), own(n, top), own(n + 4), ("残り3本", BELOW), ("戻る", BELOW))
        for n, (top, _) in enumerate(ends)
    ]
    assert (furniture_of(pages).opens, furniture_of(pages).closes) == (True, True)
    pages = [page(n, ("シェア", ABOVE), own(n, ABOVE), own(n + 4), ("戻る", BELOW)) for n in range(4)]
    assert (furniture_of(pages).opens, furniture_of(pages).closes) == (False, True)


def test_without_a_frame_nothing_is_known_of_the_ends() -> None:
    found = furniture_of([page(n, own(n), own(n + 4)) for n in range(4)])
    assert (found.opens, found.closes) == (False, False)


def test_a_beginning_that_only_one_line_has_is_that_line() -> None:
    texts = [f"{'水野遥藤枝倉本'[n * 2 : n * 2 + 2]}さんへの質問を編集部が取り次ぎます。" for n in range(3)]
    tail = slots(texts[0])[1]
    assert furniture_of([page(n, (text, WITHIN)) for n, text in enumerate(texts)]).slots == {tail: 3}
    assert furniture_of([page(n, (texts[0], WITHIN)) for n in range(3)]).slots == {}
