"""The clues of a line itself and of its neighbours, as names the weights know (``data/dump_weights.tsv``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .rows import Row

Around = tuple[str, str, str, str, str]
"""A row's two lines above, the two below, and what it is itself: all that ``near`` needs."""

OwnFacts = tuple[tuple[object, ...], bool, str, str]


def own(row: Row) -> Iterator[str]:
    """Clues of the line itself."""
    k = row.look
    long = "short" if k.length < 5 else "mid" if k.length < 8 else "long"
    yield f"length {k.length}"
    yield f"end {k.end}"
    yield f"length {k.length} end {k.end}"
    yield f"stops {k.stops}"
    yield f"commas {k.commas} {long}"
    yield f"start {k.start} {long}"
    yield f"small {k.small} {long}"
    if k.case:
        yield f"case {k.case} {long}"
    if k.cue:
        yield f"cue {k.cue}"
        yield f"cue {k.cue} {long}"
    if k.date:
        yield f"date {k.date}"
    yield f"digits {k.digits} {long}"
    if k.address:
        yield f"address {long}"
    script = k.small[0]
    yield f"script {script} length {k.length}"
    yield f"script {script} {row.plain} {k.end}"
    if k.headline:
        yield f"headline {row.plain}"
    if row.bullet:
        yield f"bullet {script} {k.end == 'stop'} {long}"
        yield f"bullet {row.bullet}"
        yield f"bullet {row.bullet} {long} {k.end == 'stop'}"
    if row.indent:
        yield f"indent {row.indent} {long}"
    if k.solid:
        yield "solid"


def own_facts(row: Row) -> OwnFacts:
    """What ``own`` depends on."""
    return (row.look[:12], row.plain == "solid", row.bullet, row.indent)


def _seen(row: Row | None) -> str:
    """A line as its neighbours see it."""
    if row is None:
        return "edge"
    k = row.look
    size = "xs" if k.length < 2 else "s" if k.length < 5 else "m" if k.length < 8 else "l"
    plain = row.bullet or not k.cue or "~" in k.cue or size not in ("xs", "s")
    kind = "list" if row.bullet else "cue" if not plain else k.date if k.date in ("only", "ago") else ""
    return f"{size} {'stop' if k.end == 'stop' else 'open'} {kind}".rstrip()


def around(found: Sequence[Row]) -> list[Around]:
    """For each row, what its neighbours look like."""
    seen = ["edge", "edge", *map(_seen, found), "edge", "edge"]
    return [(seen[i], seen[i + 1], seen[i + 3], seen[i + 4], row.plain) for i, row in enumerate(found)]


def near(seen: Around) -> Iterator[str]:
    """Clues of the two lines above and the two below."""
    above2, above, below, below2, plain = seen
    yield f"prev {above}"
    yield f"next {below}"
    yield f"prev {above} {plain}"
    yield f"next {below} {plain}"
    yield f"prev2 {above2}"
    yield f"next2 {below2}"
