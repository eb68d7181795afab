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
