from builder.ingest.comparing.glance import Glance
from builder.ingest.works.parts import Group, group

from .pages import PROSE, page

TITLE = "半導体工場の隣で水を数える"
BODIES = [f"{number}。" + PROSE for number in "一二三四"]


def names(groups: list[Group]) -> list[list[str]]:
    return [[each.name.rpartition("/")[2] for each in one.pages] for one in groups]


def test_pages_with_printed_marks_are_joined_in_order() -> None:
    pages = [page(f"raw/m/{n}.html", BODIES[n], title=TITLE, date="2022-06-14", page=n, pages=3) for n in (3, 1, 2)]
    groups = group(pages)
    assert names(groups) == [["1.html", "2.html", "3.html"]]
    assert groups[0].missing() == ()
    assert not groups[0].is_incomplete()


def test_a_missing_page_is_known() -> None:
    pages = [page(f"raw/m/{n}.html", BODIES[n], title=TITLE, page=n, pages=3) for n in (1, 3)]
    (only,) = group(pages)
    assert only.missing() == (2,)
    assert only.is_incomplete()


def test_columns_of_one_title_stay_apart() -> None:
    pages = [page(f"raw/m/2017030{n}.txt", BODIES[n], title="朝の欄", date=f"2017-03-0{n}") for n in (1, 2, 3)]
    assert len(group(pages)) == 3


def test_columns_of_one_title_and_one_day_stay_apart_without_a_sign() -> None:
    pages = [page(f"raw/m/{n}.txt", BODIES[n], title="読者の声", date="2017-03-01") for n in (1, 2)]
    assert len(group(pages)) == 2


def test_file_names_that_count_on_join_a_text_that_goes_on() -> None:
    first = page("raw/m/yakin_p1.txt", BODIES[1], title="夜勤の明けるころ", date="2018-09-21")
    second = page("raw/m/yakin_p2.txt", BODIES[2], title="夜勤の明けるころ", date="2018-09-21", starts_mid_article=True)
    assert names(group([second, first])) == [["yakin_p1.txt", "yakin_p2.txt"]]


def marked(number: int, title: str, file: int | None = None, **more: object) -> Glance:
    values = {"title": title, "date": "2016-02-09", "page": number, "pages": 3, **more}
    return page(f"raw/m/yoru_p{file or number}.txt", BODIES[number], **values)


def test_names_and_marks_that_count_on_together_join_even_where_a_title_was_missed() -> None:
    (only,) = group([marked(1, "夜学の窓"), marked(3, "左が教室、右が廊下")])
    assert only.missing() == (2,)


def test_marks_alone_join_no_two_titles() -> None:
    apart = [
        [marked(1, "夜学の窓"), marked(3, "坂の家", file=2)],
        [marked(1, "夜学の窓"), marked(3, "坂の家", date="2016-02-10")],
        [marked(1, "夜学の窓"), marked(3, "坂の家", pages=4)],
        [
            marked(1, "夜学の窓"),
            page("raw/m/saka_p3.txt", BODIES[3], title="坂の家", date="2016-02-09", page=3, pages=3),
        ],
    ]
    assert [len(group(pages)) for pages in apart] == [2, 2, 2, 2]


def test_the_link_to_the_next_page_joins() -> None:
    first = page("raw/m/a.html", BODIES[1], title=TITLE, url="https://m.example/a", next_url="https://m.example/b")
    second = page("raw/m/b.html", BODIES[2], title=TITLE, url="https://m.example/b")
    assert names(group([first, second])) == [["a.html", "b.html"]]


def test_the_link_to_the_next_page_joins_the_file_beside_it_that_is_called_so() -> None:
    first = page("raw/m/kouza.html", BODIES[1], title=TITLE, next_url="https://m.example/kouza_tsuzuki.html")
    second = page("raw/m/kouza_tsuzuki.html", BODIES[2], title=TITLE)
    elsewhere = page("raw/t/kouza_tsuzuki.html", BODIES[2], title=TITLE)
    assert names(group([first, second])) == [["kouza.html", "kouza_tsuzuki.html"]]
    assert len(group([first, elsewhere])) == 2


def test_the_same_title_and_marks_in_files_of_any_name_are_one_work_of_one_publication() -> None:
    first = page("raw/m/a.txt", BODIES[1], title=TITLE, page=1, pages=2, publication="港日報")
    second = page("raw/m/z.txt", BODIES[2], title=TITLE, page=2, pages=2, publication="港日報")
    other = page("raw/m/z.txt", BODIES[2], title=TITLE, page=2, pages=2, publication="汀新聞")
    assert (len(group([first, second])), len(group([first, other]))) == (1, 2)


def test_another_author_under_the_same_title_is_another_work() -> None:
    first = page("raw/m/koe_1.txt", BODIES[1], authors=("水野遥",), title="読者の声", date="2017-03-01")
    for author, works in (("水野遥", 1), ("沢村実", 2)):
        second = page(
            "raw/m/koe_2.txt",
            BODIES[2],
            authors=(author,),
            title="読者の声",
            date="2017-03-01",
            starts_mid_article=True,
        )
        assert len(group([first, second])) == works


def test_the_order_of_an_article_s_pages_stands_where_one_has_no_number() -> None:
    held = Group([page("raw/m/b.txt", BODIES[1], title=TITLE), page("raw/m/a.txt", BODIES[2], title=TITLE)], fixed=True)
    assert names(group([], [held])) == [["b.txt", "a.txt"]]


def test_a_page_without_a_number_that_comes_late_stands_where_its_name_counts_in() -> None:
    def part(number: int) -> Glance:
        return page(f"raw/m/p{number}.txt", BODIES[number], title=TITLE, starts_mid_article=number > 1)

    assert names(group([part(2)], [Group([part(1), part(3)], fixed=True)])) == [["p1.txt", "p2.txt", "p3.txt"]]
    assert names(group([part(2)], [Group([part(3), part(1)], fixed=True)])) == [["p3.txt", "p1.txt", "p2.txt"]]


def test_the_same_marks_on_two_outlets_are_two_works() -> None:
    pages = [
        page(
            f"raw/{host}/{n}.html", host + BODIES[n], title=TITLE, page=n, pages=2, url=f"https://{host}.example/{n}/a"
        )
        for host in ("m", "t")
        for n in (1, 2)
    ]
    assert sorted(names(group(pages))) == [["1.html", "2.html"], ["1.html", "2.html"]]


def test_a_page_saved_twice_is_no_second_page() -> None:
    pages = [page(f"raw/m/{name}.html", BODIES[1], title=TITLE, page=1, pages=2) for name in "ab"]
    assert len(group(pages)) == 2


def test_a_new_page_joins_the_article_that_waits_for_it() -> None:
    held = Group([page("raw/m/1.html", BODIES[1], title=TITLE, page=1, pages=2)], fixed=True)
    found = group([page("raw/m/2.html", BODIES[2], title=TITLE, page=2, pages=2)], [held])
    assert found == [held]
    assert names(found) == [["1.html", "2.html"]]


def test_a_fragment_is_incomplete() -> None:
    (only,) = group([page("raw/m/a.txt", BODIES[1], title=TITLE, starts_mid_article=True)])
    assert only.is_incomplete()
    assert only.missing() == ()


def test_pages_count_like_people_do() -> None:
    pages = [page(f"raw/m/x_p{n}.html", f"{n}。" + PROSE, title=TITLE, page=n, pages=12) for n in range(1, 13)]
    (only,) = group(reversed(pages))
    assert [each.page for each in only.pages] == list(range(1, 13))
