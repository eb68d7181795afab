"""Originals the archive knows already, told by their bytes: it has a name for them, wherever they come from now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from ..files import read_ordinary
from ..shelf import Held, Shelf
from .collect import MAX_BYTES, RawFile
from .originals import Originals


def known_name(file: RawFile, sha256: str, shelf: Shelf, originals: Originals) -> str:
    """The name under which the archive keeps ``file``; empty where it is new, or was moved among the originals."""
    held = shelf.by_sha256.get(sha256)
    name = _name_in(held, sha256) if held else ""
    return "" if file.kept and name and not originals.path(name).exists() else name


def under_known_names(files: Iterable[RawFile], shelf: Shelf, originals: Originals) -> list[RawFile]:
    """The files as the archive calls them: the folder in the name tells the source, and whose company they are in.

    Kept files that are where their articles say are not looked into.
    """
    names = {name for held in shelf.articles for name in (*held.files, *held.also_files)}
    return [
        file if not names or (file.kept and file.name in names) else _known(file, shelf, originals) for file in files
    ]


def _known(file: RawFile, shelf: Shelf, originals: Originals) -> RawFile:
    try:
        data = read_ordinary(file.path, MAX_BYTES)
    except (OSError, ValueError):
        return file
    name = known_name(file, hashlib.sha256(data).hexdigest(), shelf, originals)
    return replace(file, name=name) if name else file


def _name_in(held: Held, sha256: str) -> str:
    for names, digests in ((held.files, held.sha256), (held.also_files, held.also_sha256)):
        if sha256 in digests and len(names) == len(digests):
            return names[digests.index(sha256)]
    return ""
