"""Each text block of a page as a row of small numbers: what it looks like, and where it stands.

Numbers are bin indices, so that a scorecard can look weights up. Lengths are counted in UTF-8 bytes: a Japanese
character says about as much as three Latin ones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..draft import LineKind
from ..formats.html_blocks import Block, Place
from .hints import BIT, hints_of

_LENGTHS = (8, 16, 28, 45, 70, 110, 170, 260, 420, 700, 1200)
_SHARES = (0.001, 0.08, 0.2, 0.4, 0.6, 0.8, 0.95)
COUNTS = (1, 2, 3, 4, 6, 9, 15, 25, 60)
TENTHS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
_PAGE_SIZES = (150, 400, 900, 2000, 4000, 8000, 16000, 40000)
DISTANCES = (-60, -25, -12, -6, -3, -1, 0, 1, 2, 3, 4, 6, 9, 14, 25, 60)

_SENTENCE = re.compile(r"[。．！？｡]|[.!?…](?=[\s\"'”’»)\]」]|$)")
_COMMA = re.compile(r"[,、，；;:]")
_LETTER = re.compile(r"[a-zà-ÿа-я]")
_UPPER = re.compile(r"[A-ZÀ-ÞА-Я]")
_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0590-\u0dff]")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"\b\d{1,2}[:：]\d{2}\b|\b\d{4}[-./年]\s?\d{1,2}[-./月]|\d+\s?(?:hours?|minutes?|mins?|days?|weeks?|months?) ago"
    r"|\d+\s?(?:時間|分|日)前|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}|\d{1,2} [a-z]{3,9} \d{4}"
)
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved|無断転載|無断複製|版权所有|저작권|무단")
_WORD = re.compile(r"[a-zà-ÿ-]+")
_INTERFACE_WORDS = frozenset(
    [
        "share",
        "tweet",
        "subscribe",
        "subscribers",
        "signup",
        "login",
        "newsletter",
        "newsletters",
        "related",
        "advertisement",
        "advertise",
        "cookie",
        "cookies",
        "follow",
        "comment",
        "comments",
        "click",
        "privacy",
        "terms",
        "download",
        "print",
        "email",
        "e-mail",
        "whatsapp",
        "facebook",
        "twitter",
        "instagram",
        "trending",
        "popular",
        "watch",
        "listen",
        "photo",
        "photos",
        "image",
        "getty",
        "reuters",
        "source",
        "sources",
        "published",
        "updated",
        "posted",
        "loading",
        "register",
        "donate",
        "abonnieren",
        "abonnement",
        "suscríbete",
        "suscripción",
        "teilen",
        "lesen",
        "werbung",
        "anzeige",
        "publicidad",
        "partager",
        "compartir",
        "foto",
        "bild",
        "bilder",
        "quelle",
        "copyright",
        "rights",
        "sponsored",
        "recommended",
        "editor",
        "disclaimer",
        "read",
        "more",
        "next",
        "also",
        "by",
        "tags",
        "filed",
        "credit",
        "via",
        "lire",
        "aussi",
        "leia",
        "leggi",
        "lees",
        "ook",
        "mehr",
        "zum",
        "meer",
        "video",
        "gallery",
        "continue",
        "continues",
        "sign",
        "latest",
        "topics",
    ]
)
_INTERFACE_CJK = re.compile(
    r"関連(?:記事|リンク|キーワード|ニュース)|ランキング|続きを読む|会員|シェア|ツイート|広告|次のページ|前のページ|おすすめ|一覧"
    r"|メルマガ|購読|ログイン|登録|こちら|コメント|写真|画像|提供|出典|もっと見る|ブックマーク|トップ|無料|資料|あわせて読みたい"
    r"|相关|推荐|阅读|分享|评论|登录|注册|责任编辑|来源|点击|关注|기자|댓글|구독|관련|공유"
)
_TAG_NUMBERS = {
    tag: n
    for n, tag in enumerate(
        [
            "p",
            "div",
            "li",
            "td",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "dd",
            "dt",
            "article",
            "section",
            "blockquote",
            "figcaption",
            "button",
            "label",
            "span",
            "body",
            "th",
            "center",
            "main",
            "aside",
            "header",
            "footer",
            "nav",
            "form",
            "pre",
            "table",
            "address",
            "ul",
            "ol",
            "figure",
            "a",
            "summary",
            "details",
        ],
        1,
    )
}
_KIND_NUMBERS = {kind: n for n, kind in enumerate(LineKind)}
_ENDS = dict.fromkeys(".。．｡", 1) | dict.fromkeys("!?！？", 2) | dict.fromkeys(":：", 3) | dict.fromkeys(",、，;；", 4)
_ENDS |= dict.fromkeys("\"'”’»」』", 5) | dict.fromkeys(")）]】〕", 6) | dict.fromkeys("…›→>»＞≫▶", 7)

NEAR = (
    "comment", "hidden", "popup", "sidebar", "author", "footer", "product", "tool", "body", "subscribe", "embed", "meta",
    "caption", "media", "notes", "content", "article", "quote", "related", "share", "ad", "lead",
)  # fmt: skip
"""Hints looked at in a block's place and the two around it."""
FAR = (
    "toc",
    "article",
    "body",
    "hidden",
    "popup",
    "footer",
    "media",
    "list",
    "sidebar",
    "comment",
    "meta",
    "content",
    "related",
)
"""Hints looked at in all places further out."""
_NEAR_BITS = tuple(BIT[name] for name in NEAR)
_FAR_BITS = tuple(BIT[name] for name in FAR)

FEATURES: tuple[str, ...] = (
    "kind", "length", "links", "end", "sentences", "commas", "strong", "capitals", "digits", "clock", "rights", "interface",
    "under", "items", "repeated", "start", "position", "title", "after-title", "known-body", "link-count", "lead-text",
    "page-size", "tag", "hidden", "parent-good", "grandparent-good", "parent-links", "grandparent-links", "parent-blocks",
    "container", "container-wide", "depth",
    *(f"near-{name}" for name in NEAR),
    *(f"far-{name}" for name in FAR),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of the page says, for comparison with its blocks."""

    titles: tuple[str, ...] = ()
    """Title candidates, squeezed (``squeeze``)."""
    known_body: str = ""
    """The article's text as JSON-LD states it, squeezed; empty where it does not."""
    description: str = ""
    """Squeezed."""


def squeeze(text: str) -> str:
    """Return the letters and digits only, lower case: for comparing texts set differently."""
    return re.sub(r"[\W_]+", "", text.lower())


@dataclass(slots=True)
class Tally:
    """Sums over the blocks inside each place, by place number."""

    size: list[int]
    links: list[int]
    good: list[float]
    blocks: list[int]


def tally(blocks: Sequence[Block], places: Sequence[Place], sizes: Sequence[int], good: Sequence[float]) -> Tally:
    """Add up every block in its place and all places around it."""
    n = len(places)
    out = Tally([0] * n, [0] * n, [0.0] * n, [0] * n)
    for block, size, value in zip(blocks, sizes, good, strict=True):
        number = block.place.number
        out.size[number] += size
        out.links[number] += size * min(block.link_chars, len(block.text)) // max(1, len(block.text))
        out.good[number] += value
        out.blocks[number] += 1
    for place in reversed(places):
        if place.parent is not None:
            up = place.parent.number
            out.size[up] += out.size[place.number]
            out.links[up] += out.links[place.number]
            out.good[up] += out.good[place.number]
            out.blocks[up] += out.blocks[place.number]
    return out


def rows_of(blocks: Sequence[Block], places: Sequence[Place], facts: PageFacts) -> list[list[int]]:
    """Describe every block by itself and by its place."""
    sizes = [len(b.text.encode("utf-8", "replace")) for b in blocks]
    marks = [len(_SENTENCE.findall(b.text)) for b in blocks]
    good = [
        float(size) if size >= 80 and count and b.link_chars < 0.3 * len(b.text) and not b.place.hidden else 0.0
        for b, size, count in zip(blocks, sizes, marks, strict=True)
    ]
    sums = tally(blocks, places, sizes, good)
    place_rows = _place_rows(blocks, places, sums)
    counts = Counter(b.text for b in blocks)
    squeezed = [
        squeeze(b.text) if facts.known_body or size < 600 else "" for b, size in zip(blocks, sizes, strict=True)
    ]
    title_at = _title_block(blocks, squeezed, facts.titles)
    titles = frozenset(facts.titles)
    all_size = max(1, sums.size[0] if places else 1)
    page_good = bisect_right(_PAGE_SIZES, sums.good[0] if places else 0)
    rows: list[list[int]] = []
    before = under = items = 0
    for number, (block, size, count) in enumerate(zip(blocks, sizes, marks, strict=True)):
        text = block.text
        short = size < 200
        lower = text.lower() if short or size <= 300 else ""
        interface = _interface(lower, size)
        items = items + 1 if block.kind is LineKind.ITEM else 0
        length = max(1, len(text))
        rows.append(
            [
                _KIND_NUMBERS[block.kind],
                bisect_right(_LENGTHS, size),
                bisect_right(_SHARES, block.link_chars / length),
                _ENDS.get(text[-1:], 0),
                min(count, 6) if count < 10 else 7,
                min(len(_COMMA.findall(text)), 7),
                bisect_right((0.01, 0.5, 0.9), block.strong_chars / length),
                _capitals(text, lower) if short else 0,
                bisect_right((0.001, 0.05, 0.15, 0.3), len(_DIGIT.findall(text)) / length) if short else 0,
                (1 + (size > 60)) if short and _CLOCK.search(lower) else 0,
                (1 + short) if size < 700 and _RIGHTS.search(lower or text.lower()) else 0,
                interface,
                under,
                min(items, 6),
                min(counts[text], 3),
                _start(text),
                int(12 * before / all_size),
                _same_title(squeezed[number], titles),
                bisect_right(DISTANCES, number - title_at) if title_at >= 0 else 17,
                _known(squeezed[number], facts.known_body),
                min(len(block.links), 4),
                int(
                    bool(facts.description)
                    and len(squeezed[number]) > 20
                    and squeezed[number][:60] in facts.description
                ),
                page_good,
                *place_rows[block.place.number],
            ]
        )
        before += size
        if block.kind is LineKind.HEADING:
            under = 1 + min(interface, 1)
    return rows


def _place_rows(blocks: Sequence[Block], places: Sequence[Place], sums: Tally) -> list[list[int]]:
    """Describe every place that holds a block directly; the row is shared by its blocks."""
    all_size, all_good = max(1, sums.size[0] if places else 1), max(1.0, sums.good[0] if places else 1.0)
    own = [hints_of(p.tag, p.names, p.role) if sums.size[p.number] < 0.85 * all_size else 0 for p in places]
    near, far = _spread(places, own)
    steps_half = steps_to(places, container(places, sums.good, 0.5))
    steps_wide = steps_to(places, container(places, sums.good, 0.85))
    holding = {b.place.number for b in blocks}
    rows: list[list[int]] = []
    for place in places:
        if place.number not in holding:
            rows.append([])
            continue
        parent = place.parent or place
        box = parent if place.tag in ("p", "li") else place
        grand = parent.parent or parent
        rows.append(
            [
                _TAG_NUMBERS.get(place.tag, 0),
                int(place.hidden),
                bisect_right(TENTHS, sums.good[box.number] / all_good),
                bisect_right(TENTHS, sums.good[grand.number] / all_good),
                bisect_right(_SHARES, _share(sums, parent)),
                bisect_right(_SHARES, _share(sums, grand)),
                bisect_right(COUNTS, sums.blocks[parent.number]),
                steps_half[place.number],
                steps_wide[place.number],
                min(place.depth // 3, 9),
                *[1 if near[place.number] & bit else 0 for bit in _NEAR_BITS],
                *[1 if far[place.number] & bit else 0 for bit in _FAR_BITS],
            ]
        )
    return rows


def _share(sums: Tally, place: Place) -> float:
    return sums.links[place.number] / max(1, sums.size[place.number])


def _spread(places: Sequence[Place], own: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return for each place the hints of itself and its two parents, and those of everything further out."""
    near, outer = list(own), [0] * len(places)
    far = [0] * len(places)
    for place in places:
        parent = place.parent
        if parent is None:
            continue
        outer[place.number] = outer[parent.number] | own[parent.number]
        near[place.number] |= own[parent.number]
        grand = parent.parent
        if grand is not None:
            near[place.number] |= own[grand.number]
            far[place.number] = outer[grand.number]
    return near, far


def container(places: Sequence[Place], worth: Sequence[float], share: float) -> int:
    """Return the number of the innermost place that holds at least this share of all worth; -1 where there is none."""
    if not places or worth[0] <= 0:
        return -1
    need = worth[0] * share
    best = 0
    for place in places:
        if worth[place.number] >= need and place.depth >= places[best].depth:
            best = place.number
    return best


def steps_to(places: Sequence[Place], target: int) -> list[int]:
    """Return how each place lies to the target: 0 to 4 steps inside it, 5 to 9 for as many places outside it."""
    if target < 0:
        return [10] * len(places)
    inside: list[int] = []
    chain: set[int] = set()
    at: Place | None = places[target]
    while at is not None:
        chain.add(at.number)
        at = at.parent
    out: list[int] = []
    outer_depth = places[target].depth
    for place in places:
        parent = place.parent
        if place.number == target:
            inside.append(0)
        elif parent is not None and inside[parent.number] >= 0:
            inside.append(inside[parent.number] + 1)
        else:
            inside.append(-1)
        if inside[-1] >= 0:
            out.append(min(inside[-1], 4))
        elif place.number in chain or parent is None:
            out.append(5 + min(max(outer_depth - place.depth - 1, 0), 4))
        else:
            out.append(out[parent.number])
    return out


def _title_block(blocks: Sequence[Block], squeezed: Sequence[str], titles: Sequence[str]) -> int:
    """Return where the article's own headline stands; -1 where it is not on the page."""
    best, best_rank = -1, 0
    for number, block in enumerate(blocks):
        if block.kind is LineKind.HEADING or len(block.text) < 200:
            bare = squeezed[number]
            if len(bare) < 4:
                continue
            rank = 2 * (bare in titles) + 2 * (block.kind is LineKind.HEADING and block.level == 1)
            rank += block.kind is LineKind.HEADING
            if rank > best_rank:
                best, best_rank = number, rank
    return best


def _same_title(squeezed: str, titles: frozenset[str]) -> int:
    if not squeezed:
        return 0
    if squeezed in titles:
        return 2
    return int(len(squeezed) > 12 and any(squeezed in t or (t in squeezed and len(t) > 12) for t in titles))


def _known(squeezed: str, body: str) -> int:
    """Is the block in the body that JSON-LD states: 0 unknown, 1 yes, 2 begins there, 3 no, 4 too short to tell."""
    if not body:
        return 0
    if len(squeezed) < 8:
        return 4
    if squeezed in body:
        return 1
    return 2 if squeezed[:24] in body or squeezed[-24:] in body else 3


def _interface(lower: str, size: int) -> int:
    """Do words of buttons, boxes and credits stand in a short block: at its start (1 to 3 by length), within (4 to 6)?"""
    if size > 300:
        return 0
    long = 1 if size < 40 else 2 if size < 120 else 3
    words = _WORD.findall(lower)
    match = _INTERFACE_CJK.search(lower)
    if (words and words[0] in _INTERFACE_WORDS) or (match and match.start() < 4):
        return long
    return long + 3 if match or not _INTERFACE_WORDS.isdisjoint(words) else 0


def _capitals(text: str, lower: str) -> int:
    """Bin the share of capitals; scripts without them count as ordinary sentences do."""
    letters = len(_LETTER.findall(lower))
    if letters * 3 < len(text):
        return 2 if _SCRIPT.search(text) else 5
    return 1 + bisect_right((0.02, 0.15, 0.5), len(_UPPER.findall(text)) / letters)


def _start(text: str) -> int:
    first = text[:1]
    if first.isdigit():
        return 1
    if first.islower():
        return 2
    if first in "「『“\"'‘«【（(":
        return 4
    if first in "•・■●◆▼▶★☆→※*-–—|>":
        return 5
    return 3 if first.isalpha() else 0
