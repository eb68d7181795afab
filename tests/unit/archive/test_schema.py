"""The schema for editors says what the reader accepts."""

import pytest

from builder.archive import article_file, records
from builder.archive.schema import KINDS, json_schema


def test_every_key_of_the_reader_is_in_the_schema_and_no_other() -> None:
    assert set(json_schema("article")["properties"]) == {*article_file.KEYS, *article_file.ACCEPTED}
    assert set(json_schema("author")["properties"]) == set(records.AUTHOR_KEYS)
    assert set(json_schema("topic")["properties"]) == set(records.TOPIC_KEYS)
    assert set(json_schema("series")["properties"]) == set(records.SERIES_KEYS)


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_keys_are_refused(kind: str) -> None:
    assert json_schema(kind)["additionalProperties"] is False
