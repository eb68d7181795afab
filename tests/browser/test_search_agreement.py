"""The browser's engine answers what the reference in Python answers: articles, order, positions, snippets."""

from __future__ import annotations

import base64
import json
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.search.meta import facets_bytes
from builder.search.reader import Index
from builder.search.stem import stem
from builder.text.fold import fold, fold_with_offsets

from ..invented_corpus import articles
from ..search_index import files, many_authors
from .agreement import differences, random_queries, utf16, write_probe
from .conftest import Watched

pytestmark = pytest.mark.browser

ALL = articles(120, seed=5)
ENDINGS = """s es ed ing ly ness ful ation ational ize izer ization ous ive able ment ies ied al er ogy ogist y e ll"""
ROOTS = """run hop hope happ generous commun nation relat conflat triplic vie sk new ug rat fall box crea gener"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agreement")
    write_probe(files(ALL, folder / "cache"), folder)
    return folder


@pytest.fixture
def page(built: Path, host: Callable[[Path, str], str], open_page: Watched) -> Page:
    opened = open_page()
    opened.goto(host(built, "/") + "probe.html")
    return opened


def test_both_engines_answer_alike(built: Path, page: Page) -> None:
    """``python -m bench.search`` asks 2,000 on a larger archive."""
    index = Index(lambda route: (built / route).read_bytes())
    asked = random_queries([f"{one.title} {one.text}" for one in ALL], 400)
    assert list(differences(page, index, asked)) == []


def test_both_fold_alike(page: Page) -> None:
    chance = random.Random(3)
    signs = "aÀßIİΣſﬁǅ0９①²㍿㌔ｶﾞﾊﾟー－・･ 　\t\u00a0\ufeff、。．!！-—'’“「」國国髙ヶヵ"
    signs += "\u00ad\u200b\u200d\ufe0f\U000e0100々〆〇ゝヾ𠮷🍣éèか\u3099ハ\u309a\u0301가각\u1112한ไทยабвй"
    texts = ["".join(chance.choices(signs, k=chance.randrange(1, 12))) for _ in range(3000)]
    texts += ["".join(chance.choices("0０1,，ヴ・a\u200b", k=chance.randrange(4, 12))) for _ in range(2000)]
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


def test_an_article_there_is_not_is_no_result(built: Path, page: Page) -> None:
    """A damaged file may tell of one; the page then says that the search has failed, rather than show nonsense."""
    script = """async () => {
      const store = await new globalThis.probe.Store("").open(globalThis.rondanIndex);
      store.code = async () => [(store.numbers.at(-1) + 1) * 2 ** 24 + 2048];
      return globalThis.probe.search(store, "港町").then(() => "answered", (error) => error.message);
    }"""
    assert "no article" in page.evaluate(script)


def test_both_read_the_same_filters(page: Page) -> None:
    facets = many_authors()
    script = """async (data) => {
      const store = new globalThis.probe.Store("");
      store.size = 3;
      store.whole = async () => Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      return store.facets();
    }"""
    found = page.evaluate(script, base64.b64encode(facets_bytes(facets)).decode())
    assert found == json.loads(json.dumps({"names": facets.names, "columns": facets.columns}))
