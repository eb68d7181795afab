"""What learning from the pile gives: pages of one outlet read together against each by itself.

    python -m bench.pile CORPUS

CORPUS has ``html/SET/ID.html.gz``, ``dump-lite/SET/ID.txt``, ``dump-full/SET/ID.txt`` and ``gold/SET.jsonl`` with
``id`` and ``body``. Outlets with at least three pages are taken. Prints precision, recall and F1 of the bodies' runs of
seven letters, mean over pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from pathlib import Path

from builder.ingest.extract import extract
from builder.ingest.furniture import Furniture
from builder.ingest.learn import host_in, learn
from builder.ingest.likeness import runs
from builder.ingest.pile import RawFile

FEWEST = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus
    outlets = _outlets(corpus)
    for kind in ("html", "dump-lite", "dump-full"):
        alone: list[tuple[float, float]] = []
        together: list[tuple[float, float]] = []
        for pages in outlets.values():
            read = {key: _bytes(corpus, kind, key) for key in pages if _path(corpus, kind, key).exists()}
            if len(read) < FEWEST:
                continue
            furniture = _learned(read, ".html" if kind == "html" else ".txt")
            for key, data in read.items():
                if pages[key]:
                    alone.append(_score(data, pages[key], None))
                    together.append(_score(data, pages[key], furniture))
        print(f"{kind:<10} {len(alone)} pages   alone {_figures(alone)}   together {_figures(together)}")


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


def _learned(pages: dict[tuple[str, str], bytes], suffix: str) -> Furniture | None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder)
        files = []
        for name, data in pages.items():
            path = archive / "raw" / "outlet" / ("-".join(name) + suffix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            files.append(RawFile(path, path.relative_to(archive).as_posix(), True))
        return max(learn(archive, "raw", files).by_source.values(), key=lambda known: known.pages, default=None)


def _score(data: bytes, gold: str, furniture: Furniture | None) -> tuple[float, float]:
    got, wanted = runs(extract(data, "page", furniture=furniture).body), runs(gold)
    both = len(got & wanted)
    return both / max(len(got), 1), both / max(len(wanted), 1)


def _figures(scores: list[tuple[float, float]]) -> str:
    precision, recall = (100 * sum(column) / max(len(scores), 1) for column in zip(*scores, strict=True))
    return f"P {precision:.1f} R {recall:.1f} F1 {2 * precision * recall / max(precision + recall, 1):.1f}"


if __name__ == "__main__":
    main()
