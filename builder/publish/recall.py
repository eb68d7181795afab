"""What the last build knew, made again from what it kept: articles, cards, and the views of pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..archive.article_file import ArticleFile
from ..archive.publication import as_published
from ..model import Article, ArticleId, Card
from . import codec
from .fingerprint import view_digest
from .skeleton import Unpacker
from .state import KeptCard, Known, Row
from .store import Place, Store


class Recall:
    """Reads what is kept in a store. Every question raises KeyError where the answer is not there in full."""

    def __init__(self, store: Store, inputs: Mapping[str, Known], cards: Mapping[str, KeptCard]) -> None:
        """``inputs``, ``cards``: as ``state.State`` has them."""
        self._store, self._inputs, self._kept = store, inputs, cards
        self._cards: dict[ArticleId, Card] = {}  # pages that stand together show the same
        self._unpack = Unpacker(self.article, self.card)

    def view(self, row: Row) -> Any:
        """The view of a page as it was made; it is believed only if it has the digest that the page was made with."""
        view = self.remade(row)
        if view_digest(view) != row.view:
            raise KeyError(row.skeleton)
        return view

    def remade(self, row: Row) -> Any:
        """The view of a page with the articles and cards of this store."""
        return self._unpack(self._data(row.skeleton))

    def _data(self, place: Place | None) -> bytes:
        """An entry of the store."""
        data = self._store.get(place) if place else None
        if data is None:
            raise KeyError(place)
        return data

    def file(self, path: str) -> ArticleFile | None:
        """What an article's file said; None for anything else."""
        known = self._inputs.get(path)
        if known is None or known[1] is None:
            return None
        file = codec.loads(self._data(known[1]))
        return file if isinstance(file, ArticleFile) else None

    def article(self, path: str) -> Article:
        """An article as it is shown."""
        file = self.file(path)
        if file is None or file.article is None:
            raise KeyError(path)
        return as_published(file.article)

    def card(self, name: ArticleId) -> Card:
        """An article's card."""
        card = self._cards.get(name)
        if card is None:
            card = self._cards[name] = codec.load_card(self._data(self._kept[name][2]))
        return card
