"""The 32-bit key by which a term finds its shard. ``client/keys.js`` computes the same.

Pairs and single signs are spread by a hash, so that every shard fills evenly and none grows with a popular radical;
words keep the order of their letters, so that a beginning of a word names a range of shards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy.typing as npt

Code = TypeVar("Code", int, "npt.NDArray[Any]")
"""A number, or an array of them, of 64 bits without sign."""

BITS = 32
_LETTER_BITS = 5
_LETTERS = BITS // _LETTER_BITS


def code(first: Code, second: Code | int = 0) -> Code:
    """The number of a pair of UTF-16 units, or of a single one. The low bytes of both units come first, so that the
    numbers of an archive's pairs differ in their low bits, by which Python's dictionaries place them."""
    return first & 0xFF | (second & 0xFF) << 8 | (first & 0xFF00) << 8 | (second & 0xFF00) << 16


def halves(code: Code) -> tuple[Code, Code]:
    """The two units of a pair."""
    return code & 0xFF | code >> 8 & 0xFF00, code >> 8 & 0xFF | code >> 16 & 0xFF00


def spread(code: Code) -> Code:
    """Key of a pair or of a single sign."""
    first, second = halves(code)
    h = (first * 0x9E3779B1 + second * 0x85EBCA77) & 0xFFFFFFFF
    h ^= h >> 15
    key: Code = h * 0x2C1B3C6D & 0xFFFFFFFF
    return key


def alphabetic(word: str) -> int:
    """Key of a word: five bits for each of its first six letters, 0 after its end."""
    key = 0
    for letter in word[:_LETTERS].ljust(_LETTERS, "\0"):
        code = ord(letter)
        key = key << _LETTER_BITS | (0 if not code else code - 96 if 97 <= code <= 122 else 27 + code % 5)
    return key << BITS - _LETTERS * _LETTER_BITS


def span(prefix: str) -> tuple[int, int]:
    """First and last key of the words that begin with ``prefix``."""
    letters = prefix[:_LETTERS]
    low = alphabetic(letters)
    return low, low | (1 << BITS - len(letters) * _LETTER_BITS) - 1
