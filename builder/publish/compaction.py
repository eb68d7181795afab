"""The store rewritten without what nobody needs any more, once that is most of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from .slices import Sliced
from .state import Rows, State
from .store import CONTENT, MAIN, Place, Store

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
    if size <= small or size <= _SHARE * state.needed:
        return state
    needed = _needed(state)
    state = replace(state, needed=sum(size for places in needed.values() for _, _, size in places))
    if size <= _SHARE * state.needed:
        return state
    aside.mkdir()
    moved: dict[Place, Place] = {}
    for name, places in needed.items():
        with closing(Store(folder, name)) as before, closing(Store(aside, name)) as after:
            for place in places:
                if (data := before.get(place)) is not None:
                    moved[place] = after.put(data)
    folder.rename(old)
    aside.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return _moved(state, moved)


def _moved(state: State, moved: Mapping[Place, Place]) -> State:
    """The state with its places ``moved``; of what was lost it knows nothing."""
    new = replace(state, inputs=Sliced(), cards=Sliced(), bodies=Sliced(), rows=Rows())
    for path, (said, place) in state.inputs.whole().items():
        new.inputs[path] = (said, moved.get(place) if place else None)
    for name, (shown, keys, place) in state.cards.whole().items():
        if place in moved:
            new.cards[name] = (shown, keys, moved[place])
    for digest, place in state.bodies.whole().items():
        if place in moved:
            new.bodies[digest] = moved[place]
    for route, row in state.rows.whole().items():
        new.rows[route] = replace(row, skeleton=moved.get(row.skeleton) if row.skeleton else None)
    return new


def _needed(state: State) -> dict[str, list[Place]]:
    """File -> what of the store must be in it."""
    inputs, cards = state.inputs.whole().values(), state.cards.whole().values()
    bodies, rows = state.bodies.whole().values(), state.rows.whole().values()
    return {
        CONTENT: [place for _, place in inputs if place] + [place for _, _, place in cards],
        MAIN: [*bodies, *(row.skeleton for row in rows if row.skeleton)],
    }
