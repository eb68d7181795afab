"""How fast articles are found in text dumps, beside trafilatura on the HTML of the same pages in the same run.

    python -m bench.dump_speed [--data DIR] [--pages N]

DIR holds ``dump-lite``, ``dump-full`` and ``html``, each ``<set>/<id>``; RONDAN_BENCH_EXTRACTION names it as well. Of N
pages drawn at random one half is read as lite dumps, the other as full ones: read as both, a page would be known the
second time. Ten pages are read by one, then by the other. Times are of the processor; read the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

from builder.ingest.extract import extract

from .extract import command

_TURN = 10
_WARM = 3
_SEED = 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("RONDAN_BENCH_EXTRACTION"))
    parser.add_argument("--pages", type=int, default=300)
    arguments = parser.parse_args()
    if not arguments.data or not Path(arguments.data).is_dir():
        print("Name the pages with --data DIR, or in RONDAN_BENCH_EXTRACTION.", file=sys.stderr)
        return 2
    data = Path(arguments.data)
    names = [str(path.relative_to(data / "dump-full").with_suffix("")) for path in data.glob("dump-full/*/*.txt")]
    names = sorted(name for name in names if (data / "dump-lite" / f"{name}.txt").is_file())
    random.Random(_SEED).shuffle(names)
    chosen = names[_WARM : _WARM + arguments.pages]
    half = len(chosen) // 2
    print("| dumps | pages | ours, ms a page | trafilatura, ms a page | ratio |\n| --- | ---: | ---: | ---: | ---: |")
    with Peer(data) as peer:
        for kind, drawn in (("lite", chosen[:half]), ("full", chosen[half:])):
            ours(data, kind, names[:_WARM])
            peer.seconds(names[:_WARM])
            mine = others = 0.0
            for at in range(0, len(drawn), _TURN):
                turn = drawn[at : at + _TURN]
                mine += ours(data, kind, turn)
                others += peer.seconds(turn)
            each = 1000 / max(1, len(drawn))
            print(
                f"| {kind} | {len(drawn)} | {mine * each:.1f} | {others * each:.1f} | {others / max(1e-9, mine):.1f} |"
            )
    return 0


def ours(data: Path, kind: str, names: list[str]) -> float:
    """Seconds of the processor for the dumps of pages."""
    texts = [(data / f"dump-{kind}" / f"{name}.txt").read_bytes() for name in names]
    started = time.process_time()
    for text in texts:
        extract(text, "page.txt")
    return time.process_time() - started


class Peer:
    """trafilatura in an environment and a process of its own."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._process = subprocess.Popen(
            command("trafilatura"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def __enter__(self) -> Peer:
        return self

    def __exit__(self, *failure: object) -> None:
        self._process.communicate()

    def seconds(self, names: list[str]) -> float:
        """Seconds of the processor for the HTML of pages."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        for name in names:
            print(self._data / "html" / f"{name}.html.gz", file=stdin, flush=True)
        return sum(float(json.loads(stdout.readline())["seconds"]) for _ in names)


if __name__ == "__main__":
    raise SystemExit(main())
