"""Every line of a page is either in the article or claimed by a rule: the body is what no rule claims, in its order.

Only control characters stay behind in the lines.
"""

from __future__ import annotations

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.cleaning.furniture import Furniture, fingerprint
from builder.ingest.cleaning.rules import Match, Rule, Takes
from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction
from builder.ingest.formats.markdown import join
from builder.text.controls import without_controls

PROSE = [
    f"{n}日目の朝、港の時計番は霧の中で{word}を数え、いつもの手帳に静かに書きつけてから坂を下りていった。"
    for n, word in enumerate(("船", "鐘", "灯り", "足音", "波", "荷"), 2)
]
ENGLISH = [
    f"On day {n} the keeper counted the {word} through the fog, wrote the number down, and went home by the lower road."
    for n, word in enumerate(("ships", "bells"), 2)
]
AROUND = [
    "港の夜", "2017年3月24日 21時30分", "文：水野遥", "広告", "関連記事", "・駅前の猫、十年の記録", "人気ランキング",
    "Skip to main content", "  • Opinion", "By Ada Brandt", "March 3, 2019", "Read more: the tide",
    "続きを読む", "※当記事は港日報からの転載です", "（1/2ページ）", "Ⓒ 港日報",
    "この欄へのお便りを編集室でお待ちしています。",
]  # fmt: skip
LINES = st.lists(st.sampled_from([*PROSE, *ENGLISH]) | st.sampled_from(AROUND) | st.text(max_size=40), max_size=30).map(
    lambda lines: [" ".join(line.split()) for line in lines]
)
OWN = (
    Rule("minato/letters", "test", Takes.LINE, Match(contains=("お便り",))),
    Rule("minato/bells", "test", Takes.LINE, Match(contains=("鐘",))),
    Rule("minato/steps", "test", Takes.NOTHING, Match(contains=("足音",))),
)
KNOWN = Furniture(9, {fingerprint(line): 9 for line in (*AROUND[-2:], PROSE[-1])})
RULES, FURNITURE = st.sampled_from([(), OWN]), st.sampled_from([None, KNOWN])


def assert_partition(found: Extraction) -> None:
    claimed = {claim.line for claim in found.claims}
    assert claimed <= {line.number for line in found.lines}
    assert found.body == without_controls(join([line for line in found.lines if line.number not in claimed]))


@given(LINES, RULES, FURNITURE)
def test_of_a_dump(lines: list[str], rules: tuple[Rule, ...], furniture: Furniture | None) -> None:
    text = "\n\n".join(lines)
    found = extract(text.encode("utf-8", "replace"), "a.txt", rules=rules, furniture=furniture)
    if found.raw.media_type != "text/plain" or not found.lines:
        return
    assert [line.number for line in found.lines] == [
        n for n, line in enumerate(found.raw.text.split("\n"), 1) if line.strip()
    ]
    assert_partition(found)


@given(LINES, RULES, FURNITURE)
def test_of_a_page(lines: list[str], rules: tuple[Rule, ...], furniture: Furniture | None) -> None:
    blocks = "".join(f"<p>{escape(line)}</p>" if len(line) > 12 else f"<div>{escape(line)}</div>" for line in lines)
    page = f"<!doctype html><html lang=ja><title>港の夜</title><body><main><h1>港の夜</h1>{blocks}</main></body></html>"
    found = extract(page.encode("utf-8", "replace"), "a.html", rules=rules, furniture=furniture)
    if found.verdict == "not-an-article: binary":  # control characters in so little are no page
        assert any(char < " " and char not in "\t\n\r" for char in page)
        return
    shown = "".join("".join(line.text.split()) for line in found.lines)
    assert all("".join(line.split()) in shown for line in lines if line in (*PROSE, *ENGLISH, *AROUND))
    assert_partition(found)
