"""Who wrote a text is told at its end, and is no part of it."""

from __future__ import annotations

import pytest

from builder.model import Contributor

from .reading import read_dump

HEAD = "桟橋の値段\n\n水野遥\n\n"
TEXT = """港の桟橋は去年の秋に架け替えられ、板の色がまだ白い。町の人は遠回りをして眺めに行く。

費用の三割は、船を持たない家からの寄付でまかなわれた。名簿は待合所の壁に貼られている。

それでも渡し賃は上がらなかった。理由を尋ねると、係の男は名簿のほうを見ただけだった。
"""


@pytest.mark.parametrize(
    "profile",
    [
        "\n水野遥\n港湾史家。海陽大学大学院修了後、港湾研究所の研究員などを経て、現在は未来港湾研究会の主任。\n",
        "\n水野遥\n海と町の間を歩いて書いている。\n",
        "\n筆者略歴\n水野遥　港湾史家。1970年生まれ。著書に『桟橋の値段』。\n",
    ],
)
def test_a_profile_that_closes_a_text_is_no_part_of_it(profile: str) -> None:
    found = read_dump(HEAD + TEXT + profile)
    assert found.body.rstrip().endswith("係の男は名簿のほうを見ただけだった。")
    assert [person.name for person in found.authors] == ["水野遥"]


def read(text: str) -> str:
    return read_dump(text).body.rstrip()


ANSWER = "来年は待合所を直します。名簿はそのまま残して、誰が桟橋を支えたか分かるようにしたいのです。"


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("桟橋の値段　水野遥さんに聞く", f"\n聞き手\n桟橋を架け替えるとき、何が難しかったですか。\n\n水野遥\n{ANSWER}"),
        ("対談　水野遥×沢村実", f"\n水野遥\n寄付を集めることが、いちばん難しかったのです。\n\n沢村実\n{ANSWER}"),
        ("港の二人　水野遥、沢村実", f"\n沢村実\n\n船を直して四十年になる。\n\n水野遥\n\n{ANSWER}"),
        ("桟橋の値段\n\n水野遥", f"\n水野遥\n\n追伸　{ANSWER}"),
        ("作文の入賞者決まる　水野遥さんら三人", "\n水野遥\n海洋高校二年。桟橋の百年の変化を丁寧に書いた。"),
        ("桟橋の値段\n\n水野遥", f"\n筆者\n\nその言葉を壁に書いたのは、係の男の父だった。\n\n{ANSWER}"),
    ],
)
def test_who_speaks_or_is_told_of_at_the_end_is_text(head: str, end: str) -> None:
    assert read(f"{head}\n\n{TEXT}{end}\n").endswith(end.rsplit("\n", 1)[1])


@pytest.mark.parametrize("printed", ["水野遥", "水野　遥"])
def test_a_blank_in_a_name_parts_it_from_nothing(printed: str) -> None:
    head = f"桟橋の値段\n\n{printed}（港湾史家）\n\n"
    assert read(f"{head}{TEXT}\n水野　遥\n海と町の間を歩いて書いている。\n").endswith("見ただけだった。")


def author(end: str, by_line: str = "文＝水野遥") -> Contributor:
    text = f"桟橋の値段\n\n{by_line}\n\n{TEXT}\n{end}\n"
    (person,) = read_dump(text).authors
    return person


LIFE = "港湾史家。1970年生まれ。著書に『桟橋の値段』。"


@pytest.mark.parametrize(
    "end",
    [
        f"みずの・はるか　{LIFE}",
        f"■みずの・はるか／{LIFE}",
        f"水野 遥（みずの・はるか）　{LIFE}",
        f"筆者略歴\n水野　遥　{LIFE}",
        f"プロフィール\n水野　遥（みずの・はるか）{LIFE}",
        f"筆者略歴\n水野　遥　{LIFE}\n関連する記事\n  • 港の灯り\n  • 波の音",
    ],
)
def test_what_the_end_tells_of_the_author_is_the_profile(end: str) -> None:
    assert author(end) == Contributor("水野遥", profile=LIFE)


@pytest.mark.parametrize(
    ("by_line", "end"),
    [
        ("聞き手＝水野遥", f"さわむら・みのる　{LIFE}"),
        ("文＝水野遥", f"みずの・はるか　{LIFE}\n\nさわむら・みのる　船大工。1950年生まれ。著書に『船』。"),
        ("文＝水野遥", f"沢村実（さわむら・みのる）　{LIFE}"),
        ("文＝水野遥", f"プロフィール\n沢村　実　{LIFE}"),
        ("文＝水野遥", "みずの・はるか　海と町の間を歩いて、そこで聞いたことを書く。"),
    ],
)
def test_what_it_tells_of_others_or_nothing_of_a_life_is_not(by_line: str, end: str) -> None:
    assert (author(end, by_line).name, author(end, by_line).profile) == ("水野遥", "")


def test_a_text_that_ends_with_somebody_keeps_its_end() -> None:
    end = "\n係の男の名は久慈稔という。1950年に港の町で生まれ、進水の日から一度も休んだことがないと人は言う。\n"
    found = read_dump(HEAD + TEXT + end)
    assert found.body.rstrip().endswith("一度も休んだことがないと人は言う。")
