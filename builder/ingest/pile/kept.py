"""What was made of a page or an article before, kept in ``.rondan/`` so that an ingest reads only what is new to it.

Each result is kept under the file's name, beside the digest of all it follows from: its bytes, the rules and
the furniture of its source, the program. Under any other digest it is not found. The file may be deleted at any time;
one that cannot be read or written, or is damaged, costs time, and the base of open proposals (``filing.accept``).
"""

from __future__ import annotations

import marshal
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ... import program
from ...diagnostics import Diagnostic, Location, Severity
from ...model import Contributor, SeriesPlace
from ..cleaning.repetition import LineMarks, PageLines
from ..comparing.glance import Glance
from ..extraction import Claim, Extraction, Finding, Line, LineKind, RawDocument
from .reading import Reading

FILE = ".rondan/readings.sqlite"
_COMMIT = 500
"""Results after which they are put on the disk: so many are made again after a crash."""
_KINDS: tuple[type, ...] = (
    Extraction, RawDocument, Contributor, SeriesPlace, Finding, Claim, Line, LineKind, Diagnostic, Location,
    Severity, Glance, Reading, PageLines, LineMarks,
)  # fmt: skip
"""What a result may be made of, beside tuples and dicts, text, bytes, numbers and None."""
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Kept:
    """The file of one archive. A context manager: what was put is on the disk at its end, as far as that can be."""

    def __init__(self, archive: Path) -> None:
        self._path = archive / FILE
        self._base: sqlite3.Connection | None = None
        self._waiting = 0

    def get(self, kind: str, name: str, digest: bytes) -> Any:
        """What was put under the three; None where nothing was, or where it is damaged."""
        if self._base is None:
            return None
        try:
            rows = self._base.execute("SELECT digest, data FROM kept WHERE kind = ? AND name = ?", (kind, name))
            found = rows.fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if found is None or found[0] != digest:
            return None
        try:
            return _value(marshal.loads(zlib.decompress(found[1])))  # noqa: S302  # our own; zlib checks its sum
        except (zlib.error, ValueError, EOFError, TypeError, IndexError):
            return None

    def put(self, kind: str, name: str, digest: bytes, result: Any) -> None:
        """Keeps ``result`` instead of what was under ``kind`` and ``name``."""
        if self._base is None:
            return
        data = zlib.compress(marshal.dumps(_plain(result)), 1)
        try:
            self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", (kind, name, digest, data))
            self._waiting += 1
            if self._waiting >= _COMMIT:
                self._base.commit()
                self._waiting = 0
        except (sqlite3.Error, UnicodeEncodeError) as error:
            self._give_up(error)

    def __enter__(self) -> Self:
        for _ in range(2):
            try:
                self._path.parent.mkdir(exist_ok=True)
                self._base = sqlite3.connect(self._path, timeout=2)
                self._base.execute(
                    "CREATE TABLE IF NOT EXISTS kept"
                    " (kind TEXT, name TEXT, digest BLOB, data BLOB, PRIMARY KEY (kind, name))"
                )
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)
            else:
                break
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.commit()
            self._base.close()
            self._base = None

    def _give_up(self, error: Exception) -> None:
        """Goes on without; a file that is no data base, or a broken one, is put out of the way."""
        if self._base is not None:
            self._base.close()
            self._base = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self._path.unlink()


class Memo(Generic[_Task, _Result]):
    """Results of one kind of work on pages."""

    def __init__(
        self,
        kept: Kept,
        kind: str,
        key: Callable[[_Task], tuple[str, str]],
        is_sound: Callable[[_Result], bool] = lambda _: True,
    ) -> None:
        """What makes a result.

        ``key``: the name of a task's page, and all else that its result follows from, but for the program.
        ``is_sound``: False for a result that is not to be kept.
        """
        self._kept, self._kind, self._key, self._is_sound = kept, kind, key, is_sound

    def get(self, task: _Task) -> _Result | None:
        """The result of the task, where it is kept."""
        found: _Result | None = self._kept.get(self._kind, *self._place(task))
        return found

    def put(self, task: _Task, result: _Result) -> None:
        """Keeps the result of the task."""
        if self._is_sound(result):
            self._kept.put(self._kind, *self._place(task), result)

    def _place(self, task: _Task) -> tuple[str, bytes]:
        name, rest = self._key(task)
        text = "\0".join((program.digest(), name, rest))
        return name, blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(value: Any) -> Any:
    """A value as tuples, and a list with the number of its class before its fields for one of ours."""
    kind = type(value)
    if kind is tuple:
        return tuple(map(_plain, value))
    number = _NUMBERS.get(kind)
    if number is None:
        return value
    if isinstance(value, str):
        return [number, str(value)]
    fields = value if isinstance(value, tuple) else (getattr(value, name) for name in kind.__slots__)
    return [number, *map(_plain, fields)]


def _value(plain: Any) -> Any:
    """The inverse of ``_plain``."""
    kind = type(plain)
    if kind is tuple:
        return tuple(map(_value, plain))
    return _KINDS[plain[0]](*map(_value, plain[1:])) if kind is list else plain
