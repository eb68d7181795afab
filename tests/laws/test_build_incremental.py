"""After any sequence of edits, an incremental build equals a clean one, byte for byte."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from builder.diagnostics import ArchiveError
from builder.publish.moment import EPOCH
from builder.publish.output import MANIFEST

from .small_archive import PICTURES, TEMPLATES, SmallArchive, tree

SEQUENCES = int(os.environ.get("RONDAN_SEQUENCES", "300"))

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""A file system in memory, where there is one: the law asks nothing of a disk."""

numbers = st.integers(0, 5)
days = st.integers(0, 3)
names = st.sampled_from(["森", "林 太郎", "林太郎", "Ann Lee", "水野"])
topics = st.sampled_from(["外交", "海", "diplomacy", "Sea"])
words = st.sampled_from(["春の道", "海の声。続き。", "a: b", "x", "雨", "*強い*言葉", "# 見出し", "![図](fig.png)"])

openings = st.sampled_from(["", "一文である。" * 60 + "\n\n"])
"""Behind the longer one no edit shows in a list: it takes the quick way."""


class Edits(RuleBasedStateMachine):
    """A curator at work."""

    @initialize(engine=st.sampled_from(["none", "none", "builtin"]))
    def begin(self, engine: str) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="rondan-law-", dir=MEMORY))
        self.archive = SmallArchive(self.home)
        self.archive.write("archive.yaml", f"title: 試\nsearch: {{engine: {engine}}}\n")
        self.resident = self.archive.builder()
        self.seen = self.archive.inputs()
        self.spoiled = False
        self.another_day(0)

    def teardown(self) -> None:
        if hasattr(self, "home"):
            self.compare()
            self.repair()
            self.compare()
            shutil.rmtree(self.home)
        os.environ.pop(EPOCH, None)

    @rule(day=days)
    def another_day(self, day: int) -> None:
        os.environ[EPOCH] = str(day * 86_400)

    def compare(self) -> None:
        incremental = self.archive.outcome()
        clean = self.archive.clean()
        assert incremental == clean
        if clean[0]:
            assert tree(self.home / "site") == tree(self.home / "clean")
        again = self.archive.outcome()
        assert again == incremental

    @rule(look=st.booleans(), hint=st.booleans())
    def preview(self, look: bool, hint: bool) -> None:
        """As ``serve`` does it: one builder for long, told what was saved."""
        before, self.seen = self.seen, self.archive.inputs()
        changed = {path for path, _ in before.items() ^ self.seen.items()}
        if "archive.yaml" in changed:
            self.resident, hint = self.archive.builder(), False
        hint, self.spoiled = hint and not self.spoiled, False  # what nobody was told of, only a full look can find
        try:
            report = self.resident.build(changed if hint else None)
        except ArchiveError:
            return
        if look and self.archive.clean()[0]:
            assert report.published
            site, clean = tree(self.home / "site"), tree(self.home / "clean")
            if hint:  # the index follows with the next look at everything
                site, clean = ({k: v for k, v in t.items() if k[:6] != "search"} for t in (site, clean))
                del site[MANIFEST], clean[MANIFEST]
            assert site == clean

    @rule(
        number=numbers,
        title=words,
        opening=openings,
        body=words,
        author=names,
        others=st.lists(names, max_size=1),
        topic=st.lists(topics, max_size=2),
        date=st.sampled_from(["2017", "2018-02-03", "2018-02-04", "2019-12-31T10:00+09:00"]),
        status=st.sampled_from(["published"] * 6 + ["draft", "review", "withdrawn"]),
        rights=st.sampled_from(["full"] * 5 + ["excerpt", "citation"]),
        embargo=st.sampled_from([None] * 4 + ["1970-01-01", "1970-01-02", "1970-01-03T12:00Z"]),
        series=st.sampled_from([None, None, "連載"]),
    )
    def write_article(
        self, number: int, title: str, opening: str, body: str, author: str, others: list[str], topic: list[str],
        date: str, status: str, rights: str, embargo: str | None, series: str | None,
    ) -> None:  # fmt: skip
        authors = str([author, *others])
        keys = {"title": title, "date": date, "status": status, "rights": rights}
        keys |= {key: value for key, value in (("series", series), ("embargo", embargo)) if value}
        front = "".join(f'{key}: "{value}"\n' for key, value in keys.items())
        front += f"authors: {authors}\ntopics: {topic}\n"
        self.archive.write(f"content/articles/2020/a{number}.md", f"---\n{front}---\n\n{opening}{body}\n")

    @rule(number=numbers, opening=openings, body=words)
    def edit_body(self, number: int, opening: str, body: str) -> None:
        path = self.home / f"content/articles/2020/a{number}.md"
        if path.exists():
            front = path.read_text(encoding="utf-8").split("---\n\n")[0]
            self.archive.replace(f"content/articles/2020/a{number}.md", f"{front}---\n\n{opening}{body}\n")

    @rule(number=numbers, key=st.sampled_from(["title", "subtitle", "summary", "note", "section"]), text=words)
    def reword(self, number: int, key: str, text: str) -> None:
        """Changes what lists show of an article, and nothing that decides where it stands."""
        path = self.home / f"content/articles/2020/a{number}.md"
        if path.exists():
            lines = path.read_text(encoding="utf-8").split("\n")
            front = [line for line in lines if not line.startswith(f"{key}: ")]
            front[1:1] = [f'{key}: "{text}"']
            self.archive.replace(f"content/articles/2020/a{number}.md", "\n".join(front))

    @rule(number=numbers)
    def move_article(self, number: int) -> None:
        """To another folder and back; its address stays."""
        here, there = (self.home / f"content/articles/{folder}/a{number}.md" for folder in ("2020", "2021"))
        if here.exists() and not there.exists():
            there.parent.mkdir(exist_ok=True)
            here.rename(there)
        elif there.exists() and not here.exists():
            there.rename(here)

    @rule(number=numbers, other=numbers)
    def rename_article(self, number: int, other: int) -> None:
        path = self.home / f"content/articles/2020/a{number}.md"
        if path.exists():
            path.rename(self.home / f"content/articles/2020/a{other}.md")

    @rule(number=numbers)
    def delete_article(self, number: int) -> None:
        (self.home / f"content/articles/2020/a{number}.md").unlink(missing_ok=True)

    @rule(number=numbers, alias=st.sampled_from(["/old/1.html", "/articles/a1/", "/x/"]))
    def add_alias(self, number: int, alias: str) -> None:
        path = self.home / f"content/articles/2020/a{number}.md"
        if path.exists() and "aliases" not in path.read_text(encoding="utf-8"):
            text = path.read_text(encoding="utf-8").replace("---\n", f"---\naliases: [{alias}]\n", 1)
            path.write_text(text, encoding="utf-8")

    @rule(number=numbers, text=st.sampled_from(["---\ntitle: x: y\n---\n", "", "---\ntitel: x\n---\n"]))
    def break_article(self, number: int, text: str) -> None:
        self.archive.write(f"content/articles/2020/a{number}.md", text)

    @rule(stem=st.sampled_from(["hayashi", "mori"]), name=names, variant=names, reading=st.sampled_from(["", "はやし"]))
    def write_author(self, stem: str, name: str, variant: str, reading: str) -> None:
        self.archive.write(
            f"content/authors/{stem}.yaml", f"name: {name}\nvariants: [{variant}]\nreading: {reading!r}\n"
        )

    @rule(stem=st.sampled_from(["hayashi", "mori"]))
    def delete_author(self, stem: str) -> None:
        (self.home / f"content/authors/{stem}.yaml").unlink(missing_ok=True)

    @rule(stem=st.sampled_from(["diplomacy", "sea"]), name=topics)
    def write_topic(self, stem: str, name: str) -> None:
        self.archive.write(f"content/topics/{stem}.yaml", f"name: {name}\n")

    @rule(text=st.sampled_from(["この文庫。", "別の言葉。", None]))
    def about(self, text: str | None) -> None:
        if text:
            self.archive.write("content/about.md", text)
        else:
            (self.home / "content/about.md").unlink(missing_ok=True)

    @rule(name=st.sampled_from(["base.html", "part.html", "article.html", "list.html", "feed.xml"]), mark=words)
    def edit_template(self, name: str, mark: str) -> None:
        mark = "" if "{" in mark or mark.startswith("#") else mark
        self.archive.write(f"templates/{name}", TEMPLATES[name] + mark)

    @rule(
        name=st.sampled_from(["part.html", "feed.xml"]),
        text=st.sampled_from(["{% if %}", "{{ nothing.there }}", "{% include 'no' %}"]),
    )
    def break_template(self, name: str, text: str) -> None:
        self.archive.write(f"templates/{name}", TEMPLATES[name] + text)

    @rule()
    def repair(self) -> None:
        for name, text in TEMPLATES.items():
            self.archive.write(f"templates/{name}", text)
        self.archive.write("content/articles/2020/fig.png", PICTURES[0])
        (self.home / "content/authors/mori.yaml").unlink(missing_ok=True)
        (self.home / "content/topics/sea.yaml").unlink(missing_ok=True)
        for path in (self.home / "content/articles").rglob("*.md"):
            if not path.read_bytes() or b"x: y" in path.read_bytes() or b"titel" in path.read_bytes():
                path.unlink()

    @rule(text=st.sampled_from(["p { color: red }", "p { color: blue }", "p{}"]))
    def edit_style(self, text: str) -> None:
        self.archive.write("templates/static/site.css", text)

    @rule(name=st.sampled_from(["more.js", "deep/er/x.png"]), there=st.booleans())
    def static_file(self, name: str, there: bool) -> None:
        path = f"templates/static/{name}"
        if there:
            self.archive.write(path, name)
        else:
            (self.home / path).unlink(missing_ok=True)

    @rule(there=st.sampled_from(["one", *PICTURES, None]))
    def picture(self, there: str | None) -> None:
        path = "content/articles/2020/fig.png"
        if there:
            self.archive.write(path, there)
        else:
            (self.home / path).unlink(missing_ok=True)

    @rule(
        title=st.sampled_from(["試", "別"]),
        language=st.sampled_from(["ja", "en"]),
        per_page=st.sampled_from([1, 2, 50]),
        base=st.sampled_from(["", "https://example.org/a/"]),
        default=st.sampled_from(["full", "excerpt"]),
        search=st.sampled_from(["none", "none", "builtin"]),
    )
    def configure(self, title: str, language: str, per_page: int, base: str, default: str, search: str) -> None:
        self.archive.write(
            "archive.yaml",
            f'title: {title}\nlanguage: {language}\nbase_url: "{base}"\nlists: {{per_page: {per_page}}}\n'
            f"rights: {{default: {default}}}\nsearch: {{engine: {search}}}\n",
        )

    @rule()
    def build(self) -> None:
        self.archive.outcome()

    @rule(drafts=st.booleans())
    def build_otherwise(self, drafts: bool) -> None:
        self.archive.outcome(drafts=drafts, base_url="https://example.net/")

    @rule(data=st.data())
    def spoil_output(self, data: st.DataObject) -> None:
        self.spoiled = True
        files = sorted(path for path in (self.home / "site").rglob("*") if path.is_file() and path.name[0] != ".")
        if files:
            path = data.draw(st.sampled_from(files))
            if data.draw(st.booleans()):
                path.unlink()
            else:
                path.write_bytes(path.read_bytes() + b"spoiled")

    @rule()
    def lose_output(self) -> None:
        shutil.rmtree(self.home / "site", ignore_errors=True)

    @rule(data=st.data())
    def lose_part_of_the_standby(self, data: st.DataObject) -> None:
        standby = self.home / ".rondan/site/standby"
        if parts := sorted(standby.rglob("*")):
            part = data.draw(st.sampled_from(parts))
            shutil.rmtree(part) if part.is_dir() else part.unlink()

    @rule(how=st.sampled_from(["delete", "truncate", "garble", "everything", "standby", "journal", "store"]))
    def lose_state(self, how: str) -> None:
        if how == "everything":
            shutil.rmtree(self.home / ".rondan", ignore_errors=True)
        elif how == "standby":
            shutil.rmtree(self.home / ".rondan/site/standby", ignore_errors=True)
        elif how == "store":
            shutil.rmtree(self.home / ".rondan/site/store", ignore_errors=True)
        elif (state := self.home / ".rondan/site" / ("journal" if how == "journal" else "state")).exists():
            data = state.read_bytes()
            if how in ("delete", "journal"):
                state.unlink()
            elif how == "truncate":
                state.write_bytes(data[: len(data) // 2])
            else:
                middle = len(data) // 2
                state.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])


def machine_test(machine: type[RuleBasedStateMachine], part: int, share: int) -> type:
    """A test that draws a share of the sequences. Parts run side by side; each draws others."""
    test: type = type(f"{machine.__name__}{part}", (machine,), {}).TestCase
    test.settings = settings(  # type: ignore[attr-defined]  # hypothesis' documented way
        max_examples=-(-SEQUENCES // share),
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize="RONDAN_SEQUENCES" not in os.environ,
    )
    return test


TestEdits1, TestEdits2, TestEdits3, TestEdits4 = (machine_test(Edits, part, share=4) for part in range(1, 5))
