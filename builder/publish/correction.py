"""The commonest edit of all, what an article or two say corrected, without planning the site again.

Nothing but the pages that show these articles or their cards can change, if all that decides where an article stands is
as it was. Whether it is, is looked at here; in any other case there is no quick way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from ..archive.assemble import reworded
from ..model import Article, Rights, Status
from ..pages.page import Page
from ..search.engine import SearchDocument
from . import codec
from .documents import document
from .memory import Memory
from .quick import untouched
from .recall import Recall
from .scene import Scene, Todo
from .skeleton import mark
from .stale import Reason
from .store import CONTENT, Store

_MOST = 20
"""Changed files up to which the quick way is tried."""


def correction(scene: Scene, memory: Memory) -> Todo | None:
    """What to do where a few articles say something else and stand where they stood; None where more changed."""
    changed = scene.reading.changed
    if not scene.comparable or scene.reading.faulty or not 0 < len(changed) <= _MOST:
        return None
    if scene.order.options.dry_run or not all(path in scene.inputs.content for path in changed):
        return None
    with closing(Store(scene.order.store, CONTENT)) as store:
        try:
            return _Correction(scene, store).todo(memory)
        except KeyError:  # the store lacks something
            return None


class _Correction:
    """Looks at the changed articles and their cards as they were and as they are."""

    def __init__(self, scene: Scene, store: Store) -> None:
        self._scene, self._store = scene, store
        self._was = Recall(store, scene.last.inputs, scene.last.cards)
        self._is = Recall(store, scene.now.inputs, scene.now.cards)
        self._old: dict[str, Article] = {}
        self._new: dict[str, Article] = {}

    def todo(self, memory: Memory) -> Todo | None:
        for path in self._scene.reading.changed:
            old, new = self._was.file(path), self._is.file(path)
            if old is None or new is None or old.accepted != new.accepted:
                return None
            if old.article is None or new.article is None or not stands_where_it_stood(old.article, new.article):
                return None
            self._old[path], self._new[path] = old.article, new.article
        self._keep()
        todo = untouched(self._scene, memory)
        for page in self._pages():
            todo.pages[page.route], todo.reasons[page.route] = page, Reason.CONTENT
        todo.corrected = tuple([self._documents(path) for path in self._new])
        texts, shown = {article.id: article.body for article in self._new.values()}, todo.shown
        todo.shown = lambda name: texts.get(name) or shown(name)
        return todo

    def _keep(self) -> None:
        """The cards as they are, for later builds; bodies that were are not asked for again."""
        now = self._scene.now
        for path, article in self._new.items():
            was, keys, _ = now.cards[article.id]
            card = reworded(self._was.card(article.id), article)
            if was != card.digest:
                now.cards[article.id] = (card.digest, keys, self._store.put(codec.dump_card(card)))
            if self._old[path].body.digest != article.body.digest:
                now.bodies.pop(self._old[path].body.digest, None)

    def _pages(self) -> Iterator[Page]:
        """Those that show something of what changed, as they are now. Raises KeyError."""
        names = (*self._new, *(article.id for article in self._new.values()))
        for route, row in self._scene.last.rows.marked({mark(name) for name in names}):
            before, view = self._was.view(row), self._is.remade(row)
            if view != before:
                yield Page(route, row.template, view)

    def _documents(self, path: str) -> tuple[str, SearchDocument]:
        """The digest of an article's document as it was, and the document as it is."""
        old, new = self._old[path], self._new[path]
        keys = self._scene.last.cards[new.id][1]
        before = document(old, self._was.card(old.id), keys)
        return before.digest, document(new, self._is.card(new.id), keys)


def stands_where_it_stood(old: Article, new: Article) -> bool:
    """True where no list, index or neighbour can tell the two apart but by the words they show."""
    said = replace(
        new,
        title=old.title,
        subtitle=old.subtitle,
        body=old.body,
        section=old.section,
        note=old.note,
        summary=old.summary,
        seal=old.seal,
        excerpt=old.excerpt,
        length=old.length,
        digest=old.digest,
    )
    return (
        said == old
        and bool(new.excerpt) == bool(old.excerpt)
        and new.rights is Rights.FULL
        and new.status in (Status.PUBLISHED, Status.REVIEW)
        and not new.embargo
    )
