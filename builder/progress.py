"""How work tells that it goes on. The layers that work call it; the command line shows it, or does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Stage = Literal["wait", "load", "plan", "render", "write", "search", "read", "extract", "ingest", "crawl"]
"""What may be going on; each has its name in the words of the command line (``stage:<name>``)."""
Progress = Callable[[Stage, int, int], None]
"""Called now and then with (stage, done, total); total 0 while it is not known. Cheap, and may be called often."""


def silent(stage: Stage, done: int, total: int) -> None:
    """Progress that nobody watches."""
