"""Writes down what the sample archive is known to lack: ``python -m tests.sites.bless``. Read the diff afterwards."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .sample import KNOWN, differences, known_differences, make, where


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive"
        make(archive)
        found = sorted({where(difference) for difference in differences(archive)})
    before = set(known_differences())
    KNOWN.write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
    print(f"{len(found)} known differences; {len(set(found) - before)} new, {len(before - set(found))} gone")


if __name__ == "__main__":
    main()
