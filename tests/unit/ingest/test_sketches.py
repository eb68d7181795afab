from pathlib import Path

import pytest

from builder.ingest.comparing.likeness import runs, sketch
from builder.ingest.shelf import Shelf
from builder.ingest.works import sketches
from builder.ingest.works.sketches import FILE, sketches_of

from .test_likeness import OTHER, TEXT


def shelf(archive: Path, *bodies: str) -> Shelf:
    for number, body in enumerate(bodies):
        path = archive / "content" / "articles" / f"{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: 題\n---\n\n{body}\n")
    return Shelf.read(archive, "content")


def test_sketches_are_those_of_the_bodies_asked_once_or_twice(tmp_path: Path) -> None:
    articles = shelf(tmp_path, TEXT, OTHER).articles
    wanted = [sketch(runs(TEXT)), sketch(runs(OTHER))]
    assert sketches_of(tmp_path, articles) == wanted
    assert (tmp_path / FILE).exists()
    assert sketches_of(tmp_path, articles) == wanted


def test_an_edited_article_has_a_new_sketch(tmp_path: Path) -> None:
    sketches_of(tmp_path, shelf(tmp_path, TEXT).articles)
    assert sketches_of(tmp_path, shelf(tmp_path, OTHER).articles) == [sketch(runs(OTHER))]


def test_a_spoilt_cache_is_done_without(tmp_path: Path) -> None:
    articles = shelf(tmp_path, TEXT).articles
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(b"no data base at all" * 100)
    assert sketches_of(tmp_path, articles) == [sketch(runs(TEXT))]


def test_what_is_known_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = shelf(tmp_path, TEXT).articles
    wanted = sketches_of(tmp_path, articles)
    monkeypatch.setattr(sketches, "body_of", None)
    assert sketches_of(tmp_path, articles) == wanted
