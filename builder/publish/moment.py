"""The time for which a site is built: what embargoes are judged by. No byte of a page says what time it was."""

from __future__ import annotations

import os
from datetime import datetime

from ..diagnostics import ArchiveError, Diagnostic

EPOCH = "SOURCE_DATE_EPOCH"
"""The environment's word for the time to build for (https://reproducible-builds.org/specs/source-date-epoch/)."""


def moment(chosen: datetime | None, timezone: str) -> datetime:
    """``chosen``, else what SOURCE_DATE_EPOCH says, else now; in ``timezone`` (``+09:00``), where days begin.

    Raises ArchiveError for a SOURCE_DATE_EPOCH that is no number of seconds.
    """
    zone = datetime.fromisoformat(f"2000-01-01T00:00{timezone}").tzinfo  # strptime takes 2 ms to load
    if chosen is not None:
        return chosen.astimezone(zone)
    seconds = os.environ.get(EPOCH, "")
    if not seconds:
        return datetime.now(zone)
    try:
        return datetime.fromtimestamp(int(seconds), zone)
    except (ValueError, OverflowError, OSError):
        raise ArchiveError([Diagnostic("build/bad-epoch", values={"value": seconds})]) from None
