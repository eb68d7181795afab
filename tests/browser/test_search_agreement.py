"""The browser's engine answers what the reference in Python answers: articles, order, positions, snippets."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.search import bundle, snippet
from builder.search.match import occurrences
from builder.search.query import Mode, search
from builder.search.reader import Index
from builder.search.stem import stem
from builder.text.fold import fold, fold_with_offsets

from ..invented_corpus import articles
from ..search_index import files
from .conftest import Watched

pytestmark = pytest.mark.browser

ALL = articles(120, seed=5)
PROBE = "globalThis.probe = { Store, search, fold, foldWithOffsets, snippet, bestFragment, stem };"
PAGE = """<!doctype html><html lang="ja" data-root=""><link rel="icon" href="data:,">
<script src="search/meta.js"></script><script src="probe.js"></script>
"""
ANSWER = """async (queries) => {
  const { Store, search, snippet, bestFragment } = globalThis.probe;
  const store = (globalThis.store ??= await new Store("").open(globalThis.rondanIndex));
  return Promise.all(queries.map(async (query) => {
    const { mode, hits, words, places } = await search(store, query);
    const shown = await Promise.all(hits.slice(0, 3).map(async ([number]) => {
      const fragment = bestFragment(places, number), found = await store.fragment(number, fragment);
      const { text, marks, cut } = snippet(found.text, words);
      return [fragment, found.id, text, marks, cut];
    }));
    const positions = places.map((word) => hits.slice(0, 20).map(([number]) => word.get(number) ?? []));
    return { mode, hits, words: words.map((word) => word.text), shown, positions };
  }));
}"""


ENDINGS = """s es ed ing ly ness ful ation ational ize izer ization ous ive able ment ies ied al er ogy ogist y e ll"""
ROOTS = """run hop hope happ generous commun nation relat conflat triplic vie sk new ug rat fall box crea gener"""
CHANGES: list[Callable[[str], str]] = [
    str,
    str,
    str,
    str.upper,
    lambda part: f"「{part}」",
    lambda part: f'"{part}"',
    lambda part: part[:2] + part[3:],
    lambda part: part + " 図書館",
    lambda part: part + " -港",
    lambda part: "-" + part,
    lambda part: part + "ー",
    lambda part: part.replace("は", " "),
    lambda part: part[::-1],
]
"""What people do to what they have read before they type it."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agreement")
    for route, data in files(ALL, folder / "cache").items():
        (folder / route).parent.mkdir(parents=True, exist_ok=True)
        (folder / route).write_bytes(data)
    (folder / "probe.js").write_text(bundle.joined("results.js", PROBE), encoding="utf-8")
    (folder / "probe.html").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def page(built: Path, host: Callable[[Path, str], str], open_page: Watched) -> Page:
    opened = open_page()
    opened.goto(host(built, "/") + "probe.html")
    return opened


def queries(count: int) -> list[str]:
    """Parts of texts, changed as people change them."""
    chance = random.Random(9)
    made = [
        "",
        "-",
        "「」",
        "ー",
        "コンピューター",
        "サーバー",
        "gov",
        "data.gov",
        "ＮＡＴＯ",
        "rehabilitatino",
        "年",
        "𠮷",
    ]
    while len(made) < count:
        text = chance.choice(ALL).title + " " + chance.choice(ALL).text
        start = chance.randrange(len(text))
        part = text[start : start + chance.choice([1, 2, 2, 3, 4, 6, 9, 14, 25])]
        made.append(chance.choice(CHANGES)(part))
    return made


def utf16(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le")) // 2


def reference(index: Index, query: str) -> dict[str, Any]:
    answer = search(index, query)
    found: dict[str, Any] = {
        "mode": answer.mode.value,
        "hits": [list(hit) for hit in answer.hits],
        "words": [word.text for word in answer.words],
    }
    if answer.mode in (Mode.ALL, Mode.ROW):
        places = [occurrences(index, word) for word in answer.words]
        found["positions"] = [[word.get(number, []) for number, _ in answer.hits[:20]] for word in places]
        found["shown"] = []
        for number, _ in answer.hits[:3]:
            which = snippet.best_fragment(places, number)
            fragment = index.fragment(number, which)
            cut = snippet.snippet(fragment.text, answer.words)
            marks = [[utf16(cut.text, start), utf16(cut.text, end)] for start, end in cut.marks]
            found["shown"].append([which, fragment.id, cut.text, marks, list(cut.cut)])
    return found


def test_both_engines_answer_alike(built: Path, page: Page) -> None:
    index = Index(lambda route: (built / route).read_bytes())
    asked = queries(400)
    for start in range(0, len(asked), 50):
        part = asked[start : start + 50]
        for query, found in zip(part, page.evaluate(ANSWER, part), strict=True):
            wanted = reference(index, query)
            if wanted["mode"] in (Mode.BEST, Mode.NOTHING):
                wanted.pop("words")  # the browser gives the parts it looked for, to mark them
            assert {key: found[key] for key in wanted} == wanted, query


def test_both_fold_alike(page: Page) -> None:
    chance = random.Random(3)
    signs = "aÀßIİΣſﬁǅ0９①²㍿㌔ｶﾞﾊﾟー－・･ 　\t\u00a0\ufeff、。．!！-—'’“「」國国髙ヶヵ"
    signs += "々〆〇ゝヾ𠮷🍣éèか\u3099ハ\u309a\u0301가각\u1112한ไทยабвй"
    texts = ["".join(chance.choices(signs, k=chance.randrange(1, 12))) for _ in range(3000)]
    texts += [
        chr(code) for code in range(1, 0x3400) if unicodedata.category(chr(code)) != "Cn"
    ]  # browsers know newer ones
    wanted = []
    for text in texts:
        folded = fold_with_offsets(text)
        assert folded.text == fold(text)
        wanted.append(
            [folded.text, [[utf16(text, a), utf16(text, b)] for a, b in zip(folded.starts, folded.ends, strict=True)]]
        )
    script = """(texts) => texts.map((text) => {
      const { text: folded, starts, ends } = globalThis.probe.foldWithOffsets(text), spots = [];
      for (let k = 0; k < folded.length; k += folded.codePointAt(k) > 0xffff ? 2 : 1) spots.push([starts[k], ends[k]]);
      return [folded, spots];
    })"""
    for text, here, there in zip(texts, wanted, page.evaluate(script, texts), strict=True):
        assert here == there, [hex(ord(sign)) for sign in text]


def test_both_stem_alike(page: Page) -> None:
    words = [root + ending for root in ROOTS.split() for ending in ["", *ENDINGS.split()]]
    assert page.evaluate("(words) => words.map(globalThis.probe.stem)", words) == [stem(word) for word in words]
