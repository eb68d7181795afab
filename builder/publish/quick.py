"""The commonest edit of all, a text corrected in a file or two, without planning the site again.

Nothing but the pages that show these articles in full can change, if all that an article's cards, lists and neighbours
are made of is as it was. Whether it is, is looked at here; in any other case there is no quick way.
"""

from __future__ import annotations

from dataclasses import replace

from ..archive.article_file import ArticleFile
from ..model import Article, ArticleId, Card, Rights, Status
from ..pages.page import Page
from ..search.engine import SearchDocument
from . import codec
from .documents import document, documents, shown_in
from .fingerprint import view_digest
from .memory import Memory
from .report import remembered
from .scene import Scene, Todo
from .skeleton import Unpacker
from .stale import Reason
from .state import Known
from .store import MAIN, Place, Store
from .work import workshop

_MOST = 20
"""Changed files up to which the quick way is tried."""


def overdue_index(scene: Scene, memory: Memory) -> Todo | None:
    """What to do where only the search index is behind; None where anything else is."""
    if not scene.inputs_unchanged or scene.hurried or scene.order.options.dry_run:
        return None
    return _untouched(scene, memory)


def _untouched(scene: Scene, memory: Memory) -> Todo:
    scene.now.templates, scene.now.template_files = scene.last.templates, scene.last.template_files
    return Todo(
        workshop(scene),
        lambda: documents(memory.archive(scene)[0]),
        shown_in(lambda: memory.archive(scene)[0]),
        problems=remembered(scene.last.notes),
    )


def correction(scene: Scene, memory: Memory) -> Todo | None:
    """What to do where nothing but the texts of a few articles changed; None where more did."""
    changed = scene.reading.changed
    if not scene.comparable or scene.reading.faulty or not 0 < len(changed) <= _MOST:
        return None
    if scene.order.options.dry_run or not all(path in scene.inputs.content for path in changed):
        return None
    store = Store(scene.order.store, MAIN)
    try:
        return _Correction(scene, store).todo(memory)
    except KeyError:  # the store lacks something
        return None
    finally:
        store.close()


class _Correction:
    """Looks at the changed articles as they were and as they are."""

    def __init__(self, scene: Scene, store: Store) -> None:
        self._scene, self._store = scene, store
        self._old: dict[str, Article] = {}
        self._new: dict[str, Article] = {}

    def todo(self, memory: Memory) -> Todo | None:
        scene = self._scene
        for path in scene.reading.changed:
            old, new = self._article(scene.last.inputs.get(path)), self._article(scene.now.inputs.get(path))
            if old is None or new is None or not _text_alone_differs(old, new):
                return None
            self._old[path], self._new[path] = old, new
            scene.now.bodies.pop(old.body.digest, None)
        routes = {route for path in self._new for route in scene.last.shown.get(path, ())}
        before, after = Unpacker(self._as_it_was, self._card), Unpacker(self._as_it_is, self._card)
        todo = _untouched(scene, memory)
        for route in routes:
            row = scene.last.rows[route]
            data = self._get(row.skeleton)
            if view_digest(before(data)) != row.view:
                return None
            todo.pages[route] = Page(route, row.template, after(data))
            todo.reasons[route] = Reason.CONTENT
        memory.correct(scene, self._new)
        todo.corrected = tuple([self._documents(path) for path in self._new])
        texts, shown = {article.id: article.body for article in self._new.values()}, todo.shown
        todo.shown = lambda name: texts.get(name) or shown(name)
        return todo

    def _documents(self, path: str) -> tuple[str, SearchDocument]:
        """The digest of an article's document as it was, and the document as it is."""
        old, new = self._old[path], self._new[path]
        card, (_, keys, _) = self._card(new.id), self._scene.last.cards[new.id]
        return document(old, card, keys).digest, document(new, card, keys)

    def _get(self, place: Place | None) -> bytes:
        data = self._store.get(place) if place else None
        if data is None:
            raise KeyError(place)
        return data

    def _article(self, known: Known | None) -> Article | None:
        if known is None or known[1] is None:
            return None
        file = codec.loads(self._get(known[1]))
        return file.article if isinstance(file, ArticleFile) else None

    def _card(self, identifier: ArticleId) -> Card:
        return codec.load_card(self._get(self._scene.last.cards[identifier][2]))

    def _as_it_was(self, path: str) -> Article:
        return self._old.get(path) or self._unchanged(path)

    def _as_it_is(self, path: str) -> Article:
        return self._new.get(path) or self._unchanged(path)

    def _unchanged(self, path: str) -> Article:
        article = self._article(self._scene.last.inputs.get(path))
        if article is None:
            raise KeyError(path)
        return article


def _text_alone_differs(old: Article, new: Article) -> bool:
    """True where no card, list or neighbour can tell the two apart."""
    return (
        replace(new, body=old.body, length=old.length, digest=old.digest) == old
        and round(new.length, -2) == round(old.length, -2)
        and new.rights is Rights.FULL
        and new.status in (Status.PUBLISHED, Status.REVIEW)
        and not new.embargo
    )
