"""Extractions waiting on disk while the whole pile is looked at, so that memory does not grow with the pile."""

from __future__ import annotations

import pickle
import tempfile
from types import TracebackType
from typing import Self

from ..extraction import Extraction


class Spool:
    """Extractions by number. A context manager: the file is gone at its end. Only this process's own data is read."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="rondan-")  # noqa: SIM115  # closed by __exit__
        self._places: list[int] = []

    def add(self, extraction: Extraction) -> int:
        """Store one and return its number."""
        self._file.seek(0, 2)
        self._places.append(self._file.tell())
        pickle.dump(extraction, self._file, pickle.HIGHEST_PROTOCOL)
        return len(self._places) - 1

    def get(self, number: int) -> Extraction:
        """The extraction stored under ``number``."""
        self._file.seek(self._places[number])
        found: Extraction = pickle.load(self._file)  # noqa: S301  # written by add, in an unnamed file
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
