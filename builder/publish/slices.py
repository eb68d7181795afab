"""A large mapping of which an edit reads and changes a little.

Entries are kept in slices, by a check sum of their keys. A slice is decoded when something of it is first asked for,
and encoded again only where it was changed; so what an edit does not touch stays a row of bytes.
"""

from __future__ import annotations

import marshal
from collections.abc import Collection, Iterator, Mapping, MutableMapping, Sequence
from typing import Self, TypeVar
from zlib import crc32

_V = TypeVar("_V")

_FULL = 256
"""Entries a slice should have, more or less."""

Packed = tuple[int, Sequence[bytes]]
"""How many entries there are, and the slices, as many as a power of two."""


class Sliced(MutableMapping[str, _V]):
    """The mapping. Its values are such as ``marshal`` takes, unless ``encode`` and ``decode`` say otherwise."""

    __slots__ = ("_count", "_own", "_packed", "_slices", "_whole")

    def __init__(self, packed: Packed = (0, (b"",))) -> None:
        self._count = packed[0]
        self._packed: list[bytes | None] = [*packed[1]]  # None: has changed since
        self._slices: list[dict[str, _V] | None] = [None] * len(self._packed)  # None: not decoded yet
        self._own: set[int] = set()  # slices that no copy shares
        self._whole: dict[str, _V] | None = None

    def encode(self, entries: dict[str, _V]) -> bytes:
        """A slice as it is kept."""
        return marshal.dumps(entries)

    def decode(self, data: bytes) -> dict[str, _V]:
        """The inverse of ``encode``."""
        entries: dict[str, _V] = marshal.loads(data)  # noqa: S302  # our own, checked when it was read
        return entries

    def packed(self) -> Packed:
        """All of it, to be kept."""
        wanted = 1 << (self._count // _FULL).bit_length()
        if wanted > 4 * len(self._slices) or len(self._slices) > 4 * wanted:
            self._divide(wanted)
        kept = [self.encode(self._slice(at)) if data is None else data for at, data in enumerate(self._packed)]
        self._packed = [*kept]
        return self._count, kept

    def copy(self) -> Self:
        """Another mapping of the same entries; a slice is shared until it is changed."""
        other = type(self)()
        other._count, other._whole = self._count, self._whole
        other._packed, other._slices = list(self._packed), list(self._slices)
        self._own = set()
        return other

    def whole(self) -> Mapping[str, _V]:
        """All entries, to go through them or to ask for many."""
        if self._whole is None:
            self._whole = {}
            for at in range(len(self._slices)):
                self._whole.update(self._slice(at))
        return self._whole

    def holding(self, parts: Collection[bytes]) -> Iterator[Mapping[str, _V]]:
        """The slices that may hold one of ``parts`` in their encoded form; the others need not be decoded for it."""
        for at, data in enumerate(self._packed):
            if data is None or any(part in data for part in parts):
                yield self._slice(at)

    def has_keys_of(self, other: Sliced[_V]) -> bool:
        """True where both have the same keys; slices that are shared are not looked into."""
        if len(self._slices) != len(other._slices):
            return self.whole().keys() == other.whole().keys()
        return self._count == other._count and all(
            self._slice(at).keys() == other._slice(at).keys() for at in self._differing(other)
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sliced):
            return NotImplemented
        if len(self._slices) != len(other._slices):
            return self.whole() == other.whole()
        return all(self._slice(at) == other._slice(at) for at in self._differing(other))

    __hash__ = None  # type: ignore[assignment]  # can be changed

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._slice(self._place(key))

    def __getitem__(self, key: str) -> _V:
        return self._slice(self._place(key))[key]

    def __setitem__(self, key: str, value: _V) -> None:
        at = self._place(key)
        here = self._slice(at)
        if key not in here:
            self._count += 1
        elif here[key] == value:
            return
        self._changeable(at)[key] = value

    def __delitem__(self, key: str) -> None:
        at = self._place(key)
        if key not in self._slice(at):
            raise KeyError(key)
        del self._changeable(at)[key]
        self._count -= 1

    def _place(self, key: str) -> int:
        return crc32(key.encode("utf-8", "surrogatepass")) & len(self._slices) - 1

    def _slice(self, at: int) -> dict[str, _V]:
        found = self._slices[at]
        if found is None:
            data = self._packed[at]
            found = self._slices[at] = self.decode(data) if data else {}
        return found

    def _changeable(self, at: int) -> dict[str, _V]:
        here = self._slice(at)
        if at not in self._own:
            here = self._slices[at] = dict(here)
            self._own.add(at)
        self._packed[at] = self._whole = None
        return here

    def _differing(self, other: Sliced[_V]) -> list[int]:
        """The slices that are not one and the same."""
        return [
            at
            for at, (packed, entries) in enumerate(zip(self._packed, self._slices, strict=True))
            if (packed is None or packed is not other._packed[at])
            and (entries is None or entries is not other._slices[at])
        ]

    def _divide(self, count: int) -> None:
        entries = self.whole()
        self._packed, self._slices = [None] * count, [{} for _ in range(count)]
        self._own = set(range(count))
        for key, value in entries.items():
            here = self._slices[self._place(key)]
            assert here is not None
            here[key] = value
