"""The lists of words in ``builder/data``: each word can be found, and stands where it counts."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import builder.data
from builder.ingest.dump.cues import cues_of
from builder.ingest.dump.page_text import PageText
from builder.text.facts import facts

FOLDER = Path(builder.data.__file__).parent
FILES = sorted(path for path in FOLDER.rglob("*.yaml") if "scaffold" not in path.parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_file_is_read_without_libyaml_too_and_no_list_has_a_word_twice(path: Path) -> None:
    lists = _lists(yaml.load(path.read_text(encoding="utf-8"), yaml.SafeLoader))
    assert [word for words in lists for word, count in Counter(words).items() if count > 1] == []


def _lists(value: Any) -> Iterator[list[str]]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _lists(inner)
    elif isinstance(value, list):
        yield [inner for inner in value if isinstance(inner, str)]
        for inner in value:
            yield from _lists(inner)


AROUND = {"whole": ("", ""), "starts": ("", " 港の夜"), "starts_apart": ("", " 港の夜"), "has": ("港の夜", "港の夜")}
"""What stands before and behind a word on a line where it counts, by the place it has in the table of cues."""


def test_every_word_of_a_cue_can_be_found_and_no_other_cue_has_it() -> None:
    words = [(cue, place, word) for cue, row in facts("cues").items() for place in row for word in row[place]]
    found = cues_of(PageText([AROUND[place][0] + word + AROUND[place][1] for _, place, word in words]))
    wanted = [cue + "~" * (place == "has") for cue, place, _ in words]
    assert [(word, *pair) for word, *pair in zip(words, wanted, found, strict=True) if pair[0] != pair[1]] == []
