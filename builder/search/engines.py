"""The search engines by the names that archive.yaml and the command line know."""

from __future__ import annotations

import sys

from ..diagnostics import ArchiveError, Diagnostic
from .engine import SearchEngine


def engine(name: str) -> SearchEngine | None:
    """The engine of that name; None for ``none``. Raises ArchiveError for one that cannot work on this computer."""
    if name == "builtin":
        if sys.byteorder != "little":  # its planes are the bytes of numbers as they lie in memory
            raise ArchiveError([Diagnostic("search/byte-order")])
        from .builtin import BuiltinEngine

        return BuiltinEngine()
    if name == "pagefind":
        from .pagefind import PagefindEngine

        return PagefindEngine()
    return None
