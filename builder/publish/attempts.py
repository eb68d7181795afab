"""Work on an archive that others may write to meanwhile: begun anew where that disturbs it, but not for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ..diagnostics import ArchiveError, Diagnostic, Location
from .inputs import Disturbed
from .memory import Memory
from .store import Lost

_Out = TypeVar("_Out")

ATTEMPTS = 5
"""How often work is begun before quiet is asked for."""


def undisturbed(work: Callable[[Memory, bool], _Out], memory: Memory) -> _Out:
    """What ``work`` makes, given what to rely on and whether this is the first attempt.

    Raises ArchiveError (build/disturbed, at the file that changed last) where no attempt is let finish.
    """
    at = None
    for attempt in range(ATTEMPTS):
        try:
            return work(memory, attempt == 0)
        except Lost:  # part of what was kept is gone: everything is read again, and then nothing is left to lose
            memory = Memory(replace(memory.state, reading=""))
        except Disturbed as disturbed:  # what was made so far would be of neither the old files nor the new ones
            at = Location(str(disturbed)) if disturbed.args else None
    raise ArchiveError([Diagnostic("build/disturbed", at)])
