"""Learning from the pile: which lines the pages of one source repeat. One streaming pass, bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path

from ..progress import Progress, silent
from .furniture import Furniture
from .pile import RawFile


class Learned:
    """What was learned of each source."""

    def furniture(self, name: str, data: bytes) -> Furniture | None:
        """What is known of the source of this page."""
        return None


def learn(archive: Path, raw: str, files: Iterable[RawFile], executor: Executor | None, progress: Progress) -> Learned:
    """Reads the pile once."""
    return Learned()
