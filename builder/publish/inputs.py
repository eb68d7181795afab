"""Everything a build reads: which files there are, and the signatures that tell whether one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from ..archive.inside import Bounds
from ..archive.layout import READ, Kind, kind_of
from ..archive.load import own_bounds, passed_over, walk
from ..archive.strays import is_stray
from ..diagnostics import ArchiveError, Diagnostic, Location, system_reason
from ..render.folders import STATIC, builtin_folder, unread
from .state import Signature

_ROUGH = 2_000_000_000
"""Nanoseconds; the coarsest clock a file system in use has (FAT)."""
_FINE = 20_000_000
"""Nanoseconds; some ticks of the kernel's clock, which is what other file systems use."""


class Disturbed(Exception):  # noqa: N818  # an event, answered by another look
    """A file is no longer as this build saw it: somebody writes while it works. Its argument is the file's path."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files beneath the archive's folder and the program's templates, with their signatures."""

    content: dict[str, Signature]
    """Articles, records and the about page, by path relative to the archive's folder."""
    images: dict[str, Signature]
    """Other files beneath content/articles."""
    templates: dict[str, Signature]
    """Templates and static files, by absolute path."""
    linked_out: frozenset[str] = frozenset()
    """Those of all these that are links out of the archive's folder: they are told, and never opened."""
    strays: tuple[str, ...] = ()
    """Files, and links to folders, beneath content that nothing reads, to be told."""
    linked_folders: tuple[str, ...] = ()
    """Links to folders beneath the archive's own templates, by absolute path: not followed, to be told."""
    unread_templates: tuple[tuple[str, str], ...] = ()
    """Files of the archive's own templates that nothing reads, by absolute path, and what each may be meant for."""

    def all(self) -> dict[str, Signature]:
        """All of them."""
        return {**self.content, **self.images, **self.templates}


def template_folders(folder: Path, own: str) -> tuple[Path, ...]:
    """Where templates are looked for: the archive's own folder, then Rondan's. Raises ArchiveError for a linked one."""
    own_bounds(folder, own)
    found = (folder / own, builtin_folder())
    return tuple(dict.fromkeys(path.resolve() for path in found if path.is_dir()))


def scan(folder: Path, content: str, templates_in: Sequence[Path]) -> Inputs:
    """All inputs as they are now. No file is opened. Raises ArchiveError for a folder that cannot be read."""
    found, linked_out = _found(folder, content, own_bounds(folder, content))
    kinds = {path: kind_of(path, content) for path in found}
    read = {path: found[path] for path, kind in kinds.items() if kind in READ}
    images = {path: found[path] for path, kind in kinds.items() if kind is Kind.BESIDE}
    templates: dict[str, Signature] = {}
    linked_folders: list[str] = []
    unread_templates: list[tuple[str, str]] = []
    names: set[str] = set()
    for below in reversed(templates_in):  # Rondan's first
        ours = below == builtin_folder().resolve()  # an installer may have linked what it installed
        more, out = _found(folder, str(below), None if ours else Bounds(folder, str(below)))
        templates |= {path: signature for path, signature in more.items() if not path.endswith("/")}
        linked_folders += (path.rstrip("/") for path in sorted(more) if path.endswith("/") and not ours)
        linked_out |= out
        others, names = names, {path[len(f"{below}/") :] for path in more.keys() - out if not path.endswith("/")}
        if not ours:
            unread_templates += ((f"{below}/{name}", near) for name, near in unread(below, names, others))
    strays = tuple(path for path in found if path not in read and is_stray(path, content))
    not_ours = frozenset(path for path in linked_out if path in read or path in images or path in templates)
    return Inputs(read, images, templates, not_ours, strays, tuple(linked_folders), tuple(unread_templates))


def _found(folder: Path, below: str, bounds: Bounds | None) -> tuple[dict[str, Signature], set[str]]:
    """Signatures by path, and the paths that are links out of the archive's folder."""
    found: dict[str, Signature] = {}
    linked_out: set[str] = set()
    try:
        for path, entry in walk(folder, below):
            if bounds and entry.is_symlink() and not path.endswith("/") and bounds.linked_out(entry.path):
                linked_out.add(path)
            try:
                found[path] = _signature(entry.stat())
            except OSError:  # a link that leads nowhere, for whoever reads it to tell, or gone a moment ago
                with suppress(FileNotFoundError):
                    found[path] = _signature(entry.stat(follow_symlinks=False))
    except OSError as error:
        at, values = Location(str(error.filename)), {"reason": system_reason(error)}
        raise ArchiveError([Diagnostic("file/unreadable", at, values=values)]) from error
    return found, linked_out


def have_changed(files: Mapping[str, Signature]) -> bool:
    """True where one of ``files``, given by absolute path, is not as it was when it had this signature."""
    try:
        return any(_signature(os.stat(path)) != signature for path, signature in files.items())  # noqa: PTH116
    except OSError:
        return True


def read_again(path: Path, digest: bytes) -> bytes:
    """A file's bytes. Raises Disturbed where they no longer have this digest."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Disturbed(path) from error
    if digest_of(data) != digest:
        raise Disturbed(path)
    return data


def digest_of(data: bytes) -> bytes:
    """What tells whether a file says something else."""
    return blake2b(data, digest_size=16).digest()


def look_again(inputs: Inputs, paths: Iterable[str], folder: Path, content: str) -> Inputs | None:
    """The inputs as they are now, where only the files ``paths`` (relative to ``folder``) may have changed.

    None where that cannot be said: a folder came or went, a file is neither content nor a picture, or is or was a link.
    """
    found = replace(inputs, content=dict(inputs.content), images=dict(inputs.images))
    for path in paths:
        if any(passed_over(part) for part in path.removeprefix(f"{content}/").split("/")):
            continue
        if path not in found.content and path not in found.images and not path.startswith(f"{content}/"):
            return None
        try:
            stat = os.lstat(folder / path)
        except OSError:
            if found.content.pop(path, None) is None and found.images.pop(path, None) is None:
                return None
            continue
        if not S_ISREG(stat.st_mode) or path in inputs.linked_out:
            return None
        kind = kind_of(path, content)
        if kind in READ:
            found.content[path] = _signature(stat)
        elif kind is Kind.BESIDE:
            found.images[path] = _signature(stat)
    return found


def _signature(found: os.stat_result) -> Signature:
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def settled(signature: Signature, now: int) -> Signature:
    """The signature to remember for a file read at ``now`` (nanoseconds since the epoch).

    A file changed a moment ago may change again without its times telling; it is not to be trusted next time.
    """
    _, modified, changed = signature
    margin = _ROUGH if modified % 1_000_000_000 == 0 else _FINE
    return distrusted(signature) if max(modified, changed) + margin > now else signature


def distrusted(signature: Signature) -> Signature:
    """The signature to remember for a file that is to be read again next time."""
    return (signature[0], 0, 0)


def statics(inputs: Inputs, templates_in: Sequence[Path]) -> dict[str, str]:
    """Route -> input for every file beneath a templates/static; an earlier folder shadows a later one."""
    found: dict[str, str] = {}
    for folder in templates_in:
        prefix = f"{folder}/{STATIC}/"
        for path in inputs.templates:
            if path.startswith(prefix):
                found.setdefault(f"{STATIC}/{path[len(prefix) :]}", path)
    return dict(sorted(found.items()))
