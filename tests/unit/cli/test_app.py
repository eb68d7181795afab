"""The command itself: help, version, where options may stand, what is imported for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from builder import __version__
from builder.cli.app import main
from builder.cli.build import build_command
from builder.cli.help import EVERY_DAY, MORE
from builder.config import ENGINES

HEAVY = {"yaml", "jinja2", "lxml", "markdown_it", "starlette", "uvicorn", "watchfiles", "chardet", "asyncio", "json"}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], [], ["--lang", "ja", "--help"], ["build", "--help"]])
def test_help_loads_next_to_nothing(arguments: list[str]) -> None:
    program = (
        "import sys; from builder.cli.app import main; status = main(sys.argv[1:]);"
        "print(status, sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr);"
        "print(sorted(name for name in sys.modules if name.startswith('builder.')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    told = done.stderr.splitlines()
    assert told[0].startswith("0 ")
    assert not HEAVY & set(eval(told[0][2:]))  # our own list
    ours = {name.split(".")[1] for name in eval(told[1])}
    assert ours <= {"__main__", "cli", "messages"}


def test_the_engines_are_those_of_the_settings() -> None:
    (choice,) = (parameter.type for parameter in build_command.params if parameter.name == "search")
    assert isinstance(choice, click.Choice)
    assert tuple(choice.choices) == ENGINES


def test_serving_is_never_loaded_for_building() -> None:
    program = "import sys, builder.publish.build, builder.publish.work; print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"starlette", "uvicorn", "watchfiles", "builder.ingest.ingest"} & set(eval(done.stdout))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_help_lists_every_command(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, "--help"]) == 0
    out = capsys.readouterr().out
    for name in (*EVERY_DAY, *MORE):
        assert f"  {name} " in out


@pytest.mark.parametrize("name", [*EVERY_DAY, *MORE])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_command_has_help(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, name, "--help"]) == 0
    assert f"rondan {name}" in capsys.readouterr().out


def test_the_language_follows_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    main(["--help"])
    assert "使い方" in capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"rondan {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["-C", "{}", "--format", "json", "list"],
        ["list", "-C", "{}", "--format", "json"],
        ["--format", "json", "list", "-C", "{}"],
    ],
)
def test_common_options_may_stand_anywhere(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive.yaml").write_text("title: x")
    assert main([argument.format(tmp_path) for argument in arguments]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "articles": [], "problems": []}


def test_paths_start_at_the_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(
        "題名\n\n2024年5月1日\n\n" + "坂の上の家から海が見えた。" * 20 + "\n", encoding="utf-8"
    )
    assert main(["-C", str(tmp_path), "extract", "raw", "--out", "out"]) == 0
    assert (tmp_path / "out" / "a.md").is_file()
    capsys.readouterr()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that some systems lack")
@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("to", "status", "told"), [(">&-", 0, ""), (">&- 2>&-", 0, ""), (">/dev/full", 1, "cli/output"), ("2>&-", 0, "")]
)
def test_an_output_that_cannot_be_written_ends_in_words(
    tmp_path: Path, form: str, to: str, status: int, told: str
) -> None:
    (tmp_path / "archive.yaml").write_text("title: x")
    command = [sys.executable, "-m", "builder", "-C", str(tmp_path), "--format", form, "list"]
    ran = subprocess.run(["sh", "-c", f'"$@" {to}', "sh", *command], capture_output=True, text=True, check=False)
    assert ran.returncode == status
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="threads are counted in /proc")
def test_numpy_brings_no_threads_into_a_process_that_may_fork() -> None:
    count = "open('/proc/self/status').read().split('Threads:')[1].split()[0]"
    code = f"from builder.cli.app import main; main(['--version']); import numpy; print({count})"
    bare = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    ran = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=True)
    assert ran.stdout.split()[-1] == "1"


@pytest.mark.parametrize(("verb", "code"), [("ingest", "ingest/unreadable"), ("extract", "ingest/unreadable")])
def test_a_file_that_may_not_be_read_is_no_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str, code: str
) -> None:
    (tmp_path / "archive.yaml").write_text("title: x")
    page = tmp_path / "page.txt"
    page.write_text("x")
    opened = Path.open

    def guarded(path: Path, *arguments: object, **options: object) -> object:
        if path == page:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "open", guarded)
    assert main(["-C", str(tmp_path), "--format", "json", verb, str(page)]) == 1
    assert [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]] == [code]
