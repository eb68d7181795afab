"""Invented outlets and what their pages carry around an article, for dumps that look like saved pages."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    name: str
    title: str
    section: str
    head: Callable[[random.Random, Outlet, str, str, str], list[str]]
    tail: Callable[[random.Random, Outlet, str], list[str]]


_PLACES = [
    "港町",
    "山あい",
    "駅前",
    "旧市街",
    "湖畔",
    "団地",
    "工業地帯",
    "離島",
    "峠道",
    "商店街",
    "河川敷",
    "温泉街",
    "市場",
    "農協",
    "灯台",
    "図書館",
    "公民館",
]
_THINGS = [
    "猫",
    "時計",
    "看板",
    "自転車",
    "パン",
    "古着",
    "地図",
    "切手",
    "橋",
    "風鈴",
    "水筒",
    "合唱団",
    "そろばん",
    "屋台",
    "郵便受け",
    "盆栽",
    "双眼鏡",
]
_TURNS = (
    "に届いた一通の手紙、差出人の名は",
    "で見つかった百年前の落書き",
    "が選んだ「いちばん静かな朝」",
    "をめぐる三つの誤解",
    "の売り上げが三倍に、その意外な理由",
    "は誰のものか　住民投票へ",
    "を毎日撮り続けた十年",
    "、専門家も首をかしげる",
    "の修理を頼める店が消えていく",
    "に並ぶ人たちの午前五時",
)
_FLASHES = (
    "首都圏の私鉄で信号故障、三万人に影響",
    "東京外為市場の円相場、小幅に続伸",
    "前線の影響で西日本は大雨の見込み",
    "長期金利が一時一・二％台に上昇",
    "自動車部品大手、通期予想を下方修正",
    "世論調査、内閣の支持率は横ばい",
    "国内の新車販売、三カ月ぶりに減少",
    "北海道で震度三、津波の心配なし",
)
_LABELS = ("経済", "社会", "国際", "スポーツ", "気象", "政治")


def dump_of(outlet: Outlet, chance: random.Random, title: str, author: str, date: str, lines: Sequence[str]) -> str:
    """A page of ``outlet`` as a text dump."""
    page = [*outlet.head(chance, outlet, title, author, spoken(date, chance)), ""]
    middle = len(lines) // 2
    for at, line in enumerate(lines):
        page += [line, ""]
        if at == middle and len(lines) > 8 and chance.random() < 0.4:
            page += ["あわせて読みたい", *(f"・{headline(chance)}" for _ in range(2)), ""]
    return "\n".join([*page, *outlet.tail(chance, outlet, author)])


def headline(chance: random.Random) -> str:
    """One of some thousands of invented headlines."""
    text = chance.choice(_PLACES) + "の" + chance.choice(_THINGS) + chance.choice(_TURNS)
    return text[: chance.choice((14, 18, 60))] + chance.choice(("", "", "…"))


def spoken(date: str, chance: random.Random) -> str:
    """An ISO date as a page prints it."""
    parts = [int(part) for part in date.split("-")]
    words = "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))
    return words if len(parts) < 3 or chance.random() < 0.6 else f"{parts[0]}/{parts[1]:02}/{parts[2]:02}"


def _ranking(chance: random.Random, name: str, count: int = 5) -> list[str]:
    lines = [name]
    for number in range(1, count + 1):
        lines += [f"  • {number}", f"    {headline(chance)}"]
    return lines


def _flashes(chance: random.Random, name: str) -> list[str]:
    lines = [name, ""]
    for flash in chance.sample(_FLASHES, 3):
        lines += [chance.choice(_LABELS), "", flash[: chance.choice((12, 16, 40))], ""]
    return lines


def _newspaper_head(chance: random.Random, outlet: Outlet, title: str, author: str, date: str) -> list[str]:
    share = ["シェア", "ポスト", "印刷する", "文字サイズ 小 中 大"]
    return [f"{outlet.title} > {outlet.section}", "", title, "", date, "", author, "", *share]


def _newspaper_tail(chance: random.Random, outlet: Outlet, author: str) -> list[str]:
    return [
        f"この記事は会員登録なしでお読みいただけます。残り {chance.randint(1, 4)} 本",
        "ログイン｜無料会員登録",
        *_flashes(chance, "速報一覧"),
        *_ranking(chance, "人気ランキング"),
        "[PR]",
        "住宅の断熱、窓だけ替えるという選択",
        f"{outlet.title}について",
        "お問い合わせ",
        f"Copyright © 2025 {outlet.title} 無断転載を禁じます",
    ]


def _magazine_head(chance: random.Random, outlet: Outlet, title: str, author: str, date: str) -> list[str]:
    return [outlet.section, "", title, "", date, "", f"文：{author}"]


def _magazine_tail(chance: random.Random, outlet: Outlet, author: str) -> list[str]:
    return [
        "プロフィール",
        "",
        author,
        "",
        f"文筆家\n長く{outlet.section}の欄に書き、{chance.choice(_PLACES)}に住む。著書に『{chance.choice(_THINGS)}の話』など。",
        "",
        "今、あなたにオススメ",
        *(headline(chance) for _ in range(4)),
        "MAGAZINE",
        f"特集:{chance.choice(_PLACES)}の{chance.choice(_THINGS)}",
        f"2025年{chance.randint(1, 12)}月 2日号({chance.randint(1, 12)}/26発売)",
        "メールマガジンのご登録はこちらから。",
        *_ranking(chance, "アクセスランキング", 8),
        "バックナンバー",
        "定期購読のご案内",
    ]


def _web_head(chance: random.Random, outlet: Outlet, title: str, author: str, date: str) -> list[str]:
    return [
        "メニュー",
        "検索",
        outlet.title,
        f"ホーム / {outlet.section}",
        "",
        title,
        f"{author}　{date}　公開",
        "ツイート",
    ]


def _web_tail(chance: random.Random, outlet: Outlet, author: str) -> list[str]:
    return [
        "この記事をシェアする",
        "Facebook",
        "X",
        "はてなブックマーク",
        "関連記事",
        *(f"{headline(chance)}　2025.{chance.randint(1, 12)}.{chance.randint(1, 28)}" for _ in range(4)),
        "新着記事",
        *(headline(chance) for _ in range(5)),
        "運営会社　利用規約　プライバシーポリシー",
        f"© {outlet.title}",
    ]


def _wire_head(chance: random.Random, outlet: Outlet, title: str, author: str, date: str) -> list[str]:
    return [outlet.section, title, f"{date} 配信", f"【{outlet.title}＝{author}】"]


def _wire_tail(chance: random.Random, outlet: Outlet, author: str) -> list[str]:
    return [
        "記事の利用については契約新聞社の規定に従ってください。",
        *_flashes(chance, "新着"),
        f"Ⓒ{outlet.title} 2025",
        "ページの先頭へ",
    ]


OUTLETS = (
    Outlet("asagiri", "朝霧新聞デジタル", "文化", _newspaper_head, _newspaper_tail),
    Outlet("hozue", "月刊穂末", "随想", _magazine_head, _magazine_tail),
    Outlet("kawabe", "川辺オンライン", "論考", _web_head, _web_tail),
    Outlet("tomoshibi", "灯通信", "くらし", _wire_head, _wire_tail),
)
