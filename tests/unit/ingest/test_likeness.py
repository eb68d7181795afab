from builder.ingest.comparing.likeness import Candidates, letters, overlap, runs, sketch

TEXT = "".join(
    f"第{n}の灯台守は、霧の深い朝に{n * 7}隻の船を数え、{n * n}番目の波のことを日記に書いた。" for n in range(40)
)
OTHER = "".join(
    f"{n}人目の料理人が、{n * 3}枚の皿を棚に戻し、夕方の市場へ{n + 5}本の大根を買いに出た。" for n in range(40)
)


def test_markup_width_and_punctuation_do_not_count() -> None:
    assert (
        letters("**Ａ**、[春](https://a.example)の<ruby>道<rt>みち</rt></ruby>と{浜|はま}![絵](a.png)[^1]")
        == "a春の道と浜"
    )


def test_a_text_is_wholly_like_itself_and_not_like_another() -> None:
    assert overlap(runs(TEXT), runs(TEXT)) == (1.0, 1.0)
    assert overlap(runs(TEXT), runs(OTHER))[1] < 0.05
    assert overlap(runs(""), runs(TEXT)) == (0.0, 0.0)


def test_a_part_is_within_the_whole() -> None:
    whole, part = overlap(runs(TEXT), runs(TEXT[: len(TEXT) // 3]))
    assert whole < 0.5
    assert part > 0.99


def test_sketches_find_the_edited_copy_only() -> None:
    candidates = Candidates()
    candidates.add(1, sketch(runs(OTHER)))
    candidates.add(2, sketch(runs(TEXT.replace("灯台守", "見張り番") + "（この項終わり）")))
    assert candidates.near(sketch(runs(TEXT))) == [2]


def test_a_few_words_have_no_sketch() -> None:
    assert sketch(runs("短い。")) == b""
    assert Candidates().near(b"") == []
