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
from tests import serving
from tests.preview_soak import Day, equals_a_clean_build, flood, live_through


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--faults", type=int, default=100)
    parser.add_argument("--flood", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    serving.PATIENCE = 600.0  # thousands of files, on a machine with other things to do
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        lay(archive, "ja")
        with serving.Serving(archive) as preview:
            day = Day(preview, random.Random(wanted.seed), [f"a{number}" for number in range(50)])
            for name in day.articles:
                day.write(name, "初版")
            started = time.perf_counter()
            live_through(day, wanted.edits // 10, wanted.faults // 10)
            day.memory.clear()  # what is loaded on first use has been loaded
            live_through(day, wanted.edits - day.edits, wanted.faults - day.faults)
            print(f"{day.edits} edits, {day.faults} breaking something, {time.perf_counter() - started:.0f} s: no exit")
            if day.memory:
                tenth, end = day.memory[0] / 1024, day.memory[-1] / 1024
                print(
                    f"memory: {tenth:.0f} MB after a tenth of the day, {end:.0f} MB at its end ({end / tenth - 1:+.1%})"
                )
            if wanted.flood:
                flood(day, wanted.flood)
                print(f"{wanted.flood} files at once, and gone again: no exit")
            equals_a_clean_build(day)
            print("the last state equals a clean build")


if __name__ == "__main__":
    main()
