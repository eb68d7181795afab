"""Both engines asked the same: what the reference in Python answers is laid beside what the browser's engine does."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import starmap
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from builder.search import bundle, snippet
from builder.search.match import occurrences
from builder.search.query import Mode, search
from builder.search.reader import Index

_PROBE = {
    "engine.js": "globalThis.probe = { Store, search, fold, foldWithOffsets, stem };",
    "results.js": "Object.assign(globalThis.probe, { snippet, bestFragment });",
}
"""Modules, and what is asked of each."""
_PAGE = """<!doctype html><html lang="ja" data-root=""><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="search/meta.js"></script><script src="probe.js"></script>
"""
_ANSWER = """async (queries) => {
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
_CHANGES: list[Callable[[str], str]] = [
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
_EDGES = ["", "-", "「」", "ー", "コンピューター", "サーバー", "gov", "data.gov", "ＮＡＴＯ", "rehabilitatino"]
_EDGES += [
    "バイオリン",
    "ヴァイオリン",
    "ばいおりん",
    "一九八〇年",
    "1980年",
    "昭和五十五年",
    "千百十年",
    "申し込み",
    "2010年",
]
_EDGES += [
    "ELECTIONS",
    "RUNNING FERRIES",
    "ＬＩＢＲＡＲＹ",
    "CAFE -DATA",
    "RUNNING FERRIES -ELECTION",
    "一九八〇年三月五日",
    "2010年3月",
    "userfriendly",
    "theyve",
    "水野遥",
    "水野 遥",
    "Mizuno Haruka",
    "としょかん",
    "さくらのきのしたのとしょかん",
    "サクラノ",
    "2019ねんノセンキョ",
]
_EDGES += ["年", "𠮷", "elec-tions", "𠮷\U000e0100野", "日\u200b本", "図書館" + " " * 300 + "齉"]
_LENGTHS = [1, 2, 2, 3, 4, 6, 9, 14, 25]
_AT_ONCE = 50


def write_probe(files: Mapping[str, bytes], folder: Path) -> None:
    """The files of an index in ``folder``, with a page, ``probe.html``, that gives its engine to whoever evaluates."""
    for route, data in files.items():
        (folder / route).parent.mkdir(parents=True, exist_ok=True)
        (folder / route).write_bytes(data)
    (folder / "probe.js").write_text("".join(starmap(bundle.joined, _PROBE.items())), encoding="utf-8")
    (folder / "probe.html").write_text(_PAGE, encoding="utf-8")


def random_queries(texts: Sequence[str], count: int, seed: int = 9) -> list[str]:
    """Edge cases, then parts of texts, changed as people change them."""
    chance = random.Random(seed)
    made = list(_EDGES)
    while len(made) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        made.append(chance.choice(_CHANGES)(text[start : start + chance.choice(_LENGTHS)]))
    return made


def differences(page: Page, index: Index, queries: Sequence[str]) -> Iterator[tuple[str, str, Any, Any]]:
    """(query, of what, the reference's, the browser's) wherever the two differ; ``page`` shows probe.html."""
    for start in range(0, len(queries), _AT_ONCE):
        part = queries[start : start + _AT_ONCE]
        for query, found in zip(part, page.evaluate(_ANSWER, part), strict=True):
            for key, wanted in reference(index, query).items():
                if found[key] != wanted:
                    yield query, key, wanted, found[key]


def utf16(text: str, at: int) -> int:
    """An index into a text as the browser counts."""
    return len(text[:at].encode("utf-16-le")) // 2


def reference(index: Index, query: str) -> dict[str, Any]:
    """What the reference finds, in the browser's terms."""
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
