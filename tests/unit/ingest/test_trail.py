import unicodedata
from pathlib import Path

import pytest

from builder.config import Config
from builder.ingest.ingest import ingest
from builder.ingest.review import waiting
from builder.ingest.suggest_rules import suggest_rules
from builder.ingest.topics.suggest import suggest_topics
from builder.ingest.trail import TrailLine, TrailPage, gutter, trail

from .test_author_places import PROVED, dump_under_title

SUBJECTS = ("灯台", "終着駅", "図書館", "棚田")


def sentences(subject: str, number: int) -> str:
    return "".join(
        f"{subject}の{word}を{number * step + 3}度目に訪ねた朝、{word}番は{step}冊の帳面を見せてくれた。"
        for step, word in enumerate(("門", "鐘", "窓", "坂"), number + 2)
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for n in range(4):
        path = tmp_path / "raw" / "minato" / f"{n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = [sentences(SUBJECTS[n], n * 3 + at) for at in range(3)]
        lines = [
            "コラム",
            f"{SUBJECTS[n]}の時計が進んでいる理由",
            f"201{n}年3月4日",
            *body,
            "印刷する",
            "今週のひとこと募集中",
        ]
        path.write_text("\n\n".join(lines), encoding="utf-8")
    ingest(tmp_path, Config(), [tmp_path / "raw"])
    return tmp_path


def test_the_trail_shows_every_line_once_kept_or_claimed(archive: Path) -> None:
    article = next((archive / "content" / "articles").rglob("*.md"))
    pages = trail(archive, Config(), article.stem)
    assert pages is not None
    (page,) = pages
    raw = [line for line in (archive / page.name).read_text().split("\n") if line.strip()]
    assert [line.text for line in page.lines] == raw
    kept = [line.text for line in page.lines if not line.rules]
    assert all(text in article.read_text() for text in kept)
    assert any(line.rules for line in page.lines)


def test_an_article_is_named_by_its_id_its_file_or_its_original(archive: Path) -> None:
    article = next((archive / "content" / "articles").rglob("*.md"))
    pages = trail(archive, Config(), article.stem)
    assert pages
    for name in (article.relative_to(archive).as_posix(), pages[0].name):
        assert trail(archive, Config(), name) == pages


def test_a_path_is_taken_as_it_is_pasted(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = next((archive / "content" / "articles").rglob("*.md"))
    within = article.relative_to(archive)
    pages = trail(archive, Config(), article.stem)
    assert pages
    linked = tmp_path / "linked"
    linked.symlink_to(archive)
    monkeypatch.chdir(article.parent)
    for name in (
        str(article),
        str(archive / pages[0].name),
        f"./{within.as_posix()}",
        f"content/../{within.as_posix()}",
        str(within).replace("/", "\\"),
        f".\\{within}".replace("/", "\\"),
        str(linked / within),
        article.name,
        f"../{article.parent.name}/{article.name}",
    ):
        assert trail(archive, Config(), name) == pages, name
        assert trail(linked, Config(), name) == pages, name
    for name in (article.parent, archive, archive.parent / within, ""):
        assert trail(archive, Config(), str(name)) is None


def test_a_path_names_its_file_however_its_letters_are_composed(tmp_path: Path) -> None:
    raw = tmp_path / "raw/湊/港が.txt"
    raw.parent.mkdir(parents=True)
    raw.write_text("\n\n".join(["港の朝", "2017年3月24日", *(sentences(SUBJECTS[0], at) for at in range(3))]), "utf-8")
    ingest(tmp_path, Config(), [tmp_path / "raw"])
    pages = trail(tmp_path, Config(), "raw/湊/港が.txt")
    assert pages
    assert trail(tmp_path, Config(), unicodedata.normalize("NFD", "raw/湊/港が.txt")) == pages


def test_there_is_no_trail_of_an_unknown_article(archive: Path) -> None:
    assert trail(archive, Config(), "20170101-none") is None
    assert trail(archive, Config(), "content/articles/none.md") is None


def test_an_original_of_which_no_article_was_made_has_a_trail_too(archive: Path) -> None:
    (archive / "raw/minato/404.html").write_text("<title>404 Not Found</title><h1>Not Found</h1>", encoding="utf-8")
    (archive / "notes.html").write_text("<p>no original</p>", encoding="utf-8")
    pages = trail(archive, Config(), "raw/minato/404.html")
    assert pages is not None
    assert [(page.name, page.verdict) for page in pages] == [("raw/minato/404.html", "not-an-article: not-found")]
    for other in ("raw/minato", "raw/minato/none.html", "notes.html", "raw/../notes.html"):
        assert trail(archive, Config(), other) is None


def test_an_original_that_is_gone_is_told(archive: Path) -> None:
    article = next((archive / "content" / "articles").rglob("*.md"))
    for raw in (archive / "raw").rglob("*.txt"):
        raw.unlink()
    pages = trail(archive, Config(), article.stem)
    assert pages is not None
    assert [page.verdict for page in pages] == ["gone"]


def test_an_author_told_by_the_place_alone_is_told_as_such(tmp_path: Path) -> None:
    names = [*PROVED, "うみねこ太郎"]
    for number, name in enumerate(names):
        page = tmp_path / "raw" / "shiomi" / f"{number}.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(dump_under_title(number, name))
    ingest(tmp_path, Config(), [tmp_path / "raw"])
    for number, name in enumerate(names):
        pages = trail(tmp_path, Config(), f"raw/shiomi/{number}.txt")
        assert pages
        ((value, where),) = [(each.value, each.locator) for each in pages[0].findings if each.field == "author"]
        assert (value, where.startswith("its place")) == (name, number == len(PROVED))


def test_the_gutter_lines_up_whatever_the_width_of_letters() -> None:
    page = TrailPage(
        "raw/a.txt",
        "article",
        1.0,
        (TrailLine(1, "コラム", ("ja/見出し",)), TrailLine(2, "本文" * 60, ())),
        (),
    )
    first, second = gutter(page)
    assert first.index("│") == 3 + second.index("┃") - 6
    assert second.endswith("…")


def test_a_claim_that_tells_more_than_the_place_is_told_first() -> None:
    page = TrailPage("raw/a.txt", "article", 1.0, (TrailLine(1, "港", ("dump/before-body", "dump/title")),), ())
    (line,) = gutter(page)
    assert line.split()[1] == "dump/title,"


def test_articles_wait_for_review_least_sure_first(archive: Path) -> None:
    for article in sorted((archive / "content" / "articles").rglob("*.md"))[:2]:
        article.write_text(article.read_text().replace("language: ja\n", "language: ja\nstatus: review\n"))
    found = waiting(archive, Config())
    in_review = [p for p in (archive / "content" / "articles").rglob("*.md") if "status: review" in p.read_text()]
    assert len(found) == len(in_review) >= 2
    assert [one.confidence for one in found] == sorted(one.confidence for one in found)


def test_rules_are_suggested_as_yaml_with_the_lines_they_take(archive: Path) -> None:
    (suggestion,) = suggest_rules(archive, Config())
    assert suggestion.source == "folder:minato"
    assert suggestion.yaml.startswith("- ")
    assert suggestion.lines
    assert all(line.works >= 3 for line in suggestion.lines)


def test_nothing_is_suggested_where_nothing_can_be_learned(archive: Path) -> None:
    found = suggest_topics(archive, Config())
    assert (found.suggestions, found.learned, found.too_few) == ((), (), ())
