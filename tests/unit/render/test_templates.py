"""Compiled templates are kept, and made anew by another program."""

from pathlib import Path

import pytest

from builder import program
from builder.config import Config
from builder.pages.page import Page
from builder.publish.planning import site_view
from builder.render import templates
from builder.render.templates import Templates


def test_what_another_version_compiled_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    generator = templates._CodeGenerator

    class Noted(generator):  # type: ignore[misc, valid-type]
        def __init__(self, *given: object, **named: object) -> None:
            compiled.append("once more")
            super().__init__(*given, **named)

    monkeypatch.setattr(templates._Environment, "code_generator_class", Noted)
    (tmp_path / "bytecode").mkdir()
    (tmp_path / "feed.xml").write_text("{{ page }}")
    site = site_view(Config(title="試"), "", "none")

    def drawn() -> str:
        return Templates([tmp_path], site, {}, tmp_path / "bytecode").draw(Page("feed.xml", "feed.xml", 1), None)

    assert [drawn(), drawn()] == ["1", "1"]
    assert len(compiled) == 1
    monkeypatch.setattr(program, "digest", lambda: "of a version that compiles in another way")
    assert [drawn(), drawn()] == ["1", "1"]
    assert len(compiled) == 2
