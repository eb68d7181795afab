"""A changed article spliced into the shards that hold its terms, and into no others.

The result is byte for byte what merging all articles anew would give: shards and trees depend on the terms alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from . import keys, tree
from .deflation import QUICK, deflate, inflate
from .layout import FAMILIES, FOLDER, WORD, shard_route
from .scan import Scanned
from .shard import Shard, codes, numbers_of, trimmed, weight, words
from .state import State
from .terms_of import add_terms

Numbered = Sequence[tuple[int, Scanned]]
"""Articles with their numbers, ascending."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one term: the articles that let go of it, and its new occurrences, as ``terms_of`` has them."""

    gone: frozenset[int]
    new: list[int]


def changes(old: Numbered, new: Numbered) -> dict[str, dict[Any, Change]]:
    """Family -> term -> its change, between two states of some articles; terms that stay as they were are left out."""
    before, after = _terms(old), _terms(new)
    gone = frozenset(number for number, _ in old)
    found: dict[str, dict[Any, Change]] = {}
    for family in FAMILIES:
        here, there = before[family], after[family]
        found[family] = {
            name: Change(gone, there.get(name, []))
            for name in here.keys() | there.keys()
            if here.get(name) != there.get(name)
        }
    return found


def _terms(articles: Numbered) -> dict[str, dict[Any, list[int]]]:
    terms: dict[str, dict[Any, list[int]]] = {family: defaultdict(list) for family in FAMILIES}
    for number, scanned in articles:
        add_terms(number, scanned, terms)
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
    paths = sorted(weights)

    def below(node: str) -> slice:
        return slice(bisect_left(paths, node), bisect_left(paths, f"{node}2"))  # 2 is more than 0 and 1

    for path in touched:
        if path not in held:
            continue
        top = path
        while len(top) > shortest and sum(weights[other] for other in paths[below(top[:-1])]) <= limit:
            top = top[:-1]
        if top != path:  # so light now that it shares a file with its neighbours
            joined = paths[below(top)]
            dropped.update(other for other in joined if other not in held)
            held[top] = _joined([held.pop(other) if other in held else load(other) for other in joined])
            weights[top] = sum(weights[other] for other in joined)
            paths[below(top)] = [top]
    for path in dropped:
        state.drop_file(shard_route(family, path))
    for path, shard in held.items():
        for leaf_path, leaf in _split(shard, key, limit, path):
            size = sum(map(weight, leaf.counts))
            state.put_file(shard_route(family, leaf_path), deflate(leaf.to_bytes(), QUICK), size)
    return come, gone


def _split(shard: Shard[Any], key: Any, limit: int, path: str) -> Iterable[tuple[str, Shard[Any]]]:
    if not shard.names:
        return
    sizes = list(map(weight, shard.counts))
    if sum(sizes) <= limit:
        yield path, shard
        return
    rows = _rows(shard)
    ordered = sorted((key(name), name, size) for name, size in zip(shard.names, sizes, strict=True))
    for leaf in tree.leaves([(place, size) for place, _, size in ordered], limit, path):
        yield leaf.path, _shard({name: rows[name] for _, name, _ in ordered[leaf.start : leaf.stop]})


def _joined(shards: Iterable[Shard[Any]]) -> Shard[Any]:
    return _shard({name: row for shard in shards for name, row in _rows(shard).items()})


_Row = tuple[int, list[bytes]]
"""How often a term occurs, and what the six planes have of it."""


def _rows(shard: Shard[Any]) -> dict[Any, _Row]:
    planes = (*_three(shard.steps), *_three(shard.positions))
    bounds = pairwise(accumulate(shard.counts, initial=0))
    return {
        name: (stop - start, [plane[start:stop] for plane in planes])
        for name, (start, stop) in zip(shard.names, bounds, strict=True)
    }


def _shard(rows: Mapping[Any, _Row]) -> Shard[Any]:
    names = sorted(rows)
    planes = [b"".join([rows[name][1][k] for name in names]) for k in range(6)]
    return Shard(names, [rows[name][0] for name in names], trimmed(planes[:3]), trimmed(planes[3:]))


def spliced(shard: Shard[Any], terms: Mapping[Any, Change]) -> Shard[Any]:
    """The shard with some terms changed; the planes of all others are only copied."""
    names, counts = list(shard.names), list(shard.counts)
    starts = list(accumulate(counts, initial=0))
    planes = (*_three(shard.steps), *_three(shard.positions))
    parts: list[list[bytes]] = [[] for _ in planes]
    edits: list[tuple[int, bool, Any, int]] = []
    at = 0
    for name in sorted(terms):
        place = bisect_left(shard.names, name)
        there = place < len(shard.names) and shard.names[place] == name
        start = starts[place]
        stop = starts[place + 1] if there else start
        rows = [plane[start:stop] for plane in planes]
        fresh, count = _edited(rows, terms[name])
        for plane, part, new in zip(planes, parts, fresh, strict=True):
            part += (plane[at:start], new)
        at = stop
        edits.append((place, there, name, count))
    whole = [b"".join((*part, plane[at:])) for plane, part in zip(planes, parts, strict=True)]
    for place, there, name, count in reversed(edits):
        names[place : place + there] = [name] if count else []
        counts[place : place + there] = [count] if count else []
    return Shard(names, counts, trimmed(whole[:3]), trimmed(whole[3:]))


def _edited(planes: Sequence[bytes], change: Change) -> tuple[list[bytes], int]:
    """The planes of one term's occurrences after a change, and how many occurrences there are.

    Only the rows of changed articles, and the step of the row behind them, are written anew.
    """
    numbers = list(accumulate(numbers_of(planes[:3]), initial=-1))[1:]
    new: dict[int, list[int]] = defaultdict(list)
    for occurrence in change.new:
        new[occurrence >> 32].append(occurrence & 0xFFFFFFFF)
    parts: list[list[bytes]] = [[] for _ in planes]
    before, at, count = -1, 0, 0

    def write(number: int, position: int) -> None:
        nonlocal before, count
        row = (number - before).to_bytes(3, "little") + position.to_bytes(3, "little")
        for k, part in enumerate(parts):
            part.append(row[k : k + 1])
        before = number
        count += 1

    def keep(start: int, stop: int) -> None:
        nonlocal before, count
        if start == stop:
            return
        write(numbers[start], int.from_bytes(bytes(plane[start] for plane in planes[3:]), "little"))
        for plane, part in zip(planes, parts, strict=True):
            part.append(plane[start + 1 : stop])
        before = numbers[stop - 1]
        count += stop - start - 1

    for article in sorted(change.gone | new.keys()):
        start, stop = bisect_left(numbers, article), bisect_right(numbers, article)
        keep(at, start)
        if article not in change.gone:
            keep(start, stop)
        for position in new.get(article, ()):
            write(article, position)
        at = stop
    keep(at, len(numbers))
    return [b"".join(part) for part in parts], count


def _three(planes: list[bytes]) -> list[bytes]:
    return planes + [bytes(len(planes[0]))] * (3 - len(planes))
