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
    if sys.getfilesystemencoding() == "ascii" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # this very command


if __name__ == "__main__":
    sys.exit(main())
