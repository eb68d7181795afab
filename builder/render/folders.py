"""Where Rondan's own templates are, and which of an archive's look as if they were to take the place of one."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

STATIC = "static"
"""Folder beneath templates/ whose files are copied, not drawn."""
_ALIKE = 0.8
"""How much alike two names are (``difflib``) if one may be a slip for the other."""


def builtin_folder() -> Path:
    """Rondan's own templates: inside the installed package, or at the root of its repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def unread(folder: Path, names: Collection[str], ours: Collection[str]) -> Iterator[tuple[str, str]]:
    """Of the files ``names`` in an archive's ``folder`` of templates, those that nothing reads; and what each may be
    meant for, of which it is nearly the name.

    ``names`` and ``ours``, those of Rondan's own, are relative. Files that another template names, or that have a name
    like no other, are passed by.
    """
    suspects: dict[str, str] = {}
    drawn = [name for name in ours if not name.startswith(f"{STATIC}/")]
    for name in sorted(set(names) - set(ours)):
        path = PurePosixPath(name)
        if path.suffix in (".css", ".js") and path.parts[0] != STATIC:
            suspects[name] = f"{STATIC}/{path.name}"
        elif near := difflib.get_close_matches(name, drawn, 1, _ALIKE):
            suspects[name] = near[0]
    if suspects:
        texts = [_text(folder / name) for name in names if not name.startswith(f"{STATIC}/")]
        yield from ((name, near) for name, near in suspects.items() if not any(name in text for text in texts))


def _text(path: Path) -> str:
    """What a template says; nothing where it cannot be read, which is told when it is drawn with."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
