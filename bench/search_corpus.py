"""The corpus as it is, and grown to any number of articles out of its own sentences, as an archive."""

from __future__ import annotations

import datetime
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""An article: id, title, author, topic, date, lang, body."""

_SENTENCES = re.compile(r"[^。\n]+?(?:。|(?<=[.!?])\s|$)", re.MULTILINE)
_SOURCES = 4
"""A grown article takes its sentences from so many others."""
_PARAGRAPH = 4
_FIRST_DAY = datetime.date(1998, 1, 1)
_DAYS = 365 * 25


def read(folder: Path) -> list[Row]:
    """The articles of ``corpus*.jsonl``."""
    path = next(folder.glob("corpus*.jsonl"))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def grown(articles: list[Row], count: int) -> Iterator[Row]:
    """``count`` articles: those there are, then others of as many sentences as one of them, taken from several.

    The same for the same ``articles``, whatever the day and the machine.
    """
    yield from articles[:count]
    chance = random.Random(count)
    by_language: dict[str, list[Row]] = {}
    for one in articles:
        by_language.setdefault(one["lang"], []).append(one)
    for number in range(len(articles), count):
        model = chance.choice(articles)
        alike = by_language[model["lang"]]
        sources = [_sentences(chance.choice(alike)["body"]) for _ in range(_SOURCES)]
        sentences = [chance.choice(chance.choice(sources)) for _ in _sentences(model["body"])]
        blank = "" if model["lang"] == "ja" else " "
        paragraphs = [sentences[start : start + _PARAGRAPH] for start in range(0, len(sentences), _PARAGRAPH)]
        yield {
            **model,
            "id": f"grown-{number:06}",
            "title": f"{chance.choice(alike)['title'][:24]} {sentences[0][:16]}",
            "date": (_FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))).isoformat(),
            "body": "\n\n".join(blank.join(paragraph) for paragraph in paragraphs),
        }


def _sentences(body: str) -> list[str]:
    return [found for match in _SENTENCES.finditer(body) if (found := match.group().strip())] or [body]


def write(articles: list[Row] | Iterator[Row], folder: Path) -> Path:
    """The articles as an archive in ``folder``, which is made."""
    content = folder / "content" / "articles"
    content.mkdir(parents=True)
    (folder / "archive.yaml").write_text("title: 検索の測定\nlanguage: ja\n", encoding="utf-8")
    for one in articles:
        keys = {"title": one["title"], "authors": [one["author"]], "topics": [one["topic"]], "date": one["date"]}
        keys["language"] = one["lang"]
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
        (content / f"{one['id']}.md").write_text(f"---\n{head}---\n\n{one['body']}\n", encoding="utf-8")
    return folder
