"""``python -m bench.preview_soak [--edits 1000] [--faults 100] [--flood 5000]``: a long day at the preview.

Prints whether it survived, whether its last state equals a clean build, and how its memory grew.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

from builder.cli.scaffold import lay
from tests.preview_soak import Day, equals_a_clean_build, flood, live_through
from tests.serving import Serving


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--flood", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        lay(archive, "ja")
        with Serving(archive) as serving:
            day = Day(serving, random.Random(wanted.seed), [f"a{number}" for number in range(50)])
            for name in day.articles:
                day.write(name, "初版")
            started = time.perf_counter()
            live_through(day, wanted.edits // 10, wanted.faults // 10)
            day.memory.clear()  # what is loaded on first use has been loaded
            live_through(day, wanted.edits - day.edits, wanted.faults - day.faults)
            seconds = time.perf_counter() - started
            if wanted.flood:
                flood(day, wanted.flood)
            equals_a_clean_build(day)
        print(f"{day.edits} edits, {day.faults} of them breaking something, in {seconds:.0f} s; 0 exits")
        print("last state equals a clean build: yes")
        if day.memory:
            growth = 100 * (day.memory[-1] / day.memory[0] - 1)
            tenth, end = day.memory[0] / 1024, day.memory[-1] / 1024
            print(f"memory: {tenth:.0f} MB after a tenth of the day, {end:.0f} MB at its end")
            print(f"growth: {growth:+.1f} %")


if __name__ == "__main__":
    main()
