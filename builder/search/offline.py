"""The index once more as scripts, for a copy of the site that is opened from a folder.

There a page may load scripts but not fetch files. Each pack carries the files whose routes fall to it, in base64. A
large archive goes without: it would double what is published for a use that a large archive does not have.
"""

from __future__ import annotations

import base64
import json

from .layout import OFFLINE, offline_route
from .state import State

PACKS = 32
MOST_ARTICLES = 3000
"""Archives with more articles carry no packs."""


def pack_of(route: str) -> int:
    """The pack that carries a file; ``client/store.js`` counts alike."""
    found = 0
    for sign in route:
        found = (found * 31 + ord(sign)) % 65521
    return found % PACKS


def write(state: State, articles: int) -> None:
    """Brings the packs up to date with the files touched since; drops them where the archive has grown too large."""
    listed = state.files()
    packs = [route for route in listed if route.startswith(OFFLINE)]
    if articles > MOST_ARTICLES:
        for route in packs:
            state.drop_file(route)
        return
    stale = {pack_of(route) for route in (state.touched if packs else listed) if route.endswith(".bin")}
    members: dict[int, list[str]] = {pack: [] for pack in stale}
    for route in sorted(listed):
        if route.endswith(".bin") and pack_of(route) in stale:
            members[pack_of(route)].append(route)
    for pack, routes in members.items():
        if not routes:
            state.drop_file(offline_route(pack))
            continue
        files = {route: base64.b64encode(state.file(route)).decode() for route in routes}
        script = f"Object.assign(globalThis.rondanPack ??= {{}}, {json.dumps(files, separators=(',', ':'))});\n"
        state.put_file(offline_route(pack), script.encode())
