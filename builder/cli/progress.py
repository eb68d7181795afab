"""One line on a terminal that says what is going on, how far it is and how fast. Appears after a second of work."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from ..messages.words import say
from ..progress import Stage

_PATIENCE = 1.0
"""Seconds of work before anything is shown."""
_INTERVAL = 0.1
"""Seconds between two drawings."""


class Bar:
    """A Progress for terminals."""

    def __init__(self, stream: TextIO, language: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._language, self._clock = stream, language, clock
        self._began = self._stage_began = clock()
        self._stage: Stage | None = None
        self._drawn = 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Notes the state and draws it, unless that would be too early or too often."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._stage_began = stage, now
        if now - self._began < _PATIENCE or now - self._drawn < _INTERVAL:
            return
        self._drawn = now
        self._stream.write("\r\x1b[K" + self._line(done, total, now - self._stage_began))
        self._stream.flush()

    def close(self) -> None:
        """Takes the line away."""
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _line(self, done: int, total: int, seconds: float) -> str:
        stage = say(self._language, f"stage:{self._stage}")
        if not done and not total:
            return f"{stage} …"
        rate = round(done / seconds) if seconds > 0 else 0
        key = "progress:of" if total else "progress"
        return say(self._language, key, stage=stage, done=done, total=total, rate=rate)
