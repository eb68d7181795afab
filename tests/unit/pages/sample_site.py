"""A whole small archive in a folder, with everything that is hard to set or dangerous to show, and its site."""

from __future__ import annotations

from pathlib import Path

from builder import config
from builder.publish.build import build
from builder.publish.report import BuildOptions

LONG = """一つの段落に「かぎ」と（かっこ）、それに句読点。を、混ぜておく。軍事
強化という語は行をまたいでも空きなく続く。これは**「強調」**である。
{北方領土|ほっぽうりょうど}と{東京|とう|きょう}の読み。日露2プラス2とNATO。『引用』──ダッシュ……三点。

"""
HOSTILE = '</script><img src=x onerror="alert(1)">「<b>題</b>」{{ 7 * 7 }}'

ARTICLES = {
    "walk-1": """title: 線路の終わり
subtitle: 駅のある町で
language: ja
date: 2013-04-06T06:00+09:00
authors: [{name: 水野遥, role: 研究者, profile: 終着駅を歩く。}]
topics: [交通, 海]
series: {name: 終着駅から, number: 1}
section: 地域
source: {publication: 汐見新報, url: "http://shiomi.example/%E5%9C%B0%E5%9F%9F/1?a=b&c=d", retrieved: 2025-11-30}
also_in:
  - {publication: 週刊汀, url: "https://migiwa.example/1", date: 2013-05}
  - {url: "https://a.example/%E6%B8%AF"}
  - 単行本
  - {date: 2014}
aliases: [/old/walk.html]
---
# 一
"""
    + LONG * 3
    + "## 二\n\n"
    + LONG
    + "## 三\n\n- 箇条\n- 書き\n\n> 引用の段落。\n\n1. 番号\n\n## 四\n\n"
    + "注がある[^1]。\n\n| 名 | 値 |\n|:--|--:|\n| 甲 | 1 |\n\n*傍点*と`code`。\n\n[^1]: 注の本文。\n",
    "walk-2": """title: 次の駅
date: 2013-06-01
authors: [{name: 水野 遥}]
topics: [交通]
series: {name: 終着駅から, number: 3}
source: {publication: 汐見新報}
---
本文。
""",
    "english": """title: The courtesy of fog
date: 2016-03-04
language: en
authors: [Helen Marchbank]
topics: [海]
source: {publication: The Lanternside Weekly}
---
On the third morning of fog the ferry company put a man at the end of the pier with a bell.
""",
    "hostile": f"""title: '{HOSTILE}'
date: 2020-01-01
authors: ['"><script>alert(2)</script>', 'CON', '../../up']
topics: ['C++/CLI & <x>', '{HOSTILE}']
series: {{name: '{HOSTILE}', number: 1}}
source: {{publication: 'A&B<>"', url: 'javascript:alert(3)'}}
note: '<script>alert(4)</script>'
also_in:
  - {{publication: '<script>alert(8)</script>', url: 'javascript:alert(9)'}}
  - {{url: 'https://a.example/"><script>alert(10)</script>'}}
---
<script>alert(5)</script> [x](javascript:alert(6)) <img src=x onerror=alert(7)>
""",
    "excerpt": """title: 冒頭だけ
date: 2021-02
authors: [無名の人]
rights: excerpt
summary: 見せてよい冒頭。
source: {publication: 汐見新報, url: https://shiomi.example/2}
---
秘密の本文。
""",
    "cited": """title: 書誌だけ
date: 2021
authors: [無名の人]
rights: citation
---
秘密の本文。
""",
    "gone": "title: 取り下げた題\ndate: 2022-01-01\nstatus: withdrawn\nnote: 公開を終えました。\n---\n秘密の本文。\n",
    "part": """title: 後半だけ
date: 2017-03-24T21:30+09:00
authors: [山田太郎, {name: 沢村実, role: 共訳}]
part: 2
incomplete: true
---
後半の本文。
""",
    "undated": "title: 日付なし\n---\n本文。\n",
}
AUTHOR = """name: 水野遥
reading: みずのはるか
romaji: Mizuno Haruka
variants: [水野はるか]
profile: 地域交通の研究者。
links: [{title: 手帳, url: https://mizuno.example/}]
"""


def build_site(folder: Path, language: str = "ja", base_url: str = "", search: str = "none") -> Path:
    """Writes the archive into ``folder`` and builds it; the site's folder."""
    content = folder / "content"
    for kind in ("articles", "authors"):
        (content / kind).mkdir(parents=True)
    lists = "lists: {per_page: 2, feed_entries: 5}\n"
    rights = "rights: {statement: 無断転載を禁じます。}\ncurator: {name: 編者, email: henja@rondan.example}\n"
    settings = f"title: 試みの論壇\ndescription: 試みの説明。\nlanguage: {language}\nbase_url: '{base_url}'\n"
    (folder / "archive.yaml").write_text(settings + rights + lists, encoding="utf-8")
    (content / "about.md").write_text("## 趣旨\n\n集めた理由。\n", encoding="utf-8")
    (content / "authors" / "mizuno.yaml").write_text(AUTHOR, encoding="utf-8")
    for name, text in ARTICLES.items():
        (content / "articles" / f"{name}.md").write_text(f"---\n{text}", encoding="utf-8")
    return rebuild(folder, search)


def rebuild(folder: Path, search: str = "none") -> Path:
    """Builds the archive in ``folder`` as it now is; the site's folder."""
    report = build(folder, config.load(folder), BuildOptions(jobs=1, search=search, out=folder / "site"))
    assert report.published, report.diagnostics
    return folder / "site"
