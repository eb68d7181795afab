"""Where a page that does not say appeared: in what the pages beside it say they appeared in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from .glance import Glance
from .shelf import Held

_FEW = 2
_AGREE = 0.9


class Outlets:
    """The publication of each folder of originals, where its pages agree on one."""

    def __init__(self, articles: Iterable[Held], pages: Iterable[Glance]) -> None:
        said: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for held in articles:
            for name in held.files:
                if held.publication:
                    said[_folder(name)][name] = held.publication
        for page in pages:
            if page.publication:
                said[_folder(page.name)][page.name] = page.publication
        self._of: dict[str, str] = {}
        for folder, names in said.items():
            publication, count = Counter(names.values()).most_common(1)[0]
            if folder and count >= _FEW and count >= _AGREE * len(names):
                self._of[folder] = publication

    def of(self, page: Glance) -> str:
        """The outlet of a page by its folder; empty where its neighbours do not tell."""
        return page.publication or self._of.get(_folder(page.name), "")


def _folder(name: str) -> str:
    """The folder directly below the folder of originals: one per source, as people save them."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else ""
