"""Rondan's own search index: positional pairs of signs and words, in small static files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from .. import program
from ..model import ArticleId
from ..spreading import spread
from . import bundle, fragments, meta, offline, splice, tree, vocabulary
from .engine import Correction, Done, SearchDocument, SearchEngine, SearchIndex, collection_digest, nobody
from .layout import FACETS, FAMILIES, FOLDER, META, OFFLINE, WORD, shard_route, text_route
from .numbering import STEP, Numbering, Year, number, position
from .scan import Scanned, scan
from .sizes import limit
from .state import Damage, Known, State, frozen, told

if TYPE_CHECKING:
    from .gather import Partition, Place

PublishedText = Callable[[ArticleId], str]

FEW = 4
"""Changed articles that are always spliced."""
SHARE = 60
"""One article more for so many; where more have changed it is quicker to merge all anew."""
_MANY = 300
"""Articles that are worth a second process."""


class BuiltinEngine(SearchEngine):
    """The engine that needs nothing but Python to build, and nothing but static files to serve."""

    name = "builtin"

    def prepare(self, count: int) -> None:
        """Loads numpy, and what is written with it."""
        if count > FEW:
            from . import merge, reading  # noqa: F401

    def index(
        self,
        documents: Sequence[SearchDocument],
        published_text: PublishedText,
        cache: Path,
        jobs: int,
        done: Done = nobody,
    ) -> SearchIndex:
        """See ``SearchEngine.index``."""
        state = State(cache, _program(len(documents)))

        def build(numbering: Numbering) -> None:
            _build(state, numbering, published_text, jobs, cache, done)

        try:
            return _indexed(state, documents, published_text, build)
        except Damage:
            state.clear()
            return _indexed(state, documents, published_text, build)

    def corrected(self, correction: Correction, published_text: PublishedText, cache: Path) -> SearchIndex | None:
        """See ``SearchEngine.corrected``."""
        state = State(cache, _program(correction.count))
        with suppress(Damage):  # ``index`` takes care of it
            if found := _corrected(state, correction, published_text):
                return found
        state.close()
        return None


def _program(count: int) -> str:
    """What an index of so many articles depends on beside them."""
    return f"{program.digest()} {limit(WORD, count)}"


@told()
def _indexed(
    state: State,
    documents: Sequence[SearchDocument],
    published_text: PublishedText,
    build: Callable[[Numbering], None],
) -> SearchIndex:
    numbering = number(documents)
    known = state.articles()
    numbers = dict(zip((document.id for document in numbering.documents), numbering.numbers, strict=True))
    changed = [d for d in documents if d.id not in known or known[d.id].digest != d.digest]
    moved = [name for name, one in known.items() if name not in numbers or numbers[ArticleId(name)] != one.number]
    if len(changed) + len(moved) > FEW + len(documents) // SHARE:
        build(numbering)
    elif changed or moved:
        names = {*map(ArticleId, moved), *(document.id for document in changed)}
        places = {name: numbers.get(name) for name in names}
        _splice(state, len(documents), places, changed, published_text)
    _write_facets(state, numbering)
    known = state.articles()
    units = [known[document.id].units for document in numbering.documents]
    return _finished(state, numbering.years, units, collection_digest(documents))


@told()
def _corrected(state: State, correction: Correction, published_text: PublishedText) -> SearchIndex | None:
    if not state.is_noted("collection", correction.before):
        return None
    documents = [document for _, document in correction.documents]
    numbers = {document.id: state.article(document.id).number for document in documents}
    _splice(state, correction.count, numbers, documents, published_text)
    described = meta.read_meta(state.file(META))
    units = list(described.units)
    for name, n in numbers.items():
        units[position(described.years, n)] = state.article(name).units
    return _finished(state, described.years, units, correction.after)


def _build(
    state: State, numbering: Numbering, published_text: PublishedText, jobs: int, cache: Path, done: Done
) -> None:
    """Reads all articles and writes all files."""
    from tempfile import TemporaryDirectory

    from . import merge, reading  # and with them numpy, which takes longer to load than a few articles to splice

    state.clear()
    count = len(numbering.numbers)
    jobs = jobs if count >= _MANY else 1
    articles = zip(numbering.numbers, numbering.documents, strict=True)
    parts: defaultdict[Partition, list[Place]] = defaultdict(list)

    def put(route: str, data: bytes, weight: int = 0) -> None:
        state.put_file(route, data, weight)
        done(route, data)

    with TemporaryDirectory(dir=cache) as folder:
        chunks = [*reading.chunks(articles, Path(folder))]
        for some in spread(reading.read, chunks, jobs, prepare=reading.texts(published_text), ahead=1):
            for body in some.bodies:
                state.put_article(*body)
            for group, packed in some.texts.items():
                put(text_route(group), b"".join(packed))
            for part, place in chain.from_iterable(places.items() for places in some.places):
                parts[part].append(place)
        bytes_of = {part: sum(length for _, _, length in places) for part, places in parts.items()}
        largest_first = sorted(parts, key=bytes_of.__getitem__, reverse=True)  # so that none is left to the end
        tasks = [(part, parts[part], limit(part[0], count)) for part in largest_first]
        for merged in spread(merge.merge, tasks, jobs, meanwhile=partial(_write_facets, state, numbering)):
            for family, path, data, size in merged.files:
                put(shard_route(family, path), data, size)
            for route, words in vocabulary.by_route(merged.words).items():
                put(route, vocabulary.to_bytes(words))


def _write_facets(state: State, numbering: Numbering) -> None:
    if state.is_new("facets", meta.facets_digest(numbering)):
        state.put_file(FACETS, meta.facets_bytes(meta.facets(numbering)))


def _splice(
    state: State,
    count: int,
    places: Mapping[ArticleId, int | None],
    changed: Sequence[SearchDocument],
    published_text: PublishedText,
) -> None:
    """Takes a few articles out of the index as they were and puts them back as they are.

    ``count``: of all articles. ``places``: the articles' numbers from now on; None for one that is no more.
    """
    documents = {document.id: document for document in changed}
    known: dict[ArticleId, tuple[Known, Scanned]] = {}
    for name in places:
        with suppress(KeyError):  # it is new
            known[name] = state.article(name), state.scanned(name)
    old = [(before.number, scanned) for before, scanned in known.values()]
    new: list[tuple[int, Scanned]] = []
    groups = {n // STEP for n in (*(n for n, _ in old), *places.values()) if n is not None}
    packed = dict(chain.from_iterable(_packed(state, group) for group in groups))
    for name, n in places.items():
        if n is None:
            state.drop_article(name)
            continue
        if name in documents:
            document = documents[name]
            scanned = scan(document, published_text(name))
            packed[name], units = fragments.pack(fragments.head(document), scanned.fragments)
            now = Known(n, document.digest, units)
        else:  # it has only moved
            before, scanned = known[name]
            now = before._replace(number=n)
        new.append((n, scanned))
        state.put_article(name, now, frozen(scanned))
    by_number = itemgetter(0)
    for family, terms in splice.changes(sorted(old, key=by_number), sorted(new, key=by_number)).items():
        if not terms:
            continue
        come, gone = splice.apply(state, family, terms, limit(family, count))
        if family == WORD:
            _write_vocabulary(state, come, gone)
    _write_texts(state, groups, packed)


def _write_vocabulary(state: State, come: Set[str], gone: Set[str]) -> None:
    """Puts new words on their lists and takes lost ones off."""
    added, lost = vocabulary.by_route(come), vocabulary.by_route(gone)
    for route in added.keys() | lost.keys():
        try:
            listed = set(vocabulary.from_bytes(state.file(route)))
        except KeyError:
            listed = set()
        listed = (listed | set(added.get(route, ()))) - set(lost.get(route, ()))
        if listed:
            state.put_file(route, vocabulary.to_bytes(listed))
        else:
            state.drop_file(route)


def _packed(state: State, group: int) -> Iterator[tuple[str, bytes]]:
    """The articles of a group of numbers, and their packed fragments."""
    members = state.numbered(STEP * group, STEP * (group + 1))
    data, at = state.file(text_route(group)) if members else b"", 0
    for name, units in members:
        size = sum(units) * fragments.UNIT
        yield name, data[at : at + size]
        at += size


def _write_texts(state: State, groups: Set[int], packed: Mapping[str, bytes]) -> None:
    """Writes the files of fragments of some groups of numbers; drops those that no article is left in."""
    for group in groups:
        members = state.numbered(STEP * group, STEP * (group + 1))
        if members:
            state.put_file(text_route(group), b"".join(packed[name] for name, _ in members))
        else:
            state.drop_file(text_route(group))


def _finished(state: State, years: Sequence[Year], units: Sequence[bytes], made_of: str) -> SearchIndex:
    """The index, with the files that follow from the others; ``units`` of all articles, oldest first."""
    if state.is_new("scripts", program.digest()):
        for route, data in bundle.scripts(bundle.OWN).items():
            state.put_file(route, data)
    _write_meta(state, years, units)
    offline.write(state, len(units))
    state.is_new("collection", made_of)
    state.commit()
    return SearchIndex({route: found for route, (found, _) in state.files().items()}, state.published)


def _write_meta(state: State, years: Sequence[Year], units: Sequence[bytes]) -> None:
    paths: dict[str, list[str]] = {family: [] for family in FAMILIES}
    letters = ""
    version = blake2b(digest_size=6)
    for route, (found, _) in sorted(state.files().items()):
        if route == META or route.startswith(OFFLINE):
            continue
        version.update(f"{route} {found}\n".encode())
        folder, _, name = route[len(FOLDER) :].partition("/")
        if folder in paths:
            paths[folder].append(name[1 : -len(".bin")])
        elif folder == "v":
            letters += name[0]
    trees = {family: tree.spell(found) for family, found in paths.items()}
    described = meta.Meta(version.hexdigest(), tuple(years), trees, letters, tuple(units))
    state.put_file(META, meta.meta_bytes(described))
