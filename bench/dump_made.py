"""Pages made up of known dumps, so that few pages teach more: bodies cut short, and other texts in their place.

The Japanese pages are few. Their furniture is set around other texts, so that short and long bodies, essays and notices
are seen in it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .dump_pages import Page

Text = tuple[str, list[str]]
"""Title and paragraphs."""

_LONGEST = 1500
"""Lines of a page that is worth making over."""
_PARAGRAPH = 25
"""Characters from which on a line of a body counts as one of the paragraphs left."""
_LEFT = (1, 2, 2, 3, 4)
_LENGTHS = (2, 3, 5, 8, 12, 20, 30)
_SHORT_ENOUGH = 5
_TIMES = 4
"""Other texts that each Japanese page is given."""


def texts(paths: Sequence[Path], most: int = 1500) -> list[list[Text]]:
    """Of each file (objects with title and body, one a line) the texts of at least three paragraphs."""
    found = []
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            records = [json.loads(line) for line, _ in zip(lines, range(most), strict=False)]
        bodies = [(r["title"], [p for line in r["body"].split("\n") if (p := line.strip())]) for r in records]
        found.append([(title, paragraphs) for title, paragraphs in bodies if len(paragraphs) >= 3])
    return found


def made_up(known: Sequence[Page], others: Sequence[Sequence[Text]]) -> Iterator[Page]:
    """Pages made of ``known`` ones; of ``others``, texts by their source, each source is drawn from as often."""
    rng = random.Random(5)
    for page in known:
        if len(page.lines) > _LONGEST or not any(page.truth):
            continue
        japanese = page.lang == "ja"
        for _ in range(2 if japanese else 1):
            if sum(page.truth) >= _SHORT_ENOUGH and (japanese or (page.kind == "full" and rng.random() < 0.5)):
                yield _cut(page, rng.choice(_LEFT), 0.35 if japanese else 0.12)
        if japanese and others:
            for turn in range(_TIMES):
                title, paragraphs = rng.choice(others[turn % len(others)])
                yield _transplanted(page, title, paragraphs[: rng.choice(_LENGTHS)])


def _made(page: Page, lines: list[tuple[str, bool]], weight: float) -> Page:
    return replace(page, lines=[x for x, _ in lines], truth=[y for _, y in lines], weight=weight, made=True)


def _cut(page: Page, left: int, weight: float) -> Page:
    """``page`` without what follows the first ``left`` paragraphs of its body."""
    made: list[tuple[str, bool]] = []
    for line, is_body in zip(page.lines, page.truth, strict=True):
        if is_body and not left:
            continue
        left -= is_body and len(line.strip()) >= _PARAGRAPH
        made.append((line, is_body))
    return _made(page, made, weight)


def _transplanted(page: Page, title: str, paragraphs: list[str]) -> Page:
    """``page`` with another body and title, set like its own."""
    places = [i for i, is_body in enumerate(page.truth) if is_body]
    parted = 2 * sum(not page.lines[i - 1].strip() for i in places[1:]) >= len(places) - 1
    indent = "\u3000" if 2 * sum(page.lines[i].startswith("\u3000") for i in places) > len(places) else ""
    rest = iter(paragraphs)
    made: list[tuple[str, bool]] = []
    for i, (line, is_body) in enumerate(zip(page.lines, page.truth, strict=True)):
        if not is_body:
            own_title = len(page.title) > 5 and line.strip() == page.title.strip()
            made.append((line.replace(page.title.strip(), title) if own_title else line, False))
        elif (paragraph := next(rest, None)) is not None:
            made.append((indent + paragraph, True))
        if i == places[-1]:
            for paragraph in rest:
                made += [("", False)] * parted + [(indent + paragraph, True)]
    return replace(_made(page, made, 0.3), borrowed=True)
