import pytest

from builder.ingest.comparing.identity import clean_url, new_id, title_key, url_family


def test_an_id_is_day_and_four_characters() -> None:
    assert new_id("2017-03-24T21:30+09:00", "https://a.example/1") == new_id("2017-03-24", "https://a.example/1")
    day, code = new_id("2017-03-24", "x").split("-")
    assert day == "20170324"
    assert len(code) == 4
    assert not set(code) & set("ilou")


@pytest.mark.parametrize(("date", "day"), [("2017-03", "20170300"), ("2017", "20170000"), ("", "00000000")])
def test_what_is_unknown_of_the_day_is_zero(date: str, day: str) -> None:
    assert new_id(date, "x").startswith(day + "-")


def test_a_taken_id_gets_longer_and_stays_the_same_for_the_same_text() -> None:
    first = new_id("2017", "x")
    second = new_id("2017", "x", {first})
    assert second.startswith(first)
    assert len(second) == len(first) + 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.minato.example/a/1?utm_source=x", "http://minato.example/a/1/"),
        ("https://minato.example/a?b=1&c=2#top", "https://minato.example/a?c=2&b=1"),
        ("https://minato.example/a/index.html", "https://minato.example/a/"),
    ],
)
def test_addresses_of_one_page_compare_equal(one: str, other: str) -> None:
    assert clean_url(one) == clean_url(other) != ""


@pytest.mark.parametrize("url", ["", "https://minato.example/", "mailto:a@b.example", "https://[bad", "page2.html"])
def test_what_names_no_page_is_no_address(url: str) -> None:
    assert clean_url(url) == ""


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://minato.example/a/b?page=2", 2),
        ("https://minato.example/a/b_2.html", 2),
        ("https://minato.example/a/b/2/", 2),
        ("https://minato.example/a/b.html", None),
    ],
)
def test_pages_of_one_address_are_a_family(url: str, number: int | None) -> None:
    assert url_family(url) == ("minato.example/a/b", number)


def test_a_title_compares_without_width_spaces_and_page_mark() -> None:
    assert title_key("水を　数える──（２/３ページ）") == title_key("水を数える") != ""


def test_a_title_of_thousands_of_blanks_has_its_key_at_once() -> None:
    assert title_key("港" + "\u3000" * 5_000 + "灯" + "\u3000" * 5_000 + "（2/3ページ）") == "港灯"
