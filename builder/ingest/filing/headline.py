"""A headline as the article's, without what the outlet hangs on it: its own name, and the section between the two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..comparing.identity import title_key

_SEPARATOR = re.compile(r"\s*(?:[：｜|‖»>＞]|\s[-–—:/]\s|[（(](?=[^（(]*[)）]\Z))\s*")
_LONGEST_SECTION = 14


def without_outlet(title: str, names: Iterable[str]) -> tuple[str, str]:
    """(the headline, the section that stood between it and the outlet's name; empty where there was none).

    ``港は何を待っているか：論壇：港日報`` of the paper ``港日報`` gives the first two parts. Only a name that is known
    to be the outlet's is taken off; nothing is guessed.
    """
    known = {title_key(name) for name in names} - {""}
    parts = _SEPARATOR.split(title)
    if len(parts) < 2 or title_key(parts[-1]) not in known:
        return title, ""
    ends = [found.start() for found in _SEPARATOR.finditer(title)]
    if len(parts) > 2 and len(parts[-2]) <= _LONGEST_SECTION and len(parts[-2]) < len(parts[0]):
        return title[: ends[-2]].strip(), parts[-2].strip()
    return title[: ends[-1]].strip(), ""
