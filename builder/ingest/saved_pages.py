"""Pages as browsers save them: what their files are called, and the folder with pictures beside each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".txt", ".text"})
COMPANIONS = ("_files", ".files", "_file", "-files")
"""How the name of the folder ends that is saved beside a page."""


def companion_folder(page: Path) -> Path | None:
    """The folder a browser saved beside ``page`` with its images, where there is one."""
    for ending in COMPANIONS:
        folder = page.with_name(page.stem + ending)
        if folder.is_dir() and not folder.is_symlink():
            return folder
    return None


def saved_beside(folders: Iterable[str], files: Iterable[str]) -> dict[str, str]:
    """Of the folders in one place those that were saved beside one of the pages there, each with its page."""
    pages = {Path(name).stem: name for name in files if Path(name).suffix.lower() in PAGE_SUFFIXES}
    stems = ((name, name.removesuffix(ending)) for name in folders for ending in COMPANIONS if name.endswith(ending))
    return {name: pages[stem] for name, stem in stems if stem in pages}
