"""A short day at the preview; the long one: python -m bench.preview_soak."""

import random
from pathlib import Path

from builder.cli.scaffold import lay

from ...preview_soak import FAULTS, Day, equals_a_clean_build, flood, live_through
from ...serving import Serving


def test_a_short_day(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    lay(archive, "ja")
    with Serving(archive) as serving:
        day = Day(serving, random.Random(7), ["a", "b", "c"])
        for name in day.articles:
            day.write(name, "初版")
        live_through(day, 24, len(FAULTS))
        flood(day, 150)
        day.shows(*_last(day))
        equals_a_clean_build(day)
    assert (day.edits, day.faults) == (24, len(FAULTS))


def _last(day: Day) -> tuple[str, str]:
    day.write("last", "終版")
    return "last", "終版"
