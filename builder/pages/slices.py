"""Long lists cut into pages whose contents stay put while an archive grows.

Numbered pages count from the oldest article and are full, so a new article never pushes an old one to another page. The
list's own address shows the newest: the last full page and whatever has come since (see docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Card
from . import routes
from .views import Slice


def newest_first(cards: tuple[Card, ...], per_page: int, base: str) -> Iterator[Slice]:
    """Pages of ``cards`` (newest first): the list's own address with up to 2 × per_page - 1, then the full older ones.

    ``base`` is the list's folder, with a closing slash.
    """
    numbered = max(0, len(cards) // per_page - 1)
    first = len(cards) - numbered * per_page
    addresses = ["", *(routes.url(routes.numbered(base, number)) for number in (*range(1, numbered + 1), 0))]
    yield Slice(cards[:first], 0, "", addresses[numbered], len(cards))
    for number in range(numbered, 0, -1):
        start = len(cards) - number * per_page
        yield Slice(cards[start : start + per_page], number, addresses[number + 1], addresses[number - 1], 0)


def oldest_first(cards: tuple[Card, ...], per_page: int, base: str) -> Iterator[Slice]:
    """Pages of ``cards`` in reading order: the list's own address shows the beginning, ``page/2/`` what follows."""
    pages = max(1, -(-len(cards) // per_page))
    for number in range(1, pages + 1):
        before = routes.url(routes.numbered(base, number - 1 if number > 2 else 0)) if number > 1 else ""
        after = routes.url(routes.numbered(base, number + 1)) if number < pages else ""
        part = cards[(number - 1) * per_page : number * per_page]
        first = number == 1
        yield Slice(part, 0 if first else number, before, after, len(cards) if first else 0)
