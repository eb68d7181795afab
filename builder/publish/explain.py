"""Why a page was drawn and what it depends on; which pages an edit of a file would touch.

The second is found by trying: the file's values are changed in memory, the site is planned again, and the views that
differ are the answer. So it is right whatever the page kinds do.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..archive.article_file import ArticleFile
from ..archive.embargo import is_held
from ..archive.inside import real_path
from ..archive.load import AboutFile, ContentFile, gather
from ..archive.publication import published
from ..archive.records import RecordFile
from ..config import FILE_NAME, Config
from ..diagnostics import ArchiveError, Diagnostic, Severity
from ..model import Archive, Article, Author, BodyRef, Card, IsoDate, Series, Topic
from ..pages import routes
from ..pages.article import ArticleView, RedirectView, TombstoneView
from ..progress import silent
from ..render.folders import STATIC
from . import output, planning
from . import state as states
from .attempts import undisturbed
from .fingerprint import models, view_digest
from .inputs import statics
from .lock import locked
from .memory import Memory
from .order import Order
from .report import BuildOptions
from .run import look
from .scene import Scene
from .stale import stale_copies, stale_pages
from .work import digest_templates, workshop


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about one file of the site, or one file it is made from."""

    subject: str
    """The route, or the path relative to the archive's folder."""
    is_page: bool
    template: str = ""
    templates: tuple[str, ...] = ()
    """All templates the page is drawn with."""
    sources: tuple[str, ...] = ()
    """The files of content/ it shows something of."""
    drawn_because: str = ""
    """Why it was last drawn; see ``stale.Reason``; empty where it never was."""
    stale_because: str = ""
    """Why the next build will draw it; empty where it will not."""
    touches: tuple[str, ...] = ()
    """Of a file: the routes that an edit of it would make anew; of an article held back, those its publication will."""
    is_of_index: bool = False
    """True for a file of the search index: all texts that are shown may have a part in it."""
    is_article: bool = False
    """True for an article's file: moved elsewhere, it changes pages that nobody can name beforehand."""
    held_until: str = ""
    """Of an article held back: the day from which it is shown."""


def explain(folder: Path, config: Config, options: BuildOptions, subject: str) -> Explanation:
    """Explains ``subject``: a file of the archive, an address, or a route; of a build told what the last one was.

    Raises ArchiveError where content/ has errors, where there is no such file or page, or where files keep changing.
    """
    out = output.output_folder(folder, config, options.out)
    order = Order(folder.resolve(), config, options, out, output.work_folder(folder, out))
    order.store.mkdir(parents=True, exist_ok=True)
    with locked(order.work / "lock"):
        memory = Memory(states.load(order.work / "state"))
        base_url, search, drafts = memory.state.choices
        order = replace(order, options=replace(options, base_url=base_url, search=search, drafts=drafts))

        def attempt(memory: Memory, is_first: bool) -> Explanation:
            scene = look(order, memory, None, lambda done, total: silent("load", done, total))
            return _Explainer(scene, memory).explain(subject)

        return undisturbed(attempt, memory)


class _Explainer:
    def __init__(self, scene: Scene, memory: Memory) -> None:
        self._scene = scene
        self._files = memory.files(scene)
        archive, problems = self._archive(self._files)
        self._workshop = workshop(scene)
        self._site = self._plan(archive)
        errors = [p for p in (*problems, *self._site.problems) if p.severity is Severity.ERROR]
        if errors:
            raise ArchiveError(errors)

    def explain(self, subject: str) -> Explanation:
        here = (self._scene.order.folder, Path.cwd())
        path = self._path(subject, *here)
        route = None if path else self._route(subject) or self._published(subject, *here)
        if route is None:
            path = path or self._path(subject, *self._scene.folders) or self._unused(subject, *here)
            if path:
                touches = tuple(sorted(self._touched(path)))
                is_article = isinstance(self._files.get(path), ArticleFile)
                held = self._held_until(path)
                return Explanation(path, is_page=False, touches=touches, is_article=is_article, held_until=held)
            raise ArchiveError([Diagnostic("build/nothing-there", values={"subject": subject})])
        return self._page(route)

    def _archive(self, files: Mapping[str, ContentFile]) -> tuple[Archive, tuple[Diagnostic, ...]]:
        archive, problems = gather(files)
        return published(archive, drafts=self._scene.order.options.drafts), problems

    def _plan(self, archive: Archive) -> planning.Plan:
        scene = self._scene
        copies = statics(scene.inputs, scene.folders)
        return planning.make(archive, self._workshop.site, scene.order, copies, scene.inputs.images)

    def _path(self, subject: str, *bases: Path) -> str:
        """The input that ``subject`` names, in the form the build knows it by; empty where it names none."""
        for base in bases:
            real = real_path(base / subject)
            for path in (_relative(real, self._scene.order.folder), str(real)):
                if path in self._scene.now.inputs or path == FILE_NAME:
                    return path
        return ""

    def _route(self, subject: str) -> str | None:
        address = subject.removeprefix(self._scene.order.base_url) if self._scene.order.base_url else subject
        route = unquote(urlsplit(address).path).lstrip("/")
        for found in (route, posixpath.join(route, "index.html")):
            if found in self._site.pages or found in self._site.copies or found in self._scene.last.index:
                return found
        return None

    def _published(self, subject: str, *bases: Path) -> str | None:
        """The route of a file that is named where it lies in the output folder."""
        out = self._scene.order.out
        inside = [real for base in bases if (real := real_path(base / subject)).is_relative_to(out)]
        return next(filter(None, (self._route(real.relative_to(out).as_posix()) for real in inside)), None)

    def _unused(self, subject: str, *bases: Path) -> str:
        """A file of the archive that the site is not made from, such as an original; empty where there is none."""
        folder, out = self._scene.order.folder, self._scene.order.out
        for real in (real_path(base / subject) for base in bases):
            if real.is_file() and real.is_relative_to(folder) and not real.is_relative_to(out):
                return real.relative_to(folder).as_posix()
        return ""

    def _page(self, route: str) -> Explanation:
        scene, page = self._scene, self._site.pages.get(route)
        row = scene.last.rows.get(route)
        drawn = row.reason if row else ""
        if page is None and route not in self._site.copies:
            return Explanation(route, True, is_of_index=True)
        if page is None:
            source = self._site.copies[route]
            digests = {source: scene.now.inputs[source][0]}
            stale = stale_copies({route: source}, digests, scene.last.rows, scene.damaged)
            return Explanation(route, True, sources=(source,), drawn_because=drawn, stale_because=stale.get(route, ""))
        digest_templates(scene, {page.template}, self._workshop)
        stale = stale_pages({route: page}, scene.last, scene.now, scene.damaged)
        return Explanation(
            route,
            True,
            page.template,
            tuple(sorted(self._workshop.templates().closure(page.template))),
            tuple(sorted(self._sources(page.view) | _pictures(page.view))),
            drawn,
            stale.get(route, ""),
        )

    def _sources(self, view: object) -> set[str]:
        articles = {f.article.id: p for p, f in self._files.items() if isinstance(f, ArticleFile) and f.article}
        records = {
            (type(f.record), f.record.id): p for p, f in self._files.items() if isinstance(f, RecordFile) and f.record
        }
        addresses = {routes.url(routes.article(name)): path for name, path in articles.items()}
        found: set[str | None] = set()
        for value in models(view):
            if isinstance(value, Article | Card | TombstoneView):
                found.add(articles.get(value.id))
            elif isinstance(value, RedirectView):
                found.add(addresses.get(value.target))
            elif isinstance(value, BodyRef):
                found.add(value.path)
            elif isinstance(value, Author | Topic | Series):
                found.add(records.get((type(value), value.id)))
            if isinstance(value, Card):
                found |= {records.get((Author, author)) for author, _, _ in value.authors}
                found |= {records.get((Topic, topic)) for topic, _ in value.topics}
        return {path for path in found if path}

    def _held_until(self, path: str) -> str:
        file = self._files.get(path)
        article = file.article if isinstance(file, ArticleFile) else None
        return article.embargo if article and is_held(article) and not self._scene.order.options.drafts else ""

    def _touched(self, path: str) -> set[str]:
        if path == FILE_NAME:
            return {*self._site.pages, *self._site.copies}
        if path in self._files:
            changed, _ = self._archive({**self._files, path: _altered(self._files[path])})
            after = self._plan(changed).pages
            before = self._site.pages
            both = before.keys() & after.keys()
            kept = {route for route in both if view_digest(before[route].view) == view_digest(after[route].view)}
            return (before.keys() | after.keys()) - kept
        touched = {route for route, source in self._site.copies.items() if source == path}
        touched |= {route for route, page in self._site.pages.items() if path in _pictures(page.view)}
        templates = self._workshop.templates()
        inside = [folder for folder in self._scene.folders if path.startswith(f"{folder}/")]
        names = {Path(path).relative_to(folder).as_posix() for folder in inside}
        used = {page.template for page in self._site.pages.values()}
        addresses = {address for name, address in self._workshop.assets.items() if f"{STATIC}/{name}" in names}
        if self._scene.order.options.preview:
            addresses = set()  # they carry no version there, and stay the same
        drawn_with = {name for name in used if templates.closure(name) & names or templates.assets(name) & addresses}
        return touched | {route for route, page in self._site.pages.items() if page.template in drawn_with}


def _pictures(view: object) -> set[str]:
    """The inputs whose sizes a page says."""
    if not isinstance(view, ArticleView):
        return set()
    return {planning.picture(view.article, address) for address in view.article.images}


def _relative(path: Path, folder: Path) -> str:
    """As the build names what lies in the archive or beside it; the path itself where no way leads there."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on Windows: another drive
        return str(path)


def _altered(file: ContentFile) -> ContentFile:
    """The file with other words and the same place in the archive; an article that waits for its day, on that day."""
    if isinstance(file, ArticleFile) and file.article:
        a = file.article
        body = replace(a.body, digest=a.body.digest + "+")
        a = replace(a, title=a.title + "+", excerpt=a.excerpt + "+", body=body, digest=a.digest + "+")
        a = replace(a, note=a.note + "+", updated=IsoDate(f"9{a.updated}"), embargo=IsoDate(""))
        return replace(file, article=a)
    if isinstance(file, AboutFile) and file.body:
        return replace(file, body=replace(file.body, digest=file.body.digest + "+"))
    if isinstance(file, RecordFile) and isinstance(file.record, Author):
        author = file.record
        renamed = replace(author, name=author.name + "+", reading=author.reading + "ん", profile=author.profile + "+")
        return replace(file, record=renamed)
    if isinstance(file, RecordFile) and isinstance(file.record, Topic | Series):
        record = file.record
        return replace(file, record=replace(record, name=record.name + "+", description=record.description + "+"))
    return file
