from pathlib import Path

import pytest

from builder.config import Config
from builder.diagnostics import Diagnostic, Location, Severity
from builder.ingest.cleaning.repetition import LineMarks, PageLines
from builder.ingest.comparing.glance import glance
from builder.ingest.extraction import Claim, Extraction, Finding, Line, LineKind, RawDocument
from builder.ingest.ingest import ingest
from builder.ingest.pile.kept import FILE, Kept, Memo
from builder.ingest.pile.reading import Reading
from builder.ingest.shelf import Held, body_of
from builder.ingest.works import sorting
from builder.model import Contributor, SeriesPlace

FULL = Extraction(
    RawDocument("raw/a.txt", "00", "text/plain", "utf-8", "valid-utf8", ""),
    "article",
    "題",
    authors=(Contributor("水野遥", "訳", "詩人"),),
    series=SeriesPlace("港から", 3),
    page=1,
    confidence=0.25,
    findings=(Finding("title", "題", "line 1", 0.5),),
    lines=(Line(1, "題", "題", LineKind.HEADING, 1, ("body", "div")),),
    claims=(Claim(1, "ja/x"),),
    problems=(Diagnostic("ingest/x", Location("raw/a.txt", 1), Severity.NOTE, {"count": "2"}),),
    body="本文\n",
)
READING = Reading(FULL, glance(FULL, 4, "raw/a.txt"))
LINES = PageLines("folder:a", "a", "w", (LineMarks("00", True, ("1", "2"), 0.5, 20.0, True),))


def test_everything_comes_back_as_it_was_put(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        kept.put("page", "a", b"1", READING)
        kept.put("lines", "a", b"1", LINES)
    with Kept(tmp_path) as kept:
        back = kept.get("page", "a", b"1")
        assert back == READING
        assert type(back.extraction.problems[0].severity) is Severity
        assert kept.get("lines", "a", b"1") == LINES


def test_nothing_is_found_under_another_digest_name_or_kind(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        kept.put("lines", "a", b"1", LINES)
        assert kept.get("lines", "a", b"2") is None
        assert kept.get("lines", "b", b"1") is None
        assert kept.get("page", "a", b"1") is None


def test_of_one_page_only_the_latest_is_kept(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        kept.put("lines", "a", b"1", LINES)
        kept.put("lines", "a", b"2", LINES)
        assert kept.get("lines", "a", b"1") is None
        assert kept.get("lines", "a", b"2") == LINES


def test_without_a_folder_to_write_to_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.write_text("a file")
    with Kept(tmp_path) as kept:
        kept.put("lines", "a", b"1", LINES)
        assert kept.get("lines", "a", b"1") is None


def test_a_file_that_is_no_data_base_gives_way(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(b"no data base at all" * 100)
    with Kept(tmp_path) as kept:
        kept.put("lines", "a", b"1", LINES)
    with Kept(tmp_path) as kept:
        assert kept.get("lines", "a", b"1") == LINES


def test_what_is_not_sound_is_not_kept(tmp_path: Path) -> None:
    with Kept(tmp_path) as kept:
        memo: Memo[str, PageLines] = Memo(kept, "lines", lambda task: (task, ""), lambda result: bool(result.lines))
        memo.put("a", LINES)
        memo.put("b", PageLines("folder:a", "a", "w", ()))
        assert memo.get("a") == LINES
        assert memo.get("b") is None


def test_a_new_page_does_not_have_the_bodies_of_all_articles_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_in(number: int) -> list[str]:
        read: list[str] = []

        def reading(archive: Path, held: Held) -> str:
            read.append(held.title)
            return body_of(archive, held)

        monkeypatch.setattr(sorting, "body_of", reading)
        page = tmp_path / "raw" / f"{number}.txt"
        page.parent.mkdir(exist_ok=True)
        page.write_text(f"港の声{number}\n\n" + f"{number}番目の朝、港に立った。" * 20)
        ingest(tmp_path, Config(), [page])
        return read

    assert take_in(1) == []
    assert take_in(2) == ["港の声1"]
    assert take_in(3) == ["港の声2"]
