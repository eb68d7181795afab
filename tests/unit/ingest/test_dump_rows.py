"""The lines of a dump as rows: what begins like an item and is none."""

from __future__ import annotations

import pytest

from builder.ingest.dump.rows import rows


@pytest.mark.parametrize("line", ["4. März 2021", "  12. Mai 2020, 10:30", "1. januar 2019"])
def test_a_day_is_no_numbered_item(line: str) -> None:
    (row,) = rows([line])
    assert (row.bullet.strip(">"), row.text) == ("", line.strip())


@pytest.mark.parametrize(
    ("line", "text"),
    [("4. Die Mauer", "Die Mauer"), ("3. Mai Tai, 2021", "Mai Tai, 2021"), ("12) März 2021", "März 2021")],
)
def test_an_item_that_sounds_like_a_day_is_one(line: str, text: str) -> None:
    (row,) = rows([line])
    assert (row.bullet, row.text) == ("number", text)
