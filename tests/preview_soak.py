"""A long day at the preview: edits of every kind, many of them breaking something, and after each the right page.

``bench/preview_soak.py`` runs the long day, a test runs a short one.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from builder.cli.app import main

from .serving import Serving, until

HOME = '{% extends "base.html" %}\n'


@dataclass
class Day:
    """The archive's files, what they should show, and the preview that should show it."""

    serving: Serving
    chance: random.Random
    articles: list[str]
    edits: int = 0
    faults: int = 0
    memory: list[int] = field(default_factory=list)
    """Kilobytes held by the process, noted now and then; empty where the system does not tell."""

    @property
    def archive(self) -> Path:
        return self.serving.archive

    def file(self, name: str) -> Path:
        return self.archive / "content" / "articles" / f"{name}.md"

    def write(self, name: str, token: str, extra: str = "") -> None:
        """As one of three kinds of editors does it."""
        text = f"---\nid: {name}\ntitle: 題{token}\ndate: 2024-05-01\ntopics: [見本]\n{extra}---\n\n本文{token}です。\n"
        path = self.file(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        match self.chance.randrange(3):
            case 0:
                path.write_text(text, encoding="utf-8")
            case 1:
                draft = path.with_name(f".{name}.md.swp")
                draft.write_text(text, encoding="utf-8")
                draft.replace(path)
            case 2:
                if path.exists():
                    path.replace(path.with_name(f"{name}.md~"))
                path.write_text(text, encoding="utf-8")

    def shows(self, name: str, token: str) -> None:
        """Waits until the preview shows ``token`` on the article's page."""
        until(lambda: f"本文{token}です。" in self.serving.get(f"/articles/{name}/")[1], f"{name} to show {token}")
        assert self.serving.process.poll() is None, "serve has ended"

    def note_memory(self) -> None:
        status = Path(f"/proc/{self.serving.process.pid}/status")
        if status.is_file():
            line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
            self.memory.append(int(line.split()[1]))


def edit(day: Day, token: str) -> tuple[str, str]:
    """A sound edit; the article that must then show the token."""
    name = day.chance.choice(day.articles)
    match day.chance.randrange(6):
        case 0:
            new = f"n{day.edits}"
            day.file(name).unlink()
            day.articles[day.articles.index(name)] = new
            name = new
        case 1:
            styles = day.archive / "templates" / "static" / "local.css"
            styles.parent.mkdir(parents=True, exist_ok=True)
            styles.write_text(f"p {{ order: {day.chance.randrange(1000)} }}")
        case 2:
            here = day.file(name)
            for _ in range(5):
                here.rename(here.with_suffix(".moved"))
                here.with_suffix(".moved").rename(here)
    day.write(name, token)
    return name, token


@contextmanager
def _changed(path: Path, text: str | None) -> Iterator[None]:
    """Something breaking in place of ``path``, and afterwards what was there."""
    before = path.read_bytes() if path.is_file() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")
    yield
    path.unlink(missing_ok=True) if before is None else path.write_bytes(before)


@contextmanager
def _away(day: Day, name: str) -> Iterator[None]:
    """A folder that is gone for a while, as when another branch is checked out."""
    away = day.archive.parent / "away"
    shutil.move(day.archive / name, away)
    yield
    shutil.move(away, day.archive / name)


FAULTS: tuple[Callable[[Day], object], ...] = (
    lambda day: _changed(day.archive / "archive.yaml", "titel: x\n"),
    lambda day: _changed(day.archive / "archive.yaml", "{"),
    lambda day: _changed(day.archive / "archive.yaml", None),
    lambda day: _changed(day.file("broken"), "---\ntitle: 第1回: 壊れた題\n---\n"),
    lambda day: _changed(day.file("broken"), "no front matter"),
    lambda day: _changed(day.file("broken"), f"---\nid: {day.articles[0]}\ntitle: twice\n---\n"),
    lambda day: _changed(day.archive / "templates" / "home.html", HOME + "{% if %}"),
    lambda day: _changed(day.archive / "templates" / "home.html", "{{ nothing }}"),
    lambda day: _changed(day.archive / "content" / "authors" / "x.yaml", "nam: x\n"),
    lambda day: _away(day, "content"),
    lambda day: _away(day, "templates"),
)


def live_through(day: Day, edits: int, faults: int) -> None:
    """``edits`` in all, among them ``faults`` that break something and are mended."""
    kinds = [True] * faults + [False] * (edits - faults)
    day.chance.shuffle(kinds)
    for number, breaks in enumerate(kinds):
        if breaks:
            with FAULTS[day.faults % len(FAULTS)](day):  # type: ignore[attr-defined]
                day.serving.get("/")
                assert day.serving.process.poll() is None, "serve has ended"
            day.faults += 1
        day.shows(*edit(day, f"第{number}版"))
        day.edits += 1
        if number % 25 == 0:
            day.note_memory()


def flood(day: Day, files: int) -> None:
    """Many files at once, and gone again."""
    for number in range(files):
        day.write(f"flood{number}", f"洪水{number}")
    day.shows(f"flood{files - 1}", f"洪水{files - 1}")
    for number in range(files):
        day.file(f"flood{number}").unlink()
        day.file(f"flood{number}").with_suffix(".md~").unlink(missing_ok=True)
    until(lambda: day.serving.get("/articles/flood0/")[0] == 404, "the flood to go")


def equals_a_clean_build(day: Day) -> None:
    """The preview's folder against a build that knows nothing of the past."""
    fresh = day.archive.parent / "fresh"
    copy = day.archive.parent / "copy"
    shutil.copytree(day.archive, copy, ignore=shutil.ignore_patterns(".rondan", "*~", ".*.swp"))
    assert main(["-C", str(copy), "--quiet", "build", "--drafts", "--base-url", "", "--out", str(fresh)]) == 0

    def same() -> bool:
        try:
            return tree(fresh) == tree(day.archive / ".rondan" / "preview")
        except FileNotFoundError:  # a build is under way
            return False

    until(same, "the preview to equal a clean build")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a site, by its path; the versions of its assets, which a preview leaves out, left out."""
    return {
        path.relative_to(folder).as_posix(): re.sub(rb"\?v=[0-9a-f]{8}", b"", path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".rondan")
    }
