"""What is made ahead of the plan is what would have been made after it."""

import os
from pathlib import Path

import pytest

from builder.processes import may_fork
from builder.publish import work
from builder.publish.scene import Todo
from builder.render import markdown
from builder.render.markdown import Rendered
from tests.laws.small_archive import SmallArchive, tree

_TEXTS = {"one": "**一**つ。", "two": "二つ。", "three": "# 三\n\n三つ。"}


def _archive(folder: Path) -> SmallArchive:
    archive = SmallArchive(folder)
    for name, text in _TEXTS.items():
        archive.write(f"content/articles/2020/{name}.md", f"---\ntitle: {name}\ndate: 2020-01-01\n---\n{text}\n")
    return archive


def _wait_for_other_processes() -> None:
    """Until one has ended; it stays to be asked for what it found."""
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)


def _built_ahead(archive: SmallArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build in which the other process has the time to end before the plan is made."""
    monkeypatch.setattr("builder.publish.ahead._MANY", 1)
    planned = work._planned

    def slowly(*given: object) -> Todo:
        _wait_for_other_processes()
        return planned(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "_planned", slowly)
    archive.build(jobs=2)


@pytest.mark.skipif(not may_fork(), reason="there is no process of its own where a fork is not safe")
def test_a_body_rendered_ahead_is_not_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected, archive, here = _archive(tmp_path / "expected"), _archive(tmp_path / "archive"), os.getpid()
    expected.build()
    render = markdown.render

    def only_ahead(text: str) -> Rendered:
        assert os.getpid() != here
        return render(text)

    monkeypatch.setattr(markdown, "render", only_ahead)
    _built_ahead(archive, monkeypatch)
    assert tree(archive.folder / "site") == tree(expected.folder / "site")
    assert archive.build().drawn == 0


@pytest.mark.skipif(not may_fork(), reason="there is no process of its own where a fork is not safe")
def test_what_will_not_be_shown_is_not_rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, rendered = _archive(tmp_path / "archive"), tmp_path / "rendered"
    for key in ("status: draft", "status: withdrawn", "rights: excerpt", "embargo: 2100-01-01"):
        name = key.partition(": ")[2]
        archive.write(f"content/articles/2020/{name}.md", f"---\ntitle: {name}\n{key}\n---\n秘密。\n")
    render = markdown.render

    def noted(text: str) -> Rendered:
        with rendered.open("a", encoding="utf-8") as file:
            file.write(text)
        return render(text)

    monkeypatch.setattr(markdown, "render", noted)
    _built_ahead(archive, monkeypatch)
    assert sorted(rendered.read_text(encoding="utf-8").split()) == sorted(" ".join(_TEXTS.values()).split())


@pytest.mark.skipif(not may_fork(), reason="there is no process of its own where a fork is not safe")
def test_a_faulty_template_is_told_of_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = _archive(tmp_path)
    archive.write("templates/article.html", "{% if %}")
    monkeypatch.setattr("builder.publish.ahead._MANY", 1)
    report = archive.build(jobs=2)
    assert [(problem.code, problem.at.line) for problem in report.diagnostics] == [("template/syntax", 1)]
