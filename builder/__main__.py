"""``python -m builder``, and the entry point of the command ``rondan``."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Runs the command line and gives its exit status; Ctrl-C while the program is still being read ends it quietly."""
    try:
        _name_files_in_utf8()
        from .cli.app import main as run

        return run()
    except KeyboardInterrupt:
        return 130


def _name_files_in_utf8() -> None:
    """Starts over in UTF-8 mode where the locale says that the names of files are in some other encoding: names become
    addresses, which must not depend on the locale. What is printed stays in the locale's, save where that is ASCII."""
    mode, encoding = ["-X", "utf8=1"], sys.getfilesystemencoding()
    if encoding != "utf-8" and sys.orig_argv[1:3] != mode:
        if encoding != "ascii":
            os.environ.setdefault("PYTHONIOENCODING", encoding)
        # The first ``-X utf8`` counts, before any that the command brought and before the environment.
        os.execv(sys.executable, [sys.executable, *mode, *sys.orig_argv[1:]])  # noqa: S606  # this very command


if __name__ == "__main__":
    sys.exit(main())
