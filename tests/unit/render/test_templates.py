"""Compiled templates are kept, and made anew by another program."""

from pathlib import Path

import pytest
from markupsafe import Markup

from builder import program
from builder.config import Config
from builder.diagnostics import Location
from builder.pages.page import Page
from builder.publish.planning import site_view
from builder.render import templates
from builder.render.templates import TemplateProblem, Templates


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


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ((1, True, 1.0, 1), ["1", "True", "1.0", "1"]),
        ((Markup("<b>"), "<b>"), ["<b>", "&lt;b&gt;"]),
    ],
)
def test_equal_keys_that_are_shown_in_another_way(tmp_path: Path, values: tuple[object, ...], drawn: list[str]) -> None:
    (tmp_path / "feed.xml").write_text("{% once page %}{{ page }}{% endonce %}")
    made = Templates([tmp_path], site_view(Config(title="試"), "", "none"), {})
    assert [made.draw(Page("feed.xml", "feed.xml", value), None) for value in values] == drawn


@pytest.mark.parametrize("fault", ["{{ 1 / 0 }}", "{{ nothing }}", "{% if %}"])
def test_a_fault_is_placed_where_it_stands(tmp_path: Path, fault: str) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/foot.html").write_text(f"one\n{fault}\n")
    (tmp_path / "feed.xml").write_text("{% include 'parts/foot.html' %}")
    made = Templates([tmp_path], site_view(Config(title="試"), "", "none"), {})
    with pytest.raises(TemplateProblem) as caught:
        made.draw(Page("feed.xml", "feed.xml", 1), None)
    assert caught.value.diagnostic.at == Location(str(tmp_path / "parts/foot.html"), 2)
    assert caught.value.diagnostic.excerpt == fault


def test_two_fragments_in_one_line_are_two(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "{% once page %}a{% endonce %}{% once page %}b{% once page %}c{% endonce %}{% endonce %}"
    )
    drawn = Templates([tmp_path], site_view(Config(title="試"), "", "none"), {})
    assert [drawn.draw(Page("feed.xml", "feed.xml", 1), None) for _ in range(2)] == ["abc", "abc"]
