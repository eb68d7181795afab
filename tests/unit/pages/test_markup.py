"""The pages as they come out of the real templates: sound markup, no way in for scripts, nothing withheld shown."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from lxml import html

from .sample_site import build_site, rebuild

CURATOR = "mailto:henja@rondan.example"
ATOM = "{http://www.w3.org/2005/Atom}"
VOID_OF_HANDLERS = re.compile(r"^on|^style$|^srcdoc$|^formaction$")


@pytest.fixture(scope="module", params=["ja", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    return build_site(folder, request.param, "https://example.org/sub/" if request.param == "en" else "")


def documents(site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(site).as_posix(): html.document_fromstring(path.read_bytes().decode())
        for path in site.rglob("*.html")
    }


def test_headings_ids_and_landmarks(site: Path) -> None:
    for route, page in documents(site).items():
        if page.xpath("//meta[@http-equiv='refresh']"):
            continue
        levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels[0] == 1, route
        assert levels.count(1) == 1, route
        assert all(after <= before + 1 for before, after in pairwise(levels)), (route, levels)
        ids = Counter(page.xpath("//@id"))
        assert [name for name, count in ids.items() if count > 1] == [], route
        assert {name for value in page.xpath("//@aria-labelledby") for name in value.split()} <= ids.keys(), route
        assert all(len(page.xpath(f"//body//{tag}")) == 1 for tag in ("main",)), route
        assert page.xpath("//body/header//nav"), route
        assert page.xpath("//body/footer"), route
        assert page.xpath("string(//title)").strip(), route
        assert not page.xpath("//img[not(@alt)]"), route
        assert page.get("lang") in ("ja", "en"), route


def test_the_way_one_is_on_is_marked(site: Path) -> None:
    pages = documents(site)
    for route, current in (("years/index.html", "page"), ("years/2013/index.html", "true")):
        (link,) = pages[route].xpath("//header//a[@aria-current]")
        assert (link.get("aria-current"), link.get("href").rpartition("../")[2]) == (current, "years/"), route
    assert not pages["index.html"].xpath("//@aria-current")


def test_no_page_holds_a_script_style_or_handler_of_its_own(site: Path) -> None:
    for route, page in documents(site).items():
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'none'" in policy, route
        assert "unsafe" not in policy, route
        for script in page.xpath("//script"):
            assert script.get("type") == "application/ld+json" or not (script.text or "").strip(), route
        assert not page.xpath("//style"), route
        assert not [name for name in page.xpath("//@*") if VOID_OF_HANDLERS.match(str(name.attrname))], route
        for address in page.xpath("//@href|//@src|//@action"):
            assert address == CURATOR or urlsplit(address.strip()).scheme in ("", "http", "https"), (route, address)


def test_an_article_shows_its_own_address_where_the_site_has_one(site: Path) -> None:
    own = documents(site)["articles/walk-1/index.html"].xpath("//*[@class='record']//dd[a[contains(@href, 'walk-1')]]")
    shown = [one.text_content() for one in own]
    at_home = "https://example.org/sub/articles/walk-1/"
    assert shown == ([at_home] if site.joinpath("sitemap.xml").exists() else [])


def test_the_about_page_tells_how_to_reach_the_curator(site: Path) -> None:
    assert [route for route, page in documents(site).items() if CURATOR in page.xpath("//@href")] == [
        "about/index.html"
    ]


def test_only_links_lead_outside(site: Path) -> None:
    for route, page in documents(site).items():
        loaded = page.xpath("//img/@src|//script/@src|//link[@rel='stylesheet' or @rel='icon']/@href|//form/@action")
        assert all(urlsplit(address).netloc == "" for address in loaded), route


def test_every_link_inside_the_site_leads_to_a_file(site: Path) -> None:
    broken = []
    for route, page in documents(site).items():
        for address in page.xpath("//a/@href|//link[not(@rel='canonical')]/@href|//script/@src|//img/@src"):
            parts = urlsplit(address)
            if parts.netloc or not parts.path or address == CURATOR:
                continue
            path = unquote(parts.path)
            folder = (site / route).parent
            if route == "404.html":  # answers at any depth, so it links from the host's root
                folder, path = site, path.removeprefix("/sub/").lstrip("/")
            target = folder / path
            target = target / "index.html" if path.endswith("/") or not path else target
            if not target.resolve().is_file():
                broken.append((route, address))
            elif parts.fragment:
                other = html.document_fromstring(target.read_bytes().decode())
                assert other.xpath("//*[@id=$name]", name=parts.fragment), (route, address)
    assert broken == []


def test_withheld_text_is_nowhere(site: Path) -> None:
    holders = [path for path in site.rglob("*") if path.is_file() and "秘密".encode() in path.read_bytes()]
    assert holders == []
    assert "取り下げた題".encode() not in b"".join(p.read_bytes() for p in site.rglob("*.html"))


def test_joined_lines_emphasis_and_ruby(site: Path) -> None:
    page = documents(site)["articles/walk-1/index.html"]
    body = page.xpath("//div[@class='body']")[0]
    assert "軍事強化" in body.text_content()
    assert "「強調」" in body.xpath(".//strong/text()")
    assert "北方領土" in body.xpath("string(.//ruby)")
    assert len(page.xpath("//nav[@class='toc']//a")) == 4
    assert not documents(site)["articles/walk-2/index.html"].xpath("//nav[@class='toc']")


def test_a_gap_in_a_series_is_shown(site: Path) -> None:
    items = documents(site)["series/終着駅から/index.html"].xpath("//ol[@class='cards numbered']/li")
    assert ["gap" in item.get("class") for item in items] == [False, True, False]


def test_where_an_article_also_appeared_is_one_entry_of_its_record(site: Path) -> None:
    page = documents(site)["articles/walk-1/index.html"]
    label = "他の掲載" if page.get("lang") == "ja" else "Also in"
    (entry,) = page.xpath("//section[@class='record']//dt[text()=$label]", label=label)
    places = []
    following = entry.getnext()
    while following is not None and following.tag == "dd":
        places.append((following.text_content(), following.xpath("string(a/@href)")))
        following = following.getnext()
    dates = ("2013年5月", "2014年") if page.get("lang") == "ja" else ("May 2013", "2014")
    comma = "、" if page.get("lang") == "ja" else ", "
    assert places == [
        (f"週刊汀{comma}{dates[0]}", "https://migiwa.example/1"),
        ("https://a.example/港", "https://a.example/%E6%B8%AF"),
        ("単行本", ""),
        (dates[1], ""),
    ]


def test_a_japanese_article_is_cited_as_japanese_notes_are(site: Path) -> None:
    cited = documents(site)
    note = cited["articles/walk-1/index.html"].xpath("string(//section[@class='cite']/p[@class='reference'])")
    assert note.startswith("水野遥「線路の終わり――駅のある町で」『汐見新報』2013年4月6日。http")
    assert "SIST 02" in cited["articles/walk-1/index.html"].xpath("//section[@class='cite']//summary/text()")
    english = cited["articles/english/index.html"].xpath("string(//section[@class='cite']/p[@class='reference'])")
    assert english.startswith("Helen Marchbank. “The courtesy of fog”. ")


def test_incomplete_and_partly_published_articles_say_so(site: Path) -> None:
    pages = documents(site)
    for name in ("part", "excerpt", "cited"):
        assert pages[f"articles/{name}/index.html"].xpath("//p[@class='notice']"), name
    assert not pages["articles/walk-1/index.html"].xpath("//p[@class='notice']")


def test_the_home_page_marks_what_is_not_sure_among_the_first_and_the_rest(tmp_path: Path) -> None:
    build_site(tmp_path, "ja")
    for title, day in (("早い", "2024-01-02"), ("遅い", "2024-01-01")):
        front = f"---\ntitle: {title}\ndate: {day}\nstatus: review\nauthors: [水野遥]\n---\n本文。\n"
        (tmp_path / "content" / "articles" / f"{day}.md").write_text(front, encoding="utf-8")
    home = documents(rebuild(tmp_path))["index.html"]
    for card in ("//article[@class='lead first'][.//a='早い']", "//ol[@class='cards brief']/li[.//a='遅い']"):
        assert home.xpath(f"{card}//span[@class='flag']/text()") == ["確認中"], card


def test_the_home_page_leads_to_all_names_only_where_it_does_not_show_them(site: Path) -> None:
    page = documents(site)["index.html"]
    shown = len(page.xpath("//section[@aria-labelledby='topics']//ul[@class='names']/li"))
    assert shown == 4
    assert not page.xpath("//section[@aria-labelledby='topics']//p[@class='all']")


def test_languages_are_marked_where_they_change(site: Path) -> None:
    page = documents(site)["articles/english/index.html"]
    ours = page.get("lang")
    assert page.xpath("string(//article/@lang)") == ("en" if ours == "ja" else "")
    japanese = documents(site)["articles/walk-1/index.html"]
    assert japanese.xpath("string(//article/@lang)") == ("ja" if ours == "en" else "")


def test_former_addresses_lead_on(site: Path) -> None:
    page = documents(site)["old/walk.html"]
    assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../articles/walk-1/"


def test_feeds_are_atom_with_permanent_names(site: Path) -> None:
    feeds = sorted(site.rglob("feed.xml"))
    assert len(feeds) > 3
    names: dict[str, set[str]] = {}
    for path in feeds:
        feed = ElementTree.parse(path).getroot()
        assert feed.tag == f"{ATOM}feed"
        for element in (feed, *feed.iter(f"{ATOM}entry")):
            for child in ("id", "title", "updated"):
                assert len(element.findall(ATOM + child)) == 1, path
            assert re.fullmatch(
                r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", element.findtext(f"{ATOM}updated", "")
            )
        names.setdefault(feed.findtext(f"{ATOM}id", ""), set()).add(str(path))
    assert all(name.startswith("urn:uuid:") for name in names)
    assert all(len(paths) == 1 for paths in names.values())


def test_feeds_and_links_name_translators_apart_from_authors(site: Path) -> None:
    [path] = [path for path in site.rglob("feed.xml") if "山田太郎" in path.parent.name]
    entry = ElementTree.parse(path).getroot().find(f"{ATOM}entry")
    assert entry is not None
    assert [one.text for one in entry.iterfind(f"{ATOM}author/{ATOM}name")] == ["山田太郎"]
    assert [one.text for one in entry.iterfind(f"{ATOM}contributor/{ATOM}name")] == ["沢村実"]
    [author] = documents(site)["articles/part/index.html"].xpath("//link[@rel='author']/@href")
    assert "山田太郎" in unquote(author)


def test_sitemap_and_robots_of_a_hosted_site(site: Path) -> None:
    if not (site / "sitemap.xml").exists():
        assert "Sitemap" not in (site / "robots.txt").read_text(encoding="utf-8")
        return
    found = ElementTree.parse(site / "sitemap.xml").getroot()
    addresses = [element.text or "" for element in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert all(address.startswith("https://example.org/sub/") for address in addresses)
    assert "https://example.org/sub/articles/walk-1/" in addresses
    assert not any("gone" in address for address in addresses)
    for address in addresses:
        assert (site / unquote(address.removeprefix("https://example.org/sub/")) / "index.html").is_file(), address
    assert "Sitemap: https://example.org/sub/sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


def test_a_site_turned_to_another_language_equals_one_made_in_it(tmp_path: Path) -> None:
    """Words are folded into compiled templates, which are kept between builds: none of the old ones may stay."""
    turned = build_site(tmp_path / "turned", "ja")
    settings = tmp_path / "turned" / "archive.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: ja", "language: en"), encoding="utf-8")
    rebuild(tmp_path / "turned")
    made = build_site(tmp_path / "made", "en")
    for path in made.rglob("*.html"):
        assert (turned / path.relative_to(made)).read_bytes() == path.read_bytes(), path
