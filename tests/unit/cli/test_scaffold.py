"""A new archive works as it is, in either language."""

import json
from pathlib import Path

import pytest

from builder import config
from builder.archive.load import load
from builder.archive.records import KINDS
from builder.cli.app import main
from builder.cli.scaffold import lay
from builder.diagnostics import ArchiveError

from ...settings_keys import settings_keys


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_archive_has_no_fault(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new"
    assert main(["--lang", language, "init", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out
    archive, problems = load(folder, config.load(folder))
    assert problems == ()
    assert len(archive.articles) == 1
    assert archive.about is not None
    assert main(["-C", str(folder), "--format", "json", "check", "--strict"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    assert (folder / ".gitignore").read_text(encoding="utf-8").count("site/") == 1
    assert "base-url" in (folder / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_archive_tells_of_everything_that_may_stand_in_it(language: str, tmp_path: Path) -> None:
    main(["--lang", language, "init", str(tmp_path / "new")])
    told = (tmp_path / "new" / "content" / "README.md").read_text(encoding="utf-8")
    assert [name for name in ("articles", *KINDS, "sources", "about.md") if f"`{name}" not in told] == []


def test_what_is_to_be_typed_next_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path / "my archive")])
    assert f'cd "{tmp_path}/my archive"\n' in capsys.readouterr().out


@pytest.mark.parametrize("name", ["archive.yaml", "raw/README.md", "content"])
def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ArchiveError) as refused:
        lay(tmp_path, "en")
    (problem,) = refused.value.diagnostics
    assert problem.code in ("init/archive-exists", "init/would-overwrite")
    assert name in problem.values["files"]
    assert sorted(tmp_path.rglob("*")) == before


def test_the_languages_have_the_same_settings(tmp_path: Path) -> None:
    keys = []
    for language in ("ja", "en"):
        main(["--lang", language, "--quiet", "init", str(tmp_path / language)])
        text = (tmp_path / language / "archive.yaml").read_text(encoding="utf-8")
        keys.append([line.split(":")[0] for line in text.splitlines() if ":" in line and not line.startswith("#")])
    assert keys[0] == keys[1]


def test_the_settings_name_every_key(tmp_path: Path) -> None:
    main(["--quiet", "init", str(tmp_path / "new")])
    text = (tmp_path / "new" / "archive.yaml").read_text(encoding="utf-8")
    for key in settings_keys():
        assert f"{key.split('.')[-1]}:" in text, key


def test_raw_pages_can_be_taken_in_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new"
    main(["--quiet", "init", str(folder)])
    (folder / "raw" / "a.txt").write_text(
        "論壇\n\n湖の水位をだれが決めるのか\n\n2019年5月7日(火)9時00分\n\n"
        + "湖の水位は百年前から争いの種だった。上流と下流では望む高さが違う。\n\n" * 6
        + "森野 葦\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    assert main(["-C", str(folder), "--format", "json", "ingest", "raw"]) == 0
    assert len(json.loads(capsys.readouterr().out)["added"]) == 1
    assert main(["-C", str(folder), "--format", "json", "ingest", "raw"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["added"], len(report["unchanged"])) == ([], 1)
