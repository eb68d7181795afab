"""Folder names: safe everywhere, never the same for two names, never outside the site."""

import re
import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.pages import routes

NAMES = st.text(st.characters(codec="utf-8"), max_size=80)
WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("mizuno-haruka", "mizuno-haruka"),
        ("水野 遥", "水野_遥"),
        ("C++/CLI", "C++~2FCLI"),
        ("..", "~2E~2E"),
        ("CON", "~43ON"),
        ("nul.txt", "~6Eul.txt"),
        ("が", "が"),  # composed
        ("index.html", "~69ndex.html"),
    ],
)
def test_names_become_folders(name: str, folder: str) -> None:
    assert routes.segment(name) == folder


@given(NAMES)
@example("./../../etc")
@example("a\u202eb")
@example("字" * 300)
def test_a_folder_name_is_safe_on_every_file_system(name: str) -> None:
    folder = routes.segment(name)
    assert folder
    assert len(folder.encode()) <= 130
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*%#]', folder)
    assert folder[0] != "."
    assert folder[-1] not in ". "
    assert not WINDOWS.match(folder)


@given(NAMES, NAMES)
@example("a b", "a_b")
@example("\x02F", "/")
@example("~2F", "/")
def test_two_names_never_share_a_folder(one: str, other: str) -> None:
    if unicodedata.normalize("NFC", one) != unicodedata.normalize("NFC", other):
        assert routes.segment(one) != routes.segment(other)


@given(NAMES)
def test_an_address_leads_back_to_its_folder(name: str) -> None:
    route = routes.folder("authors", name) + "index.html"
    address = routes.url(route)
    assert address.isascii()
    assert unquote(address) + "index.html" == route


def test_the_way_to_the_root_undoes_the_depth() -> None:
    assert routes.root("index.html") == "./"
    assert routes.root("authors/index.html") == "../"
    assert routes.root("authors/x/page/2/index.html") == "../../../../"


@pytest.mark.parametrize(
    ("written", "route"),
    [
        ("/2017/03/old.html", "2017/03/old.html"),
        ("blog/old", "blog/old/index.html"),
        ("/%E5%8F%A4%E3%81%84/", "古い/index.html"),
        ("https://example.org/x", None),
        ("/a/../../b", None),
        ("/a?id=1", None),
        ("", None),
        ("/", None),
        ("/a\x00b", None),
        ("/trailing./x", None),
        ("/2001/aux/1.html", None),
        ("/con.html", None),
        ("/console/1.html", "console/1.html"),
    ],
)
def test_former_addresses(written: str, route: str | None) -> None:
    assert routes.alias(written) == route
