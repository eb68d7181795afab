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
HEAD = "渡し船の終わり\n水野遥\n2011年5月3日\n\n"


def broken(text: str, column: int) -> list[str]:
    return [text[at : at + column] for at in range(0, len(text), column)]


@pytest.mark.parametrize("column", [16, 18, 25])
def test_an_indent_begins_a_paragraph(column: int) -> None:
    lines = [line for text in PARAGRAPHS for line in broken(f"\u3000{text}", column)]
    found = read_dump(HEAD + "\n".join(lines))
    assert found.body.strip().split("\n\n") == PARAGRAPHS
    assert found.title == "渡し船の終わり"


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
