"""Invented Japanese pages as whole-page dumps, with a letter for what each line is: ``bench/japanese_dumps``.

Pages with known bodies are few in Japanese; these were written in the shape of what the Japanese web prints around and
inside its articles. A file is an outlet: first the page around the article, with ``@ARTICLE`` where that stands and
``@TITLE`` where its title is said again, then its articles, each begun by ``#title``. The README beside the files says
what the letters mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .dump_pages import Page

FOLDER = Path(__file__).parent / "japanese_dumps"
_BODY, _MENU, _OTHER = "B", "m", "-"
_KINDS = {"full": ("", 0.5), "lite": (_MENU, 0.5), "bare": (_MENU + _OTHER, 0.25)}
"""The letters that each kind of dump goes without, and its weight beside a real page's, which is 1."""


class Line(NamedTuple):
    """A line of a dump."""

    letter: str
    text: str


class Invented(NamedTuple):
    """A page."""

    id: str
    outlet: str
    title: str
    lines: list[Line]


def invented(folder: Path = FOLDER) -> Iterator[Invented]:
    """All pages of ``folder``, by outlet."""
    for path in sorted(folder.glob("*.txt")):
        around, *articles = path.read_text(encoding="utf-8").split("\n#title ")
        for number, article in enumerate(articles, 1):
            title, *own = article.rstrip("\n").split("\n")
            lines = []
            for line in around.split("\n"):
                if line == "@ARTICLE":
                    lines += [_line(one) for one in own]
                else:
                    lines.append(_line(line, title))
            yield Invented(f"{path.stem}-{number}", path.stem, title, lines)


def pages(folder: Path = FOLDER) -> Iterator[Page]:
    """Each page full, lite (without menus, headers and footers) and bare, as one copies an article out of its page."""
    for page in invented(folder):
        for kind, (without, weight) in _KINDS.items():
            lines = [line for line in page.lines if not line.letter or line.letter not in without]
            truth = [line.letter == _BODY and line.text.strip() != "" for line in lines]
            texts = [line.text for line in lines]
            yield Page(page.id, "ja", kind, f"invented {page.outlet}", page.title, texts, truth, weight, invented=True)


def _line(line: str, title: str = "") -> Line:
    if line.startswith("@TITLE"):
        line = f"{_OTHER}|{line}"
    letter, _, text = line.partition("|")
    return Line(letter, text.replace("@TITLE", title))
