"""Two versions that were made of one: what the second changed, changed in the first as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple


class _Change(NamedTuple):
    first: int
    end: int
    """Lines of the base that are replaced: from ``first`` to before ``end``; none where lines are only added."""
    is_theirs: bool
    lines: tuple[str, ...]


def merged(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The lines of ``mine`` with all that ``theirs`` changed of ``base``. Where both changed the same lines, ``theirs``
    stand; where both added lines at one place, both."""
    result: list[str] = []
    done = 0
    for group in _groups(sorted([*_changes(base, mine, is_theirs=False), *_changes(base, theirs, is_theirs=True)])):
        first, end = group[0].first, max(change.end for change in group)
        result += base[done:first]
        done = end
        its = [change for change in group if change.is_theirs]
        if len(its) in (0, len(group)):
            result += _changed(base, group, first, end)
        else:
            mine_too = first == end and group[0].lines != its[0].lines
            result += [*(group[0].lines if mine_too else ()), *_changed(base, its, first, end)]
    return [*result, *base[done:]]


def _changes(base: Sequence[str], other: Sequence[str], *, is_theirs: bool) -> Iterable[_Change]:
    """As small as they can be told apart: as many lines for as many are a change each."""
    for kind, first, end, start, stop in SequenceMatcher(None, base, other).get_opcodes():
        if kind == "replace" and end - first == stop - start:
            for at, line in enumerate(other[start:stop], first):
                yield _Change(at, at + 1, is_theirs, (line,))
        elif kind != "equal":
            yield _Change(first, end, is_theirs, tuple(other[start:stop]))


def _groups(changes: Iterable[_Change]) -> Iterable[list[_Change]]:
    """Changes that meet, together: they share lines, or add some at one place. In the order of the lines."""
    group: list[_Change] = []
    end = -1
    for change in changes:
        adds_there_too = group and (change.first, change.end) == (group[0].first, end)
        if group and not (change.first < end or adds_there_too):
            yield group
            group = []
        end = max(end, change.end) if group else change.end
        group.append(change)
    if group:
        yield group


def _changed(base: Sequence[str], changes: Iterable[_Change], first: int, end: int) -> Iterable[str]:
    """Lines ``first`` to ``end`` of the base after the changes of one side."""
    for change in changes:
        yield from base[first : change.first]
        yield from change.lines
        first = change.end
    yield from base[first:end]
