"""What a wire prints before the first sentence: 長崎県内で【青灯通信＝水野遥】."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Contributor
from ..comparing.likeness import letters

_WIRE = re.compile(r"\A(?:[^【】\n]{0,30})?【[^】\n]{0,30}?[＝=]\s*([^】＝=\n]{2,20})】\s*")


def without_lead_in(body: str, people: Iterable[Contributor]) -> str:
    """The body without a wire's bracket that names one of ``people``."""
    wire = _WIRE.match(body)
    return body[wire.end() :] if wire and letters(wire[1]) in {letters(person.name) for person in people} else body
