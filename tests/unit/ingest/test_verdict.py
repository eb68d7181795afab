"""What a saved page is, where it is no article."""

import json

import pytest

from builder.ingest.extract import extract

from .reading import read_page
from .saved_page import PARAGRAPHS, TEXT

LOGIN = (
    "<h1>ようこそ</h1><form><label>メールアドレス<input type=email></label><label>合い言葉"
    "<input type=Password></label><button>入る</button></form><p><a href=/r>忘れた方はこちら</a></p>"
)
LIST = "<ul>{}</ul>".format(
    "".join(f"<li><a href=/{n}>港の猫が消えた夜 {n}</a> 2021年{n}月3日</li>" for n in range(1, 13))
)


def verdict(body: str, title: str = "論壇｜港日報") -> str:
    return read_page(body, title).verdict


@pytest.mark.parametrize(("body", "kind"), [(LOGIN, "login"), (LIST, "listing"), ("<p></p>", "empty")])
def test_a_page_without_an_article_says_what_it_is(body: str, kind: str) -> None:
    assert verdict(body) == f"not-an-article: {kind}"


def test_a_frame_of_links_is_a_list_and_a_short_notice_with_one_is_none() -> None:
    menu = "<a href=/>表紙</a><br><a href=a.html>水車小屋</a><br><a href=b.html>掲示板</a>"
    assert verdict(menu) == "not-an-article: listing"
    assert verdict("<h1>休載</h1><p>今週は休みます。<a href=/>表紙</a></p>") == "article"


def test_a_short_page_titled_by_its_login_is_one_whatever_it_says() -> None:
    form = "<p>メールアドレス</p><p>お忘れの方はこちら</p>"
    assert verdict(form, "ログイン | 港日報") == "not-an-article: login"
    essay = f"<h1>ログインしない暮らし</h1><p>{PARAGRAPHS[0]}</p>"
    assert verdict(essay, "ログインしない暮らし | 港日報") == "article"


def test_an_article_with_a_login_box_or_a_list_beside_it_is_an_article() -> None:
    assert verdict(f"<div>{LOGIN}</div><article>{TEXT}</article><div>{LIST}</div>") == "article"


def test_a_short_notice_with_a_login_box_is_an_article() -> None:
    notice = "<h1>休載</h1><p>2021年6月3日</p><p>都合により、今週の本欄は休みます。来週また。</p><p>編集室より。</p>"
    assert verdict(f"{notice}<aside>{LOGIN}</aside>") == "article"


SCRIPT = """(function () {
  var menu = document.querySelector(".menu");
  if (menu) {
    menu.addEventListener("click", function (event) { event.preventDefault(); });
  }
})();
"""
STYLE = "body { margin: 0; }\n.menu { display: none; }\nh1 { font-size: 2em; color: #333; }\n/* 見出し */\n"
DATA = json.dumps({"title": "港の声を聞く", "body": "".join(PARAGRAPHS)}, ensure_ascii=False)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {} PUBLIC "-//Minato//DTD {} 1.0//EN" "http://minato.example/dtd">\n'
MARKED_UP = f"{XML.format('list', 'LIST')}<list><string>{'</string><string>'.join(PARAGRAPHS)}</string></list>"


@pytest.mark.parametrize("name", ["a.html", "a.txt"])
@pytest.mark.parametrize("text", [SCRIPT, STYLE, DATA, f"{DATA}\n{DATA}\n", MARKED_UP])
def test_what_lies_beside_a_saved_page_is_no_article(text: str, name: str) -> None:
    assert extract(text.encode(), name).verdict == "not-an-article: program"


def test_a_page_in_xml_is_an_article() -> None:
    page = f"{XML.format('html', 'XHTML')}<!-- {'=' * 50_000} -->\n<html><body>{TEXT}</body></html>"
    assert extract(page.encode(), "a.html").verdict == "article"


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(("港の声を聞く", *PARAGRAPHS, "動かしてみよう。", SCRIPT)),
        "\n\n".join(("Notes on a menu", *(["The menu opens when it is clicked, and closes again."] * 6), SCRIPT)),
        "［港の声を聞く］\n\n" + "\n\n".join(PARAGRAPHS),
    ],
)
def test_a_text_that_shows_a_program_is_an_article(text: str) -> None:
    assert extract(text.encode(), "a.txt").verdict == "article"


def test_a_list_of_links_is_read_where_it_is_copied_into_a_text_file() -> None:
    told = [f"{what}　{told}" for what, told in zip(("市場の百年", "消えた灯", "坂の図書館"), PARAGRAPHS, strict=False)]
    copied = "\n".join(["春に読みたい三本", "2017年3月24日", "文・水野遥", *told])
    found = extract(copied.encode(), "a.txt")
    assert (found.verdict, found.title, found.date) == ("article", "春に読みたい三本", "2017-03-24")
