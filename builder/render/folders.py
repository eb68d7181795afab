"""Where Rondan's own templates are."""

from __future__ import annotations

from pathlib import Path

STATIC = "static"
"""Folder beneath templates/ whose files are copied, not drawn."""


def builtin_folder() -> Path:
    """Rondan's own templates: inside the installed package, or at the root of its repository."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
