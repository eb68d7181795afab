"""One shard: the occurrences of some terms, as bytes.

Before it is deflated a shard reads, little-endian:

    u8 a, u8 b, u16 0, u32 terms, u32 occurrences, u32 length of the names
    names of the terms in ascending order: of words, UTF-8 joined by newlines; of pairs and signs, whose names are
      numbers, their four planes of ``terms`` bytes
    3 planes of ``terms`` bytes: each term's number of occurrences
    a planes of ``occurrences`` bytes: the article's number less that of the occurrence before (at a term's first
      occurrence: the number plus one; so 0 always means the same article)
    b planes of ``occurrences`` bytes: the position

A plane holds one byte of each number, and the planes of a column go from the low byte to the high. Planes keep bytes
of one meaning together: that is what makes them deflate, and what makes both the writer and the browser quick, since
a term is a slice of each plane. In a shard of single signs the place of the position is taken by
``note << 8 | first fragment``.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_HEAD = struct.Struct("<BBHIII")

Name = TypeVar("Name", int, str)
"""A pair's or sign's number, or a word."""
Count = TypeVar("Count", int, "npt.NDArray[np.intp]")
"""A number, or an array of them."""


def weight(occurrences: Count) -> Count:
    """What a term adds to the size of its shard: near the bytes it takes, and a function of nothing but itself."""
    return 5 + 3 * occurrences


@dataclass(frozen=True, slots=True)
class Shard(Generic[Name]):
    """The columns of a shard. Planes are as many as the largest number needs, at least one."""

    names: list[Name]
    counts: list[int]
    steps: list[bytes]
    positions: list[bytes]

    def to_bytes(self) -> bytes:
        """The shard as the module's docstring lays it out."""
        counts = array("I", self.counts).tobytes()
        if self.names and isinstance(self.names[0], str):
            names = "\n".join(map(str, self.names)).encode()
        else:
            packed = array("I", map(int, self.names)).tobytes()
            names = b"".join(packed[at::4] for at in range(4))
        head = _HEAD.pack(len(self.steps), len(self.positions), 0, len(self.names), sum(self.counts), len(names))
        low_to_high: list[bytes] = [counts[at::4] for at in range(3)]
        return b"".join((head, names, *low_to_high, *self.steps, *self.positions))

    @classmethod
    def from_bytes(cls, data: bytes, names_of: Callable[[bytes], list[Name]]) -> Shard[Name]:
        """What ``to_bytes`` wrote; ``names_of`` is ``codes`` or ``words``. Raises ValueError where parts do not fit."""
        a, b, _, terms, occurrences, length = _HEAD.unpack_from(data)
        at = _HEAD.size + length
        names = names_of(data[_HEAD.size : at])
        counts = numbers_of([data[at + terms * k : at + terms * (k + 1)] for k in range(3)])
        at += 3 * terms
        planes = [data[at + occurrences * k : at + occurrences * (k + 1)] for k in range(a + b)]
        whole = len(data) == at + occurrences * (a + b)
        if not (a and b and whole and len(names) == terms and sum(counts) == occurrences):
            raise ValueError("this is no shard")
        return cls(names, counts, planes[:a], planes[a:])

    def occurrences(self, name: Name) -> list[tuple[int, int]]:
        """(article number, position) of a term, in order; empty where the shard has no such term."""
        at = bisect_left(self.names, name)
        if at == len(self.names) or self.names[at] != name:
            return []
        start = sum(self.counts[:at])
        stop = start + self.counts[at]
        numbers = accumulate(numbers_of([plane[start:stop] for plane in self.steps]), initial=-1)
        next(numbers)
        return list(zip(numbers, numbers_of([plane[start:stop] for plane in self.positions]), strict=True))


def codes(data: bytes) -> list[int]:
    """Names of a shard of pairs or signs."""
    terms = len(data) >> 2
    return numbers_of([data[terms * at : terms * (at + 1)] for at in range(4)])


def words(data: bytes) -> list[str]:
    """Names of a shard of words."""
    return data.decode().split("\n") if data else []


def numbers_of(planes: Sequence[bytes]) -> list[int]:
    """The numbers that planes spell."""
    wide = bytearray(4 * len(planes[0]))
    for at, plane in enumerate(planes):
        wide[at::4] = plane
    return memoryview(wide).cast("I").tolist()


def trimmed(planes: list[bytes]) -> list[bytes]:
    """Without the high planes that are all zero."""
    while len(planes) > 1 and not planes[-1].rstrip(b"\0"):
        planes.pop()
    return planes
