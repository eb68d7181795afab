"""The words of the archive, by first letter: what a misspelt word is compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .deflation import THOROUGH, deflate, inflate
from .layout import WORDS_SHORTEST, words_route


def by_route(words: Iterable[str]) -> dict[str, list[str]]:
    """The words worth proposing, by the file that lists them."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= WORDS_SHORTEST and "a" <= word[0] <= "z":
            found[words_route(word[0])].append(word)
    return found


def to_bytes(words: Iterable[str]) -> bytes:
    """A file of words."""
    return deflate("\n".join(sorted(words)).encode(), THOROUGH)


def from_bytes(data: bytes) -> list[str]:
    """What ``to_bytes`` wrote."""
    return inflate(data).decode().split("\n")
