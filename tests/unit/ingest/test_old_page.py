"""Pages of the 1990s: no names, no head, the article in one cell with everything over it."""

from __future__ import annotations

import pytest

from builder.ingest.extraction import Extraction
from builder.model import SeriesPlace

from .reading import read_page
from .saved_page import PARAGRAPHS, TEXT


def page(top: str, text: str = TEXT, title: str = "朝の港｜架空新聞") -> Extraction:
    return read_page(top + text, title)


MENU = "".join(f"<a href={n}.html>{name}</a><br>" for n, name in enumerate(("架空新聞", "社会", "経済", "文化")))


@pytest.mark.parametrize(
    "top",
    [
        "<h1>朝の港</h1><p>2001年3月24日</p><p>水野遥</p>",
        "<p><b>朝の港</b></p><p>2001年3月24日</p><p>水野遥</p>",
        "<p>架空新聞</p><h1>朝の港</h1><p>2001年3月24日</p><p>水野遥</p>",
        f"<table><tr><td>{MENU}<td><font size=5>朝の港</font><br><br>2001年3月24日<br><br>水野遥<br><br></table>",
    ],
)
def test_headline_day_and_name_over_the_text_are_no_text(top: str) -> None:
    found = page(top)
    assert (found.title, found.date, [a.name for a in found.authors]) == ("朝の港", "2001-03-24", ["水野遥"])
    assert found.section == ""
    assert found.body.strip() == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "day",
    [
        "掲載日：2001年3月24日",
        "2001/3/24 公開 | 2001/3/25 更新",
        "March 24, 2001 10:00 AM",
        "2001/3/24 付",
        "2001年3月24日付",
        "2001年3月24日（土）付朝刊　文化面",
        "2001年3月24日 朝刊",
        "2001年3月24日　夕刊　文化面",
    ],
)
def test_a_line_of_days_is_no_text(day: str) -> None:
    found = page(f"<header><h1>朝の港</h1></header><p>水野遥</p><p>{day}</p>")
    assert found.date[:10] == "2001-03-24"
    assert found.body.strip() == "\n\n".join(PARAGRAPHS)


def test_a_line_that_tells_of_a_day_is_text() -> None:
    told = "2001年3月24日のこと"
    assert page(f"<h1>朝の港</h1><p>{told}</p>").body.startswith(told)


def test_a_lead_below_the_headline_stays() -> None:
    found = page("<h1>朝の港</h1><p>2001年3月24日</p><p>市場の再開発を前に</p>")
    assert found.body.startswith(f"市場の再開発を前に\n\n{PARAGRAPHS[0]}")


def test_text_over_the_headline_stays() -> None:
    first, *others = PARAGRAPHS
    found = page(f"<p>{first}</p><h1>朝の港</h1>", "".join(f"<p>{paragraph}</p>" for paragraph in others))
    assert first in found.body


@pytest.mark.parametrize(
    ("title", "name"),
    [("朝の港｜架空新聞", "架空新聞"), ("朝の港 - 架空新聞", "架空新聞"), ("朝の港｜港だより", "港だより")],
)
def test_a_headline_shorter_than_the_outlets_name_is_the_title(title: str, name: str) -> None:
    found = page(f"<p>{name}</p><h1>朝の港</h1>", title=title)
    assert found.title == "朝の港"


def test_a_headline_shorter_than_the_outlets_name_is_the_title_unprinted() -> None:
    assert page("", title="朝の港｜架空新聞").title == "朝の港"


def test_the_column_over_the_headline_in_one_cell_is_a_place_in_a_series() -> None:
    top = "<table><tr><td>架空週報</table><font>港から　第12回</font><br><b><font size=5>朝の港</font></b><p>水野遥"
    found = page(top, title="朝の港")
    assert (found.title, found.section, found.series) == ("朝の港", "港から", SeriesPlace("港から", 12))


@pytest.mark.parametrize(
    ("over", "series"),
    [("港の経済学", SeriesPlace("港の経済学", 3)), ("コラム", None)],
)
def test_the_number_in_the_headline_counts_in_the_column_over_it(over: str, series: SeriesPlace | None) -> None:
    found = page(f"<p>架空新聞</p><p class=column>{over}</p><h1>第3回　朝の港</h1>", title="第3回　朝の港｜架空新聞")
    assert found.series == series


def test_the_line_a_page_begins_with_is_no_section() -> None:
    assert page("<p>架空週報</p><h1>朝の港</h1>", title="朝の港").section == ""
    assert page("<p>コラム</p><h1>朝の港</h1>", title="朝の港").section == "コラム"


@pytest.mark.parametrize("names", ["site-title", "blog-title", "logo"])
def test_the_sites_own_heading_is_no_headline(names: str) -> None:
    found = page(f"<h1 class={names}>港の研究所</h1><h2>声を聞く</h2>", title="声を聞く | 港の研究所")
    assert (found.title, found.publication) == ("声を聞く", "港の研究所")


@pytest.mark.parametrize("beside", ["2001年3月24日", "架空新聞社"])
def test_a_number_beside_a_day_or_an_outlet_counts_nothing(beside: str) -> None:
    assert page(f"<p>{beside}</p><p>第二回</p><h1>朝の港</h1>").series is None


def test_the_outlet_with_more_to_its_name_is_no_section() -> None:
    found = page("<div class=logo>架空新聞</div><p class=category>架空新聞デジタル</p><h1>朝の港</h1>")
    assert found.section == ""


def test_readings_noted_in_the_text_are_ruby() -> None:
    noted = (
        f"<p>｜入相《いりあい》の港と<a href=https://a.example/>灯</a>《あかり》を見た［＃「見た」に傍点］。</p>{TEXT}"
    )
    assert page("<h1>朝の港</h1>", noted).body.startswith(
        "{入相|いりあい}の港と[灯](https://a.example/)《あかり》を*見た*。"
    )


def test_brackets_that_quote_are_no_readings() -> None:
    quoted = f"<p>映画《ゆうやけ》と小説《あさやけ》の話をしながら、港まで長い坂を下りたことを思い出す。</p>{TEXT}"
    assert page("<h1>朝の港</h1>", quoted).body.startswith("映画《ゆうやけ》と小説《あさやけ》の話")


DAY = "<p>2001年3月24日</p>"
LINES = "<br><br>".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "top",
    [
        f'<font size="+2">市場の声を聞く</font>{DAY}',
        f"<p><big>市場の声を聞く</big></p>{DAY}",
        f'<p style="font-size:150%">市場の声を聞く</p>{DAY}',
        f'<p><span style="font-size:x-large">市場の声を聞く</span></p>{DAY}',
        "<font size=5>市場の声を聞く</font><br>2001年3月24日<br><br>",
        f"<center><font size=7>湊の部屋</font></center><hr><font size=5>市場の声を聞く</font>{DAY}",
        f'<font size="+3">湊の部屋</font><p><a href=a.html>目次</a></p><font size="+1">市場の声を聞く</font>{DAY}',
        "<font size=5>市場の声を聞く</font><br><br><font size=4>――消える魚を追って</font><br><br>2001年3月24日<br><br>",
    ],
)
@pytest.mark.parametrize("text", [TEXT, LINES, f"<font size=2>{LINES}</font>"])
def test_the_line_in_larger_type_over_the_text_is_the_headline(top: str, text: str) -> None:
    found = page(top, text, "湊の部屋")
    assert (found.title, found.date) == ("市場の声を聞く", "2001-03-24")
    assert "市場の声を聞く" not in found.body


@pytest.mark.parametrize(
    ("top", "text"),
    [
        ("<p><font size=4>2001年3月24日</font></p>", TEXT),
        ("<p><font size=4>水野遥</font></p>", TEXT),
        ("<p><font size=5>湊日報</font></p>", TEXT),
        ("<p><font size=5>コラム</font></p>", TEXT),
        ("<p><font size=4>市場の声を聞く</font></p>", f"<font size=4>{LINES}</font>"),
        (f"<p>{PARAGRAPHS[0]}</p><p><font size=5>市場の声を聞く</font></p>", TEXT),
    ],
)
def test_what_is_no_headline_in_larger_type_is_no_title(top: str, text: str) -> None:
    assert page(top, text, "港の朝の市").title == "港の朝の市"
