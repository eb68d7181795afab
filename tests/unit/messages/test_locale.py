"""Which language a person reads."""

import pytest

from builder.messages.locale import choose, from_arguments


@pytest.mark.parametrize(
    ("explicit", "environ", "expected"),
    [
        ("ja", {"LANG": "en_US.UTF-8"}, "ja"),
        ("en", {"LC_ALL": "ja_JP.UTF-8"}, "en"),
        (None, {"LANG": "ja_JP.UTF-8"}, "ja"),
        (None, {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "ja_JP", "LANG": "en_US"}, "ja"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {}, "en"),
        ("klingon", {"LANG": "ja"}, "ja"),
    ],
)
def test_the_most_specific_wins(explicit: str | None, environ: dict[str, str], expected: str) -> None:
    assert choose(explicit, environ, "linux") == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--lang", "ja", "build"], "ja"),
        (["build", "--lang=en"], "en"),
        (["build", "--lang"], None),
        (["search", "--", "--lang", "ja"], None),
        ([], None),
    ],
)
def test_the_option_is_found_wherever_it_stands(arguments: list[str], expected: str | None) -> None:
    assert from_arguments(arguments, "--lang") == expected
