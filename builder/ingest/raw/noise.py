"""Compressed or encrypted bytes, which some encoding always decodes without making a text of them."""

from __future__ import annotations

import re

from ..extraction import RawDocument

_PARTING = re.compile(r"[ \t\n\u3000、。，．,.]")
"""Spaces, line ends and stops, without which no script is written for long. No-break space is not among them: it is an
ordinary byte in many encodings."""
_EVERY = 100
"""In noise there is less than one of them in so many characters."""
_FEWEST = 100
_LOOKED_AT = 20_000


def is_noise(raw: RawDocument) -> bool:
    """True where the encoding was only guessed, and the decoded text has hardly any separators."""
    if raw.encoding_found != "detected" or raw.encoding == "utf-8":
        return False
    sample = raw.text[:_LOOKED_AT]
    return len(sample) >= _FEWEST and len(_PARTING.findall(sample)) * _EVERY < len(sample)
