"""Bytes that no encoding makes a text of: an encoder's or a cipher's, which some encoding always takes for its own."""

from __future__ import annotations

import re

from ..extraction import RawDocument

_PARTING = re.compile(r"[ \t\n\u3000、。，．,.]")
"""Blanks, breaks and stops, without which no script is written for long; the unbreakable blank is a byte like any."""
_EVERY = 100
"""Characters that go by without one, on the average, in noise only."""
_FEWEST = 100
_LOOKED_AT = 20_000


def is_noise(raw: RawDocument) -> bool:
    """True where an encoding was but guessed at, and what it makes of the bytes is parted by nothing."""
    if raw.encoding_found != "detected" or raw.encoding == "utf-8":
        return False
    sample = raw.text[:_LOOKED_AT]
    return len(sample) >= _FEWEST and len(_PARTING.findall(sample)) * _EVERY < len(sample)
