"""A changed article spliced into the shards that hold its terms, and into no others.

The result is byte for byte what merging all articles anew would give: shards and trees depend on the terms alone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import Any

from . import keys, tree
from .gather import gather
from .layout import FAMILIES, FOLDER, WORD, shard_route
from .scan import Scanned
from .shard import Shard, codes, deflate, inflate, weight, words
from .state import State

Numbered = Sequence[tuple[int, Scanned]]
"""Articles with their numbers, ascending."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one term: the articles that let go of it, and its new occurrences, as packed numbers."""

    gone: frozenset[int]
    new: list[int]


def changes(old: Numbered, new: Numbered) -> dict[str, dict[Any, Change]]:
    """Family -> term -> its change, between two states of some articles; terms that stay as they were are left out."""
    before, after = _terms(old), _terms(new)
    gone = frozenset(number for number, _ in old)
    found: dict[str, dict[Any, Change]] = {}
    for family in FAMILIES:
        here, there = before.get(family, {}), after.get(family, {})
        found[family] = {
            name: Change(gone, memoryview(there.get(name, b"")).cast("Q").tolist())
            for name in here.keys() | there.keys()
            if here.get(name) != there.get(name)
        }
    return found


def _terms(articles: Numbered) -> dict[str, dict[Any, bytes]]:
    terms: dict[str, dict[Any, bytes]] = defaultdict(dict)
    for (family, _), columns in gather(articles).items():
        terms[family].update(columns.rows())
    return terms


def apply(state: State, family: str, terms: Mapping[Any, Change], limit: int) -> tuple[set[Any], set[Any]]:
    """Brings a family's files up to date. Terms that are new in the archive, and terms that are gone from it."""
    prefix = f"{FOLDER}{family}/r"
    weights = {
        route[len(prefix) : -len(".bin")]: size
        for route, (_, size) in state.files().items()
        if route.startswith(prefix)
    }
    key = keys.alphabetic if family == WORD else keys.spread
    names = words if family == WORD else codes
    shortest = tree.depth(family)
    paths = sorted(weights)
    touched: dict[str, dict[Any, Change]] = defaultdict(dict)
    for name, change in terms.items():
        touched[tree.find(paths, key(name), shortest)][name] = change
    held: dict[str, Shard[Any]] = {}

    def load(path: str) -> Shard[Any]:
        return Shard.from_bytes(inflate(state.file(shard_route(family, path))), names)

    come: set[Any] = set()
    gone: set[Any] = set()
    for path, here in touched.items():
        before = load(path) if path in weights else Shard([], [], [b""], [b""])
        after = held[path] = spliced(before, here)
        was, now = here.keys() & set(before.names), here.keys() & set(after.names)
        come |= now - was
        gone |= was - now
    dropped = {path for path in touched if path in weights}
    weights |= {path: sum(map(weight, shard.counts)) for path, shard in held.items()}
    sums: Counter[str] = Counter()  # of all below a node
    for path, size in weights.items():
        for length in range(shortest, len(path) + 1):
            sums[path[:length]] += size
    for path in touched:
        if path not in held:
            continue
        top = path
        while len(top) > shortest and sums[top[:-1]] <= limit:
            top = top[:-1]
        if top != path:  # so light now that it shares a file with its neighbours
            below = [other for other in weights if other.startswith(top)]
            dropped.update(other for other in below if other not in held)
            held[top] = _joined([held.pop(other) if other in held else load(other) for other in below])
            for other in below:
                del weights[other]
            weights[top] = sums[top]
    for path in dropped:
        state.drop_file(shard_route(family, path))
    for path, shard in held.items():
        for leaf_path, leaf in _split(shard, key, limit, path):
            size = sum(map(weight, leaf.counts))
            state.put_file(shard_route(family, leaf_path), deflate(leaf.to_bytes()), size)
    return come, gone


def _split(shard: Shard[Any], key: Any, limit: int, path: str) -> Iterable[tuple[str, Shard[Any]]]:
    if not shard.names:
        return
    sizes = list(map(weight, shard.counts))
    if sum(sizes) <= limit:
        yield path, shard
        return
    rows = rows_of(shard)
    ordered = sorted((key(name), name, size) for name, size in zip(shard.names, sizes, strict=True))
    for leaf in tree.leaves([(place, size) for place, _, size in ordered], limit, path):
        yield leaf.path, Shard.of({name: [rows[name]] for _, name, _ in ordered[leaf.start : leaf.stop]})


def _joined(shards: Iterable[Shard[Any]]) -> Shard[Any]:
    return Shard.of({name: [row] for shard in shards for name, row in rows_of(shard).items()})


def rows_of(shard: Shard[Any]) -> dict[Any, bytes]:
    """Each term's occurrences, packed."""
    return {
        name: array("Q", (number << 32 | position for number, position in shard.occurrences(name))).tobytes()
        for name in shard.names
    }


def spliced(shard: Shard[Any], terms: Mapping[Any, Change]) -> Shard[Any]:
    """The shard with some terms changed; the planes of all others are only copied."""
    names, counts = list(shard.names), list(shard.counts)
    starts = list(accumulate(counts, initial=0))
    pieces: list[tuple[bytes, list[bytes]]] = [
        (plane, []) for plane in (*_three(shard.steps), *_three(shard.positions))
    ]
    at = 0
    edits: list[tuple[int, bool, Any, int]] = []
    for name in sorted(terms):
        place = bisect_left(shard.names, name)
        there = place < len(shard.names) and shard.names[place] == name
        start = starts[place]
        stop = starts[place + 1] if there else start
        old = shard.occurrences(name) if there else []
        change = terms[name]
        kept = [number << 32 | position for number, position in old if number not in change.gone]
        rows = sorted(kept + change.new)
        numbers = [row >> 32 for row in rows]
        steps = list(map(sub, numbers, [-1, *numbers])) if rows else []
        wide = (array("I", steps).tobytes(), array("Q", rows).tobytes())
        fresh = [wide[0][k::4] for k in range(3)] + [wide[1][k::8] for k in range(3)]
        for (plane, parts), new in zip(pieces, fresh, strict=True):
            parts += (plane[at:start], new)
        at = stop
        edits.append((place, there, name, len(rows)))
    for plane, parts in pieces:
        parts.append(plane[at:])
    for place, there, name, count in reversed(edits):
        names[place : place + there] = [name] if count else []
        counts[place : place + there] = [count] if count else []
    planes = [b"".join(parts) for _, parts in pieces]
    return Shard(names, counts, _trim(planes[:3]), _trim(planes[3:]))


def _three(planes: list[bytes]) -> list[bytes]:
    return planes + [bytes(len(planes[0]))] * (3 - len(planes))


def _trim(planes: list[bytes]) -> list[bytes]:
    while len(planes) > 1 and not any(planes[-1]):
        planes.pop()
    return planes
