"""What is remembered between two builds: every article as the index read it, and every file of the index.

One SQLite file; disposable. Whatever is wrong with it, it is thrown away and the index is made anew.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from .scan import Scanned

_SCHEMA = """
create table if not exists note (name text primary key, value text) without rowid;
create table if not exists article (id text primary key, number integer, digest text, units blob) without rowid;
create index if not exists numbered on article (number);
create table if not exists body (id text primary key, scanned blob);
create table if not exists file (route text primary key, digest text, weight integer) without rowid;
create table if not exists content (route text primary key, data blob);
"""
_CHECK = 4
"""Bytes before a scanned article that tell whether it is as it was put."""


class Damage(Exception):  # noqa: N818  # an event, answered by making the index anew
    """The file is not as it was left."""


@contextmanager
def told() -> Iterator[None]:
    """What the data base says in the words of all others: Damage, or OSError where the disk refuses something."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
    except sqlite3.DatabaseError as error:
        raise Damage from error


def digest(data: bytes) -> str:
    """As files of an index are compared: blake2b-128 hex."""
    return blake2b(data, digest_size=16).hexdigest()


class Known(NamedTuple):
    """An article as it was indexed last. A tuple, which reaches another process in a third of the time."""

    number: int
    digest: str
    units: bytes
    """Sizes of its stored fragments."""


class State:
    """The remembered index. Changes are kept by ``commit`` and forgotten without it."""

    def __init__(self, folder: Path, program: str) -> None:
        """``program`` names all that the index depends on beside the articles; what another one left is forgotten.

        Raises OSError.
        """
        self.touched: set[str] = set()
        """Routes of the files that were put or dropped since."""
        self._files: dict[str, tuple[str, int]] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._path, self._program = folder / "index.sqlite", program
        with suppress(sqlite3.DatabaseError):
            self._open()
            if self.is_noted("program", program):
                return
        self.clear()

    def _open(self) -> None:
        self._db = sqlite3.connect(self._path, isolation_level=None)
        # The file is disposable, so nothing waits for the disk; a journal beside it undoes what was cut short.
        self._db.executescript("pragma synchronous = off; pragma cache_size = -16000;")
        self._db.executescript(_SCHEMA)
        self._db.execute("begin")

    @told()
    def clear(self) -> None:
        """Forgets every article and every file, at once and for good."""
        self._remove()
        self._open()
        self.is_new("program", self._program)
        self._files = {}

    def _remove(self) -> None:
        with suppress(AttributeError):
            self._db.close()
        for path in (self._path.with_name(f"{self._path.name}-journal"), self._path):
            path.unlink(missing_ok=True)

    def commit(self) -> None:
        """Keeps the changes made so far; from now on the state is only read."""
        self._db.execute("commit")

    def close(self) -> None:
        """Forgets what was not committed."""
        self._db.close()

    def is_new(self, name: str, value: str) -> bool:
        """Whether ``value`` is another than was remembered under this name; it is from now on."""
        if self.is_noted(name, value):
            return False
        self._db.execute("replace into note values (?, ?)", (name, value))
        return True

    def is_noted(self, name: str, value: str) -> bool:
        """Whether ``value`` is remembered under this name."""
        known = self._db.execute("select value from note where name = ?", (name,)).fetchone()
        return bool(known == (value,))

    def articles(self) -> dict[str, Known]:
        """All articles by id, as they are now."""
        rows = self._db.execute("select id, number, digest, units from article")
        return {name: Known(number, found, units) for name, number, found, units in rows}

    def article(self, name: str) -> Known:
        """One article as it is now. Raises KeyError where it is not known."""
        row = self._db.execute("select number, digest, units from article where id = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return Known(*row)

    def numbered(self, start: int, stop: int) -> list[tuple[str, bytes]]:
        """The articles that have these numbers, in order, and the sizes of their fragments."""
        rows = "select id, units from article where number >= ? and number < ? order by number"
        return self._db.execute(rows, (start, stop)).fetchall()

    def scanned(self, article: str) -> Scanned:
        """One article as the index read it, but for its fragments. Raises KeyError where it is not known, or Damage."""
        row = self._db.execute("select scanned from body where id = ?", (article,)).fetchone()
        if row is None:
            raise KeyError(article)
        check, data = row[0][:_CHECK], row[0][_CHECK:]
        if _check(data) != check:
            raise Damage
        return Scanned(*marshal.loads(data))  # noqa: S302  # our own cache: JSON takes ten times as long

    def put_article(self, name: str, known: Known, scanned: bytes) -> None:
        """Remembers an article; ``scanned`` as ``frozen`` gives it."""
        self._db.execute("replace into article values (?, ?, ?, ?)", (name, known.number, known.digest, known.units))
        self._db.execute("replace into body values (?, ?)", (name, scanned))

    def drop_article(self, name: str) -> None:
        """Forgets an article."""
        self._db.execute("delete from article where id = ?", (name,))
        self._db.execute("delete from body where id = ?", (name,))

    def files(self) -> Mapping[str, tuple[str, int]]:
        """Every file's digest and the weight of its terms, as they are now."""
        if self._files is None:
            rows = self._db.execute("select * from file")
            self._files = {route: (found, weight) for route, found, weight in rows}
        return self._files

    def put_file(self, route: str, data: bytes, weight: int = 0) -> None:
        """Remembers a file as it is published."""
        self.touched.add(route)
        found = digest(data)
        if self._files is not None:
            self._files[route] = (found, weight)
        self._db.execute("replace into file values (?, ?, ?)", (route, found, weight))
        self._db.execute("replace into content values (?, ?)", (route, data))

    def drop_file(self, route: str) -> None:
        """Forgets a file."""
        self.touched.add(route)
        if self._files is not None:
            self._files.pop(route, None)
        self._db.execute("delete from file where route = ?", (route,))
        self._db.execute("delete from content where route = ?", (route,))

    def file(self, route: str) -> bytes:
        """A file as it is published. Raises KeyError where it is not known, Damage where it is another than was put."""
        row = self._db.execute("select data from content where route = ?", (route,)).fetchone()
        if row is None:
            raise KeyError(route)
        data: bytes = row[0]
        if digest(data) != self.files()[route][0]:
            raise Damage
        return data

    def published(self, route: str) -> bytes:
        """The same, after ``commit``. Raises OSError where it is damaged; the next build then makes all anew."""
        try:
            with told():
                return self.file(route)
        except Damage as error:
            self._remove()
            raise OSError("what was remembered of the search index is damaged; build once more") from error


def frozen(scanned: Scanned) -> bytes:
    """A scanned article as it is remembered."""
    data = marshal.dumps((scanned.title, scanned.names, scanned.sections, ()))
    return _check(data) + data


def _check(data: bytes) -> bytes:
    return crc32(data).to_bytes(_CHECK, "big")
