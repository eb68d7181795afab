"""Diagnostics in words: looks up the catalogue of a language and fills in the values."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from .fill import fill
from .system import in_japanese

Catalogue = dict[str, tuple[str, str]]
"""Code -> (what happened, what to do about it; may be empty)."""


def catalogue(language: str) -> Catalogue:
    """All sentences of ``ja`` or ``en``; loads only the one asked for."""
    if language == "ja":
        from .ja import MESSAGES
    else:
        from .en import MESSAGES
    return MESSAGES


def sentences(diagnostic: Diagnostic, language: str) -> tuple[str, str]:
    """(what happened, what to do). A code missing from the catalogue shows itself and its values.

    The value ``told`` of a diagnostic may be the code of another; it is shown as what that one says has happened.
    """
    entry = catalogue(language).get(diagnostic.code)
    if entry is None:
        values = ", ".join(f"{key}={value}" for key, value in diagnostic.values.items())
        entry = (diagnostic.code + (": " + values.replace("{", "(").replace("}", ")") if values else ""), "")
    told = dict(diagnostic.values)
    if language == "ja" and "reason" in told:
        told["reason"] = in_japanese(told["reason"])
    if inner := catalogue(language).get(told.get("told", "")):
        told["told"] = fill(inner[0], told)
    return fill(entry[0], told), fill(entry[1], told)
