"""Who wrote a text is told at its end, and is no part of it."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import RawDocument
from builder.ingest.formats.text import extract_text

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
    found = extract_text(RawDocument("page.txt", "", "text/plain", "utf-8", "valid-utf8", HEAD + TEXT + profile))
    assert found.body.rstrip().endswith("係の男は名簿のほうを見ただけだった。")
    assert [person.name for person in found.authors] == ["水野遥"]


def read(text: str) -> str:
    return extract_text(RawDocument("page.txt", "", "text/plain", "utf-8", "valid-utf8", text)).body.rstrip()


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


def test_a_text_that_ends_with_somebody_keeps_its_end() -> None:
    end = "\n係の男の名は久慈稔という。1950年に港の町で生まれ、進水の日から一度も休んだことがないと人は言う。\n"
    found = extract_text(RawDocument("page.txt", "", "text/plain", "utf-8", "valid-utf8", HEAD + TEXT + end))
    assert found.body.rstrip().endswith("一度も休んだことがないと人は言う。")
