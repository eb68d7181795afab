"""Text without control characters: no reader sees them, and terminals act on them."""

from __future__ import annotations

from ..yaml_source import CONTROL


def without_controls(text: str) -> str:
    """``text`` without what ``CONTROL`` finds; a blank for those that part words, such as the form feed."""
    return CONTROL.sub(lambda found: " " if found.group().isspace() else "", text)
