"""What repeats across the pages of one source is furniture: a value learned from a pile and applied to a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


def fingerprint(text: str) -> str:
    """Return the mark by which a line is known again: white space left out, every number the same."""
    bare = _DIGITS.sub("0", _SPACE.sub("", text).lower())
    return hashlib.blake2b(bare.encode("utf-8", "replace"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines of one source and on how many of its pages each stands."""

    pages: int = 0
    """Pages it was learned from."""
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Fingerprint of a line -> pages it stands on."""

    def share(self, text: str) -> float:
        """Return the share of the source's pages that carry this line; 0 where too few pages are known to tell."""
        if self.pages < 3:
            return 0.0
        return self.counts.get(fingerprint(text), 0) / self.pages
