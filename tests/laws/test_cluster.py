"""Ingest and extract on a cluster of two workers give what this process gives, byte for byte."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.ingest.cluster import executor_at
from builder.ingest.extract_files import extract_files

from .test_ingest import contents, fill, run

PAGES = Path(__file__).resolve().parents[3] / "shared/corpora/extraction/html"
"""Real pages, packed one by one, where a development machine has them; no part of this repository."""

distributed = pytest.importorskip("distributed", reason="the extra “dask” is not installed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Of the scheduler of two workers, each a process of its own."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster.scheduler_address


def test_ingest(address: str, tmp_path: Path) -> None:
    for name in ("alone", "together"):
        fill(tmp_path / name, range(20))
    run(tmp_path / "alone")
    with executor_at(address) as executor:
        report = run(tmp_path / "together", executor=executor)
    assert len(report.added) == 20
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


def test_extract(address: str, tmp_path: Path) -> None:
    fill(tmp_path, range(20))
    alone = list(extract_files([tmp_path / "raw"], tmp_path / "alone"))
    with executor_at(address) as executor:
        together = list(extract_files([tmp_path / "raw"], tmp_path / "together", executor))
    assert len(together) == 20
    assert [one.verdict for one in together] == [one.verdict for one in alone]
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


@pytest.fixture
def real_pages(tmp_path: Path) -> Path:
    """A hundred of them, taken evenly from all, as saved pages."""
    packed = sorted(PAGES.rglob("*.html.gz"))
    if not packed:
        pytest.skip("there are no real pages on this machine (../shared/corpora)")
    for number, path in enumerate(packed[:: max(len(packed) // 100, 1)][:100]):
        page = tmp_path / "pages" / f"{path.parent.name}" / f"{number:03}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_bytes(gzip.decompress(path.read_bytes()))
    return tmp_path / "pages"


def test_real_pages(address: str, tmp_path: Path, real_pages: Path) -> None:
    run(tmp_path / "alone", real_pages)
    with executor_at(address) as executor:
        report = run(tmp_path / "together", real_pages, executor=executor)
        extracted = list(extract_files([real_pages], tmp_path / "extracted-together", executor))
    assert report.added
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")
    assert len(list(extract_files([real_pages], tmp_path / "extracted-alone"))) == len(extracted) == 100
    assert contents(tmp_path / "extracted-together") == contents(tmp_path / "extracted-alone")
