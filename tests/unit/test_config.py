"""archive.yaml: defaults, values, and every problem with its place."""

from pathlib import Path

import pytest

from builder.config import Config, base_path, load
from builder.diagnostics import ArchiveError
from builder.model import Rights

from ..settings_keys import settings_keys


def config(folder: Path, text: str) -> Config:
    (folder / "archive.yaml").write_text(text, encoding="utf-8")
    return load(folder)


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert config(tmp_path, "") == Config()


def test_values_lie_over_the_defaults(tmp_path: Path) -> None:
    read = config(
        tmp_path, "title: 汀\nrights:\n  default: excerpt\nlists: {per_page: 7}\nbase_url: https://example.org/a\n"
    )
    assert (read.title, read.rights.default, read.lists.per_page, read.lists.feed_entries) == (
        "汀",
        Rights.EXCERPT,
        7,
        50,
    )
    assert read.base_url == "https://example.org/a/"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/a/", "/a/"),
        ("http://localhost:8000/a/b/", "/a/b/"),
    ],
)
def test_the_path_of_an_address(address: str, path: str) -> None:
    assert base_path(address) == path


def test_all_problems_in_one_run_each_with_its_place(tmp_path: Path) -> None:
    text = "titel: x\nlanguage: fr\nlists:\n  per_page: many\nbase_url: example.org\nrights: full\n"
    with pytest.raises(ArchiveError) as raised:
        config(tmp_path, text)
    found = {(d.code, d.at.line, d.at.column) for d in raised.value.diagnostics if d.at}
    assert found == {
        ("config/unknown-key", 1, 1),
        ("config/not-a-choice", 2, 11),
        ("config/not-a-number", 4, 13),
        ("config/bad-form", 5, 11),
        ("config/not-a-mapping", 6, 1),
    }
    assert raised.value.diagnostics[0].values["near"] == "title"


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("search: none", "search: {engine: none}"),
        ("lists: 20", "lists: {per_page: 20}"),
        ("curator: [a]", "curator: {name: …}"),
        ("- a", "title: …"),
    ],
)
def test_where_settings_should_stand_it_is_told_how(tmp_path: Path, text: str, example: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        config(tmp_path, text)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.values["example"]) == ("config/not-a-mapping", example)


def test_a_password_is_no_part_of_the_address(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        config(tmp_path, "base_url: https://name:secret@example.org/")


def test_a_folder_without_the_file_is_not_an_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as raised:
        load(tmp_path)
    assert raised.value.diagnostics[0].code == "config/missing"


def test_broken_yaml_is_placed(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as raised:
        config(tmp_path, "title: 第2回: すれ違う\n")
    (problem,) = raised.value.diagnostics
    assert problem.code == "yaml/colon"
    assert problem.at is not None
    assert problem.at.line == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [("texts", "texts"), ("a/b", "a/b"), ("./a//b/", "a/b"), ("../texts", "../texts"), ("/srv/texts/", "/srv/texts")],
)
def test_folders_are_read_in_their_shortest_form(tmp_path: Path, written: str, read: str) -> None:
    assert config(tmp_path, f"paths: {{content: {written}}}\n").paths.content == read


@pytest.mark.parametrize("name", ["content", "raw", "templates", "site"])
@pytest.mark.parametrize("written", ["", ".", "..", "./", "a/..", "../..", "/"])
def test_no_folder_is_the_archive_or_holds_it(tmp_path: Path, name: str, written: str) -> None:
    with pytest.raises(ArchiveError) as raised:
        config(tmp_path, f"title: 試\npaths:\n  {name}: '{written}'\n")
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.values["example"], problem.at and problem.at.line) == ("config/bad-form", name, 3)


def test_every_key_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "config.md").read_text(encoding="utf-8")
    documented = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert documented == set(settings_keys())


def test_a_control_character_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as raised:
        config(tmp_path, 'title: x\ncurator: {name: "\\e[31m港"}\n')
    (problem,) = raised.value.diagnostics
    assert problem.at
    assert (problem.code, problem.at.line, problem.at.column) == ("field/control-character", 2, 17)
    assert (problem.values["name"], problem.values["near"]) == ("curator.name", "[31m港")
