"""The generated pages of docs/ say what the program says."""

import pytest

from . import reference


def test_docs_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    for path, text in reference.written().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run python -m tests.contracts.reference"
