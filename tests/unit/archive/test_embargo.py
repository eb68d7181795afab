"""Until when an article is held back, and what is said of it."""

from datetime import datetime
from pathlib import Path

import pytest

from builder.archive.embargo import as_of, held_back
from builder.archive.load import load
from builder.archive.publication import published
from builder.config import Config
from builder.model import Archive, Article, ArticleId, BodyRef, IsoDate


def article(embargo: str) -> Article:
    return Article(ArticleId("a"), "題", BodyRef("a.md", 1, 0, ""), embargo=IsoDate(embargo))


@pytest.mark.parametrize(
    ("embargo", "now", "over"),
    [
        ("2027-01-01", "2026-12-31T23:59+09:00", False),
        ("2027-01-01", "2027-01-01T00:00+09:00", True),
        ("2027-01", "2026-12-31T23:59+09:00", False),
        ("2027-01", "2027-01-01T00:00+09:00", True),
        ("2027", "2027-01-01T00:00+09:00", True),
        ("2027", "2026-12-31T23:59+09:00", False),
        ("2027-01-01T09:30+09:00", "2027-01-01T09:29+09:00", False),
        ("2027-01-01T09:30+09:00", "2027-01-01T09:30+09:00", True),
        ("2027-01-01T00:30+00:00", "2027-01-01T09:29+09:00", False),
        ("2027-01-01T00:30+00:00", "2027-01-01T09:30+09:00", True),
    ],
)
def test_an_embargo_ends_as_its_day_begins_or_at_its_time(embargo: str, now: str, over: bool) -> None:
    assert (as_of(article(embargo), datetime.fromisoformat(now)).embargo == "") == over


def archive(folder: Path, **embargoed: str) -> Archive:
    (folder / "content/articles").mkdir(parents=True, exist_ok=True)
    for name, front in embargoed.items():
        (folder / f"content/articles/{name}.md").write_text(f"---\ntitle: 題\n{front}---\n\n本文。\n", encoding="utf-8")
    found, problems = load(folder, Config())
    assert problems == ()
    return found


def test_what_is_held_back_is_in_no_list_and_in_the_preview_a_draft(tmp_path: Path) -> None:
    found = archive(tmp_path, a="", b="embargo: 2027-01-01\nauthors: [森]\n")
    public, preview = published(found), published(found, drafts=True)
    assert [one.id for one in public.articles] == list(public.cards) == ["a"]
    assert not public.by_author.get("森")
    assert {name: card.status for name, card in preview.cards.items()} == {"a": "published", "b": "draft"}
    assert {one.id: (one.status, one.embargo) for one in preview.articles}["b"] == ("draft", "2027-01-01")


def test_a_draft_stays_one_and_a_withdrawn_article_keeps_its_address(tmp_path: Path) -> None:
    found = archive(tmp_path, a="embargo: 2027-01-01\nstatus: draft\n", b="embargo: 2027-01-01\nstatus: withdrawn\n")
    assert [one.id for one in published(found).articles] == ["b"]
    assert {one.id: one.embargo for one in published(found, drafts=True).articles} == {"a": "", "b": ""}
    assert held_back(found.articles) == ()


def test_one_note_speaks_of_all(tmp_path: Path) -> None:
    found = archive(tmp_path, a="embargo: 2028-01-01\n", b="embargo: 2027-01-01\n", c="")
    (note,) = held_back(found.articles)
    assert note.severity == "note"
    assert note.at is not None
    assert note.at.path.endswith("b.md")
    assert note.values == {"count": "2", "until": "2027-01-01", "last": "2028-01-01"}
