"""The search engines by the names that archive.yaml and the command line know."""

from __future__ import annotations

from .engine import SearchEngine


def engine(name: str) -> SearchEngine | None:
    """The engine of that name; None for ``none``."""
    if name == "builtin":
        from .builtin import BuiltinEngine

        return BuiltinEngine()
    if name == "pagefind":
        from .pagefind import PagefindEngine

        return PagefindEngine()
    return None
