"""What counts as another program: one by which an index or a page would become other bytes."""

import re
import tomllib
from pathlib import Path

import pytest

from builder import program

_MAKE_NOTHING = {"click", "watchfiles", "starlette", "uvicorn"}
"""Libraries that read commands or serve files: nothing is made by them."""


def needed() -> list[str]:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["pagefind"]]
    return [name for one in wanted if (name := re.split(r"[^\w-]", one)[0]) not in _MAKE_NOTHING]


@pytest.mark.parametrize("library", needed())
def test_another_version_of_a_library_is_another_program(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = program.digest.__wrapped__()
    (tmp_path / f"{library.replace('-', '_')}-999.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert program.digest.__wrapped__() != before
