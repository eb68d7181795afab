"""By-lines, days and page marks of printed pages: what makes a line one, and what makes it none."""

import pytest

from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction

from .reading import names, read_page

TEXT = "".join(
    f"<p>{start}。港の市は夜明け前に始まり、日が高くなるころには終わる。声の大きい人ほど早く帰る、と隣の主人は言った。</p>"
    for start in (
        "港の朝は早い",
        "三年前に越してきた",
        "漁に出る人は減った",
        "それでも声は残る",
        "来月には直売所が開く",
    )
)


def read(above: str = "", below: str = "", behind: str = "", stated: str = "") -> Extraction:
    page = (
        f"<html lang=ja><head><title>声の値札 | 架空新聞</title><meta property=og:site_name content=架空新聞>{stated}"
        f"</head><body>{above}<h1>声の値札</h1>{below}<div>{TEXT}</div>{behind}"
        "<footer>© 2021 架空新聞</footer></body></html>"
    )
    return extract(page.encode(), "page.html")


LISTED = "<h3>関連記事</h3><ul><li>{}</li></ul>"


@pytest.mark.parametrize(
    "item",
    [
        "<a href=/1>灯台守の弁当箱（文・水野遥）</a>",
        "灯台守の弁当箱（文・水野遥） 2021.02.03",
        "2021.02.03 干物の裏表　文：水野遥",
    ],
)
def test_an_item_with_a_title_before_its_byline_is_another_work(item: str) -> None:
    assert names(read(behind=LISTED.format(item))) == []
    assert names(read(behind="<ul><li>文：水野遥</li></ul>")) == ["水野遥"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<span>雁屋 泰介</span><span>架空新聞</span><span>2021.03.04</span>", "雁屋 泰介"),
        ("春日居 奏＝架空新聞", "春日居 奏"),
        ("<span>港の欄</span><span>架空新聞</span><span>2021.03.04</span>", ""),
    ],
)
def test_a_name_is_alone_where_only_the_outlet_and_the_day_stand_beside_it(line: str, author: str) -> None:
    assert names(read(below=f"<p>{line}</p>")) == [author] * bool(author)


@pytest.mark.parametrize(
    ("behind", "author"),
    [
        ("<p>阿武 千景（あぶ・ちかげ）　1977年那覇市生まれ。</p>", "阿武 千景"),
        ("<p>阿武 千景　あぶ・ちかげ</p>", "阿武 千景"),
        ("<p>阿武 千景の市は今年も開く</p>", ""),
        ("", ""),
    ],
)
def test_an_uncommon_name_below_the_headline_is_believed_where_the_page_tells_of_it(behind: str, author: str) -> None:
    assert names(read(below="<p>阿武 千景</p><p>2021年3月4日</p>", behind=behind)) == [author] * bool(author)


def test_what_stands_behind_a_day_and_its_word_is_a_line_of_its_own() -> None:
    found = read(below="<div>2021/03/04 掲載<span>回答者：雁屋 泰介さん（相談員）</span></div>")
    assert names(found) == ["雁屋 泰介"]
    assert found.authors[0].profile == "相談員"


def test_a_table_of_facts_over_the_headline() -> None:
    rows = (
        ("題", "声の値札"),
        ("筆者", "阿武 千景（漁協職員）"),
        ("公開", "令和3年3月4日"),
        ("印刷", "2026年11月26日"),
    )
    found = read(above="<table>" + "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in rows) + "</table>")
    assert (names(found), found.date) == (["阿武 千景"], "2021-03-04")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("聞き手：水野遥、沢村実／文：水野遥／撮影：浦一作", ["水野遥", "沢村実"]),
        ("鵜殿 蓉子（詩人）× 万代 笙（装丁家）", ["鵜殿 蓉子", "万代 笙"]),
        ("朝の港（詩）× 夜の海（絵）", []),
        ("text by 土方 しをり ／ photo by 浦 一作", ["土方 しをり"]),
        ("副理事長　五百旗頭　澪", ["五百旗頭 澪"]),
    ],
)
def test_several_names_days_and_parts_in_one_line(line: str, authors: list[str]) -> None:
    assert names(read(below=f"<p>{line}</p>")) == authors


@pytest.mark.parametrize(
    ("line", "author"),
    [("2021年3月4日　雁屋 泰介", "雁屋 泰介"), ("雁屋泰介（港の人）、1975年1月28日生まれ。いまは浜松に住む。", "")],
)
def test_a_name_by_a_day_where_the_text_holds_its_headline(line: str, author: str) -> None:
    found = read_page(f"<p>港の市が開く朝に</p><p>{line}</p>{TEXT}", "港の人")
    assert names(found) == [author] * bool(author)


def test_who_asked_and_wrote_is_the_author() -> None:
    found = read(below="<p>聞き手：水野遥、沢村実／文：水野遥</p>")
    assert [(person.name, person.role) for person in found.authors] == [("水野遥", ""), ("沢村実", "聞き手")]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("平成十一年大晦日　雁屋　泰介", "1999-12-31"),
        ("2003年元旦", "2003-01-01"),
        ("大晦日の市", ""),
        ("平成四十年元旦", ""),
    ],
)
def test_days_that_have_a_name(line: str, day: str) -> None:
    assert read(below=f"<p>{line}</p>").date == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("3月8日（月）", "2021-03-08"),
        ("3月8日（火）", ""),
        ("3月8日", ""),
        ("2021年3月8日号／3月8日 公開", "2021-03-08"),
        ("2021年3月8日号", ""),
        ("発行日：2021年3月8日", "2021-03-08"),
    ],
)
def test_a_day_without_year_is_of_the_year_that_the_page_or_the_issue_names(line: str, day: str) -> None:
    assert read(below=f"<p>{line}</p>").date == day


@pytest.mark.parametrize(
    ("row", "page"),
    [
        ("<div><a href=?p=1>1</a> <b>2</b> <a href=?p=3>3</a></div>", (2, 3)),
        ("<div><span>1</span><a href=?p=2>2</a><a href=?p=2>次のページ ＞ 声の行方</a></div>", (1, 2)),
        ("<button>次ページ　声の行方</button><div><b>1</b> <a>2</a></div>", (1, 2)),
        ("<button>前のページ</button><button>次ページ</button><div><b>1</b> <a>2</a></div>", (None, None)),
        ("<div>1 2</div>", (None, None)),
        ("<div><a href=?p=1>1</a> <a href=?p=2>2</a></div>", (None, None)),
    ],
)
def test_a_row_of_pages_in_one_block(row: str, page: tuple[int | None, int | None]) -> None:
    found = read(behind=row)
    assert (found.page, found.pages) == page


@pytest.mark.parametrize(
    "heading", ["<h3>読者の声</h3><p>同感です。</p>", "<h2>ほかの記事</h2><p><a href=/a>浜の声</a></p>"]
)
@pytest.mark.parametrize("row", ["<p>1 <a href=?p=2>2</a> <a href=?p=3>3</a></p>", "<p>1/3</p>"])
def test_pages_below_a_heading_behind_the_text_are_not_those_of_the_text(row: str, heading: str) -> None:
    assert read(behind=row).pages == 3
    assert read(behind=f"{heading}{row}").pages is None
