from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic, Location, Severity
from builder.ingest.pile.outlets import Outlets
from builder.ingest.pile.sources import SourceRecord, Sources, read_sources

from .pages import page

RECORD = SourceRecord("minato", "港日報", ("港日報オンライン",), ("minato.example",), ("minato",))
SOURCES = Sources([RECORD])


@pytest.mark.parametrize(
    ("publication", "host", "name"),
    [
        ("港日報オンライン", "", "raw/x/a.txt"),
        ("", "minato.example", "raw/x/a.html"),
        ("", "", "raw/minato/2017/a.txt"),
        ("港新聞社", "minato.example", "raw/x/a.html"),
    ],
)
def test_a_source_is_known_by_name_host_or_folder(publication: str, host: str, name: str) -> None:
    assert SOURCES.of(publication, host, name) == RECORD


def test_another_paper_in_the_folder_stays_another_paper() -> None:
    assert SOURCES.of("汀新聞", "", "raw/minato/a.txt") is None


def outlets(*pages: tuple[str, str], sources: Sources = SOURCES) -> Outlets:
    return Outlets(sources, (), [page(name, publication=said) for name, said in pages])


def test_neighbours_that_agree_name_the_outlet_of_a_silent_page() -> None:
    known = outlets(*((f"raw/{name}.txt", "汀新聞") for name in ("t/1", "t/2", "1", "2")))
    assert known.of(page("raw/t/3.txt")) == "汀新聞"
    assert known.of(page("raw/t/3.txt", publication="灯通信")) == "灯通信"
    assert known.of(page("raw/u/3.txt")) == ""
    assert known.of(page("raw/3.txt")) == "", "in no folder, no neighbours"


def test_neighbours_that_disagree_or_are_too_few_do_not() -> None:
    assert outlets(("raw/t/1.txt", "汀新聞")).of(page("raw/t/3.txt")) == ""
    divided = (("raw/t/1.txt", "汀新聞"), ("raw/t/2.txt", "汀新聞"), ("raw/t/4.txt", "灯通信"))
    assert outlets(*divided).of(page("raw/t/3.txt")) == ""


def test_a_title_given_as_publication_is_none() -> None:
    assert outlets().of(page("raw/u/1.html", title="貸出票の余白", publication="貸出票の余白")) == ""


def read_record(archive: Path, text: str) -> tuple[Sources, tuple[Diagnostic, ...]]:
    folder = archive / "content" / "sources"
    folder.mkdir(parents=True)
    (folder / "minato.yaml").write_text(text)
    return read_sources(archive, "content")


def test_records_are_read_with_their_rules(tmp_path: Path) -> None:
    sources, problems = read_record(
        tmp_path,
        "name: 港日報\nhosts: minato.example\nrules:\n- id: share\n  why: A button.\n  takes: line\n"
        "  match: {equals: シェア}\n",
    )
    assert problems == ()
    assert [rule.id for rule in sources.rules("minato.example", "raw/a.html")] == ["minato/share"]
    assert sources.rules("other.example", "raw/a.html") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name: [", "yaml/open-bracket"),
        ("- a", "file/not-a-mapping"),
        ("hosts: a.example", "record/no-name"),
        ("name: 港日報\nhost: a", "field/unknown-key"),
        ("name: true", "field/not-text"),
        ("name: 港日報\nhosts: [true]", "field/not-text"),
        ("name: 港日報\nvariants: [~]", "field/not-text"),
        ("name: 港日報\nfolders: 港、灯", "field/one-or-several"),
        ('name: 港日報\nvariants: ["港\\e日報"]', "field/control-character"),
        ("name: 港日報\nrules:\n- id: x", "rule/missing-key"),
    ],
)
def test_faults_are_told_with_their_file(tmp_path: Path, text: str, code: str) -> None:
    _, problems = read_record(tmp_path, text)
    assert [problem.code for problem in problems] == [code]
    assert all(p.at and p.at.path == "content/sources/minato.yaml" for p in problems)


def test_a_rule_that_its_specimens_contradict_holds_and_is_told_at_the_specimen(tmp_path: Path) -> None:
    sources, problems = read_record(
        tmp_path,
        "name: 港日報\nhosts: [minato.example]\nrules:\n- id: share\n  why: A button.\n  takes: line\n"
        "  match: {contains: シェア}\n  specimens:\n    takes: [シェアする, 共有]\n    keeps:\n"
        "    - 港\n    - シェアの話\n"
        "- id: one\n  why: w\n  takes: line\n  match: {equals: 海}\n  specimens: {takes: 川}\n",
    )
    assert [rule.id for rule in sources.rules("minato.example", "raw/a.html")] == ["minato/share", "minato/one"]
    assert [(p.code, p.severity, p.at, p.excerpt) for p in problems] == [
        (code, Severity.WARNING, Location("content/sources/minato.yaml", line, column, length), excerpt)
        for code, line, column, length, excerpt in (
            ("rule/specimen-left", 9, 20, 3, "    takes: [シェアする, 共有]"),
            ("rule/near-miss-taken", 12, 7, 5, "    - シェアの話"),
            ("rule/specimen-left", 17, 22, 2, "  specimens: {takes: 川}"),
        )
    ]


def test_a_fault_of_a_rule_is_told_at_its_place(tmp_path: Path) -> None:
    _, problems = read_record(
        tmp_path,
        "name: 港日報\nrules:\n- id: a\n  why: w\n  takes: line\n  match: {equals: 海}\n- id: b\n  why: w\n"
        "  takes: line\n  match: {regex: '('}\n- id: c\n  wehre: tail\n",
    )
    assert [(p.code, p.at and (p.at.line, p.at.column)) for p in problems] == [
        ("rule/bad-regex", (10, 18)),
        ("rule/unknown-key", (12, 3)),
    ]
