"""What of an archive may be read: its own files. A link may lead from one to another, never out of its folder.

Archives are exchanged, and a link is a line of text in one: it could name any file of whoever builds the site.
"""

from __future__ import annotations

import os
from pathlib import Path

from ..diagnostics import Diagnostic, Location

LINKED_OUT = "file/linked-out"


class Bounds:
    """The folder of one archive, and one of the folders that its settings name, which may lie elsewhere."""

    def __init__(self, folder: Path, below: str) -> None:
        """``below``: relative to ``folder``, or absolute."""
        self._written = os.path.abspath(folder / below)  # noqa: PTH100  # dots resolved, links not
        self._archive = os.path.realpath(folder)
        is_named_outside = not _within(self._written, os.path.abspath(folder))  # noqa: PTH100
        self._roots = (self._archive, os.path.realpath(self._written)) if is_named_outside else (self._archive,)

    def linked_out(self, path: str | Path) -> bool:
        """True where ``path``, which exists or not, is reached through a link that leads out."""
        real = os.path.realpath(path)
        return not any(_within(real, root) for root in self._roots)

    def folder_linked_out(self) -> bool:
        """True where the folder itself is such a link."""
        return self.linked_out(self._written)


def real_path(path: Path) -> Path:
    """Where links lead; unlike ``Path.resolve``, it takes those that lead in a circle for what they are."""
    return Path(os.path.realpath(path))


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def linked_out(folder: Path, path: str) -> Diagnostic:
    """What to tell of ``path``, relative to the archive's ``folder``."""
    return Diagnostic(LINKED_OUT, Location(path), values={"target": os.path.realpath(folder / path)})
