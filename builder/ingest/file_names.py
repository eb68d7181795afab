"""Names of files that are safe on every system: for originals under raw/ and for images under content/."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path, PurePosixPath

from ..text.devices import device

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/\ud800-\udfff]')
"""The last are no characters: they stand for the bytes of a name in another encoding."""
_MAX_BYTES = 200


def safe_name(name: str) -> str:
    """One path component that every file system accepts: NFC, nothing reserved, not too long, never ``.`` or ``..``."""
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).rstrip(". ")
    if not name or device(name) or name.startswith("."):
        name = "_" + name.lstrip(".")
    if len(name.encode()) <= _MAX_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 10:
        stem, suffix = name, ""
    mark = "-" + hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
    room = _MAX_BYTES - len(mark) - len(suffix.encode()) - 1
    short = stem.encode()[:room].decode("utf-8", "ignore")
    return f"{short}{mark}.{suffix}" if suffix else short + mark


def safe_path(parts: tuple[str, ...]) -> str:
    """A relative path with forward slashes, each component made safe."""
    return "/".join(safe_name(part) for part in parts if part not in ("", "."))


def same_file_key(path: str) -> str:
    """Paths with the same key would be one file on a system that ignores case or composition."""
    return unicodedata.normalize("NFC", path).casefold()


def with_mark(path: str, mark: str) -> str:
    """``a/b.html`` with mark ``1f2e`` -> ``a/b-1f2e.html``."""
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem}-{mark}{pure.suffix}"))


def is_inside(path: Path, folder: Path) -> bool:
    """True where ``path``, with every link resolved, lies in ``folder``."""
    return path.resolve().is_relative_to(folder.resolve())
