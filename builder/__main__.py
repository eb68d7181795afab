"""``python -m builder``, and the entry point of the command ``rondan``."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line and gives its exit status; Ctrl-C while the program is still being read ends it quietly."""
    try:
        from .cli.app import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
