"""A name that one page cannot prove is the author's where the other pages of its outlet name theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from builder.ingest.extraction import Extraction
from builder.ingest.pile.author_places import AuthorPlaces, placed_authors
from builder.ingest.pile.reading import Task, read_page

from .pages import PROSE

PARTS = ("坂の上の図書館まで歩いた", "堤防の修理は冬までかかるという", "古い地図には橋が一つしかない")
PROVED = ("中村和也", "佐藤恵子", "高橋一郎", "山本真理")


def under_title(number: int, name: str) -> bytes:
    """A saved page that has the name in an element of which nothing tells what it holds."""
    text = f"<p>{number}番目の話。{PROSE}</p><p>{PROSE}</p>"
    return (
        f"<html lang=ja><meta charset=utf-8><title>港の話{number}</title>"
        f"<body><div class=k1><h1>港の話{number}</h1><p class=k2>{name}</p><p class=k3>2011年5月{number + 1}日</p>"
        f"<div class=k5>{text}</div></div></body></html>"
    ).encode()


def _dump(number: int, *lines: str) -> bytes:
    paragraphs = [
        f"{n}人が{number}番目の話をした。{part}。それから{n + number}日が過ぎた。{PROSE}"
        for n, part in enumerate(PARTS)
    ]
    text = "\n\n".join(paragraphs)
    return "\n".join(["汐見新報", "", "文化", "", *lines]).replace("TEXT", text).encode()


def dump_under_title(number: int, name: str) -> bytes:
    return _dump(number, f"渡し船と{number}つの約束", name, f"2011年5月{number + 1}日", "", "TEXT", "")


def dump_below_text(number: int, name: str) -> bytes:
    return _dump(number, f"渡し船と{number}つの約束", f"2011年5月{number + 1}日", "", "TEXT", "", f"（{name}）", "")


PAGES = pytest.mark.parametrize("page", [under_title, dump_under_title, dump_below_text])


def read(page: Callable[[int, str], bytes], names: Sequence[str]) -> list[Extraction]:
    return [read_page(Task(f"raw/shiomi/{n}", page(n, name))).extraction for n, name in enumerate(names)]


def told(pages: Sequence[Extraction]) -> list[str]:
    """The authors whom the places tell, of the last page."""
    found = AuthorPlaces(pages.__getitem__, range(len(pages))).author(pages[-1])
    return [] if found is None else [found.value]


@PAGES
@pytest.mark.parametrize("name", ["うみねこ太郎", "潮の人", "勅使河原みお"])
def test_a_pen_name_stands_where_the_outlet_prints_its_authors(page: Callable[[int, str], bytes], name: str) -> None:
    pages = read(page, [*PROVED, name])
    assert [each.authors[0].name for each in pages[:-1]] == list(PROVED)
    assert not pages[-1].authors  # by itself the page proves nobody
    assert told(pages) == [f"{name}|"]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("つゆくさ氏", "つゆくさ|"),
        ("つゆくさ（歌人）", "つゆくさ|歌人"),
        ("つゆくさ（歌人|俳人）", "つゆくさ|歌人|俳人"),
    ],
)
def test_what_is_printed_with_a_name_is_no_part_of_it(printed: str, found: str) -> None:
    assert told(read(under_title, [*PROVED, printed])) == [found]


@PAGES
@pytest.mark.parametrize(
    "text",
    [
        "文化",
        "2011年5月5日",
        "北陸支局",
        "編集部",
        "撮影・やまねこ",
        "それは港のことだ。",
        "食卓",
        "夜の港を歩く",
        "灯台",
    ],
)
def test_what_is_no_name_is_no_author_there_either(page: Callable[[int, str], bytes], text: str) -> None:
    assert told(read(page, [*PROVED, text])) == []


@pytest.mark.parametrize(
    "names",
    [
        ["中村和也", "佐藤恵子", "つゆくさ"],  # two pages are too few
        ["中村和也"] * 4 + ["つゆくさ"],  # one person's site tells nothing of others
        [*PROVED, "のばら", "すみれ草", "ひなげし", "あざみ野", "つゆくさ"],  # fewer are proved than not
        [*PROVED, "文化", "社会", "経済", "つゆくさ"],  # a section stands there, too
        ["中村和也", "佐藤恵子", "高橋一郎", "つゆくさ", "つゆくさ"],  # more often than any author
    ],
)
def test_a_place_that_does_not_prove_enough_tells_nobody(names: list[str]) -> None:
    assert told(read(under_title, names)) == []


def test_a_word_that_other_pages_speak_of_is_no_pen_name() -> None:
    def page(number: int, name: str) -> bytes:
        return under_title(number, name).replace("番目の話。".encode(), "番目の話。渡し船の人に聞いた。".encode())

    pages = read(page, PROVED)
    assert told([*pages, *read(under_title, [*PROVED, "渡し船"])[-1:]]) == []


def with_change(pages: Sequence[str], change: Callable[[str], str]) -> list[str]:
    """What the places tell where only the last of the pages, each with a name, was changed."""
    proved = read(under_title, pages[:-1])
    data = change(under_title(len(pages), pages[-1]).decode()).encode()
    return told([*proved, read_page(Task("raw/shiomi/last.html", data)).extraction])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("番目の話。", "番目の話。朝の渡し船に乗る。"),
        ("<body>", "<body><ul><li><a href=/a>渡し船</a><li><a href=/b>灯台守</a></ul>"),
    ],
)
def test_what_the_page_itself_speaks_of_or_lists_is_not_its_author(old: str, new: str) -> None:
    assert with_change([*PROVED, "渡し船"], lambda page: page) == ["渡し船|"]
    assert with_change([*PROVED, "渡し船"], lambda page: page.replace(old, new)) == []


def test_a_place_with_other_things_beside_a_known_author_tells_nobody() -> None:
    def page(number: int, name: str) -> bytes:
        author = f"<meta name=author content={name}>".encode()
        return under_title(number, "港の四季").replace(b"<title>", author + b"<title>")

    pages = read(under_title, [*PROVED, "つゆくさ"])
    assert told([*read(page, ["木村達也"]), *pages]) == []


def test_two_places_that_name_two_people_tell_nobody() -> None:
    def page(number: int, name: str) -> bytes:
        other = "すみれ草" if name == "つゆくさ" else name
        return under_title(number, name).replace(b"</div></div>", f"</div><p class=k6>（{other}）</p></div>".encode())

    assert told(read(page, [*PROVED, "うみねこ太郎"])) == ["うみねこ太郎|"]
    assert told(read(page, [*PROVED, "つゆくさ"])) == []


def test_an_element_that_bears_the_number_of_its_page_is_the_same_place() -> None:
    def page(number: int, name: str) -> bytes:
        return under_title(number, name).replace(b"class=k1", f"class=post-{1023 + number}".encode())

    assert told(read(page, [*PROVED, "つゆくさ"])) == ["つゆくさ|"]


def test_the_report_tells_what_proves_an_author() -> None:
    ((person, note),) = _placed(read(under_title, [*PROVED, "つゆくさ"]))
    assert person == ("つゆくさ", "")
    assert note == {"name": "つゆくさ", "count": "4", "source": "shiomi"}


def _placed(pages: list[Extraction]) -> list[tuple[tuple[str, str], dict[str, str]]]:
    finding = AuthorPlaces(pages.__getitem__, range(len(pages))).author(pages[-1])
    assert finding is not None
    found = placed_authors(replace(pages[-1], findings=(finding,)))
    return [((person.name, person.profile), note.values) for person, note in found]
