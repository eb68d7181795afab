"""What a page makes of what its source is known to repeat."""

import pytest

from builder.ingest.cleaning.furniture import Furniture, fingerprint, picture_line, repeated, slots

PLEA = "この欄へのご感想は、港町三丁目の編集部までお送りください。"
OWN = "港の時計は七分おくれていて、だれも直そうとしない。船だけがそれを知っている。"


def known(**works: int) -> Furniture:
    texts = {"plea": PLEA, "cry": "ああ。", "label": "関連"}
    return Furniture(40, {fingerprint(texts[name]): count for name, count in works.items()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("人気ランキング 10位", "人気ランキング　3位"),
        ("5月3日(火)更新", "11月26日（金曜日）更新"),
        ("Read more", "READ  MORE"),
    ],
)
def test_a_line_is_known_again_whatever_its_numbers_days_and_blanks(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


def test_other_words_are_another_line() -> None:
    assert fingerprint("人気ランキング") != fingerprint("人気のランキング")


def test_of_few_pages_nothing_is_said() -> None:
    assert not Furniture(2, {fingerprint(PLEA): 2}).repeats(PLEA, at_end=True)
    assert Furniture(3, {fingerprint(PLEA): 3}).repeats(PLEA, at_end=True)


def test_amidst_the_text_a_line_must_repeat_more_often_than_at_its_end() -> None:
    assert known(plea=3).repeats(PLEA, at_end=True)
    assert not known(plea=3).repeats(PLEA, at_end=False)
    assert known(plea=4).repeats(PLEA, at_end=False)


def test_a_short_line_must_repeat_more_often_still() -> None:
    assert not known(cry=11).repeats("ああ。", at_end=True)
    assert known(cry=12).repeats("ああ。", at_end=True)


def test_pictures_that_are_called_alike_are_not_one() -> None:
    one, other = picture_line("写真", "a_files/kou1.jpg"), picture_line("写真", "b_files/kou2.jpg?w=300")
    assert fingerprint(one) != fingerprint(other)
    assert fingerprint(one) == fingerprint(picture_line("写真", "https://minato.example/kou1.jpg"))
    assert picture_line("", "a_files/kou1.jpg") == ""


def test_a_line_without_letters_is_never_furniture() -> None:
    assert not Furniture(4, {fingerprint("＊ 2"): 4}).repeats("＊ 2", at_end=True)


def test_a_line_with_a_name_in_it_is_known_by_its_beginning_or_end() -> None:
    head, tail = slots("水野遥さんへの質問を編集部が取り次ぎます。一人三問まで。")
    learned = Furniture(20, {}, {tail: 5})
    assert learned.repeats("藤枝直子さんへの質問を編集部が取り次ぎます。一人三問まで。", at_end=True)
    assert not learned.repeats("水野遥さんへの質問を編集部が断った。一人の記者が残った。", at_end=True)
    assert not Furniture(20, {}, {tail: 3}).repeats("藤枝直子さんへの質問を編集部が取り次ぎます。", at_end=True)
    assert head != tail


def test_a_first_word_in_common_makes_no_line_of_letters_furniture() -> None:
    essays = ("Understanding compound interest, a guide for the patient", "Understanding the tips of restaurants")
    notices = [
        f"Understanding the news: {topic} is explained every week by our own desk" for topic in ("money", "the harbour")
    ]
    assert set(slots(essays[0])).isdisjoint(slots(essays[1]))
    assert slots("Understanding stocks, bonds") == ()
    assert slots(notices[0])[1] == slots(notices[1])[1]


def test_repeated_lines_are_named_in_order_and_the_rest_is_kept() -> None:
    body = [(3, PLEA), (5, OWN), (6, OWN[::-1]), (9, PLEA)]
    assert repeated(body, known(plea=20)) == [3, 9]
    assert repeated(body, known(plea=3)) == [9]
    assert repeated(body, None) == []


def test_a_page_that_is_there_several_times_is_not_emptied() -> None:
    copies = Furniture(5, {fingerprint(OWN): 5, fingerprint(PLEA): 5})
    assert repeated([(1, OWN), (2, PLEA), (3, "船は出た。")], copies) == []
