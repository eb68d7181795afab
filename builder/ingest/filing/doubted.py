"""Articles whose originals the program would refuse today: they stay as they are, and the curator is told why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...diagnostics import Diagnostic, Location, Severity
from ..refusals import Refusal
from ..shelf import Shelf


def doubted(shelf: Shelf, refusals: Mapping[str, Refusal]) -> Iterator[Diagnostic]:
    """A warning for each original in ``refusals`` (by sha256), at the file of the article that was made of it.

    Where the program failed on the original, it is no judgement; that is told as for any other page.
    """
    for sha256, refusal in refusals.items():
        held, problem = shelf.by_sha256[sha256], refusal.problem
        if refusal.verdict == "failed":
            yield problem
            continue
        values = {**problem.values, "original": refusal.name, "told": problem.code}
        yield Diagnostic("ingest/original-doubted", Location(held.path), Severity.WARNING, values)
