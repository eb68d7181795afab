"""The built-in index alone, on a corpus grown to many articles: made cold, made again, and made after an edit."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.model import ArticleId
from builder.search.builtin import BuiltinEngine
from builder.search.engine import SearchDocument, SearchIndex

from .search_corpus import Row, grown, read


@dataclass(frozen=True, slots=True)
class Step:
    """What one making of the index took."""

    name: str
    cpu: float
    """Seconds of user and system time, all processes."""
    wall: float
    files: int
    rewritten: int
    peak_mb: int
    """The most memory so far, of the largest process, less what it held before the first step."""


def measured(data: Path, count: int, jobs: int) -> list[Step]:
    """The steps, in a process of their own, so that its memory is theirs."""
    command = [sys.executable, "-m", "bench.search_grown", str(data), str(count), str(jobs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [Step(**step) for step in json.loads(done.stdout)]


def _steps(data: Path, count: int, jobs: int) -> list[Step]:
    rows = {row["id"]: row for row in grown(read(data), count)}
    texts = {name: row.pop("body") for name, row in rows.items()}
    documents = {name: _document(row) for name, row in rows.items()}
    held, last = _peak_mb(), next(reversed(rows))
    steps: list[Step] = []
    before: Mapping[str, str] = {}

    with tempfile.TemporaryDirectory() as folder:

        def step(name: str, change: Callable[[], None]) -> SearchIndex:
            nonlocal before
            change()
            for key, document in documents.items():
                documents[key] = replace(document, digest=str(hash((document.title, document.date, texts[key]))))
            cpu, wall = _cpu(), time.perf_counter()
            made = BuiltinEngine().index([*documents.values()], _text, Path(folder), jobs)
            rewritten = sum(before.get(route) != digest for route, digest in made.digests.items())
            took = time.perf_counter() - wall
            steps.append(Step(name, _cpu() - cpu, took, len(made.digests), rewritten, _peak_mb() - held))
            before = dict(made.digests)
            return made

        def _text(name: ArticleId) -> str:
            text: str = texts[name]
            return text

        def edit(change: Callable[[str], str]) -> Callable[[], None]:
            return lambda: texts.update({last: change(texts[last])})

        def add() -> None:
            documents["newest"] = replace(documents[last], id=ArticleId("newest"), date="2031-01-01")
            texts["newest"] = texts[next(iter(texts))]

        step("cold", lambda: None)
        step("nothing changed", lambda: None)
        step("a sign mistyped, corrected", edit(lambda text: text[:40] + "誤" + text[41:]))
        step("a paragraph added", edit(lambda text: text + "\n" + text[len(text) // 2 :][:120]))
        step("a new, newest article", add)
        step("an article's text replaced by another", edit(lambda _: texts[next(iter(texts))]))
    return steps


def _document(row: Row) -> SearchDocument:
    return SearchDocument(
        id=ArticleId(row["id"]),
        url=f"articles/{row['id']}/",
        title=row["title"],
        subtitle="",
        authors=((row["author"], row["author"]),),
        author_keys=(),
        topics=((row["topic"], row["topic"]),),
        series=None,
        publication="",
        date=row["date"],
        language=row["lang"],
        digest="",
    )


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peak_mb() -> int:
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // unit


def table(steps: list[Step]) -> str:
    """As a table in Markdown."""
    lines = ["| built-in index | CPU s | wall s | files written | of | MB |", "| --- | --- | --- | --- | --- | --- |"]
    return "\n".join((*lines, *map(_row, steps)))


def _row(step: Step) -> str:
    return f"| {step.name} | {step.cpu:.2f} | {step.wall:.2f} | {step.rewritten} | {step.files} | {step.peak_mb} |"


if __name__ == "__main__":
    found: list[dict[str, Any]] = [
        {name: getattr(step, name) for name in Step.__slots__}
        for step in _steps(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    ]
    print(json.dumps(found))
