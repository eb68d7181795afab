"""A small site with one fault of each kind."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.check.address import Home
from builder.check.site import Site, check
from builder.diagnostics import Diagnostic, Severity
from builder.render.markdown import render

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def write(**pages: str) -> Path:
        for name, body in pages.items():
            path = tmp_path / "site" / ("index.html" if name == "index" else f"{name}/index.html")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"<!doctype html><title>t</title>\n{body}", encoding="utf-8")
        return tmp_path / "site"

    return write


def problems(folder: Path, **site: object) -> list[Diagnostic]:
    return list(check(Site(folder, "site", **site)).problems)  # type: ignore[arg-type]


def test_a_sound_site_has_none(make: Make) -> None:
    folder = make(index='<a href="a/">a</a>', a='<h2 id="x">x</h2><a href="../#top">up</a><a href="#x">x</a>')
    checked = check(Site(folder, "site"))
    assert (checked.pages, checked.references, checked.problems) == (2, 3, ())


def test_a_link_that_leads_to_nothing_is_placed(make: Make) -> None:
    [found] = problems(make(index='<p>二つ <a href="b/">b</a>'))
    assert found.code == "check/broken-link"
    assert found.at is not None
    assert (found.at.path, found.at.line, found.at.column, found.at.length) == ("site/index.html", 2, 16, 2)
    assert found.excerpt == '<p>二つ <a href="b/">b</a>'


def test_a_likely_target_is_named(make: Make) -> None:
    found = problems(make(index='<a href="articels/">b</a><a href="articles/">', articles=""))
    assert [p.values["near"] for p in found] == ["articles/"]


def test_an_anchor_that_is_not_there(make: Make) -> None:
    [found] = problems(make(index='<a href="a/#no">a</a>', a=""))
    assert (found.code, found.values["anchor"]) == ("check/broken-anchor", "no")


def test_an_image_that_is_not_there(make: Make) -> None:
    [found] = problems(make(index='<img src="x.png" alt="">'))
    assert found.code == "check/missing-image"


def test_a_folder_without_its_slash_is_a_warning(make: Make) -> None:
    [found] = problems(make(index='<a href="a">a</a><a href="a/">a</a>', a=""))
    assert (found.code, found.severity) == ("check/no-slash", Severity.WARNING)


def test_an_identifier_given_twice(make: Make) -> None:
    [found] = problems(make(index='<p id="a">\n<p id="a">'))
    assert found.code == "check/duplicate-id"
    assert found.at is not None
    assert found.at.line == 3


def test_a_page_that_no_link_leads_to(make: Make) -> None:
    [found] = problems(make(index="", lost='<a href="../">home</a>'))
    assert (found.code, found.values["page"]) == ("check/orphan", "lost/index.html")


def test_what_was_withdrawn_needs_no_link(make: Make) -> None:
    assert problems(make(index="", lost=""), unlisted=frozenset({"lost/index.html"})) == []


def test_a_page_that_no_link_leads_to_is_placed_in_its_record(make: Make, tmp_path: Path) -> None:
    [found] = problems(
        make(index="", lost=""), sources={"lost/index.html": (tmp_path / "x", "content/authors/lost.yaml")}
    )
    assert found.at is not None
    assert found.at.path == "content/authors/lost.yaml"


def test_the_404_page_and_redirects_need_no_link(make: Make) -> None:
    folder = make(index='<a href="a/">', a="", old='<meta http-equiv="refresh" content="0; url=../a/">')
    (folder / "404.html").write_text("404")
    assert problems(folder) == []


def test_a_redirect_that_leads_nowhere(make: Make) -> None:
    [found] = problems(make(index="", old='<meta http-equiv="refresh" content="0; url=../gone/">'))
    assert found.code == "check/broken-link"


def test_one_fault_of_a_template_is_one_problem(make: Make) -> None:
    link = '<a href="/gone/">'
    pages = dict.fromkeys(("a", "b", "c"), link)
    [found] = problems(make(index=link + "".join(f'<a href="{name}/">' for name in pages), **pages))
    assert found.values["others"] == "3"


def test_a_link_in_an_article_is_placed_in_its_own_file(make: Make, tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("---\ntitle: a\n---\n\n本文は[こちら](../gone/)です。\n", encoding="utf-8")
    folder = make(index='<a href="a/">', a='<a href="../gone/">こちら</a>')
    [found] = problems(folder, sources={"a/index.html": (source, "content/articles/a.md")})
    assert found.at is not None
    assert (found.at.path, found.at.line, found.at.column, found.at.length) == ("content/articles/a.md", 5, 10, 8)
    assert found.excerpt[9:17] == "../gone/"


def test_below_a_path_links_stay_below_it(make: Make) -> None:
    home = Home("https://example.org/sub/", "/sub/")
    folder = make(index='<a href="/sub/a/">ok</a><a href="/a/">no</a><a href="https://example.org/sub/no/">', a="")
    assert sorted(p.code for p in problems(folder, home=home)) == ["check/broken-link", "check/outside"]


def test_upper_and_lower_case_are_not_the_same(make: Make) -> None:
    assert [p.code for p in problems(make(index='<a href="A/">a</a><a href="a/">', a=""))] == ["check/broken-link"]


def test_markup_that_the_page_shows_as_text_is_placed_in_the_source(tmp_path: Path, make: Make) -> None:
    above = "頁を\x0c変えても\u2028行は変わらない\n\n"
    text = above + "港の注[^9]と[^1]、[次の記事](article:none)。\n\n\\[^8]と\\[角](x:y)、`[^7]`。\n\n[^1]: 注"
    source = tmp_path / "a.md"
    source.write_text(text, encoding="utf-8")
    page = render(text).html
    found = problems(make(index=page), sources={"index.html": (source, "content/a.md")})
    assert [(p.code, p.severity, p.values["text"]) for p in found] == [
        ("check/no-note", Severity.WARNING, "[^9]"),
        ("check/refused-link", Severity.ERROR, "[次の記事](article:none)"),
    ]
    assert [(p.at.path, p.at.line, p.at.column, p.at.length) for p in found if p.at] == [
        ("content/a.md", 3, 4, 4),
        ("content/a.md", 3, 14, 20),
    ]
    assert {p.excerpt for p in found} == {text.split("\n")[2]}


def test_a_note_that_no_mark_leads_to_is_told(tmp_path: Path, make: Make) -> None:
    text = "港の注[^1]。\n\n[^1]: 見える注\n\n[^2]: 見えない注\n\n```\n[^3]: 例\n```\n"
    source = tmp_path / "a.md"
    source.write_text(text, encoding="utf-8")
    page = render(text).html
    assert "見えない注" not in page
    [found] = problems(make(index=page), sources={"index.html": (source, "content/a.md")})
    assert (found.code, found.severity) == ("check/unused-note", Severity.WARNING)
    assert found.at is not None
    assert (found.at.line, found.at.column, found.at.length) == (5, 1, 4)


def test_brackets_on_a_page_that_no_article_is_written_for_are_text(make: Make) -> None:
    assert problems(make(index="<p>[^9] [a](x:y)</p>")) == []
