"""What templates may call: words, dates, addresses, references, descriptions for machines."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from builder.model import Source
from builder.pages.article import ArticleView
from builder.render import body, citations, filters, head, markdown, metadata
from builder.render.wording import Wording, era
from builder.text.facts import facts

from ..pages.archives import HOSTED, SITE, archive, article, author, pages

JA, EN = Wording("ja"), Wording("en")
SOURCE = Source("汐見新報", "https://shiomi.example/a?b=1&c=2", "2025-11-30")


def view(
    title: str = "終着駅の町", by: str = "水野遥", date: str = "2013-04-06T06:00+09:00", **fields: Any
) -> ArticleView:
    fields.setdefault("source", SOURCE)
    of = archive(
        article("x1", date, by, title=title, **fields),
        authors=(author("marchbank", "Helen Marchbank", "へれん", "Marchbank Helen"),),
    )
    found = pages(of)["articles/x1/index.html"].view
    assert isinstance(found, ArticleView)
    return found


def environment(**templates: str) -> jinja2.Environment:
    made = jinja2.Environment(loader=jinja2.DictLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined)
    filters.install(made, SITE, {"site.css": "static/site.css?v=1"})
    return made


# Words and dates


def test_both_languages_have_the_same_words() -> None:
    ja, en = facts("ui/ja"), facts("ui/en")
    assert list(ja) == list(en)
    assert all(isinstance(text, str) and text for words in (ja, en) for text in words.values())


@pytest.mark.parametrize(
    ("iso", "ja", "en"),
    [
        ("2017-03-24T21:30+09:00", "2017年3月24日（金） 21:30", "24 March 2017, 21:30"),
        ("2017-03-24T05:00Z", "2017年3月24日（金） 5:00", "24 March 2017, 5:00"),
        ("2017-03-24T00:05", "2017年3月24日（金） 0:05", "24 March 2017, 0:05"),
        ("2017-03-04", "2017年3月4日（土）", "4 March 2017"),
        ("2017-03", "2017年3月", "March 2017"),
        ("2017", "2017年", "2017"),
        ("around 1900", "around 1900", "around 1900"),
        ("", "", ""),
    ],
)
def test_dates_in_full(iso: str, ja: str, en: str) -> None:
    assert (JA.date(iso), EN.date(iso)) == (ja, en)


def test_dates_within_their_year_and_between_years() -> None:
    assert [JA.day(iso) for iso in ("2017-03-24", "2017-03", "2017")] == ["3月24日", "3月", ""]
    assert [EN.day(iso) for iso in ("2017-03-24", "2017-03", "2017")] == ["24 Mar", "March", ""]
    assert (JA.short("2017-03-24T21:30+09:00"), EN.short("2017-03-24")) == ("2017年3月24日", "24 Mar 2017")
    assert (JA.span("2009-01", "2024"), JA.span("2009-01", "2009-12")) == ("2009–2024年", "2009年")


@pytest.mark.parametrize(
    ("iso", "japanese"),
    [
        ("1873", "明治6年"),
        ("1872", ""),
        ("1912", "明治45年・大正元年"),
        ("1989-01-07", "昭和64年"),
        ("1989-01-08", "平成元年"),
        ("1989-01", "昭和64年・平成元年"),
        ("2019-04-30T10:00", "平成31年"),
        ("2019-05-01", "令和元年"),
        ("2019-06", "令和元年"),
        ("2024", "令和6年"),
        ("1873-01-01", "明治6年"),
        ("1872-12-31", ""),
        ("2017-02-31", ""),
        ("", ""),
        ("undated", ""),
    ],
)
def test_era_years(iso: str, japanese: str) -> None:
    assert era(iso) == japanese


def test_one_and_several() -> None:
    assert [EN.t("articles", n=n) for n in (0, 1, 2, 1234)] == [
        "0 articles", "1 article", "2 articles", "1,234 articles",
    ]  # fmt: skip
    assert JA.t("articles", n=1) == "1本"


# Texts and addresses


def test_a_description_ends_with_a_sentence() -> None:
    assert head.short("短い。") == "短い。"
    assert head.short("あ" * 80 + "。" + "い" * 80) == "あ" * 80 + "。"
    assert head.short("あ" * 200) == "あ" * 119 + "…"
    assert head.short("一\n二\t三") == "一 二 三"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://a.example/%E5%9C%B0%E5%9F%9F/1.html", "http://a.example/地域/1.html"),
        ("http://a.example/%2Fx", "http://a.example/%2Fx"),
        ("http://a.example/%FF", "http://a.example/%FF"),
        ("http://a.example/%E2%80%AEx", "http://a.example/%E2%80%AEx"),
        ("http://a.example/<b>?x=&y", "http://a.example/&lt;b&gt;?x=&amp;y"),
    ],
)
def test_addresses_are_shown_readably_and_may_break(url: str, shown: str) -> None:
    made = str(filters.breakable(url))
    assert made.replace("<wbr>", "") == shown
    assert "<wbr>" in made


@given(st.text())
def test_a_shown_address_is_markup_of_breaks_alone(url: str) -> None:
    assert "<" not in str(filters.breakable(url)).replace("<wbr>", "")


def test_paragraphs_can_be_pointed_at() -> None:
    notes = '<hr class="footnotes-sep" />\n<section><li id="fn1"><p>注</p>\n<p>続き</p></li></section>'
    numbered = body.numbered(JA)
    html = f"<h2>見出し</h2>\n<p>一 &lt;p&gt;</p>\n<blockquote>\n<p>引用</p>\n</blockquote>\n<p>三</p>\n{notes}"
    made = numbered(html)
    assert re.findall(r'<p id="(\w+)">([^<]+)', made) == [("p1", "一 &lt;p&gt;"), ("p2", "引用"), ("p3", "三")]
    assert made.endswith(notes)
    assert re.sub(' id="p[0-9]+"', "", made) == html


def test_links_back_from_notes_say_where_they_lead() -> None:
    made = body.numbered(EN)(markdown.render("一[^a]、二[^b]、三[^a]。\n\n[^a]: 甲\n\n[^b]: 乙\n").html)
    back = re.findall(r'<a href="(#fnref[^"]+)" lang="en" aria-label="([^"]+)"', made)
    names = ["Back to note 1 in the text", "Back to note 1 in the text 2", "Back to note 2 in the text"]
    assert back == list(zip(["#fnref1", "#fnref1:1", "#fnref2"], names, strict=True))


@pytest.mark.parametrize("render", [markdown.render, markdown.render_by_parser])
def test_tables_are_named_by_their_heads(render: Callable[[str], markdown.Rendered]) -> None:
    table = "| 名 | 値 |\n|---|---|\n| 甲 | 1 |\n\n"
    made = body.numbered(JA)(render(f"{table}間\n\n{table}").html)
    assert re.findall('role="region" aria-labelledby="(.*)"', made) == ["table-1", "table-2"]
    assert re.findall('<thead id="(.*)">', made) == ["table-1", "table-2"]
    assert '<p id="p1">間' in made


def test_an_address_in_a_text_may_break_and_no_other_markup_changes() -> None:
    html = markdown.render(
        "見よ（https://a.example/b_c/?d=1&e=2）、[題](https://a.example/f/)。http:// も <b>://x/y</b>"
    ).html
    made = body.numbered(JA)(html)
    assert "（https://<wbr>a.example/<wbr>b_c/?<wbr>d=<wbr>1&amp;<wbr>e=<wbr>2）、" in made
    assert made.replace("<wbr>", "").replace(' id="p1"', "") == html
    assert '<a href="https://a.example/f/"' in made


@given(st.text(alphabet="ab:/?&=<>.\"'é\n[]()`"))
def test_breaks_stand_in_texts_alone(text: str) -> None:
    html = markdown.render(f"https://{text}").html
    made = body.numbered(JA)(html)
    assert re.sub(' id="p[0-9]+"', "", made).replace("<wbr>", "") == html
    assert not re.search("<[^<>]*<wbr>|&[a-z]*<wbr>[a-z]*;", made)


def test_pictures_of_known_size_keep_their_room() -> None:
    html = markdown.render('![図](図.png "題")\n\n文中の ![a](<a b&c.gif>) と ![無](no.png)。').html
    made = body.numbered(JA)(html, (("図.png", 640, 480), ("a b&c.gif", 8, 9)))
    sizes = re.findall(r'<img src="([^"]+)"(?: width="(\d+)" height="(\d+)")?', made)
    assert sizes == [("%E5%9B%B3.png", "640", "480"), ("a%20b&amp;c.gif", "8", "9"), ("no.png", "", "")]


def test_the_opening_of_a_body_has_no_links() -> None:
    html = '<p>前の<a href="../b/">記事</a>と<a href="#c"><em>同じ</em></a>。</p>'
    assert filters.opening(html) == "<p>前の記事と<em>同じ</em>。</p>"


def test_the_opening_of_a_body_is_whole_paragraphs() -> None:
    note = '<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup>'
    html = f"<h2>見出し</h2>\n<p>一{note}</p>\n<p><img src='x' alt=''></p>\n<p>{'二' * 170}</p>\n<p>三</p>\n"
    assert filters.opening(html) == f"<p>一</p>\n<p>{'二' * 170}</p>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//a.example", " https://a.example", ""])
def test_only_web_addresses_become_links(url: str) -> None:
    assert not metadata.is_web(url)


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("港の朝", []),
        ("──ある朝", []),
        ("船員の高齢化が影　減便の島で", ["船員の高齢化が影", "減便の島で"]),
        ("光るか──北方の海", ["光るか──", "北方の海"]),
        ("本題　――副題――", ["本題", "――副題――"]),
        ("A & B—C　<d>", ["A &amp; B—C", "&lt;d&gt;"]),
    ],
)
def test_a_headline_breaks_between_its_parts(title: str, parts: list[str]) -> None:
    made = str(escape(filters.headline(title)))
    assert re.findall('<span class="part">(.*?)</span>', made) == parts
    assert Markup(made).striptags() == " ".join(title.split())


@given(st.text())
def test_xml_holds_any_text(text: str) -> None:
    made = environment(a="<a>{{ x | xml }}</a>").get_template("a").render(x=text)
    assert ElementTree.fromstring(made) is not None  # our own text


@pytest.mark.parametrize(
    ("iso", "atom"),
    [
        ("2017-03-24T21:30+09:00", "2017-03-24T21:30:00+09:00"),
        ("2017-03-24T21:30", "2017-03-24T21:30:00Z"),
        ("2017-03-24", "2017-03-24T00:00:00Z"),
        ("2017-03", "2017-03-01T00:00:00Z"),
        ("2017", "2017-01-01T00:00:00Z"),
        ("", "1970-01-01T00:00:00Z"),
    ],
)
def test_dates_for_feeds(iso: str, atom: str) -> None:
    assert filters.rfc3339(iso) == atom


def test_reading_time_counts_characters() -> None:
    assert [filters.minutes(article("x", length=n)) for n in (0, 550, 5500)] == [1, 1, 10]
    assert filters.minutes(article("x", length=5500, language="en")) == 5


def test_missing_numbers_of_a_series_are_shown() -> None:
    of = archive(*(article(f"a{n}", f"2020-01-{n:02}", series=("列", n)) for n in (2, 3, 6, 20)))
    cards = next(iter(of.by_series.values()))
    found = [(card.id if card else None, number) for card, number in filters.with_gaps(cards)]
    assert found == [("a2", 2), ("a3", 3), (None, 4), (None, 5), ("a6", 6), (None, 7), ("a20", 20)]


# References


def test_days_of_a_reference_stay_whole() -> None:
    assert filters.whole_days("<b> 2013-04-06.") == Markup('&lt;b&gt; <span class="whole">2013-04-06</span>.')


def test_sist02() -> None:
    shown = view(subtitle="線路の終わり", by="水野遥,Helen Marchbank")
    assert citations.sist02(shown) == (
        "水野遥; Marchbank, Helen. “終着駅の町: 線路の終わり”. 汐見新報. 2013-04-06. "
        "https://shiomi.example/a?b=1&c=2, (参照 2025-11-30)."
    )
    quoting = view("問い “誰の港か” を", by="", source=Source())
    assert citations.sist02(quoting).startswith("“問い ‘誰の港か’ を”. ")
    bare = view(by="", source=Source())
    assert citations.sist02(bare, "https://example.org/a/articles/x1/") == (
        "“終着駅の町”. 2013-04-06. https://example.org/a/articles/x1/."
    )


def test_a_note_in_japanese() -> None:
    shown = view(subtitle="線路の終わり", by="水野遥,Helen Marchbank")
    assert citations.japanese(shown) == (
        "水野遥・Helen Marchbank「終着駅の町――線路の終わり」『汐見新報』2013年4月6日。"
        "https://shiomi.example/a?b=1&c=2（2025年11月30日参照）。"
    )
    quoting = view("「誰の港か」と『港の本』", by="", source=Source(), date="2013-04")
    assert citations.japanese(quoting) == "「『誰の港か』と『港の本』」2013年4月。"
    bare = view(by="", source=Source(), date="")
    assert citations.japanese(bare, "https://example.org/a/x1/") == "「終着駅の町」。https://example.org/a/x1/。"


def test_bibtex_escapes_and_keeps_names_whole() -> None:
    made = citations.bibtex(view("100% {of} R&D_x", by="水野遥,Helen Marchbank,Tomas Ridgewell,A and B"))
    assert made.splitlines() == [
        "@article{x1,",
        "  author = {{水野遥} and Marchbank, Helen and Tomas Ridgewell and {A and B}},",
        r"  title = {{100\% \{of\} R\&D\_x}},",
        "  journal = {汐見新報},",
        "  year = {2013},",
        "  month = {4},",
        "  date = {2013-04-06},",
        "  url = {https://shiomi.example/a?b=1&c=2},",
        "  urldate = {2025-11-30},",
        "  langid = {japanese}",
        "}",
    ]


def test_ris() -> None:
    made = citations.ris(view("一\n二", by="Helen Marchbank", topics=("海", "港")))
    assert made.splitlines() == [
        "TY  - NEWS", "ID  - x1", "AU  - Marchbank, Helen", "TI  - 一 二", "T2  - 汐見新報", "PY  - 2013",
        "DA  - 2013/04/06/", "LA  - ja", "KW  - 海", "KW  - 港", "UR  - https://shiomi.example/a?b=1&c=2",
        "Y2  - 2025/11/30", "ER  - ",
    ]  # fmt: skip


def test_csl_json() -> None:
    (record,) = json.loads(citations.csl_json(view(by="Helen Marchbank,水野遥")))
    assert record["type"] == "article-newspaper"
    assert record["author"] == [{"family": "Marchbank", "given": "Helen"}, {"literal": "水野遥"}]
    assert record["issued"] == {"date-parts": [[2013, 4, 6]]}
    assert record["accessed"] == {"date-parts": [[2025, 11, 30]]}


def test_translators_are_named_apart() -> None:
    shown = view(by="水野遥,沢村実")
    shown = replace(shown, bylines=(shown.bylines[0], replace(shown.bylines[1], translates=True)))
    assert citations.sist02(shown).startswith("水野遥. “終着駅の町”. 沢村実訳. 汐見新報. ")
    assert citations.japanese(shown).startswith("水野遥「終着駅の町」沢村実訳『汐見新報』")
    unplaced = replace(shown, card=replace(shown.card, publication=""))
    assert citations.japanese(unplaced).startswith("水野遥「終着駅の町」沢村実訳、2013年4月6日。")
    assert "  author = {{水野遥}},\n  translator = {{沢村実}},\n" in citations.bibtex(shown)
    assert "AU  - 水野遥\nA4  - 沢村実\nTI" in citations.ris(shown)
    (record,) = json.loads(citations.csl_json(shown))
    assert (record["author"], record["translator"]) == ([{"literal": "水野遥"}], [{"literal": "沢村実"}])
    alone = replace(shown, bylines=shown.bylines[1:], article=replace(shown.article, language="en"))
    assert citations.sist02(alone).startswith("“終着駅の町”. Translated by 沢村実. ")


@given(st.text(min_size=1), st.text())
@example("}", "{")
@example("ER  - ", "\nER  - \nTY  - BOOK")
def test_no_text_breaks_out_of_its_field(title: str, name: str) -> None:
    shown = view()
    shown = replace(
        shown,
        article=replace(shown.article, title=title),
        bylines=(replace(shown.bylines[0], name=name),),
    )
    bib, ris = citations.bibtex(shown), citations.ris(shown)
    plain = bib.replace(r"\textbackslash{}", "").replace(r"\{", "").replace(r"\}", "")
    assert plain.count("{") == plain.count("}")
    assert bib.count("\n@") == 0
    assert all(line[2:6] == "  - " for line in ris.splitlines() if line)
    assert sum(line == "ER  - " for line in ris.split("\n")) == 1


# Descriptions for machines


class Parsed(HTMLParser):
    """Elements with their attributes, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.scripts:
            self.scripts[-1] += data

    def content(self, name: str) -> list[str | None]:
        return [
            attrs.get("content") for _, attrs in self.elements if name in (attrs.get("name"), attrs.get("property"))
        ]


def test_the_head_of_an_article() -> None:
    shown = view(subtitle="副題", by="水野遥,Helen Marchbank", topics=("海",))
    parsed = Parsed(str(head.article(shown, HOSTED, "articles/x1/index.html", "../../")))
    assert parsed.content("citation_title") == ["終着駅の町: 副題"]
    assert parsed.content("citation_author") == ["水野遥", "Helen Marchbank"]
    assert parsed.content("citation_publication_date") == ["2013/04/06"]
    assert parsed.content("citation_journal_title") == []
    assert parsed.content("z:itemType") == ["newspaperArticle"]
    assert parsed.content("prism.publicationName") == ["汐見新報"]
    assert parsed.content("DC.rights") == ["無断転載を禁じます。"]
    assert parsed.content("og:url") == ["https://example.org/a/articles/x1/"]
    assert ("link", {"rel": "author", "href": "../../authors/marchbank/"}) in parsed.elements
    data = json.loads(parsed.scripts[0])
    assert data["@type"] == "OpinionNewsArticle"
    assert data["datePublished"] == "2013-04-06T06:00+09:00"
    assert data["isBasedOn"] == "https://shiomi.example/a?b=1&c=2"
    assert data["author"][1]["alternateName"] == ["へれん", "Marchbank Helen"]
    assert data["author"][1]["url"] == "https://example.org/a/authors/marchbank/"


def test_a_source_that_is_no_web_address_is_not_told_to_machines() -> None:
    shown = view(source=Source("汐見新報", "javascript:alert(1)"))
    assert "javascript" not in head.article(shown, HOSTED, "articles/x1/index.html", "../../")


def test_a_series_may_begin_with_a_number_0() -> None:
    parsed = Parsed(str(head.article(view(series=("列", 0)), SITE, "articles/x1/index.html", "../../")))
    assert json.loads(parsed.scripts[0])["position"] == 0


def test_without_an_address_nothing_is_absolute() -> None:
    parsed = Parsed(str(head.article(view(), SITE, "articles/x1/index.html", "../../")))
    assert parsed.content("og:url") == []
    assert "url" not in json.loads(parsed.scripts[0])
    assert not [attrs for tag, attrs in parsed.elements if attrs.get("rel") == "canonical"]


@given(st.text(min_size=1), st.text())
@example("</script><script>alert(1)</script>", "<!--<script>")
@example('"><img src=x onerror=alert(1)>', "\u2028")
def test_no_text_breaks_out_of_the_head(title: str, name: str) -> None:
    shown = view()
    usual = Parsed(str(head.article(shown, HOSTED, "articles/x1/index.html", "../../")))
    shown = replace(shown, article=replace(shown.article, title=title), bylines=(replace(shown.bylines[0], name=name),))
    parsed = Parsed(str(head.article(shown, HOSTED, "articles/x1/index.html", "../../")))
    allowed = {tag for tag, _ in usual.elements}
    assert {tag for tag, _ in parsed.elements} == allowed
    assert len(parsed.scripts) == 1
    assert json.loads(parsed.scripts[0]).get("headline", title) == title


def test_names_of_articles_are_permanent() -> None:
    assert metadata.urn("x1") == "urn:uuid:1e7c549c-7a4f-5179-bb88-53e8477dda1a"


# The environment


def test_fragments_are_drawn_once_for_each_key() -> None:
    made = environment(a="{% for x in xs %}{% once x.k %}{{ x.v }}{% endonce %}{% endfor %}")
    xs = [{"k": 1, "v": "a<"}, {"k": 2, "v": "b"}, {"k": 1, "v": "c"}]
    assert made.get_template("a").render(xs=xs) == "a&lt;ba&lt;"


def test_entries_come_from_the_macros_of_parts() -> None:
    parts = "{% macro card(c, root) %}[{{ root }}{{ c.title }}]{% endmacro %}"
    made = environment(a="{{ cards | cards('../') }}", **{"parts.html": parts})
    of = archive(article("a", title="<b>"), article("b", title="乙"))
    assert made.get_template("a").render(cards=of.cards.values()) == "[../&lt;b&gt;][../乙]"


def test_assets_and_words() -> None:
    made = environment(
        a="{{ asset('site.css') }} {{ 'authors' | t }} {{ t('articles', n=3) }} {{ 'local.css' is asset }}"
    )
    assert made.get_template("a").render() == "static/site.css?v=1 筆者 3本 False"
