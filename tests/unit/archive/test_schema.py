"""The published schemas know the keys that the reader knows, and no others."""

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from builder.archive import article_file, records
from builder.cli.app import main
from builder.cli.schema import KINDS

DOCUMENT = Path(__file__).resolve().parents[3] / "docs/content-format.md"


def schema(name: str) -> dict[str, Any]:
    found = resources.files("builder.data") / "schema" / f"{name}.json"
    loaded: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
    return loaded


def parts(schema: dict[str, Any], key: str) -> set[str]:
    """The keys of the mapping that may stand under ``key``."""
    waiting, found = [schema["properties"][key]], set()
    while waiting:
        one = waiting.pop()
        found |= set(one.get("properties", ()))
        waiting += [*one.get("anyOf", ()), *([one["items"]] if "items" in one else ())]
    return found


def test_articles() -> None:
    article = schema("article")
    assert set(article["properties"]) == {*article_file.KEYS, *article_file.ACCEPTED}
    assert parts(article, "authors") == set(article_file.CONTRIBUTOR_KEYS)
    assert parts(article, "series") == set(article_file.SERIES_KEYS)
    assert parts(article, "source") == set(article_file.SOURCE_KEYS)
    assert parts(article, "also_in") == set(article_file.APPEARANCE_KEYS)


@pytest.mark.parametrize(
    ("name", "keys"),
    [("author", records.AUTHOR_KEYS), ("topic", records.TOPIC_KEYS), ("series", records.SERIES_KEYS)],
)
def test_records(name: str, keys: tuple[str, ...]) -> None:
    assert set(schema(name)["properties"]) == set(keys)


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_prints_what_is_published(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == schema(kind)


def test_the_page_about_the_format_names_every_key() -> None:
    named = set(re.findall(r"`([a-z_]+)`", DOCUMENT.read_text(encoding="utf-8")))
    assert {*article_file.KEYS, *article_file.ACCEPTED, *records.AUTHOR_KEYS, *records.TOPIC_KEYS} <= named
