"""Reports as plain JSON values: the fields of our dataclasses under their own names, diagnostics in words."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from pathlib import PurePath
from typing import Any

from ..diagnostics import Diagnostic
from ..messages import render

_UNESCAPED = re.compile("[\x7f-\x9f]")
"""Control characters that ``json`` leaves as they are, and terminals may act on."""


def plain(value: Any, language: str) -> Any:
    """``value`` made of dict, list, str, numbers and None only; empty fields are left in, so that shapes are stable."""
    if isinstance(value, Diagnostic):
        return render.data(value, language)
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name), language) for f in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item, language) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [plain(item, language) for item in items]
    return str(value) if isinstance(value, PurePath) else value


def written(value: Any, indent: int | None = None) -> str:
    """A plain value as JSON text, in which no control character stands as it is."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
