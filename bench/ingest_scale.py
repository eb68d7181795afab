"""Ingest of many pages: ``python -m bench.ingest_scale CORPUS [--dumps] [--pages 1500] [--jobs 1,2] [--rounds 1]``.

CORPUS has ``html/SET/ID.html.gz``, and ``dump-lite/SET/ID.txt``, which are taken with ``--dumps``. These are copied
until there are so many, every copy with other characters in its text and the same mark-up, so that none is taken for
another. Prints wall and processor time of ``rondan ingest`` and the most memory that all its processes together hold,
for each number of processes, in rounds.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import re
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from .build_measure import Measured, measure

ROOT = Path(__file__).resolve().parent.parent
_TEXT, _ALL = re.compile(r">[^<]+<"), re.compile(r"(?s).+")
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_A_FOLDER = 1000
"""Pages in one folder."""


def make(sources: list[Path], pages: int, folder: Path) -> None:
    """Writes ``pages`` pages beneath ``folder``."""
    for number in range(pages):
        source = sources[number % len(sources)]
        is_dump = source.suffix == ".txt"
        data = source.read_bytes()
        page = (data if is_dump else gzip.decompress(data)).decode("utf-8", "replace")
        path = folder / f"{number // _A_FOLDER:03}" / f"{number:06}{'.txt' if is_dump else '.html'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_varied(page, number // len(sources), _ALL if is_dump else _TEXT), encoding="utf-8")


def _varied(page: str, copy: int, text: re.Pattern[str]) -> str:
    """The page with its ideographs and consonants exchanged among themselves, another way for each copy."""
    if not copy:
        return page
    rng = random.Random(copy)
    kanji = sorted({char for char in page if "\u4e00" <= char <= "\u9fff"})
    other, consonants = rng.sample(kanji, len(kanji)), rng.sample(_CONSONANTS, len(_CONSONANTS))
    table = str.maketrans("".join(kanji) + _CONSONANTS, "".join([*other, *consonants]))
    return text.sub(lambda found: found[0].translate(table), page)


def ingest(raw: Path, folder: Path, jobs: int) -> Measured:
    """One ingest of ``raw`` into a new archive."""
    archive = folder / "archive"
    shutil.rmtree(archive, ignore_errors=True)
    archive.mkdir()
    (archive / "archive.yaml").write_text("title: Archive\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "builder", "-C", str(archive), "--quiet", "ingest", str(raw), "--jobs", str(jobs)]
    return measure(command, folder, environment, accepted=(0, 1))  # 1: some pages could not be read, which is said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--dumps", action="store_true", help="take text dumps instead of HTML pages")
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--rounds", type=int, default=1)
    wanted = parser.parse_args()
    kind, pattern = ("dump-lite", "*.txt") if wanted.dumps else ("html", "*.html.gz")
    sources = sorted((wanted.corpus / kind).rglob(pattern))
    found: dict[int, list[Measured]] = {int(jobs): [] for jobs in wanted.jobs.split(",")}
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw"
        make(sources, wanted.pages, raw)
        for _ in range(wanted.rounds):
            for jobs, runs in found.items():
                runs.append(ingest(raw, Path(folder), jobs))
    print(f"{wanted.pages:,} pages, {wanted.rounds} rounds:\n")
    print("| processes | wall, s | processor, s | at once | memory, MB |\n|---|---|---|---|---|")
    for jobs, runs in found.items():
        wall, cpu = median(run.wall for run in runs), median(run.cpu for run in runs)
        print(f"| {jobs} | {wall:.1f} | {cpu:.1f} | {cpu / wall:.2f} | {max(run.memory for run in runs):.0f} |")


if __name__ == "__main__":
    main()
