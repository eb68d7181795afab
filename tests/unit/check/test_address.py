"""Addresses on a page -> files of the site."""

import pytest

from builder.check.address import Home, Place

AT_ROOT = Home()
BELOW = Home("https://example.org/sub/path/", "/sub/path/")


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("../b/", Place("articles/b/index.html")),
        ("../../", Place("index.html")),
        ("../..", Place("index.html")),
        ("./", Place("articles/a/index.html")),
        (".", Place("articles/a/index.html")),
        ("x.png", Place("articles/a/x.png")),
        ("#note-1", Place("articles/a/index.html", "note-1")),
        ("", Place("articles/a/index.html")),
        ("?q=x", Place("articles/a/index.html")),
        ("../b/?q=x#top", Place("articles/b/index.html", "top")),
        ("../../topics/%E5%A4%96%E4%BA%A4/", Place("topics/外交/index.html")),
        ("#%E6%B3%A8", Place("articles/a/index.html", "注")),
        ("../b/#:~:text=x", Place("articles/b/index.html")),
        ("../../../x", Place("")),
        ("/articles/b/", Place("articles/b/index.html")),
        ("/", Place("index.html")),
        ("https://example.org/", None),
        ("//example.org/x", None),
        ("mailto:a@example.org", None),
        ("data:image/png;base64,x", None),
    ],
)
def test_at_a_domains_root(target: str, place: Place | None) -> None:
    assert AT_ROOT.place("articles/a/index.html", target) == place


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("/sub/path/articles/b/", Place("articles/b/index.html")),
        ("/sub/path/", Place("index.html")),
        ("/sub/path", Place("index.html")),
        ("/articles/b/", Place("")),
        ("/sub/pathology/", Place("")),
        ("https://example.org/sub/path/feed.xml", Place("feed.xml")),
        ("https://example.org/sub/path", Place("index.html")),
        ("https://example.org/other/", None),
        ("../b/", Place("articles/b/index.html")),
    ],
)
def test_below_a_path(target: str, place: Place | None) -> None:
    assert BELOW.place("articles/a/index.html", target) == place
