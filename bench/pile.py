"""What learning from the pile gives: pages of one outlet read together against each by itself.

    python -m bench.pile saved CORPUS
    python -m bench.pile invented TEXTS.jsonl [--outlets N] [--pages N] [--first N]

``saved``: CORPUS has ``html/SET/ID.html.gz``, ``dump-lite/SET/ID.txt``, ``dump-full/SET/ID.txt`` and
``gold/SET.jsonl`` with ``id`` and ``body``. Outlets with at least three pages are taken. Prints precision, recall and
F1 of the bodies' runs of seven letters, mean over pages.

``invented``: texts (an object a line: ``title``, ``body`` and, where known, ``author``, ``date``) as pages of invented
outlets (``bench.outlets``, from number ``--first`` on), as HTML and as dumps. Prints precision, recall and F1 of the
bodies' lines, mean over pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.furniture import spoken
from bench.outlets import html_page, invent, text_page
from builder.ingest.cleaning.furniture import Furniture
from builder.ingest.comparing.likeness import runs
from builder.ingest.extract import extract
from builder.ingest.pile.collect import RawFile
from builder.ingest.pile.learn import learn
from builder.ingest.pile.origin import host_in

FEWEST = 3
Scores = list[tuple[float, float]]
"""Precision and recall of each page."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["saved", "invented"])
    parser.add_argument("source", type=Path)
    parser.add_argument("--outlets", type=int, default=8)
    parser.add_argument("--pages", type=int, default=40, help="of each outlet")
    parser.add_argument("--first", type=int, default=0, help="number of the first outlet")
    parser.add_argument("--lost", action="store_true", help="list the body's lines that only the pile takes away")
    arguments = parser.parse_args()
    if arguments.what == "saved":
        _saved(arguments.source)
    else:
        numbers = range(arguments.first, arguments.first + arguments.outlets)
        _invented(arguments.source, numbers, arguments.pages, tell=arguments.lost)


def _saved(corpus: Path) -> None:
    outlets = _outlets(corpus)
    for kind in ("html", "dump-lite", "dump-full"):
        alone: Scores = []
        together: Scores = []
        for pages in outlets.values():
            read = {key: _bytes(corpus, kind, key) for key in pages if _path(corpus, kind, key).exists()}
            if len(read) < FEWEST:
                continue
            furniture = _learned(
                {"-".join(key) + (".html" if kind == "html" else ".txt"): data for key, data in read.items()}
            )
            for key, data in read.items():
                if pages[key]:
                    alone.append(_score(data, pages[key], None))
                    together.append(_score(data, pages[key], furniture))
        print(f"{kind:<10} {len(alone)} pages   alone {_figures(alone)}   together {_figures(together)}")


def _invented(texts: Path, numbers: range, pages: int, *, tell: bool) -> None:
    records = [json.loads(line) for line in texts.read_text(encoding="utf-8").split("\n") if line]
    random.Random(numbers.start).shuffle(records)
    stream: Iterator[dict[str, str]] = iter(records)
    alone: defaultdict[str, Scores] = defaultdict(list)
    together: defaultdict[str, Scores] = defaultdict(list)
    for number in numbers:
        made: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        bodies: dict[str, list[str]] = {}
        for at in range(pages):
            record = next(stream, None)
            if record is None:
                break
            chance = random.Random(f"{number}-{at}")
            lines = [line.strip("　 \t") for line in record["body"].split("\n") if line.strip("　 \t")]
            if not lines:
                continue
            day = (record.get("first_published") or record.get("date") or "2011-05-03")[:10]
            facts = (record["title"], record.get("author", "水野遥"), spoken(day, chance), lines)
            bodies[f"{at:03}"] = lines
            made[".html"][f"{at:03}"] = html_page(invent(number), chance, *facts).encode()
            made[".txt"][f"{at:03}"] = text_page(invent(number), chance, *facts).encode()
        for kind, those in made.items():
            furniture = _learned({name + kind: data for name, data in those.items()})
            for name, data in those.items():
                before = _lines(extract(data, name + kind).body.split("\n"))
                after = _lines(extract(data, name + kind, furniture=furniture).body.split("\n"))
                gold = _lines(bodies[name])
                alone[kind].append(_score_lines(before, gold))
                together[kind].append(_score_lines(after, gold))
                for line in ((before - after) & gold) if tell else ():
                    print(f"{number}/{name}{kind} lost: {line[:100]}")
                for line in (after - gold) if tell else ():
                    print(f"{number}/{name}{kind} stays: {line[:100]}")
    for kind in alone:
        print(
            f"{kind:<6} {len(alone[kind])} pages   alone {_figures(alone[kind])}   together {_figures(together[kind])}"
        )


def _lines(lines: Iterable[str]) -> Counter[str]:
    plain = (re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line) for line in lines)
    keys = ("".join(c for c in unicodedata.normalize("NFKC", line) if c.isalnum()) for line in plain)
    return Counter(key for key in keys if key)


def _score_lines(got: Counter[str], wanted: Counter[str]) -> tuple[float, float]:
    both = sum((got & wanted).values())
    return both / max(sum(got.values()), 1), both / max(sum(wanted.values()), 1)


def _outlets(corpus: Path) -> dict[str, dict[tuple[str, str], str]]:
    """Host -> (set, id) -> gold body."""
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for gold in sorted((corpus / "gold").glob("*.jsonl")):
        for line in gold.read_text(encoding="utf-8").split("\n"):
            if line:
                record = json.loads(line)
                key = (gold.stem, record["id"])
                if _path(corpus, "html", key).exists():
                    host = host_in(_bytes(corpus, "html", key))
                    found[host][key] = record.get("body") or ""
    return {host: pages for host, pages in found.items() if host and len(pages) >= FEWEST}


def _path(corpus: Path, kind: str, key: tuple[str, str]) -> Path:
    return corpus / kind / key[0] / (key[1] + (".html.gz" if kind == "html" else ".txt"))


def _bytes(corpus: Path, kind: str, key: tuple[str, str]) -> bytes:
    data = _path(corpus, kind, key).read_bytes()
    return gzip.decompress(data) if kind == "html" else data


def _learned(pages: dict[str, bytes]) -> Furniture | None:
    """What is learned from the pages of one outlet, by file name."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder)
        files = []
        for name, data in pages.items():
            path = archive / "raw" / "outlet" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            files.append(RawFile(path, path.relative_to(archive).as_posix(), True))
        return max(learn(archive, "raw", files).by_source.values(), key=lambda known: known.pages, default=None)


def _score(data: bytes, gold: str, furniture: Furniture | None) -> tuple[float, float]:
    got, wanted = runs(extract(data, "page", furniture=furniture).body), runs(gold)
    both = len(got & wanted)
    return both / max(len(got), 1), both / max(len(wanted), 1)


def _figures(scores: Scores) -> str:
    precision, recall = (100 * sum(column) / max(len(scores), 1) for column in zip(*scores, strict=True))
    return f"P {precision:.1f} R {recall:.1f} F1 {2 * precision * recall / max(precision + recall, 1):.1f}"


if __name__ == "__main__":
    main()
