"""``python -m builder``, and the entry point of the command ``rondan``."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Runs the command line and gives its exit status; Ctrl-C while the program is still being read ends it quietly."""
    try:
        _leave_ascii()
        from .cli.app import main as run

        return run()
    except KeyboardInterrupt:
        return 130


def _leave_ascii() -> None:
    """Starts over in UTF-8 mode where that was turned off and the locale is C: the names of files would be ASCII."""
    mode = ["-X", "utf8=1"]
    if sys.getfilesystemencoding() == "ascii" and sys.orig_argv[1:3] != mode:
        # The first ``-X utf8`` counts, before any that the command brought and before the environment.
        os.execv(sys.executable, [sys.executable, *mode, *sys.orig_argv[1:]])  # noqa: S606  # this very command


if __name__ == "__main__":
    sys.exit(main())
