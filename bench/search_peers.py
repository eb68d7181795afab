"""MiniSearch with bigrams, the best of the engines that load their whole index: a site made for the bench alone."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

VERSION = "7.2.0"

_TOKENS = """const tokenize = (text) => {
  const out = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(/[a-z0-9]+|[ぁ-ヿ一-鿿々ー]+/g)) {
    if (/^[a-z0-9]/.test(run)) out.push(run);
    else if (run.length === 1) out.push(run);
    else for (let k = 0; k + 1 < run.length; k++) out.push(run.slice(k, k + 2));
  }
  return out;
};
const OPTIONS = {
  fields: ["title", "body", "author"], storeFields: ["id", "title"], tokenize, processTerm: (term) => term,
  searchOptions: { boost: { title: 3 }, combineWith: "AND", tokenize,
    prefix: (term) => /^[a-z]/.test(term), fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false) } };
"""
_BUILD = """const MiniSearch = require("minisearch"), fs = require("fs");
%s
const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(fs.readFileSync(process.argv[2], "utf-8")));
fs.writeFileSync(process.argv[3], JSON.stringify(index));
"""
_PAGE = """<!doctype html><html lang="ja"><meta charset="utf-8"><title>MiniSearch</title>
<form><input type="search" name="q"></form><ol id="results" aria-busy="false"></ol>
<script defer src="minisearch.js"></script><script defer src="page.js"></script>
"""
_SCRIPT = """%s
const list = document.getElementById("results"), box = document.querySelector("[name=q]");
const ready = fetch("index.json").then((r) => r.text()).then((text) => MiniSearch.loadJSON(text, OPTIONS));
let ticket = 0;
box.addEventListener("input", async () => {
  const mine = ++ticket;
  list.setAttribute("aria-busy", "true");
  const found = (await ready).search(box.value);
  if (mine !== ticket) return;
  list.innerHTML = found.slice(0, 10).map(({ id }) => `<li><a href="../articles/${id}/">${id}</a></li>`).join("");
  list.setAttribute("aria-busy", "false");
});
box.value = new URLSearchParams(location.search).get("q") ?? "";
if (box.value) box.dispatchEvent(new InputEvent("input"));
"""


def minisearch(articles: Sequence[dict[str, Any]], folder: Path) -> Path:
    """Installs MiniSearch below ``folder`` with npm, and makes its site there."""
    site, tools = folder / "minisearch", folder / "npm"
    (site / "search").mkdir(parents=True)
    tools.mkdir()
    subprocess.run(["npm", "install", "--silent", "--prefix", tools, f"minisearch@{VERSION}"], check=True)
    (tools / "build.js").write_text(_BUILD % _TOKENS, encoding="utf-8")
    (tools / "articles.json").write_text(json.dumps(articles, ensure_ascii=False), encoding="utf-8")
    subprocess.run(["node", "build.js", "articles.json", site / "search" / "index.json"], cwd=tools, check=True)
    umd = tools / "node_modules" / "minisearch" / "dist" / "umd" / "index.js"
    (site / "search" / "minisearch.js").write_bytes(umd.read_bytes())
    (site / "search" / "index.html").write_text(_PAGE, encoding="utf-8")
    (site / "search" / "page.js").write_text(_SCRIPT % _TOKENS, encoding="utf-8")
    return site
