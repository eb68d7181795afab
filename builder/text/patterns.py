"""Regular expressions arranged for speed: ``re`` tries alternatives one by one at every position of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of ``words``, the longest where several fit; a blank matches any white space.

    Words with the same first character share one alternative.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[:1], []).append(_literal(word[1:]))
    return "|".join(_literal(first) + _grouped(behind) for first, behind in rests.items())


def spaced(name: str) -> str:
    """A pattern that matches ``name`` with or without a blank after any of its letters."""
    return r"[ \u3000]?".join(map(re.escape, "".join(name.split())))


def _literal(text: str) -> str:
    return re.escape(text).replace(r"\ ", r"\s+")


def _grouped(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def is_tied_to_start(pattern: str) -> bool:
    """Whether every alternative of ``pattern`` begins with ``^``."""
    bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)
    while "(" in bare:
        shorter = re.sub(r"\([^()]*\)", "x", bare)
        if shorter == bare:
            return False
        bare = shorter
    return all(alternative.startswith("^") for alternative in bare.split("|"))


def search_with(pattern: re.Pattern[str]) -> Callable[[str], re.Match[str] | None]:
    """``pattern.search``, which looks only where a line starts if ``pattern`` is tied to it."""
    return pattern.match if is_tied_to_start(pattern.pattern) else pattern.search
