"""The style sheet keeps its promises: contrast in both themes, nothing fetched, small."""

from __future__ import annotations

import gzip
import re

import pytest

from builder.render.folders import builtin_folder

SHEET = (builtin_folder() / "static" / "site.css").read_text(encoding="utf-8")
DARK = re.findall(r"\{\s*(--paper: #1[^}]*)\}", SHEET)
LIGHT = re.findall(r":root \{\s*(--paper: #f[^}]*)\}", SHEET)


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = {"light": colours(LIGHT[0]), "dark": colours(DARK[0])}


def test_the_dark_theme_is_the_same_chosen_or_by_the_system() -> None:
    assert len(DARK) == 2
    assert colours(DARK[0]) == colours(DARK[1])
    assert colours(DARK[0]).keys() == colours(LIGHT[0]).keys()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read(theme: str) -> None:
    named = THEMES[theme]
    for ground in ("paper", "raised"):
        for text in ("ink", "soft", "accent"):
            assert contrast(named[text], named[ground]) >= 4.5, (theme, text, ground)
    assert contrast(named["ink"], named["paper"]) >= 7
    assert contrast(named["ink"], named["mark"]) >= 4.5


def test_nothing_is_fetched() -> None:
    assert "url(" not in SHEET
    assert "@import" not in SHEET


def test_the_sheet_is_small() -> None:
    assert len(gzip.compress(SHEET.encode(), 9)) <= 6_000
