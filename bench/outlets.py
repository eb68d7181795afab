"""Outlets invented at random, each with furniture of its own wording: what only a pile of its pages can tell from text.

Their notices are whole sentences, as newspapers write them: pleas, promotions, remarks by the editor, some on every
page, some on a few, some with a number, a day, the title or the author in them.
"""

from __future__ import annotations

import html
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.furniture import headline

_NAMES = ("朝凪", "北窓", "石畳", "川音", "麦秋", "帆影", "灯火", "松籟", "雪解", "谷風", "夕汐", "野分")
_KINDS = ("新聞", "時報", "評論", "通信", "公論", "オンライン", "ジャーナル", "タイムス")
_DOERS = ("編集部", "論説室", "読者室", "デスク", "事務局", "文化部", "取材班")
_OBJECTS = (
    "ご意見や体験", "身近な疑問", "写真や手紙", "お気づきの点", "次に読みたい題材", "誤りの指摘", "地域の話題",
    "短歌と俳句",
)  # fmt: skip
_PRODUCTS = (
    "朝の要約メール", "論説を読む会", "電子版の切り抜き帳", "紙面の縮刷版", "週末の別刷り", "音声で聞く社説",
    "書き手を囲む夕べ", "親子の記者教室",
)  # fmt: skip
_DOINGS = (
    "で受け付けています。", "を募集しています。", "をお寄せください。", "を紹介しています。", "をお届けしています。",
    "にご参加ください。", "を始めました。", "のご案内を差し上げます。",
)  # fmt: skip
_LEADS = (
    "{outlet}の{doer}では、{object}{doing}",
    "{product}は毎週{number}日に更新し、登録した方に無料で送っています。",
    "この欄について、{doer}は{object}{doing}宛て先は〒{number}-{number}、{outlet}「{section}」係です。",
    "{outlet}は{product}{doing}くわしくは{doer}までお尋ねください。",
    "本文の見出しは{doer}が付けました。筆者の見解は{outlet}の見解と同じとは限りません。",
    "「{title}」へのご感想は、{number}月末までに{doer}へお送りください。",
    "{author}さんへの質問を{doer}が取り次ぎます。一人{number}問までにしてください。",
    "いま{outlet}を読み始めると、{product}が{number}か月のあいだ無料になります。",
    "{product}の第{number}回は、港のホールで開きます。申し込みは先着{number}人までです。",
    "文中の肩書や年齢は、{number}年の取材当時のものです。",
    "ここまで読んでくださった方に、{outlet}から{product}をお贈りしています。",
    "{outlet}の取材は、読者の会費で支えられています。{product}もその一つです。",
    "次回の「{section}」は{number}月{number}日に載ります。{doer}一同、お待ちしています。",
    "この文章は、{outlet}の{number}月{number}日付の紙面に載ったものに手を入れたものです。",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of furniture."""

    pattern: str
    share: float
    """Of the pages that carry it."""


@dataclass(frozen=True)
class InventedOutlet:
    """An outlet and where its pages carry what."""

    name: str
    section: str
    above: tuple[Notice, ...]
    inside: tuple[Notice, ...]
    below: tuple[Notice, ...]
    labels: tuple[str, ...]
    """Headings of lists of links, below the text; their wording says nothing."""
    order: tuple[str, ...] = field(default=("title", "date", "author"))


def invent(seed: int) -> InventedOutlet:
    """The outlet of that number."""
    chance = random.Random(f"outlet-{seed}")
    name = chance.choice(_NAMES) + chance.choice(_KINDS)
    section = chance.choice(("論壇", "視点", "寄稿", "窓", "余録", "時評"))
    words = {
        "outlet": name,
        "section": section,
        "title": "{title}",
        "author": "{author}",
        "number": "{number}",
    }
    lines = [
        lead.format(
            **words, doer=chance.choice(_DOERS), object=chance.choice(_OBJECTS), product=chance.choice(_PRODUCTS),
            doing=chance.choice(_DOINGS),
        )
        for lead in chance.sample(_LEADS, chance.randint(5, 9))
    ]  # fmt: skip
    notices = [Notice(line, chance.choice((1.0, 1.0, 0.7, 0.4, 0.2, 0.12))) for line in lines]
    order = ["title", "date", "author"]
    if chance.random() < 0.4:
        order = ["title", "author", "date"]
    first = chance.randint(0, 2)
    second = first + chance.randint(0, 2)
    labels = tuple(chance.choice(_NAMES) + "の" + chance.choice(("棚", "小径", "引き出し", "縁側")) for _ in range(2))
    return InventedOutlet(
        name, section, tuple(notices[:first]), tuple(notices[first:second]), tuple(notices[second:]), labels,
        tuple(order),
    )  # fmt: skip


def page_parts(
    outlet: InventedOutlet, chance: random.Random, title: str, author: str, date: str, lines: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """What stands above the text, the text with what stands inside it, and what stands below."""

    def spoken(notices: Sequence[Notice]) -> list[str]:
        return [
            notice.pattern.replace("{title}", title).replace("{author}", author).replace("{number}", "§")
            for notice in notices
            if chance.random() < notice.share
        ]

    def numbered(text: str) -> str:
        while "§" in text:
            text = text.replace("§", str(chance.randint(1, 31)), 1)
        return text

    facts = {"title": title, "date": date, "author": author}
    above = [outlet.section, *(facts[key] for key in outlet.order if facts[key]), *spoken(outlet.above)]
    inside = list(lines)
    for text in spoken(outlet.inside):
        inside.insert(chance.randint(1, max(1, len(inside) - 1)), text)
    below = spoken(outlet.below)
    return list(map(numbered, above)), list(map(numbered, inside)), list(map(numbered, below))


def text_page(
    outlet: InventedOutlet, chance: random.Random, title: str, author: str, date: str, lines: Sequence[str]
) -> str:
    """The page as a dump."""
    above, inside, below = page_parts(outlet, chance, title, author, date, lines)
    lists = [line for label in outlet.labels for line in (label, *(headline(chance) for _ in range(3)))]
    return "\n\n".join([*above, *inside, *below, *lists, f"Ⓒ {outlet.name}"]) + "\n"


def html_page(
    outlet: InventedOutlet, chance: random.Random, title: str, author: str, date: str, lines: Sequence[str]
) -> str:
    """The page as HTML in which the notices are paragraphs of the article, as an editor's form writes them."""
    above, inside, below = page_parts(outlet, chance, title, author, date, lines)
    facts = len([fact for fact in (title, date, author) if fact])
    paragraphs = "".join(f"<p>{html.escape(text)}</p>\n" for text in (*above[1 + facts :], *inside, *below))
    lists = "".join(
        f"<h3>{label}</h3><ul>{''.join(f'<li><a href=#>{headline(chance)}</a></li>' for _ in range(3))}</ul>"
        for label in outlet.labels
    )
    return (
        f'<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>{html.escape(title)}｜{outlet.name}</title>'
        f"</head><body><header><a href=/>{outlet.name}</a></header><main><p>{outlet.section}</p>"
        f"<h1>{html.escape(title)}</h1><p>{date}</p><p>{author}</p>\n<div>{paragraphs}</div></main>"
        f"<div>{lists}</div><footer>Ⓒ {outlet.name}</footer></body></html>\n"
    )
