"""The report of an ingest: what is left to a person stands last; what is cut off says how to see it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli.app import main
from builder.diagnostics import Diagnostic, Severity
from builder.ingest.report import Duplicate, IngestReport, Outcome

REASON = Diagnostic("ingest/no-date")


def one(name: str, *, diff: str = "") -> Outcome:
    return Outcome(f"content/articles/{name}.md", f"{name}-id", f"題{name}", (f"raw/{name}.txt",), (REASON,), diff)


REPORT = IngestReport(
    added=tuple(one(f"added-{number:02}") for number in range(23)),
    kept=(one("mine"),),
    proposed=(one("mine-too", diff="\n".join(f"+line {number}" for number in range(60))),),
    unsure=(one("unsure"),),
    duplicates=(Duplicate("raw/x.txt", "content/articles/x.md", 0.9),),
    again=(Duplicate("raw/y.txt", "content/articles/x.md", 0.9),),
    ignored=tuple(f"raw/{name}.css" for name in "abcdefg"),
    notes=tuple(
        Diagnostic("ingest/one-work-twice", severity=Severity.NOTE, values={"other": f"{number}.md", "likeness": "40"})
        for number in range(7)
    ),
)


@pytest.fixture
def told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    (tmp_path / "archive.yaml").write_text("title: x")
    monkeypatch.setattr("builder.ingest.ingest.ingest", lambda *_, **__: REPORT)

    def run(*options: str) -> list[str]:
        assert main(["-C", str(tmp_path), "--lang", "en", "ingest", "raw", *options]) == 0
        return capsys.readouterr().out.splitlines()

    return run


def test_the_unsure_and_the_counts_are_last(told: Callable[..., list[str]]) -> None:
    lines = told()
    heads = [
        "Added:",
        "The same work as an article",
        "You have edited content/articles/mine-too.md",
        "To take all of a proposal, copy it (.rondan/proposals/mine-too-id.md)",
        "Unsure about these",
    ]
    places = [next(at for at, line in enumerate(lines) if line.startswith(head)) for head in heads]
    assert places == sorted(places)
    assert lines[-3].startswith("23 added, 0 changed, 0 unchanged, 2 kept as you edited them, 1 unsure")
    assert "rondan list --review" in lines[-1]


def test_what_is_cut_off_says_how_to_see_it(told: Callable[..., list[str]]) -> None:
    lines = told()
    assert [line.strip() for line in lines if "--verbose" in line] == [
        "… and 3 more (all: --verbose, or --format json)",
        "… and 2 more (all: --verbose, or --format json)",
        "… and 20 more (all: --verbose, or --format json)",
        "2 more notes of the kinds above (all: --verbose, or --format json).",
    ]
    assert "+line 59" not in "".join(lines)


def test_no_error_is_cut_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "archive.yaml").write_text("title: x")
    (tmp_path / "raw").mkdir()
    (tmp_path / "content" / "authors").mkdir(parents=True)
    for number in range(9):
        (tmp_path / "content" / "authors" / f"{number}.yaml").write_text("reading: x\n")
    assert main(["-C", str(tmp_path), "--lang", "en", "ingest", str(tmp_path / "raw")]) == 1
    told = capsys.readouterr()
    assert told.err.count("record/no-name") == 9
    assert "--verbose" not in told.out


def test_what_was_ignored_is_named_with_the_reason(told: Callable[..., list[str]]) -> None:
    lines = told()
    at = next(at for at, line in enumerate(lines) if line.startswith("Ignored, because their names"))
    assert lines[at + 1] == "  raw/a.css"
    assert ", 7 ignored, " in lines[-3]


def test_what_was_told_before_is_counted_and_not_told_again(told: Callable[..., list[str]]) -> None:
    lines = told()
    assert "raw/y.txt" not in "".join(lines)
    assert lines[-3].endswith(", 2 already there.")
    assert any("raw/y.txt" in line for line in told("--verbose"))


def test_verbose_cuts_nothing_off(told: Callable[..., list[str]]) -> None:
    lines = told("--verbose")
    assert sum("/added-" in line for line in lines) == 23
    assert "    +line 59" in lines
    assert not any("more (all" in line for line in lines)
