"""Ctrl-C before the program is there."""

from __future__ import annotations

import sys

import pytest

from builder.__main__ import main


class Interrupting:
    """An import that is interrupted."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """The import system's hook."""
        if name == "builder.cli.app":
            raise KeyboardInterrupt


def test_an_interrupted_start_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "builder.cli.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert main() == 130
