"""Essays as raw text dumps with invented furniture around them, and how much of each body comes back.

    python -m bench.aozora_raw make   ESSAYS.jsonl FOLDER [--plain] [--limit N]
    python -m bench.aozora_raw alone  ESSAYS.jsonl FOLDER            each dump by itself
    python -m bench.aozora_raw ingest ESSAYS.jsonl FOLDER [--jobs N] all of them into a new archive FOLDER/archive

ESSAYS.jsonl has one object a line: ``id``, ``title``, ``author``, ``first_published``, ``body``. ``make`` writes
FOLDER/raw/<outlet>/<id>.txt. The figures are line precision, recall and F1 of the bodies (mean over essays), and the
share of exact titles, authors and dates.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from bench.furniture import OUTLETS, dump_of
from builder import config
from builder.archive.load import load
from builder.ingest.extract import extract
from builder.ingest.ingest import ingest


@dataclass(frozen=True, slots=True)
class Essay:
    id: str
    title: str
    author: str
    date: str
    lines: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["make", "alone", "ingest"])
    parser.add_argument("essays", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plain", action="store_true", help="no furniture")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    essays = list(_essays(arguments.essays))[: arguments.limit]
    if arguments.what == "make":
        _make(essays, arguments.folder / "raw", plain=arguments.plain)
    elif arguments.what == "alone":
        _alone(essays, arguments.folder / "raw")
    else:
        _ingest(essays, arguments.folder, arguments.jobs)


def _essays(path: Path) -> Iterator[Essay]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            record = json.loads(line)
            lines = [text.strip("　 \t") for text in record["body"].split("\n")]
            lines = [text for text in lines if text]
            if lines and _key(lines[0]) == _key(record["title"]):
                lines = lines[1:]
            yield Essay(record["id"], record["title"], record["author"], record["first_published"], tuple(lines))


def _make(essays: list[Essay], raw: Path, *, plain: bool) -> None:
    shutil.rmtree(raw, ignore_errors=True)
    for number, essay in enumerate(essays):
        chance = random.Random(essay.id)
        outlet = OUTLETS[number % len(OUTLETS)]
        lines = [essay.title, essay.author, essay.date, *essay.lines]
        text = (
            "\n\n".join(lines) if plain else dump_of(outlet, chance, essay.title, essay.author, essay.date, essay.lines)
        )
        target = raw / outlet.name / f"{essay.id}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + "\n", encoding="utf-8")


def _alone(essays: list[Essay], raw: Path) -> None:
    started = time.perf_counter()
    found: dict[str, tuple[str, str, tuple[str, ...], str]] = {}
    for path in sorted(raw.rglob("*.txt")):
        page = extract(path.read_bytes(), path.name)
        found[path.stem] = (page.title, page.date, tuple(p.name for p in page.authors), page.body)
    print(f"{len(found)} dumps in {time.perf_counter() - started:.1f} s")
    _measure(essays, found)


def _ingest(essays: list[Essay], folder: Path, jobs: int) -> None:
    archive = folder / "archive"
    shutil.rmtree(archive, ignore_errors=True)
    archive.mkdir(parents=True)
    (archive / "archive.yaml").write_text("title: Essays\n", encoding="utf-8")
    shutil.copytree(folder / "raw", archive / "raw")
    settings = config.load(archive)
    for turn in ("first", "second"):
        started = time.perf_counter()
        with ProcessPoolExecutor(jobs) if jobs > 1 else nullcontext() as executor:
            report = ingest(archive, settings, [archive / "raw"], executor=executor)
        counts = {
            name: len(getattr(report, name))
            for name in ("added", "changed", "unchanged", "unsure", "joined", "duplicates", "refused")
        }
        print(f"{turn} ingest {time.perf_counter() - started:.1f} s: {counts}")
    loaded, problems = load(archive, settings)
    print(f"{len(loaded.articles)} articles load, {len(problems)} problems")
    found = {}
    for article in loaded.articles:
        body = (archive / article.body.path).read_bytes()[article.body.offset :].decode()
        stem = Path(article.source.files[0]).stem
        found[stem] = (article.title, str(article.date), tuple(p.name for p in article.authors), body)
    _measure(essays, found)


def _measure(essays: list[Essay], found: dict[str, tuple[str, str, tuple[str, ...], str]]) -> None:
    figures: list[tuple[float, float, float]] = []
    right: Counter[str] = Counter()
    worst: list[tuple[float, str]] = []
    for essay in essays:
        title, date, authors, body = found.get(essay.id, ("", "", (), ""))
        want = Counter(_keys(essay.lines))
        got = Counter(_keys(re.split(r"\n+", body)))
        both = sum((want & got).values())
        precision, recall = both / max(sum(got.values()), 1), both / max(sum(want.values()), 1)
        f1 = 2 * precision * recall / (precision + recall) if both else 0.0
        figures.append((precision, recall, f1))
        worst.append((f1, essay.id))
        right["title"] += _key(title) == _key(essay.title)
        right["authors"] += [_key(name) for name in authors] == [_key(essay.author)]
        right["date"] += date == essay.date
    count = len(essays)
    precision, recall, f1 = (100 * sum(column) / count for column in zip(*figures, strict=True))
    print(f"body lines: precision {precision:.1f}  recall {recall:.1f}  F1 {f1:.2f}")
    print("  ".join(f"{name} {100 * right[name] / count:.1f}" for name in ("title", "authors", "date")))
    print("lowest:", *(f"{name} {100 * value:.0f}" for value, name in sorted(worst)[:8]), file=sys.stderr)


def _keys(lines: Iterable[str]) -> list[str]:
    return [key for line in lines if (key := _key(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)))]


def _key(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


if __name__ == "__main__":
    main()
