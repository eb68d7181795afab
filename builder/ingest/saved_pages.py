"""Pages as browsers save them: what their files are called, and the folder with pictures beside each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".txt", ".text"})
COMPANIONS = ("_files", ".files", "_file", "-files")
"""How the name of the folder ends that is saved beside a page."""
FRAMESET = re.compile(rb"<frameset\b", re.IGNORECASE)
_HEAD = 16_384
"""Bytes of a page in which its frameset begins."""


def companion_folder(page: Path) -> Path | None:
    """The folder a browser saved beside ``page`` with its images, where there is one."""
    for ending in COMPANIONS:
        folder = page.with_name(page.stem + ending)
        if folder.is_dir() and not folder.is_symlink():
            return folder
    return None


def frames_beside(page: Path) -> Iterator[Path]:
    """The pages that a browser saved beside ``page`` where that is a frameset; the text is in one of them."""
    folder = companion_folder(page) if _is_frameset(page) else None
    for path in sorted(folder.iterdir()) if folder else ():
        if path.suffix.lower() in PAGE_SUFFIXES:
            yield path


def saved_beside(here: Path, folders: Iterable[str], files: Iterable[str]) -> set[str]:
    """Of the folders in ``here`` those saved beside one of the pages there that hold no pages: no frameset's."""
    pages = {Path(name).stem: name for name in files if Path(name).suffix.lower() in PAGE_SUFFIXES}
    stems = ((name, name.removesuffix(ending)) for name in folders for ending in COMPANIONS if name.endswith(ending))
    return {name for name, stem in stems if stem in pages and not _is_frameset(here / pages[stem])}


def _is_frameset(page: Path) -> bool:
    try:
        if page.is_symlink() or not page.is_file():
            return False
        with page.open("rb") as file:
            return FRAMESET.search(file.read(_HEAD)) is not None
    except OSError:
        return False
