"""An archive, and the command line that a test talks to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli.app import main
from builder.cli.scaffold import lay

from .command_line import GOOD, Told, write


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """With one good article."""
    folder = tmp_path / "archive"
    lay(folder, "ja")
    write(folder, "content/articles/good.md", GOOD)
    return folder


@pytest.fixture
def tell(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Told]:
    """Runs a command in the folder that holds the archive; no traceback ever reaches its reader."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Told:
        status = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Told(status, out, err)

    return run
