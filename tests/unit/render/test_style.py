"""The style sheet keeps its promises: contrast in both themes, nothing fetched, small."""

from __future__ import annotations

import gzip
import re

import pytest

from builder.render.folders import builtin_folder

SHEET = (builtin_folder() / "static" / "site.css").read_text(encoding="utf-8")
COLOURS = re.findall(r"--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", SHEET)
THEMES = {
    "light": {name: light for name, light, _ in COLOURS},
    "dark": {name: dark for name, _, dark in COLOURS},
}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read(theme: str) -> None:
    named = THEMES[theme]
    for ground in ("paper", "raised"):
        for text in ("ink", "soft", "accent"):
            assert contrast(named[text], named[ground]) >= 4.5, (theme, text, ground)
    assert contrast(named["ink"], named["paper"]) >= 7
    assert contrast(named["ink"], named["mark"]) >= 4.5
    assert contrast(named["bar"], named["paper"]) >= 3  # bars, and the frames of fields


def test_nothing_is_fetched() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET


def test_the_sheet_is_small() -> None:
    assert len(gzip.compress(SHEET.encode(), 9)) <= 6_000
