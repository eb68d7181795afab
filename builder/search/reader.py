"""The index as a query sees it: terms and fragments, fetched file by file. ``client/store.js`` is its counterpart."""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any, TypeVar

from . import fragments, keys, meta, tree, vocabulary
from .deflation import inflate
from .layout import FACETS, FAMILIES, META, WORD, shard_route, text_route, words_route
from .numbering import STEP
from .shard import Shard, codes, words

_Out = TypeVar("_Out")

Occurrences = list[tuple[int, int]]
"""(article number, position), ascending."""


class Unreadable(Exception):  # noqa: N818  # told to people in their own words
    """A file of the index, whose route is the argument, is damaged, or of another version."""


class Index:
    """A finished index. Raises Unreadable; where a file it names is missing, KeyError or OSError, as ``read`` does."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """``read`` gives the bytes of a route."""
        self._read = read
        self.meta, self._paths = self._decoded(META, _meta_and_trees)
        self._shards: dict[tuple[str, str], Shard[Any]] = {}
        self.numbers: list[int] = [n for year in self.meta.years for n in range(year.start, year.start + year.count)]
        self._known = frozenset(self.numbers)
        self.lengths = [sum(units) for units in self.meta.units]
        self.average = max(1, sum(self.lengths) // max(1, len(self.lengths)))

    def ordinal(self, number: int) -> int:
        """Which article a number means, counted from the oldest."""
        return bisect_left(self.numbers, number)

    def length(self, number: int) -> int:
        """An article's length, in units of its fragments."""
        return self.lengths[self.ordinal(number)]

    def code(self, family: str, code: int) -> Occurrences:
        """Occurrences of a pair; of a single sign, (number, note << 8 | first fragment)."""
        path = tree.find(self._paths[family], keys.spread(code), tree.depth(family))
        return self._occurrences(family, path, code) if path in self._paths[family] else []

    def words(self, beginning: str, wanted: Callable[[str], bool]) -> Iterator[tuple[str, Occurrences]]:
        """The words that begin so and are wanted, each with its occurrences, in order."""
        for path in tree.prefixed(self._paths[WORD], *keys.span(beginning)):
            shard = self._shard(WORD, path)
            for at in range(bisect_left(shard.names, beginning), len(shard.names)):
                name = shard.names[at]
                if not name.startswith(beginning):
                    break
                if wanted(name):
                    yield name, self._occurrences(WORD, path, name)

    def vocabulary(self, letter: str) -> list[str]:
        """The words that begin with a letter and may be proposed for misspelt ones."""
        return self._decoded(words_route(letter), vocabulary.from_bytes) if letter in self.meta.letters else []

    def facets(self) -> meta.Facets:
        """Names of authors, topics and series, and which of them each article has."""
        return self._decoded(FACETS, lambda data: meta.read_facets(data, len(self.numbers)))

    def fragment(self, number: int, which: int) -> fragments.Fragment:
        """One of an article's fragments; of the last, where it has fewer."""
        at = self.ordinal(number)
        first = bisect_left(self.numbers, number // STEP * STEP)
        units = self.meta.units[at]
        which = min(which, len(units) - 1)
        start = sum(map(sum, self.meta.units[first:at])) + sum(units[:which])
        here = slice(start * fragments.UNIT, (start + units[which]) * fragments.UNIT)
        return self._decoded(text_route(number // STEP), lambda data: fragments.unpack(data[here]))

    def _occurrences(self, family: str, path: str, name: int | str) -> Occurrences:
        found = self._shard(family, path).occurrences(name)
        if not self._known.issuperset(map(itemgetter(0), found)):  # some of its bytes are not what they were
            raise Unreadable(shard_route(family, path))
        return found

    def _shard(self, family: str, path: str) -> Shard[Any]:
        shard = self._shards.get((family, path))
        if shard is None:
            names: Any = words if family == WORD else codes
            route = shard_route(family, path)
            shard = self._decoded(route, lambda data: Shard.from_bytes(inflate(data), names))
            self._shards[family, path] = shard
        return shard

    def _decoded(self, route: str, decode: Callable[[bytes], _Out]) -> _Out:
        data = self._read(route)
        try:
            return decode(data)
        except (zlib.error, struct.error, ValueError, LookupError, TypeError, StopIteration) as error:
            raise Unreadable(route) from error


def _meta_and_trees(data: bytes) -> tuple[meta.Meta, dict[str, list[str]]]:
    described = meta.read_meta(data)
    return described, {family: tree.read(described.trees[family]) for family in FAMILIES}
