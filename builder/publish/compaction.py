"""The store rewritten without what nobody needs any more, once that is most of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .state import Row, State
from .store import CONTENT, MAIN, Place, Store, get_many

_SMALL = 32_000_000
"""Bytes up to which a store may hold what it likes."""
_SHARE = 3
"""A store may be so many times as large as what is needed of it."""


def compacted(state: State, folder: Path, *, small: int = _SMALL) -> State:
    """The state, with a smaller store in ``folder`` if that was worth while. An entry that is damaged is left out.

    Cut short, it leaves a state whose places are wrong; every entry carries a check, so they count as missing.
    """
    aside, old = folder.with_name("store-new"), folder.with_name("store-old")
    for left in (aside, old):  # by a build that was cut short
        shutil.rmtree(left, ignore_errors=True)
    size = sum(path.stat().st_size for path in folder.iterdir()) if folder.exists() else 0
    if size <= small or size <= _SHARE * sum(place[2] for place in _needed(state)):
        return state
    aside.mkdir()
    moved: dict[Place, Place] = {}
    for name, places in (
        (CONTENT, [p for _, _, p in state.inputs.values() if p] + [p for _, p in state.cards.values()]),
        (MAIN, list(state.bodies.values()) + [row.skeleton for row in state.outputs.values() if row.skeleton]),
    ):
        store = Store(aside, name)
        for place, data in get_many(folder, places).items():
            moved[place] = store.put(data)
        store.close()
    folder.rename(old)
    aside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return replace(
        state,
        inputs={
            p: (s, d, moved.get(at) if at else None) for p, (s, d, at) in state.inputs.items() if not at or at in moved
        },
        cards={name: (digest, moved[at]) for name, (digest, at) in state.cards.items() if at in moved},
        bodies={digest: moved[at] for digest, at in state.bodies.items() if at in moved},
        outputs={route: _moved(row, moved) for route, row in state.outputs.items()},
    )


def _moved(row: Row, moved: dict[Place, Place]) -> Row:
    return row if row.skeleton is None else replace(row, skeleton=moved.get(row.skeleton))


def _needed(state: State) -> Iterator[Place]:
    yield from (place for _, _, place in state.inputs.values() if place)
    yield from (place for _, place in state.cards.values())
    yield from state.bodies.values()
    yield from (row.skeleton for row in state.outputs.values() if row.skeleton)
