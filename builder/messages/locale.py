"""Which of our two languages a person reads: by ``--lang``, else the environment, else the system."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

LANGUAGES = ("ja", "en")


def choose(explicit: str | None, environ: Mapping[str, str], platform: str = sys.platform) -> str:
    """``ja`` or ``en``. The variables are read in POSIX order; Windows, which has none, is asked itself."""
    if explicit in LANGUAGES:
        return explicit
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    return _windows() if platform == "win32" else "en"


def from_arguments(arguments: Sequence[str], option: str) -> str | None:
    """The value of ``option`` wherever it stands, read before anything else, so that even a usage error follows it."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith(f"{option}="):
            return argument.removeprefix(f"{option}=")
        if argument == option and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


def _windows() -> str:
    import ctypes

    japanese = 0x11  # LANG_JAPANESE, the lower ten bits of a language identifier
    library = getattr(ctypes, "windll", None)
    identifier = library.kernel32.GetUserDefaultUILanguage() if library else 0
    return "ja" if identifier & 0x3FF == japanese else "en"
