"""The time as an input of the build: it lets articles appear, and changes nothing else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from builder import config
from builder.diagnostics import ArchiveError
from builder.publish.explain import explain
from builder.publish.moment import EPOCH, moment
from builder.publish.report import BuildOptions
from tests.laws.small_archive import SmallArchive, tree

BEFORE, AFTER = (datetime(2027, 1, day, tzinfo=UTC) for day in (1, 2))
HELD = "content/articles/2020/held.md"


@pytest.fixture
def archive(tmp_path: Path) -> SmallArchive:
    made = SmallArchive(tmp_path)
    for name, more in (("a", ""), ("held", "embargo: 2027-01-02\n")):
        front = f"title: 題{name}\ndate: 2018-02-01\nauthors: [森]\n{more}"
        made.write(f"content/articles/2020/{name}.md", f"---\n{front}---\n\n本文{name}。\n")
    return made


def text_of(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file())


def test_nothing_of_an_article_is_shown_before_its_day(archive: SmallArchive) -> None:
    for _ in range(2):  # the second build does nothing, and says the same
        report = archive.build(now=BEFORE)
        assert [(p.code, p.values["until"]) for p in report.diagnostics] == [("article/held", "2027-01-02")]
    assert "held" not in text_of(archive.folder / "site")
    assert "本文held" in text_of(archive.build(now=AFTER).out)


def test_a_day_begins_where_the_archive_is(archive: SmallArchive) -> None:
    evening = datetime(2027, 1, 1, 14, 59, tzinfo=UTC)  # midnight is near at +09:00
    assert "本文held" not in text_of(archive.build(now=evening).out)
    assert "本文held" in text_of(archive.build(now=evening + timedelta(minutes=1)).out)


def test_the_next_day_and_the_day_before_build_what_a_clean_build_does(archive: SmallArchive) -> None:
    for now in (BEFORE, AFTER, AFTER, BEFORE, AFTER):
        assert archive.build(now=now).published
        archive.build("clean", now=now)
        assert tree(archive.folder / "site") == tree(archive.folder / "clean")


def test_who_builds_again_and_again_sees_the_day_come(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, str(int(BEFORE.timestamp())))
    builder = archive.builder()
    builder.build()
    monkeypatch.setenv(EPOCH, str(int(AFTER.timestamp())))
    report = builder.build(frozenset())
    assert "articles/held/index.html" in {page.route for page in report.new}


def test_a_preview_shows_it_as_a_draft_with_its_day(archive: SmallArchive) -> None:
    archive.write(
        "templates/article.html", "{{ page.article.status }} {{ page.article.embargo }} {{ page.card.status }}"
    )
    archive.build(now=BEFORE, drafts=True)
    page = archive.folder / "site/articles/held/index.html"
    assert page.read_text() == "draft 2027-01-02 draft"
    archive.write(HELD, (archive.folder / HELD).read_text(encoding="utf-8") + "追記。\n")
    archive.build(now=BEFORE, drafts=True)
    assert page.read_text() == "draft 2027-01-02 draft"
    archive.build(now=AFTER, drafts=True)
    assert page.read_text() == "published  published"


def test_without_an_embargo_no_byte_depends_on_the_clock(archive: SmallArchive) -> None:
    (archive.folder / HELD).unlink()
    archive.build(now=BEFORE)
    archive.build("clean", now=AFTER)
    assert tree(archive.folder / "site") == tree(archive.folder / "clean")
    assert archive.build(now=AFTER).drawn == 0


def test_what_is_told_goes_before_the_environment_and_that_before_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    before = datetime.now(UTC)
    now = moment(None, "+09:00")
    assert before <= now <= datetime.now(UTC)
    assert str(now)[-6:] == "+09:00"
    monkeypatch.setenv(EPOCH, "86400")
    assert moment(None, "+09:00").isoformat() == "1970-01-02T09:00:00+09:00"
    assert moment(AFTER, "Z") == AFTER


@pytest.mark.parametrize("value", ["yesterday", "2027-01-01", "9" * 30])
def test_a_time_that_is_none_is_refused(archive: SmallArchive, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, value)
    with pytest.raises(ArchiveError) as caught:
        archive.build()
    assert [problem.code for problem in caught.value.diagnostics] == ["build/bad-epoch"]


def test_explain_says_until_when_and_what_will_change_then(archive: SmallArchive) -> None:
    options = BuildOptions(out=archive.folder / "site", jobs=1, now=BEFORE)
    archive.build(now=BEFORE)
    said = explain(archive.folder, config.load(archive.folder), options, HELD)
    report = archive.build(now=AFTER)
    assert said.held_until == "2027-01-02"
    assert set(said.touches) >= {page.route for page in (*report.new, *report.changed)}
    assert "articles/held/index.html" in said.touches
