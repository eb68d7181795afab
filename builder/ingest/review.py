"""Articles that wait for review: which, why, and least sure first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..config import Config
from ..diagnostics import Diagnostic
from .filing.compose import doubts
from .shelf import Shelf
from .trail import read_again


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article under ``status: review``."""

    path: str
    id: str
    title: str
    confidence: float
    """Of its least sure page; 1 where it has no originals to judge by."""
    reasons: tuple[Diagnostic, ...]


def waiting(archive: Path, config: Config) -> tuple[Waiting, ...]:
    """All articles that wait for review, least sure first. Reads their originals again."""
    found: list[Waiting] = []
    for held in Shelf.read(archive, config.paths.content).articles:
        if held.status == "review":
            own = [page for name, page in read_again(archive, config, held) if page and name in held.files]
            confidence = min((page.confidence for page in own), default=1.0)
            found.append(Waiting(held.path, held.id, held.title, confidence, tuple(doubts(held.id, own))))
    return tuple(sorted(found, key=lambda each: (each.confidence, each.path)))
