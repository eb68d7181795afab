"""In an archive that stands, one small edit after the other: each costs little, and the site equals a clean build.

`test_build_incremental` does anything to an archive; most of its builds find much that has changed, and plan the whole
site. Here most builds find one thing changed, and take a shorter way where there is one.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from .small_archive import TEMPLATES, SmallArchive, tree
from .test_build_incremental import MEMORY, machine_test

numbers = st.integers(0, 7)
LONG = "一文である。" * 60
words = st.sampled_from(["春の道", "海の声。続き。", "a", "雨が降る。", "*強い*言葉", LONG + "結び", LONG + "終わり"])

WORDS = ("title", "subtitle", "summary", "note", "section")
PLACES = {
    "date": ["2017", "2018-02-03", "2018-02-04", "2019-12-31T10:00+09:00", ""],
    "updated": ["2020-01-01", ""],
    "authors": ["[森]", "[林]", "[森, 林]", "[]"],
    "topics": ["[海]", "[海, 外交]", "[]"],
    "series": ["連載", "{name: 連載, number: 3}", ""],
    "source": ["{publication: 架空新聞}", "{publication: 架空日報}", ""],
    "language": ["ja", "en"],
    "status": ["published", "published", "draft", "review", "withdrawn"],
    "rights": ["full", "full", "excerpt", "citation"],
    "embargo": ["1969-01-01", "2100-01-01", ""],
    "incomplete": ["true", "false"],
    "aliases": ["[/old/1.html]", "[]"],
    "image": ["fig.png", ""],
}
"""Keys of an article that say where it stands, and values for them."""
places = st.sampled_from([(key, value) for key, values in PLACES.items() for value in values])


class Corrections(RuleBasedStateMachine):
    """A curator who looks at the site after every change."""

    @initialize(engine=st.sampled_from(["none", "builtin"]), per_page=st.sampled_from([1, 2, 3]))
    def begin(self, engine: str, per_page: int) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="rondan-law-", dir=MEMORY))
        self.archive = SmallArchive(self.home)
        self.archive.write(
            "archive.yaml",
            f"title: 試\nbase_url: https://example.org/\nsearch: {{engine: {engine}}}\n"
            f"lists: {{per_page: {per_page}}}\n",
        )
        self.archive.write("content/articles/fig.png", "one")
        self.archive.write("content/about.md", "この文庫。")
        self.articles: dict[int, dict[str, str]] = {}
        for number in range(6):
            date = f"2018-02-{number + 1:02}"
            author, body = "[森]" if number % 3 else "[林]", LONG if number % 2 else "本文。"
            front = {"title": f"題{number}", "date": date, "authors": author, "topics": "[海]"}
            self.put(number, front | {"body": body})
        self.resident = self.archive.builder("resident", drafts=True)
        self.resident.build()
        self.archive.build()

    def put(self, number: int, article: dict[str, str]) -> None:
        self.articles[number] = article
        keys = {key: value for key, value in article.items() if value and key not in ("body", "image")}
        front = "".join(f"{key}: {value}\n" for key, value in keys.items())
        picture = "![図](fig.png)\n" if article.get("image") else ""
        self.archive.replace(self.path(number), f"---\n{front}---\n\n{article['body']}\n{picture}")

    @staticmethod
    def path(number: int) -> str:
        return f"content/articles/a{number}.md"

    def build(self, *changed: str) -> None:
        """In a new process, and in the preview's, which is told of it."""
        assert self.archive.build().published
        self.resident.build(changed)

    def teardown(self) -> None:
        if hasattr(self, "home"):
            self.compare()
            shutil.rmtree(self.home)

    @rule()
    def compare(self) -> None:
        self.resident.build()  # the index follows
        self.archive.clean()
        self.archive.clean("drafts", drafts=True)
        assert tree(self.home / "site") == tree(self.home / "clean")
        assert tree(self.home / "resident") == tree(self.home / "drafts")

    @rule(number=numbers, key=st.sampled_from([*WORDS, "body"]), text=st.one_of(st.just(""), words))
    def reword(self, number: int, key: str, text: str) -> None:
        if number in self.articles:
            self.put(number, self.articles[number] | {key: text if key == "body" else f'"{text or "無題"}"'})
            self.build(self.path(number))

    @rule(some=st.sets(numbers, min_size=2, max_size=3), key=st.sampled_from(["title", "body"]), text=words)
    def reword_some(self, some: set[int], key: str, text: str) -> None:
        there = some & self.articles.keys()
        for number in there:
            self.put(number, self.articles[number] | {key: text if key == "body" else f'"{text}{number}"'})
        self.build(*map(self.path, there))

    @rule(number=numbers, place=places, text=st.one_of(st.none(), words))
    def place(self, number: int, place: tuple[str, str], text: str | None) -> None:
        """Puts an article elsewhere, and perhaps rewords it, too."""
        if number in self.articles:
            more = {"title": f'"{text}"'} if text else {}
            self.put(number, self.articles[number] | dict([place]) | more)
            self.build(self.path(number))

    @rule(number=numbers)
    def add_or_remove(self, number: int) -> None:
        if number in self.articles:
            del self.articles[number]
            (self.home / self.path(number)).unlink()
        else:
            self.put(number, {"title": f"題{number}", "date": "2018-02-03", "authors": "[森]", "body": LONG})
        self.build(self.path(number))

    @rule(number=numbers, other=numbers, text=words)
    def swap_files(self, number: int, other: int, text: str) -> None:
        """Two articles change places, each keeping its address, and one is reworded thereafter."""
        if number == other or not {number, other} <= self.articles.keys():
            return
        one, two = self.articles[number], self.articles[other]
        names = one.get("id", f"a{number}"), two.get("id", f"a{other}")
        self.put(number, two | {"id": names[1]})
        self.put(other, one | {"id": names[0]})
        self.build(self.path(number), self.path(other))
        self.reword(number, "body", text)

    @rule(
        stem=st.sampled_from(["hayashi", "mori"]), name=st.sampled_from(["森", "林"]), reading=st.sampled_from("もは")
    )
    def know_author(self, stem: str, name: str, reading: str) -> None:
        other = self.home / f"content/authors/{'mori' if stem == 'hayashi' else 'hayashi'}.yaml"
        other.unlink(missing_ok=True)
        self.archive.write(f"content/authors/{stem}.yaml", f"name: {name}\nreading: {reading!r}\n")
        self.build(f"content/authors/{stem}.yaml", other.relative_to(self.home).as_posix())

    @rule(name=st.sampled_from(sorted(TEMPLATES)), mark=st.sampled_from(["", "一", "二"]))
    def edit_template(self, name: str, mark: str) -> None:
        self.archive.write(f"templates/{name}", TEMPLATES[name] + mark)
        self.build(f"templates/{name}")

    @rule(text=st.sampled_from(["p { color: red }", "p { color: blue }"]))
    def edit_style(self, text: str) -> None:
        self.archive.write("templates/static/site.css", text)
        self.build("templates/static/site.css")


TestCorrections1, TestCorrections2 = (machine_test(Corrections, part, share=4) for part in (1, 2))
