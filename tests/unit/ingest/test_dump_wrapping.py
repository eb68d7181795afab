"""Dumps with a line break at the same column throughout: paragraphs put together, pages' numbers and heads left out."""

from __future__ import annotations

import textwrap

import pytest

from builder.ingest.dump.wrapping import unwrapped

from .reading import read_dump

PARAGRAPHS = [
    "堤防の外側で水があふれる内水氾濫が、先月の大雨で市内の広い範囲に及んでいたことが分かった。浸水した住宅は二百棟を超えた。",
    "市によると、排水ポンプは動いていたが、川の水位が高く、追いつかなかったという。夜半には電源も失われ、手で土のうを積んだ。",
    "住民の多くは、堤防が切れていないのに水が来るとは思わなかったと話す。避難の呼びかけは、水が膝まで来てからのことだった。",
    "専門家は、雨水の貯留施設を増やすとともに、危険な場所を示す地図を見直す必要があると指摘している。費用の議論はこれからだ。",
]
LETTERS = [
    "When the last ferry of the season was due to leave our island, the captain found that nobody had untied it.",
    "For thirty years the rope had been cast off by a man named Tully, who had died in the spring without an heir.",
    "There is a lesson here for every council that believes its services run themselves, and mine is one of them.",
    "I asked the council for a list of such people, and they told me politely that they have never kept any list.",
]
ROWS = [
    "５月３日（火）　港の歴史を語る会　　　汐見市文化会館　　午後２時",
    "５月４日（水）　渡し船の写真展　　　　汐見市立図書館　　午前９時",
    "５月５日（木）　こどもの日の凧あげ　　浜辺の公園広場　　午前９時",
    "５月８日（日）　朝の市を歩く　　　　　駅前広場集合　　　午前７時",
    "５月９日（月）　古文書を読む会　　　　汐見市公民館　　　午後６時",
    "５月15日（日）　灯台の一般公開　　　　汐見岬灯台　　　　午前９時",
]
TANKA = [
    "渡し船の終わりの朝を人々は手を振りながら見送りており　　大野　実",
    "みずうみの氷の割れる音のして春の電車は北へ向かいぬ　　　　沢村　桂",
    "灯台のひかりが部屋をなぞるとき母のねむりは浅くなりたり　　　小田　光",
    "港には港の言葉があることを祖父の手紙で知りたる四月　　　　　水谷　恵",
    "朝市の魚の目玉のかがやきをしばらく見つめて買わずに帰る　　木下　透",
    "廃線の駅の時計はいまもなお午後三時なり草に埋もれて　　　　　森　久子",
    "少年は自転車を押し坂道の途中で海をふりかえりたり　　　　　石川　弘",
]
MEMBERS = [
    "Members of the committee and their terms",
    "Orla Pennington, chair, since March 2011",
    "Tobias Wren, treasurer, since April 2012",
    "Hettie Marsh, secretary, from June 2013",
    "Jonah Ferrier, harbour master, May 2010",
    "Ada Brandt, the librarian, January 2014",
    "Silas Coombe, school teacher, July 2015",
    "Mary Tolliver, representative, May 2016",
]
HEAD = "渡し船の終わり\n水野遥\n2011年5月3日\n\n"


def broken(text: str, column: int) -> list[str]:
    return [text[at : at + column] for at in range(0, len(text), column)]


@pytest.mark.parametrize("column", [16, 18, 25])
def test_an_indent_begins_a_paragraph(column: int) -> None:
    lines = [line for text in PARAGRAPHS for line in broken(f"\u3000{text}", column)]
    found = read_dump(HEAD + "\n".join(lines))
    assert found.body.strip().split("\n\n") == PARAGRAPHS
    assert found.title == "渡し船の終わり"


@pytest.mark.parametrize("head", ["水野遥", "水野遥（港湾史家）", "2011年5月3日"])
def test_what_stands_below_a_title_that_fills_its_line_is_not_of_it(head: str) -> None:
    title = "渡し船の終わりを考える汐見市の二十年"
    lines = [line for text in PARAGRAPHS for line in broken(f"\u3000{text}", len(title))]
    assert read_dump("\n".join([title, head, *lines])).title == title


def test_a_title_that_does_not_fit_into_a_line_is_one() -> None:
    title = "渡し船の終わりを考える汐見市の二十年に及ぶ橋の歴史"
    lines = [line for text in (title, *(f"\u3000{text}" for text in PARAGRAPHS)) for line in broken(text, 20)]
    assert read_dump("\n".join(lines)).title == title


def test_a_blank_line_begins_a_paragraph() -> None:
    found = read_dump(HEAD + "\n\n".join("\n".join(broken(text, 20)) for text in PARAGRAPHS))
    assert found.body.strip().split("\n\n") == PARAGRAPHS


def test_lines_of_letters_are_joined_with_a_blank() -> None:
    text = "The ferry\n\nBy Orla Pennington\n\n" + "\n\n".join(textwrap.fill(text, 50) for text in LETTERS)
    assert read_dump(text).body.strip().split("\n\n") == LETTERS


@pytest.mark.parametrize("head", ["- 17 -\n水辺月報　第12号", "水辺月報　第12号\n17", "17頁", "\f17/20"])
def test_what_stands_between_two_pages_is_left_out(head: str) -> None:
    lines = [line for text in PARAGRAPHS for line in broken(f"\u3000{text}", 20)]
    lines[5:5] = ["", *head.split("\n"), ""]
    found = read_dump(HEAD + "\n".join(lines))
    assert found.body.strip().split("\n\n") == PARAGRAPHS
    between = {claim.line for claim in found.claims if claim.rule == "dump/running-head"}
    assert [line.text for line in found.lines if line.number in between] == head.strip().split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(text[:20] + "。" for text in PARAGRAPHS * 3),  # each line a sentence
        "\n".join(text[: 16 + 3 * n % 17] for n, text in enumerate(PARAGRAPHS * 4)),  # verse
        "\n".join(["港の朝", "市場の昼", "波止場の夜", "浜の冬", "崎の春", "湾の夏"] * 2),
        "\n".join(LETTERS),
        "\n".join(ROWS),
        "\n".join(TANKA),
        "\n".join(MEMBERS),
        "one two\nthree four\nfive six\nseven eight\nnine ten\neleven twelve\nthirteen\nfourteen",
        "",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert unwrapped(text.split("\n")).lines == text.split("\n")


def test_every_line_is_told_and_a_line_goes_with_its_paragraph() -> None:
    notice = "このページに掲載している記事と写真の無断での転載を禁じます。著作権は当社または情報提供者に属しています。"
    lines = [line for text in PARAGRAPHS for line in broken(f"\u3000{text}", 20)]
    text = HEAD + "\n".join([*lines, "", *broken(notice, 20)])
    found = read_dump(text)
    assert [line.text for line in found.lines] == [line.strip() for line in text.split("\n") if line]
    claimed = {claim.line for claim in found.claims}
    assert {line.number for line in found.lines if line.text in broken(notice, 20)[1:]} <= claimed
