"""Bad input of many kinds through the real command line: a clear message at the right place, the right exit status,
no traceback, and nothing that a person wrote is touched."""

from __future__ import annotations

import hashlib
import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli.app import main

from .command_line import ARTICLE, Told, front, write


def what_people_wrote(archive: Path) -> dict[str, str]:
    """Digest of every file that is not Rondan's own."""
    ours = (".rondan", "site")
    return {
        path.relative_to(archive).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(archive.rglob("*"))
        if path.is_file() and path.relative_to(archive).parts[0] not in ours
    }


CONTENT: list[tuple[str, str, str | bytes, str, int]] = [
    ("not UTF-8", ARTICLE, front("title: 北方領土").encode("shift_jis"), "file/not-utf8", 2),
    ("empty", ARTICLE, "", "file/empty", 0),
    ("no front matter", ARTICLE, "本文だけです。\n", "article/no-front-matter", 1),
    ("front matter never closed", ARTICLE, "---\ntitle: x\n\n本文\n", "article/open-front-matter", 1),
    ("missing title", ARTICLE, front("date: 2024-05-01"), "article/no-title", 0),
    ("colon in title", ARTICLE, front("id: bad\ntitle: 第2回: すれ違う"), "yaml/colon", 3),
    ("quote never closed", ARTICLE, front('id: bad\ntitle: "第2回'), "yaml/open-quote", 3),
    ("tab as indentation", ARTICLE, front("title: x\nseries:\n\tname: y"), "yaml/tab", 4),
    ("bracket never closed", ARTICLE, front("title: x\ntopics: [a, b"), "yaml/open-bracket", 3),
    ("a device of Windows", ARTICLE, front("id: aux\ntitle: 題"), "article/reserved-id", 2),
    ("a device with an ending", ARTICLE, front("slug: Con.2\ntitle: 題"), "article/reserved-id", 2),
    ("anchors", ARTICLE, front("title: &a x\nsummary: *a"), "yaml/alias", 2),
    ("a key twice", ARTICLE, front("title: x\ntitle: y"), "yaml/duplicate-key", 3),
    ("unknown key", ARTICLE, front("title: x\ntopcs: [a]"), "field/unknown-key", 3),
    ("a day that never was", ARTICLE, front("title: x\ndate: 2023-02-30"), "field/bad-date", 3),
    ("not a date", ARTICLE, front("title: x\ndate: soon"), "field/bad-date", 3),
    ("an id that leads out", ARTICLE, front("id: ../../etc\ntitle: x"), "article/bad-id", 2),
    ("duplicate id", ARTICLE, front("id: good\ntitle: x"), "article/duplicate-id", 1),
    ("unknown status", ARTICLE, front("title: x\nstatus: publishd"), "field/not-a-choice", 3),
    ("record with an unknown key", "content/authors/x.yaml", "name: x\nyomi: えっくす\n", "field/unknown-key", 2),
    ("record that is not YAML", "content/topics/x.yaml", "name: [\n", "yaml/open-bracket", 1),
    ("unknown setting", "archive.yaml", "titel: x\n", "config/unknown-key", 1),
    ("setting of the wrong kind", "archive.yaml", "lists: {per_page: many}\n", "config/not-a-number", 1),
    ("settings that are a list", "archive.yaml", "- title\n", "config/not-a-mapping", 1),
    ("settings that are not UTF-8", "archive.yaml", "title: 論壇\n".encode("euc-jp"), "file/not-utf8", 0),
    ("template with a slip", "templates/home.html", "x\n{% if %}\n", "template/syntax", 2),
    ("template that asks for what is not there", "templates/home.html", "x\n{{ nothing }}\n", "template/failed", 2),
    ("a file that is none", "templates/home.html", "x\n{{ asset('sit.css') }}\n", "template/unknown-name", 2),
    ("a word that is none", "templates/home.html", "x\n{{ 'authers' | t }}\n", "template/unknown-name", 2),
    ("template that includes nothing", "templates/home.html", '{% include "no.html" %}\n', "template/missing", 0),
]


@pytest.mark.parametrize(("name", "content", "code", "line"), [row[1:] for row in CONTENT], ids=[r[0] for r in CONTENT])
def test_content(
    archive: Path, tell: Callable[..., Told], name: str, content: str | bytes, code: str, line: int
) -> None:
    tell("-C", archive, "build")
    site = sorted(path.relative_to(archive) for path in (archive / "site").rglob("*"))
    write(archive, name, content)
    before = what_people_wrote(archive)
    for command in ("build", "check"):
        told = tell("-C", archive, "--format", "json", command)
        assert told.status == 1
        errors = [problem for problem in told.problems if problem["severity"] == "error"]
        assert code in [error["code"] for error in errors]
        found = next(error for error in errors if error["code"] == code)
        assert name in (found["file"], *found["values"].values()) or found["file"].endswith(name)
        assert found["line"] == line or not line
        assert found["message"]
        assert found["hint"]
    assert what_people_wrote(archive) == before
    assert sorted(path.relative_to(archive) for path in (archive / "site").rglob("*")) == site
    shown = tell("-C", archive, "--lang", "ja", "build")
    assert f"error[{code}]" in shown.err
    assert shown.status == 1


def test_all_faults_are_told_in_one_run(archive: Path, tell: Callable[..., Told]) -> None:
    for number, (_, name, content, _, _) in enumerate(CONTENT):
        if name == ARTICLE:
            write(archive, f"content/articles/{number}.md", content)
    told = tell("-C", archive, "--format", "json", "build")
    files = {problem["file"] for problem in told.problems if problem["severity"] == "error"}
    assert len(files) == sum(row[1] == ARTICLE for row in CONTENT)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.html", b"", "ingest/is-empty"),
        ("binary.html", bytes(range(256)) * 64, "ingest/is-binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "ingest/is-image"),
        ("large.txt", b"0" * 50_000_001, "ingest/too-large"),
        (
            "scrambled.txt",
            ("港の朝は早い。漁師たちは船を出す。" * 9).encode().decode("latin-1").encode(),
            "ingest/is-mojibake",
        ),
        ("feed.html", b"<?xml version='1.0'?><rss><channel><item/></channel></rss>", "ingest/is-listing"),
        ("login.html", "<title>ログイン</title><input type=password>".encode(), "ingest/is-login"),
        ("gone.html", "<p>申し訳ございません。お探しの記事は削除されました。</p>".encode(), "ingest/is-not-found"),
        ("nested.html", b"<div>" * 200_000, "ingest/is-too-large"),
        ("line.html", "<p>港の朝は早い。".encode() * 900_000, "ingest/is-too-large"),
        ("entities.html", b"<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>", "ingest/is-empty"),
        (
            "entities.xml.html",
            b'<?xml version="1.0"?>\n<!DOCTYPE a [\n <!ENTITY a "ha">\n <!ENTITY b "&a;&a;&a;&a;">\n]>\n<a1>&b;</a1>',
            "ingest/is-program",
        ),
        ("bomb.html", b"PK\x03\x04" + bytes(9000), "ingest/is-archive"),
    ],
)
def test_raw_files(archive: Path, tell: Callable[..., Told], name: str, data: bytes, code: str) -> None:
    write(archive, f"raw/{name}", data)
    before = what_people_wrote(archive)
    told = tell("-C", archive, "--format", "json", "ingest", "raw")
    assert told.status == 1
    assert [problem["code"] for problem in told.problems if name in problem["file"]] == [code]
    assert what_people_wrote(archive) == before
    told = tell("extract", archive / "raw" / name, "--out", archive.parent / "out", "--format", "json")
    assert told.status == 1
    assert told.problems[0]["code"].startswith("ingest/")
    assert (archive.parent / "out" / f"{Path(name).stem}.md").is_file()


def test_input_that_is_not_there(archive: Path, tell: Callable[..., Told]) -> None:
    for command in (("ingest", "raw/no.html"), ("extract", "raw/no.html"), ("extract", "raw/no.html", "--out", "out")):
        told = tell("-C", archive, "--format", "json", *command)
        assert told.status == 1
        assert "no.html" in told.problems[0]["file"]
        assert told.problems[0]["code"] == "ingest/missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_among_the_raw_files(archive: Path, tell: Callable[..., Told]) -> None:
    os.mkfifo(archive / "raw" / "zz.html")
    for command in (
        ("ingest", "raw"),
        ("extract", "raw"),
        ("extract", "raw/zz.html"),
        ("extract", "raw", "--out", "x"),
    ):
        told = tell("-C", archive, "--format", "json", *command)
        assert told.status == 1
        assert [problem["code"] for problem in told.problems if "zz" in problem["file"]] == ["ingest/no-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_pipes_among_the_content(archive: Path, tell: Callable[..., Told]) -> None:
    for name in ("articles/p.md", "authors/p.yaml", "sources/p.yaml", "topics/p.yaml"):
        (archive / "content" / name).parent.mkdir(exist_ok=True)
        os.mkfifo(archive / "content" / name)
    for command in (["ingest", "raw"], ["list", "--review"], ["rules", "suggest"], ["build"]):
        assert tell("-C", archive, *command).status == 0


def test_an_article_that_cannot_be_read_is_never_passed_over(archive: Path, tell: Callable[..., Told]) -> None:
    write(archive, ARTICLE, front("id: bad\ntitle: 第2回: すれ違う"))
    for command in (("ingest", "raw"), ("list",), ("list", "--review"), ("trail", "bad")):
        told = tell("-C", archive, "--format", "json", *command)
        assert told.status == 1
        assert [(p["code"], p["file"], p["line"]) for p in told.problems] == [("yaml/colon", ARTICLE, 3)]
    assert "原本" not in tell("-C", archive, "--lang", "ja", "trail", "bad").out


def test_empty_files_are_empty_and_no_duplicates(archive: Path, tell: Callable[..., Told]) -> None:
    for name in ("a.txt", "b.txt", "c.html"):
        write(archive, f"raw/{name}", b"")
    told = tell("-C", archive, "--format", "json", "ingest", "raw")
    assert [problem["code"] for problem in told.problems] == ["ingest/is-empty"] * 3
    assert json.loads(told.out)["duplicates"] == []


def test_no_archive_here(tmp_path: Path, tell: Callable[..., Told]) -> None:
    for command in (["build"], ["serve"], ["check"], ["ingest", "x"], ["list"], ["trail", "x"], ["search", "x"]):
        told = tell("--lang", "en", *command)
        assert told.status == 1
        assert "rondan init" in told.err
        assert f"here: {tmp_path} holds" in told.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("out", ["content", "content/articles", ".", "raw", "archive.yaml", "templates"])
def test_an_output_folder_that_must_not_be_one(archive: Path, tell: Callable[..., Told], out: str) -> None:
    before = what_people_wrote(archive)
    told = tell("-C", archive, "--format", "json", "build", "--out", out)
    assert told.status == 1
    assert told.problems[0]["code"].startswith(("build/", "cli/"))
    assert what_people_wrote(archive) == before


def test_an_output_folder_with_somebodys_files(archive: Path, tell: Callable[..., Told], tmp_path: Path) -> None:
    write(tmp_path, "mine/letter.txt", "dear reader")
    told = tell("-C", archive, "--format", "json", "build", "--out", tmp_path / "mine")
    assert told.status == 1
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for the system's administrator")
def test_a_read_only_place(archive: Path, tell: Callable[..., Told], tmp_path: Path) -> None:
    place = tmp_path / "locked"
    place.mkdir(mode=0o500)
    told = tell("-C", archive, "--format", "json", "build", "--out", place / "site")
    assert told.status == 1
    assert told.problems[0]["code"] == "build/cannot-write"
    assert tell("init", place / "new").status == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a place where even the administrator cannot write")
def test_a_place_where_nobody_can_write(archive: Path, tell: Callable[..., Told]) -> None:
    told = tell("-C", archive, "--format", "json", "build", "--out", "/proc/rondan")
    assert told.status == 1
    assert told.problems[0]["code"] == "build/cannot-write"
    assert tell("init", "/proc/rondan").status == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("target", ["nowhere.md", "link.md"])
@pytest.mark.parametrize("verb", ["build", "check", "list"])
def test_a_link_that_leads_nowhere_or_in_a_circle(
    archive: Path, tell: Callable[..., Told], verb: str, target: str
) -> None:
    (archive / "content/articles/link.md").symlink_to(target)
    told = tell("-C", archive, "--format", "json", verb)
    assert told.status == 1
    assert ("file/unreadable", "content/articles/link.md") in [(p["code"], p["file"]) for p in told.problems]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("command", [["build", "--out"], ["explain"]])
def test_a_link_in_a_circle_where_a_path_is_asked_for(
    archive: Path, tell: Callable[..., Told], command: list[str]
) -> None:
    (archive / "loop").symlink_to("loop")
    told = tell("-C", archive, "--format", "json", *command, archive / "loop")
    assert told.status in (1, 2)
    assert "cli/bug" not in [problem["code"] for problem in told.problems]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(
    ("kept", "given", "command", "code"),
    [
        ("content/articles/link.md", [], "check", "file/unreadable"),
        ("content/articles/link.md", ["raw"], "ingest", "ingest/article-unreadable"),
        ("raw/link.html", ["raw/link.html"], "ingest", "ingest/unreadable"),
        ("raw/link.html", ["raw/link.html"], "extract", "ingest/unreadable"),
        ("archive.yaml", [], "build", "file/unreadable"),
    ],
)
def test_of_a_link_without_a_target_it_is_told_that_it_leads_nowhere(
    archive: Path, tell: Callable[..., Told], kept: str, given: list[str], command: str, code: str
) -> None:
    (archive / "raw").mkdir(exist_ok=True)
    (archive / kept).unlink(missing_ok=True)
    (archive / kept).symlink_to("nowhere")
    told = tell("-C", archive, "--format", "json", "--lang", "en", command, *given)
    assert told.status == 1
    assert [(p["code"], "The link leads nowhere" in p["message"]) for p in told.problems] == [(code, True)]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize(("given", "code"), [("raw", "ingest/link"), ("raw/loop.html", "ingest/unreadable")])
def test_a_link_in_a_circle_among_saved_pages(archive: Path, tell: Callable[..., Told], given: str, code: str) -> None:
    (archive / "raw").mkdir(exist_ok=True)
    (archive / "raw/loop.html").symlink_to("loop.html")
    told = tell("-C", archive, "--format", "json", "ingest", archive / given)
    assert told.status == 1
    assert [problem["code"] for problem in told.problems if problem["file"].endswith("raw/loop.html")] == [code]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the system's administrator reads everything")
def test_a_folder_that_may_not_be_read(archive: Path, tell: Callable[..., Told]) -> None:
    (archive / "content/articles/locked").mkdir(mode=0)
    told = tell("-C", archive, "--format", "json", "build")
    assert told.status == 1
    assert told.problems[0]["code"] == "file/unreadable"


def test_a_port_in_use(archive: Path, tell: Callable[..., Told]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        told = tell("-C", archive, "--format", "json", "serve", "--port", other.getsockname()[1])
    assert told.status == 1
    assert told.problems[0]["code"] == "preview/port-in-use"


@pytest.mark.parametrize("command", [["build", "--jobs"], ["ingest", "--force=yes"], ["build", "--serch"]])
def test_the_help_that_is_named_is_that_of_the_command(tell: Callable[..., Told], command: list[str]) -> None:
    assert f"rondan {command[0]} --help" in tell("--lang", "en", *command).err


@pytest.mark.parametrize(
    "command", [["init", "archive.yaml"], ["init", "archive.yaml/x"], ["extract", "raw", "--out", "archive.yaml"]]
)
def test_a_file_where_a_folder_is_needed(archive: Path, tell: Callable[..., Told], command: list[str]) -> None:
    write(archive, "raw/page.txt", "x")
    before = what_people_wrote(archive)
    told = tell("-C", archive, "--format", "json", *command)
    assert (told.status, [problem["code"] for problem in told.problems]) == (1, ["cli/not-a-folder"])
    assert what_people_wrote(archive) == before


def test_what_rondan_made_is_not_taken_for_saved_pages(archive: Path, tell: Callable[..., Told]) -> None:
    tell("-C", archive, "build")
    before = what_people_wrote(archive)
    for folder in ("site", ".rondan"):
        told = tell("-C", archive, "--format", "json", "ingest", folder)
        assert (told.status, [problem["code"] for problem in told.problems]) == (1, ["ingest/own-folder"])
    assert what_people_wrote(archive) == before


def test_a_preview_for_others(archive: Path, tell: Callable[..., Told]) -> None:
    told = tell("-C", archive, "--format", "json", "serve", "--host", "0.0.0.0")
    assert told.status == 2
    assert told.problems[0]["code"] == "usage/not-this-computer"


@pytest.mark.parametrize(
    ("arguments", "code", "near"),
    [
        (["bild"], "usage/no-such-command", "build"),
        (["build", "--serch", "none"], "usage/no-such-option", "--search"),
        (["build", "--cleen"], "usage/no-such-option", ""),
        (["build", "--clean"], "usage/no-such-option", ""),
        (["build", "--search", "google"], "usage/bad-value", ""),
        (["build", "--jobs", "many"], "usage/bad-value", ""),
        (["build", "--jobs", "0"], "usage/bad-value", ""),
        (["build", "--base-url", "foo"], "usage/bad-form", ""),
        (["build", "--base-url", "https://example.org/?q"], "usage/bad-form", ""),
        (["topics", "sugest"], "usage/bad-value", "suggest"),
        (["build", "--search", "pagefnd"], "usage/bad-value", "pagefind"),
        (["build", "extra"], "usage/extra-argument", ""),
        (["ingest"], "usage/missing-argument", ""),
        (["build", "--out"], "usage/missing-value", ""),
        (["ingest", "raw", "--force=yes"], "usage/extra-value", ""),
        (["--lang", "fr", "build"], "usage/bad-value", ""),
        (["-C", "no/such/folder", "build"], "usage/no-folder", ""),
        (["--quiet"], "usage/missing-command", ""),
        (["ingest", "https://outlet.example/a.html"], "usage/web-address", ""),
        (["extract", "HTTP://outlet.example/a.html"], "usage/web-address", ""),
        (["rules", "suggest", "http://outlet.example/"], "usage/web-address", ""),
    ],
)
def test_wrong_usage(tell: Callable[..., Told], arguments: list[str], code: str, near: str) -> None:
    told = tell("--format", "json", *arguments)
    assert told.status == 2
    assert told.problems[0]["code"] == code
    assert told.problems[0]["values"].get("near", "") == near
    assert told.problems[0]["hint"]


@pytest.mark.parametrize("now", ["2027", "2027-01", "2027-13-01", "tomorrow", "2027-01-01T25:00", ""])
def test_a_time_to_build_for_is_a_day_or_a_time(tell: Callable[..., Told], archive: Path, now: str) -> None:
    told = tell("-C", archive, "--format", "json", "build", "--now", now)
    assert told.status == 2
    assert [problem["code"] for problem in told.problems] == ["usage/bad-form"]
    assert tell("-C", archive, "build", "--now", "2027-01-01").status == 0
    assert tell("-C", archive, "build", "--now", "2027-01-01T09:30+09:00").status == 0


@pytest.mark.parametrize(
    ("arguments", "possible"),
    [
        (["search", "x", "--limit", "0"], "≥ 1"),
        (["serve", "--port", "99999"], "0–65535"),
        (["serve", "--port", "eighty"], "0–65535"),
    ],
)
def test_a_number_out_of_range_is_told_the_range(
    tell: Callable[..., Told], arguments: list[str], possible: str
) -> None:
    told = tell("--lang", "en", *arguments)
    assert told.status == 2
    assert f"It takes: {possible}." in told.err


def test_the_closing_slash_of_the_address_may_be_left_out(archive: Path, tell: Callable[..., Told]) -> None:
    assert tell("-C", archive, "build", "--base-url", "https://example.org/a").status == 0
    assert "https://example.org/a/" in (archive / "site" / "sitemap.xml").read_text()
    assert "https://example.org/aarticles" not in (archive / "site" / "sitemap.xml").read_text()


@pytest.mark.parametrize("title", ['彼の言う"春": その後', "\"春\"と'夏': その後", "C:\\記録: その後"])
def test_the_mended_line_can_be_pasted(archive: Path, tell: Callable[..., Told], title: str) -> None:
    write(archive, ARTICLE, front(f"id: bad\ntitle: 題 {title}"))
    (problem,) = tell("-C", archive, "--format", "json", "list").problems
    assert "\\\\" not in problem["values"]["detail"]
    write(archive, ARTICLE, front(f"id: bad\n{problem['values']['detail']}"))
    told = tell("-C", archive, "--format", "json", "list")
    assert f"題 {title}" in [article["title"] for article in json.loads(told.out)["articles"]]


def test_starting_an_archive_where_one_is(archive: Path, tell: Callable[..., Told]) -> None:
    before = what_people_wrote(archive)
    told = tell("--format", "json", "init", archive)
    assert (told.status, told.problems[0]["code"]) == (1, "init/archive-exists")
    assert what_people_wrote(archive) == before


def test_starting_an_archive_among_other_files(tell: Callable[..., Told], tmp_path: Path) -> None:
    write(tmp_path, "home/letter.txt", "dear reader")
    assert tell("init", tmp_path / "home").status == 0
    write(tmp_path, "taken/raw", "a file, not a folder")
    told = tell("--format", "json", "init", tmp_path / "taken")
    assert (told.status, told.problems[0]["code"]) == (1, "init/would-overwrite")
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["raw"]


def test_an_article_that_is_not_there(archive: Path, tell: Callable[..., Told]) -> None:
    told = tell("-C", archive, "--format", "json", "trail", "nosuch")
    assert (told.status, told.problems[0]["code"]) == (1, "cli/no-article")


def test_a_bug_is_one_line_and_a_file(
    archive: Path, tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    def boom(*_: object, **__: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("builder.publish.build.build", boom)
    told = tell("-C", archive, "--lang", "en", "build")
    assert told.status == 1
    report = told.err.split("with this file: ")[1].strip()
    assert "Traceback" in Path(report).read_text()
    assert told.err.count("\n") <= 4


def test_interruption_is_quiet(archive: Path, tell: Callable[..., Told], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("builder.publish.build.build", interrupted)
    told = tell("-C", archive, "build")
    assert (told.status, told.out, told.err) == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_who_leaves(archive: Path) -> None:
    for number in range(300):
        write(archive, f"content/articles/{number}.md", front(f"id: a{number}\ntitle: {'長い題' * 60}"))
    command = [sys.executable, "-m", "builder", "-C", str(archive), "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_terminal_without_japanese(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stderr", narrow)
    write(archive, ARTICLE, front("題: x"))
    assert main(["-C", str(archive), "--lang", "ja", "build"]) == 1
    narrow.flush()
    assert b"error[" in narrow.buffer.getvalue()  # type: ignore[attr-defined]
