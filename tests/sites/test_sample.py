"""The sample archive comes out as tests/sample_truth.yaml says, but for what is known to be missing.

``sample_known.txt`` lists the fields that still differ, so that a new one shows at once; ``python -m
tests.sites.bless`` writes the list anew, and its diff shows what was mended.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder import config
from builder.ingest.ingest import ingest
from builder.ingest.report import IngestReport

from .sample import ROOT, differences, known_differences, make, where


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, IngestReport]:
    archive = tmp_path_factory.mktemp("sample") / "archive"
    return archive, make(archive)


def test_the_sample_comes_out_as_it_should(made: tuple[Path, IngestReport]) -> None:
    archive, _ = made
    known = set(known_differences())
    assert [difference for difference in differences(archive) if where(difference) not in known] == []


def test_nothing_of_the_sample_is_refused_and_its_works_are_joined_and_linked(made: tuple[Path, IngestReport]) -> None:
    _, report = made
    assert report.refused == ()
    assert [len(outcome.originals) for outcome in report.joined] == [2, 3]
    (duplicate,) = report.duplicates
    assert duplicate.original == "raw/shiomi/20200722_azumi.txt"


def test_a_second_ingest_of_the_sample_changes_nothing(made: tuple[Path, IngestReport]) -> None:
    archive, first = made
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*") if ".rondan" not in path.parts}
    report = ingest(archive, config.load(archive), [archive / "raw"])
    assert (report.added, report.changed, report.proposed) == ((), (), ())
    assert len(report.unchanged) == len(first.added)
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*") if ".rondan" not in path.parts} == before


def test_the_sample_in_the_repository_is_what_ingest_makes_of_it(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    shutil.copy(ROOT / "archive.yaml", archive)
    for name in ("raw", "content"):
        shutil.copytree(ROOT / name, archive / name)
    report = ingest(archive, config.load(archive), [archive / "raw"])
    assert (report.added, report.changed, report.proposed) == ((), (), ())
