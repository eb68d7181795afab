"""``rondan check``: a site is looked at as what it was built for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.cli.app import main
from tests.unit.pages.sample_site import build_site

ADDRESSES = [None, "https://example.org/other/", "https://example.org/"]


@pytest.mark.parametrize("told", ADDRESSES)
def test_a_site_built_for_another_address(tmp_path: Path, capsys: pytest.CaptureFixture[str], told: str | None) -> None:
    build_site(tmp_path, "ja", "https://example.org/sub/")
    out = str(tmp_path / "o")
    options = ["--out", out, *(["--base-url", told] if told is not None else [])]
    assert main(["-C", str(tmp_path), "build", *options]) == 0
    capsys.readouterr()
    main(["-C", str(tmp_path), "--format", "json", "check", "--site", out])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [problem for problem in problems if problem["values"].get("page") == "404.html"] == []


def test_rules_that_their_specimens_contradict_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_site(tmp_path, "ja", "https://example.org/")
    (tmp_path / "content" / "sources").mkdir()
    (tmp_path / "content" / "sources" / "minato.yaml").write_text(
        "name: 港日報\nrules:\n- id: share\n  why: A button.\n  takes: line\n  match: {contains: シェア}\n"
        "  specimens: {keeps: [シェアの話]}\n"
    )
    assert main(["-C", str(tmp_path), "--lang", "en", "check"]) == 0
    told = capsys.readouterr().out
    assert "warning[rule/near-miss-taken] rule minato/share takes “シェアの話”" in told
    assert "content/sources/minato.yaml:7:23" in told
    assert main(["-C", str(tmp_path), "check", "--strict"]) == 1
