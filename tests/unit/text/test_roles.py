"""The label of an author that a stated value begins with is taken off; a name that only looks like one stays."""

from __future__ import annotations

import pytest

from builder.text.roles import credits_another, translates, without_label


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


@pytest.mark.parametrize(
    ("line", "another"),
    [
        ("撮影 水野遥", True),
        ("责任编辑：林清", True),
        ("絵・水野遥", True),
        ("文・絵 水野遥", False),
        ("画一郎", False),
    ],
)
def test_whom_a_label_credits_with_another_part_did_not_write(line: str, another: bool) -> None:
    assert credits_another(line) is another


@pytest.mark.parametrize(
    ("role", "does"),
    [
        ("訳", True),
        ("翻訳", True),
        ("共訳", True),
        ("英訳", True),
        ("通訳", False),
        ("translator", True),
        ("Translator", True),
        ("聞き手", False),
        ("記者", False),
        ("", False),
    ],
)
def test_translators_are_told_from_others(role: str, does: bool) -> None:
    assert translates(role) is does
