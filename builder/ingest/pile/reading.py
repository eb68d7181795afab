"""A raw file -> its extraction and a glance at it. The bytes travel with the task: a worker needs no disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from ..cleaning.furniture import Furniture
from ..cleaning.rules import Rule
from ..comparing.glance import Glance, glance
from ..extract import extract
from ..extraction import Extraction, RawDocument
from .author_places import with_places
from .name_lines import with_name_lines
from .origin import source_of


@dataclass(frozen=True, slots=True)
class Task:
    """One page to read."""

    name: str
    data: bytes
    furniture: Furniture | None = None
    rules: tuple[Rule, ...] = ()
    """The rules of its source."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read: the extraction without its lines (they can be had again from the original), and a glance at it."""

    extraction: Extraction
    glance: Glance


def read_page(task: Task) -> Reading:
    """The pure work on one page; what a worker runs. A fault of the program spoils this page only."""
    try:
        found = extract(task.data, task.name, furniture=task.furniture, rules=task.rules)
    except Exception as error:  # told in the report; the rest of the pile goes on
        raw = RawDocument(task.name, hashlib.sha256(task.data).hexdigest(), "", "", "", "")
        found = Extraction(raw, f"failed: {type(error).__name__}: {error}", confidence=0.0)
    found = with_places(with_name_lines(found), source_of(task.name, task.data))
    slim = replace(found, raw=replace(found.raw, text=""), lines=(), claims=())
    return Reading(slim, glance(found, -1, task.name))
