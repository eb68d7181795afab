"""The label of an author that a stated value begins with is taken off; a name that only looks like one stays."""

from __future__ import annotations

import pytest

from builder.text.roles import without_label


@pytest.mark.parametrize(
    "label",
    [
        "By ",
        "Written by ",
        "text by ",
        "Von ",
        "par ",
        "Author: ",
        "著者：",
        "文 ",
        "記者・",
        "作者：",
        "采写：",
        "撰文: ",
        "Text ",
    ],
)
def test_labels_of_every_language_are_taken_off(label: str) -> None:
    assert without_label(f"{label}水野遥") == "水野遥"


@pytest.mark.parametrize(
    "name", ["Byron Hale", "Vonnie Hale", "Parker Lowe", "文野遥", "写真：水野遥", "コラム 水野遥"]
)
def test_names_and_other_labels_stay(name: str) -> None:
    assert without_label(name) == name
