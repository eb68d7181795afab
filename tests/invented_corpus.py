"""Articles made up for the tests of search: sentences of invented parts, the same every time."""

from __future__ import annotations

import random
from dataclasses import dataclass

_WHO = [
    "山村の老人",
    "港の組合",
    "県庁の担当者",
    "町の図書館",
    "国会の委員",
    "ヘルマン・ゲールング",
    "若い研究者",
    "漁協の女性部",
]
_WHAT = [
    "北方の領土", "新幹線の延伸", "自治体の合併", "コンピューターの更新", "サーバー室の移転", "國鐵の廃線",
    "夜の図書館", "NATO加盟の議論",
    "2019年の選挙", "水産物の輸出", "ウラル・アルタイ語", "東京・大阪の往来", "𠮷野の桜", "地域医療の再編",
]  # fmt: skip
_DID = [
    "について語った。",
    "を見直すという。",
    "には反対が多い！",
    "は誰のためか？",
    "を「暮らしの要」と呼んだ。",
    "が静かに進む。",
]
_ENGLISH = [
    "The harbour council voted on the new ferry.", "Libraries are opening later this year!",
    "She was running a small study of regional elections.", "Café owners naïvely expected more visitors.",
    "Data.gov listed 42 open datasets, he said.", "A rehabilitation programme began in 2014.",
]  # fmt: skip
AUTHORS = [
    ("水野 遥", "みずの はるか", "Mizuno Haruka"),
    ("大江 渡", "おおえ わたる", "Ōe Wataru"),
    ("Helen Marchbank", "", ""),
]
TOPICS = ["外交", "交通", "図書館", "Elections"]


@dataclass(frozen=True, slots=True)
class Invented:
    """An article."""

    id: str
    title: str
    author: int
    topic: str
    date: str
    text: str
    language: str


def articles(count: int, seed: int = 1) -> list[Invented]:
    """So many articles, from 2005 on."""
    chance = random.Random(seed)
    made = []
    for k in range(count):
        english = k % 5 == 4
        sentences = [
            chance.choice(_ENGLISH)
            if english
            else chance.choice(_WHO) + "は" + chance.choice(_WHAT) + chance.choice(_DID)
            for _ in range(chance.randrange(3, 40))
        ]
        breaks = [" " if english else "" if chance.random() < 0.8 else "\n" for _ in sentences]
        text = "".join(a + b for a, b in zip(sentences, breaks, strict=True)).strip()
        title = sentences[0].rstrip("。！？.!?")
        date = f"{2005 + k % 14}-{k % 12 + 1:02}-{k % 28 + 1:02}" if k % 17 else ""
        made.append(
            Invented(f"a{k:03}", title, 2 if english else k % 2, TOPICS[k % 4], date, text, "en" if english else "ja")
        )
    return made
