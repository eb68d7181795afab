"""Headlines, sections and columns that are found because several places of a page agree on them."""

import pytest

from builder.ingest.extraction import Extraction

from .reading import read_page

T = "水飲み場に水が戻る日"
TEXT = "".join(
    f"<p>{paragraph}</p>"
    for paragraph in (
        "商店街の入り口に、古い水飲み場が残っている。昭和の終わりに市が設け、平成の半ばに水が止められた。",
        "水を戻してほしいという声は、毎年の懇談会で出る。市の答えは決まって「維持費の見通しが立たない」である。",
        "ことし、二つの町内会が掃除と点検を引き受けると申し出た。市は来月、半年の試行を始めるという。",
    )
)
MENU = (
    '<div class=menu><a href="/">ホーム</a> <a href="/kurashi/">暮らし</a> <a href="/mizube/">水辺だより</a> '
    '<a href="/mado/">窓辺</a></div>'
)


def read(over: str, title: str) -> Extraction:
    return read_page(f"{over}<div>{TEXT}</div>", title)


def column(found: Extraction) -> tuple[str, int | None] | None:
    return (found.series.name, found.series.number) if found.series else None


@pytest.mark.parametrize(
    ("stated", "over"),
    [
        ("mizube 0405", f"<h2>{T}</h2>"),
        ("河口日報 - 水辺だより", f"{MENU}<h3>{T}</h3>"),
        ("河口評論 2024年5月号 巻頭言", f"<p>河口評論 2024年5月号 巻頭言</p><h1>{T}</h1>"),
        (f"随想・{T}", f"<h2>{T}</h2>"),
        (f"【講演録】{T}――町の公共を引き受けるということの意味を考える（1） - 河口研究所", f"<h2>{T}</h2>"),
    ],
)
def test_the_heading_over_the_text_is_the_headline_where_the_head_tells_something_else(stated: str, over: str) -> None:
    assert read(over, stated).title == T


@pytest.mark.parametrize("heading", ["編集だより", "港のにぎわい"])
def test_a_heading_whose_words_the_text_does_not_hold_is_not_the_headline(heading: str) -> None:
    assert read(f"<h2>{heading}</h2>", f"{T} | 河口日報").title == T


@pytest.mark.parametrize(
    ("title", "over", "section"),
    [
        (f"{T} | 水辺だより | 河口日報", f"{MENU}<h1>{T}</h1>", "水辺だより"),
        (f"{T} | 港の声 | 河口日報", f"{MENU}<h1>{T}</h1>", ""),
        (f"暮らし/{T}/河口日報", f"<h1>{T}</h1>", "暮らし"),
        (f"随筆・{T}", f"<h1>{T}</h1>", "随筆"),
        ("水辺だより - 河口日報", f"{MENU}<h3>{T}</h3>", "水辺だより"),
        (T, f"<div>トップ＞マネー＞記事詳細</div><h1>{T}</h1>", "マネー"),
        (T, f"{MENU}<p>窓辺　2024年5月1日</p><h1>{T}</h1>", "窓辺"),
        (T, f"<p>森の人　2024年5月1日</p><h1>{T}</h1>", ""),
        (T, f"<p><a href='/k/'>株式会社川辺</a>　2024年5月1日</p><h1>{T}</h1>", ""),
        (T, f"<p class=label>Vol.18</p><h1>{T}</h1>", ""),
        (T, f"<div class=crumb><a href='/'>ホーム</a><a href='/m/'>水辺だより</a></div><h1>{T}</h1>", "水辺だより"),
        (T, f"<div class=label><a>窓辺</a><a class=pay>有料記事</a></div><h1>{T}</h1>", "窓辺"),
        (T, f"<nav><a>写真</a><a>水辺</a></nav><h1>{T}</h1>", ""),
    ],
)
def test_a_section_is_what_the_title_the_path_or_a_line_tell_and_the_page_bears_out(
    title: str, over: str, section: str
) -> None:
    assert read(over, title).section == section


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (f"<div class=series-name><a href='/m/'>水辺だより</a></div><h1>{T}</h1>", ("水辺だより", None)),
        (f"<p class=serial><a href='/m/'>水辺だより――町の水</a></p><p>第4便</p><h1>{T}</h1>", ("水辺だより", None)),
        (f"<h1><span class=headline__series>【水辺だより】</span>{T}</h1>", ("水辺だより", None)),
        (f"<p>水辺だより　その十二</p><h1>{T}</h1>", ("水辺だより", 12)),
        (f"<p>河口日報｜水辺だより 第4回</p><h1>{T}</h1>", ("水辺だより", 4)),
        (f"<p>Home / 講演録 / 第3回</p><p>講演録　市民講座 第3回</p><h1>{T}</h1>", ("市民講座", 3)),
        (f"{MENU}<h1>水辺だより（７）{T}</h1>", ("水辺だより", 7)),
    ],
)
def test_a_column_is_what_elements_links_and_rubrics_call_it(
    over: str, expected: tuple[str, int | None] | None
) -> None:
    assert column(read(over, T)) == expected


@pytest.mark.parametrize(
    ("over", "subtitle"),
    [
        (f"<div><h1>{T}</h1><h2>町が引き受けるということ</h2></div><p>2024年5月1日</p>", "町が引き受けるということ"),
        (f"<h1>{T}</h1><h2>町が引き受けるということ</h2>", ""),
        (f"<h1>{T}<br>―町が引き受けるということ―</h1>", "町が引き受けるということ"),
        (f"<h1>{T}<br>「誰も引き受けないなら」</h1>", "「誰も引き受けないなら」"),
        (f"<p><font size=5>{T}</font></p><p>―町が引き受けるということ―</p>", "町が引き受けるということ"),
    ],
)
def test_a_subtitle_shares_the_headlines_box_or_stands_between_marks(over: str, subtitle: str) -> None:
    found = read(over, "無題ドキュメント")
    assert (found.title, found.subtitle) == (T, subtitle)


@pytest.mark.parametrize(
    ("stated", "below"),
    [
        (f"{T} | 河口評論", "<div><span class=m>河口評論</span><span>森下 遥</span><span>2024.5.1</span></div>"),
        (f"{T}　森下遥・港湾史家 - 河口日報", "<p>港湾史家　森下 遥</p><p>2024年5月1日</p>"),
    ],
)
def test_who_wrote_it_and_the_outlet_are_no_subtitle(stated: str, below: str) -> None:
    found = read(f"<h1>{T}</h1>{below}", stated)
    assert ([person.name for person in found.authors], found.subtitle) == (["森下 遥"], "")


def test_a_rubric_over_the_headline_is_nobody_though_the_day_stands_below() -> None:
    found = read(f"<p>余録</p><h1>{T}</h1><p>2024/05/01</p><p>森下遥</p>", f"{T}｜河口新聞")
    assert [person.name for person in found.authors] == ["森下遥"]


def test_a_part_of_the_outlet_that_the_page_links_is_not_the_outlet() -> None:
    assert read(f"{MENU}<h3>{T}</h3>", "河口日報 - 水辺だより").publication == "河口日報"


def test_what_stands_behind_a_dash_and_in_the_menu_may_be_the_headlines_own() -> None:
    title = f"{T}――水辺だより"
    assert read(f"{MENU}<h1>{title}</h1>", f"{title} | 河口日報").title == title
