"""Which record a printed name belongs to: one person, topic or series behind several spellings."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Equal for spellings that differ in width, case or spaces only."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


class Names:
    """A table from names to ids. Records first, then the names that have none."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def claim(self, name: str, identifier: str) -> str:
        """Gives ``name`` to a record; returns the id of the record that has it already, else an empty text."""
        owner = self._ids.setdefault(key(name), identifier)
        return "" if owner == identifier else owner

    def adopt(self, names: Iterable[str]) -> dict[str, str]:
        """Gives every name without a record an id, the most frequent of its spellings: id -> that spelling."""
        spellings: dict[str, Counter[str]] = {}
        for name, count in Counter(names).items():
            folded = key(name)
            if folded not in self._ids:
                spellings.setdefault(folded, Counter())[name] += count
        chosen: dict[str, str] = {}
        for folded, counts in spellings.items():
            best = min(counts, key=lambda name: (-counts[name], name))
            self._ids[folded] = best
            chosen[best] = best
        return chosen

    def __getitem__(self, name: str) -> str:
        """The id behind a name that was claimed or adopted."""
        return self._ids[key(name)]
