"""content/ -> Archive. Reports every problem of every file in one go."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..config import Config
from ..diagnostics import ArchiveError, Diagnostic, Location, Severity, system_reason
from ..model import Archive, Article, BodyRef
from . import article_file, records, strays
from .article_file import ACCEPTED, ArticleFile, Defaults
from .assemble import assemble
from .front_matter import body_digest, body_of, decode
from .inside import Bounds, linked_out
from .layout import READ, Kind, is_text, kind_of


@dataclass(frozen=True, slots=True)
class AboutFile:
    """The text of the about page."""

    body: BodyRef | None
    problems: tuple[Diagnostic, ...] = ()


ContentFile = ArticleFile | records.RecordFile | AboutFile
"""What reading one file of content/ gave."""


def load(folder: Path, config: Config) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """The archive in ``folder``, drafts and withheld texts included, and all problems found.

    Articles with an error are left out. To show it to anybody, pass it through ``publication.published``.
    """
    given, content = defaults(config), config.paths.content
    bounds = own_bounds(folder, content)
    paths = [path for path, _ in walk(folder, content)]
    kinds = {path: kind for path in paths if (kind := kind_of(path, content)) in READ}
    archive, problems = gather({path: _read(folder, path, kind, given, bounds) for path, kind in kinds.items()})
    return archive, (*problems, *strays.told(path for path in paths if strays.is_stray(path, content)))


def own_bounds(folder: Path, below: str) -> Bounds:
    """The bounds within which files beneath ``folder/below`` are read. Raises ArchiveError where that folder is itself
    linked out of the archive's."""
    bounds = Bounds(folder, below)
    if bounds.folder_linked_out():
        raise ArchiveError([linked_out(folder, below)])
    return bounds


def _read(folder: Path, path: str, kind: Kind, defaults: Defaults, bounds: Bounds) -> ContentFile:
    data = read_own(folder, path, bounds)
    return ArticleFile(None, (data,)) if isinstance(data, Diagnostic) else parse(path, kind, data, defaults)


def read_own(folder: Path, path: str, bounds: Bounds) -> bytes | Diagnostic:
    """The bytes of the file ``path`` of the archive in ``folder``; why not, where it is linked out or unreadable."""
    if (folder / path).is_symlink() and bounds.linked_out(folder / path):
        return linked_out(folder, path)
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        return unreadable(path, error)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """What to tell of a file that cannot be read."""
    return Diagnostic("file/unreadable", Location(path), values={"reason": system_reason(error)})


def record_files(folder: Path, content: str, kind: str) -> Iterator[tuple[str, bytes | Diagnostic]]:
    """Path and bytes of each record in ``content/kind``, in the order of their names; why not, where one is not read.

    Raises ArchiveError where the content folder is linked out of the archive's, OSError where a folder cannot be read.
    """
    bounds = own_bounds(folder, content)
    if not (folder / content / kind).is_symlink():
        for path in sorted(path for path, _ in walk(folder, f"{content}/{kind}")):
            if kind_of(path, content) in (Kind.RECORD, Kind.SOURCE):
                yield path, read_own(folder, path, bounds)


def defaults(config: Config) -> Defaults:
    """What the archive's settings say for articles that do not."""
    return Defaults(config.language, config.timezone, config.rights.default)


def walk(folder: Path, below: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All files beneath ``folder/below``; hidden ones and editors' copies are passed over.

    A link to a folder is not followed; its path has a slash at its end. One that leads nowhere counts as a file:
    whoever reads it will say so. Raises OSError for a folder that cannot be read.
    """
    waiting = [below]
    while waiting:
        here = waiting.pop()
        try:
            entries = os.scandir(folder / here)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if passed_over(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{here}/{name}")
                elif _is_file(entry):
                    yield f"{here}/{name}", entry
                elif entry.is_dir():
                    yield f"{here}/{name}/", entry


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))  # noqa: PTH110  # a DirEntry's
    except OSError:  # a link in a circle
        return True


def passed_over(name: str) -> bool:
    """True for names of hidden files and of copies that editors leave."""
    return name[0] in ".#" or name[-1] == "~"


def parse(path: str, kind: Kind, data: bytes, defaults: Defaults) -> ContentFile:
    """What the file ``path`` of content/, of a ``kind`` in ``layout.READ``, says; ``data`` are its bytes."""
    if not is_text(path):
        return ArticleFile(None, (Diagnostic("file/name-not-text", Location(path)),))
    if kind is Kind.RECORD:
        return records.parse(path, data)
    return _about(path, data) if kind is Kind.ABOUT else article_file.parse(path, data, defaults)


def _about(path: str, data: bytes) -> AboutFile:
    text = decode(data, path)
    if isinstance(text, Diagnostic):
        return AboutFile(None, (text,))
    return AboutFile(BodyRef(path, 1, 0, body_digest(body_of(data, 0))))


def gather(read: Mapping[str, ContentFile]) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """The archive made of files already read, by path."""
    articles: list[Article] = []
    found: dict[str, records.Record] = {}
    about: BodyRef | None = None
    problems: list[Diagnostic] = []
    accepted: Counter[str] = Counter()
    where: dict[str, str] = {}
    for path in sorted(read):
        file = read[path]
        problems += file.problems
        if isinstance(file, ArticleFile):
            for key in file.accepted:
                accepted[key] += 1
                where.setdefault(key, path)
            if file.article:
                articles.append(file.article)
        elif isinstance(file, AboutFile):
            about = file.body
        elif file.record:
            found[path] = file.record
    for key, count in sorted(accepted.items()):
        values = {"key": key, "ours": ACCEPTED[key], "count": str(count)}
        problems.append(Diagnostic("article/accepted-key", Location(where[key]), Severity.NOTE, values))
    archive, between = assemble(articles, found, about)
    return archive, (*problems, *between)
