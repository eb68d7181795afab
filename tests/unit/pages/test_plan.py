"""The plan: which pages there are, and what each may show."""

import dataclasses
import pickle

import pytest

from builder.config import Lists
from builder.model import Rights, Status
from builder.pages import machines
from builder.pages.article import ArticleView, RedirectView, TombstoneView
from builder.pages.feed import FeedView
from builder.pages.home import HomeView
from builder.pages.machines import SitemapIndexView, SitemapView
from builder.pages.series import SeriesView
from builder.pages.views import TopicView
from builder.pages.year import YearView

from .archives import HOSTED, SITE, archive, article, author, pages

SOME = archive(
    article("a1", "2013-04-06T06:00+09:00", series=("終着駅から", 1), topics=("交通",)),
    article("a2", "2013-06-01", series=("終着駅から", 2), topics=("交通", "海")),
    article("a4", "2013-08-03", series=("終着駅から", 4), topics=("海",)),
    article("b1", "2014-01-01", "Helen Marchbank", language="en", topics=("交通", "海")),
    article("b2", "2014-02", "Helen Marchbank,水野遥", publication="月刊汀線", topics=("海",)),
    article("c1", "", "", publication=""),
    authors=(author("mizuno", "水野遥", "みずのはるか"),),
)


def view(route: str) -> ArticleView:
    found = pages(SOME)[route].view
    assert isinstance(found, ArticleView)
    return found


def test_every_kind_of_page_is_there() -> None:
    routes = pages(SOME, HOSTED).keys()
    assert {
        "index.html", "404.html", "about/index.html", "search/index.html", "feed.xml", "sitemap.xml", "robots.txt",
        ".nojekyll", "opensearch.xml", "articles/a1/index.html", "articles/index.html", "authors/index.html",
        "authors/mizuno/index.html", "authors/mizuno/feed.xml", "authors/Helen_Marchbank/index.html",
        "topics/index.html", "topics/交通/index.html", "topics/交通/feed.xml", "series/index.html",
        "series/終着駅から/index.html", "years/index.html", "years/2013/index.html", "years/undated/index.html",
        "publications/index.html", "publications/月刊汀線/index.html",
    } <= routes  # fmt: skip


def test_addresses_that_must_be_absolute_need_a_base_url() -> None:
    assert not {"sitemap.xml", "opensearch.xml"} & pages(SOME, SITE).keys()


def test_without_search_there_is_no_search_page() -> None:
    assert "search/index.html" not in pages(SOME, dataclasses.replace(HOSTED, search="none"))


def test_an_empty_archive_has_its_front_page_and_no_empty_feeds() -> None:
    found = pages(archive())
    assert found["index.html"].view == HomeView(None, (), (), (), (), (), (), (), 0, 0, 0, 0, 0)
    assert [route for route in found if route.endswith("feed.xml")] == ["feed.xml"]


def test_the_same_archive_gives_equal_pages_that_travel_between_processes() -> None:
    assert pages(SOME) == pages(SOME)
    assert pickle.loads(pickle.dumps(pages(SOME))) == pages(SOME)


def test_a_series_knows_its_neighbours_and_its_order() -> None:
    assert view("articles/a1/index.html").previous is None
    following = view("articles/a1/index.html").next
    assert following is not None
    assert following.id == "a2"
    series = pages(SOME)["series/終着駅から/index.html"].view
    assert isinstance(series, SeriesView)
    assert [card.id for card in series.list.cards] == ["a1", "a2", "a4"]


def test_related_articles_share_topics_but_neither_author_nor_series() -> None:
    assert [card.id for card in view("articles/a2/index.html").related] == ["b1"]
    assert [card.id for card in view("articles/b1/index.html").related] == ["a2", "a1", "a4"]


def test_others_by_the_author_leave_out_the_series() -> None:
    assert [card.id for card in view("articles/a2/index.html").same_author] == ["b2"]


def test_bylines_resolve_to_the_record() -> None:
    bylines = view("articles/b2/index.html").bylines
    assert [(line.id, line.name, line.reading) for line in bylines] == [
        ("Helen Marchbank", "Helen Marchbank", ""),
        ("mizuno", "水野遥", "みずのはるか"),
    ]


def test_a_full_year_gives_its_months_their_own_pages() -> None:
    found = pages(SOME, lists=Lists(per_page=1, feed_entries=4))
    year = found["years/2013/index.html"].view
    assert isinstance(year, YearView)
    assert (year.cards, year.months) == ((), (("2013-04", 1), ("2013-06", 1), ("2013-08", 1)))
    assert (year.earlier, year.later) == ("", "2014")
    assert {"years/2013/04/index.html", "years/2013/06/index.html", "years/2014/01/index.html"} <= found.keys()


def test_withheld_text_is_in_no_view() -> None:
    secret = {"excerpt": "秘密の書き出し", "summary": "秘密の要約", "note": "編者の付記"}
    of = archive(
        article("cited", rights=Rights.CITATION, **secret),
        article("gone", status=Status.WITHDRAWN, aliases=("/old/gone.html",), **secret),
        article("draft", status=Status.DRAFT, **secret),
    )
    found = pages(of)
    assert "秘密" not in repr(found)
    assert "articles/draft/index.html" not in found
    cited, gone = found["articles/cited/index.html"].view, found["articles/gone/index.html"].view
    assert isinstance(cited, ArticleView)
    assert cited.body is None
    assert gone == TombstoneView(of.articles[1].id, "編者の付記")
    assert found["old/gone.html"].view == RedirectView("articles/gone/")


def test_an_excerpt_passes_without_the_body() -> None:
    shown = pages(archive(article("x", rights=Rights.EXCERPT)))["articles/x/index.html"].view
    assert isinstance(shown, ArticleView)
    assert (shown.body, shown.article.excerpt) == (None, "xの書き出し。")


def test_a_body_edit_changes_the_view_of_one_page() -> None:
    before = archive(article("x", topics=("海",)), article("y", topics=("海",)))
    edited = dataclasses.replace(before.articles[0].body, digest="1" * 32)
    changed = dataclasses.replace(before.articles[0], body=edited)
    after = archive(changed, article("y", topics=("海",)))
    then, now = pages(before), pages(after)
    assert [route for route in now if now[route] != then[route]] == ["articles/x/index.html", "index.html"]


def test_the_front_page_leads_with_different_voices() -> None:
    home = pages(SOME)["index.html"].view
    assert isinstance(home, HomeView)
    assert [card.id for card in home.leads] == ["b2", "a4", "c1"]
    assert [card.id for card in home.latest] == ["b1", "a2", "a1"]
    assert [entry.name for entry in home.years] == ["2013", "2014"]


def test_of_a_long_time_the_front_page_shows_the_last_years() -> None:
    home = pages(archive(*(article(f"a{year}", f"{year}-01-01") for year in range(1890, 2020))))["index.html"].view
    assert isinstance(home, HomeView)
    assert home.years_total == 130
    assert [entry.name for entry in home.years] == [str(year) for year in range(1974, 2020)]


def test_what_is_incomplete_or_shows_nothing_does_not_lead() -> None:
    of = archive(
        article("part", "2020-03", incomplete=True),
        article("bare", "2020-02", "森", excerpt=""),
        article("whole", "2020-01"),
    )
    home = pages(of)["index.html"].view
    assert isinstance(home, HomeView)
    assert [card.id for card in home.leads] == ["whole"]
    assert [card.id for card in home.latest] == ["part", "bare"]


def test_feeds_are_as_long_as_the_settings_say_and_have_the_newest() -> None:
    of = archive(*(article(f"a{n}", f"2020-01-0{n}", topics=("海",)) for n in range(1, 7)))
    found = pages(of, lists=Lists(per_page=2, feed_entries=3))
    for route in ("feed.xml", "authors/水野遥/feed.xml", "topics/海/feed.xml"):
        feed = found[route].view
        assert isinstance(feed, FeedView)
        assert [card.id for card in feed.cards] == ["a6", "a5", "a4"]


def test_the_first_lead_is_in_the_sites_language() -> None:
    of = archive(article("english", "2020-02", "Helen", language="en"), article("japanese", "2020-01"))
    home = pages(of)["index.html"].view
    assert isinstance(home, HomeView)
    assert [card.id for card in home.leads] == ["japanese", "english"]


def test_a_sitemap_too_long_for_one_file_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machines, "_MOST", 10)
    found = pages(SOME, HOSTED)
    index = found["sitemap.xml"].view
    assert isinstance(index, SitemapIndexView)
    parts = [found[part].view for part in index.parts]
    assert all(isinstance(part, SitemapView) and len(part.addresses) <= 10 for part in parts)
    addresses = [address for part in parts for address, _ in part.addresses]
    assert len(addresses) == len(set(addresses)) > 20
    assert addresses[-1] == "articles/b2/"  # the newest: a growing archive changes the last part only


def test_an_author_under_two_names_is_counted_once() -> None:
    record = dataclasses.replace(author("marchbank", "Helen Marchbank"), variants=("ヘレン・マーチバンク",))
    of = archive(
        article("a", by="Helen Marchbank", topics=("海",)),
        article("b", by="ヘレン・マーチバンク", topics=("海",)),
        authors=(record,),
    )
    view = pages(of)["topics/海/index.html"].view
    assert isinstance(view, TopicView)
    assert view.authors == (("marchbank", "Helen Marchbank", 2),)
