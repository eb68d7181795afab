"""Titles of one outlet, and which columns they prove."""

from __future__ import annotations

import pytest

from builder.ingest.filing.columns import Columns, Titled

HARUKA, NAOKO, MINORU = "水野遥", "藤枝直子", "沢村実"


def titled(title: str, day: str, *authors: str, series: str = "", outlet: str = "港日報", key: str = "") -> Titled:
    return Titled(key or f"{title}/{day}", outlet, (outlet,), title, series, day, lambda: authors)


def read(articles: list[Titled]) -> list[tuple[str, str, int | None] | None]:
    """Of each article the title and the series."""
    columns = Columns(articles)
    found = [columns.of(each.outlet, each.title) for each in articles]
    return [column and (column.title, column.name, column.number) for column in found]


def heads(form: str, *authors: str, days: tuple[str, ...] = ("2011-03-02", "2011-03-09", "2011-03-16")) -> list[Titled]:
    rests = ("潮の満ち引き", "霧はなぜ出る", "船底の貝たち")
    people = authors if len(authors) == len(rests) else authors * len(rests)
    return [titled(form.format(rest), day, who) for rest, day, who in zip(rests, days, people, strict=True)]


MONTHS = ("2011-03-02", "2011-04-06", "2011-06-01")


@pytest.mark.parametrize("form", ["【港の科学】{}", "{}〈港の科学〉", "港の科学：{}", "港の科学　{}", "港の科学 - {}"])
def test_three_titles_of_one_author_prove_a_column(form: str) -> None:
    assert read(heads(form, HARUKA)) == [
        ("潮の満ち引き", "港の科学", None),
        ("霧はなぜ出る", "港の科学", None),
        ("船底の貝たち", "港の科学", None),
    ]


@pytest.mark.parametrize("name", ["語り継ぐ戦争", "わたしの甲子園"])
def test_a_column_may_be_about_what_events_are_called(name: str) -> None:
    assert all(read(heads(f"【{name}】{{}}", HARUKA)))


def test_brackets_of_several_authors_prove_one_in_three_months() -> None:
    assert all(read(heads("【港の科学】{}", HARUKA, NAOKO, MINORU, days=MONTHS)))
    assert not any(read(heads("【港の科学】{}", HARUKA, NAOKO, MINORU)))


def test_a_separator_of_several_authors_proves_none() -> None:
    assert not any(read(heads("参院選：{}", HARUKA, NAOKO, MINORU, days=MONTHS)))


def test_a_desk_is_no_author() -> None:
    assert not any(read(heads("参院選：{}", "編集部")))


def test_two_titles_are_too_little_company() -> None:
    assert not any(read(heads("【港の科学】{}", HARUKA)[:2]))


def test_articles_of_one_day_are_one_event() -> None:
    assert not any(read(heads("【港まつり】{}", HARUKA, days=("2011-03-02",) * 3)))


def test_other_outlets_are_no_company() -> None:
    one, other, third = heads("【港の科学】{}", HARUKA)
    elsewhere = titled(third.title, third.day, HARUKA, outlet="汀新聞")
    assert not any(read([one, other, elsewhere]))


@pytest.mark.parametrize(
    "form",
    [
        "【速報】{}", "【訃報】{}", "【動画】{}", "【社説】{}", "書評：{}", "東京：{}", "水野遥：{}", "水野遥（45）{}",
        "【港日報】{}", "【架空市】{}", "【北海道】{}", "【追記あり】{}", "【閲覧注意】{}",
        "【レビュー】{}", "Review: {}", "Book review: {}",
        "Exclusive: {}", "Interview: {}", "Ada Brandt: {}", "{}｜港の科学", "{} - 港日報オンライン",
    ],
)  # fmt: skip
def test_labels_sections_persons_and_outlets_are_no_columns(form: str) -> None:
    assert not any(read(heads(form, HARUKA, days=MONTHS)))


@pytest.mark.parametrize("event", ["港湾豪雨災害", "台風19号", "汐見市長選2021", "汐見橋崩落事故"])
def test_what_is_in_the_news_for_months_is_no_column(event: str) -> None:
    assert read(heads(f"【{event}】{{}}", HARUKA, NAOKO, MINORU, days=MONTHS)) == [None] * 3
    assert read(heads(f"{event}：{{}}", HARUKA, days=MONTHS)) == [None] * 3


def test_parts_keep_their_titles() -> None:
    articles = [titled("港の灯（上）", "2012-05-01", NAOKO), titled("港の灯（下）", "2012-05-02", NAOKO)]
    assert read(articles) == [("港の灯（上）", "港の灯", None), ("港の灯（下）", "港の灯", None)]
    assert read(articles[:1]) == [None]
    named = [titled(title, "2012-05-01", NAOKO) for title in ("港の灯（上）荷役の声", "港の灯（下）空の棚")]
    assert read(named) == [(each.title, "港の灯", None) for each in named]
    lights = [titled(f"The Harbour Lights, Part {n}", "2018-01-05", "Ada Brandt") for n in ("I", "II")]
    assert read(lights) == [(each.title, "The Harbour Lights", n) for n, each in enumerate(lights, 1)]


def test_a_short_stem_is_one_work_only_of_one_author() -> None:
    first = titled("春の港（上）", "2020-03-01", HARUKA)
    assert not any(read([first, titled("春の港（下）", "2020-03-02", NAOKO)]))
    assert all(read([first, titled("春の港（下）", "2020-03-02", HARUKA)]))


def test_numbers_count_on_with_the_days() -> None:
    first, second = titled("海を読む（1）波", "2020-01-08", HARUKA), titled("海を読む（2）風の色", "2020-01-15", HARUKA)
    assert read([first, second])[1] == ("風の色", "海を読む", 2)
    assert read([first, titled(second.title, "2019-01-15", HARUKA)]) == [None, None]


def test_ages_count_nothing() -> None:
    ages = [titled(f"会社員男性（{n}）を表彰", f"2020-01-0{n % 10}", who) for n, who in ((32, HARUKA), (45, NAOKO))]
    assert read(ages) == [None, None]


def test_a_bare_number_needs_three_that_count_on() -> None:
    letters = [
        titled(f"浜からの便り {n} {rest}", f"2015-0{n}-05") for n, rest in ((2, "貝"), (3, "流木"), (5, "風の名"))
    ]
    assert [found and found[1:] for found in read(letters)] == [None, None, None]
    letters = [titled(each.title + "を拾う", each.day) for each in letters]
    assert [found and found[1:] for found in read(letters)] == [("浜からの便り", n) for n in (2, 3, 5)]
    assert not any(read(letters[:2]))
    lists = [titled(f"The Top {n} {what}", f"2015-0{n}-05") for n, what in ((3, "ferries"), (5, "lamps"), (7, "tides"))]
    assert not any(read(lists))


def test_what_an_article_calls_its_series_others_need_only_set_off() -> None:
    known = titled("霧はなぜ出る", "2011-03-09", series="港の科学")
    other = titled("港の科学：潮の満ち引き", "2015-01-01", NAOKO)
    assert read([known, other]) == [None, ("潮の満ち引き", "港の科学", None)]
    alone = titled("港の科学：潮の満ち引き", "2015-01-01", NAOKO, series="港の科学")
    assert read([alone]) == [None]


def test_one_article_told_of_twice_is_one() -> None:
    one = heads("【港の科学】{}", HARUKA)[:2]
    again = [titled(each.title + "。", f"2013-0{n}-01", HARUKA, key=each.key) for n, each in enumerate(one, 1)]
    assert not any(read([*one, *again]))


def test_the_author_of_an_article_is_asked_for_once_however_many_share_a_name() -> None:
    asked: list[str] = []

    def one(number: int) -> Titled:
        title = f"港の窓（{number}）"

        def authors() -> list[str]:
            asked.append(title)
            return [f"書き手{number}"]

        return Titled(title, "港日報", ("港日報",), title, "", "", authors)

    assert not any(read([one(number) for number in range(20, 60)]))
    assert len(asked) == len(set(asked)) == 40


@pytest.mark.parametrize("form", ["会社員（{}）", "元社長（{}）逮捕", "無職の男（{}）に実刑", "臨時の店員（{}）を逮捕"])
def test_ages_do_not_count(form: str) -> None:
    ages = (20, 31, 45)
    people = (HARUKA, NAOKO, MINORU)
    articles = [titled(form.format(age), day, who) for age, day, who in zip(ages, MONTHS, people, strict=True)]
    assert not any(read(articles))


def test_a_title_in_hiragana_behind_a_number_is_no_sentence_that_goes_on() -> None:
    articles = [titled(f"港の灯（{n}）はるかな声", day, HARUKA) for n, day in enumerate(MONTHS, 1)]
    assert read(articles)[0] == ("はるかな声", "港の灯", 1)
