"""Reports: text for people, JSON for programs, and the exit status."""

import json
import unicodedata

import pytest

from builder.cli.session import Session
from builder.diagnostics import Diagnostic, Location, Severity

ERROR = Diagnostic("file/not-utf8", Location("b.md"))
WARNING = Diagnostic("file/not-utf8", Location("a.md"), Severity.WARNING)


@pytest.mark.parametrize(
    ("problems", "strict", "status"),
    [([], False, 0), ([WARNING], False, 0), ([WARNING], True, 1), ([ERROR], False, 1), ([WARNING, ERROR], False, 1)],
)
def test_the_status(problems: list[Diagnostic], strict: bool, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert Session().finish(problems, {}, fails_on_warnings=strict) == status
    capsys.readouterr()


def test_text_goes_two_ways(capsys: pytest.CaptureFixture[str]) -> None:
    Session().finish([ERROR], {}, ["done"])
    out, err = capsys.readouterr()
    assert out == "done\n"
    assert "b.md" in err


def test_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    Session(format="json", language="ja").finish([ERROR, WARNING], {"pages": 3}, ["done"])
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert (data["ok"], data["pages"], [p["file"] for p in data["problems"]]) == (False, 3, ["a.md", "b.md"])
    assert err == ""


def test_quiet_leaves_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    Session(quiet=True).finish([ERROR, WARNING], {}, ["done"])
    out, err = capsys.readouterr()
    assert out == ""
    assert "b.md" in err
    assert "a.md" not in err


def test_no_colour_where_nobody_sees_it(capsys: pytest.CaptureFixture[str]) -> None:
    Session().finish([ERROR], {})
    assert "\x1b" not in capsys.readouterr().err


def test_no_output_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    hostile = "\x1b]0;x\x07\x9b31m"
    Session().finish([Diagnostic("file/not-utf8", Location(hostile), excerpt=hostile)], {}, [f"題{hostile}\n  名"])
    Session().tell(hostile)
    Session(format="json").finish([], {"title": hostile})
    out, err = capsys.readouterr()
    assert {character for character in out + err if unicodedata.category(character) == "Cc"} == {"\n"}
    text, _, data = out.partition("{")
    assert text == "題\\x1b]0;x\\x07\\x9b31m\n  名\n"
    assert json.loads("{" + data)["title"] == hostile
