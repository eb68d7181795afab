"""Columns that only the company of other articles proves: however the pages come, the archive is the same."""

from __future__ import annotations

import random
import re
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from builder.config import Config
from builder.ingest.ingest import ingest
from builder.ingest.report import IngestReport
from builder.ingest.trail import trail

SUBJECTS = ("灯台", "終着駅", "図書館", "朝市", "水門", "棚田", "夜勤", "方言", "古地図", "工場")
DEEDS = ("を守る人の話を聞いた", "の帳簿を見せてもらった", "が閉じる日を考えた", "に十年通った", "の音を録った")
PAGES = {
    "a": ("【港の科学】潮の満ち引き", "2011年3月2日"),
    "b": ("【港の科学】霧はなぜ出る", "2011年4月6日"),
    "c": ("【港の科学】船底の貝たち", "2011年6月1日"),
    "d": ("港の科学：干潟の鳥", "2012年6月1日"),
    "e": ("港の灯（上）", "2012年7月1日"),
    "f": ("港の灯（下）", "2012年8月1日"),
    "g": ("市長が辞職を表明", "2012年9月1日"),
}
COLUMN = {
    ("潮の満ち引き", "港の科学"),
    ("霧はなぜ出る", "港の科学"),
    ("船底の貝たち", "港の科学"),
    ("干潟の鳥", "港の科学"),
    ("港の灯（上）", "港の灯"),
    ("港の灯（下）", "港の灯"),
    ("市長が辞職を表明", ""),
}


def put(archive: Path, name: str) -> Path:
    title, day = PAGES[name]
    chance = random.Random(name)
    paragraphs = [
        "".join(
            f"{chance.randint(2, 900)}日目に{chance.choice(SUBJECTS)}{chance.choice(DEEDS)}、と手帳に書いた。"
            for _ in range(5)
        )
        for _ in range(4)
    ]
    path = archive / "raw" / "minato" / f"{name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(["港日報", title, day, "文：水野遥", *paragraphs]) + "\n", encoding="utf-8")
    return path


def run(archive: Path, names: str) -> IngestReport:
    return ingest(archive, Config(), [put(archive, name) for name in names])


def files(archive: Path) -> dict[str, str]:
    """The front matter of each article. The texts may differ: what pages repeat is learned from those there are."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(archive.rglob("content/**/*.md"))}
    return {name: text.partition("\nseal:")[0] for name, text in texts.items()}


def titles(archive: Path) -> set[tuple[str, str]]:
    found = set()
    for text in files(archive).values():
        series = re.search(r"^series: (.*)$", text, re.MULTILINE)
        found.add((re.search(r"^title: (.*)$", text, re.MULTILINE)[1], series[1] if series else ""))  # type: ignore[index]
    return found


def file_of(archive: Path, name: str) -> Path:
    return next(path for path in archive.rglob("content/**/*.md") if f"minato/{name}.txt" in path.read_text("utf-8"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    archive = tmp_path_factory.mktemp("whole")
    run(archive, "abcdefg")
    assert titles(archive) == COLUMN
    return files(archive)


@pytest.mark.parametrize(
    "bits", [("g", "f", "e", "d", "c", "b", "a"), ("abd", "ceg", "f"), ("abce", "dfg"), ("dg", "acf", "be")]
)
def test_the_order_in_which_pages_come_makes_no_difference(
    bits: tuple[str, ...], whole: dict[str, str], tmp_path: Path
) -> None:
    for bit in bits:
        run(tmp_path, bit)
    assert files(tmp_path) == whole


def test_nor_does_any_order_of_three(tmp_path: Path) -> None:
    made = []
    for order in permutations("abc"):
        archive = tmp_path / "".join(order)
        for name in order:
            run(archive, name)
        made.append(files(archive))
    assert all(each == made[0] for each in made)
    assert all("series: 港の科学" in text for text in made[0].values())


def test_a_second_ingest_changes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    report = run(tmp_path, "c")
    assert (len(report.added), len(report.changed)) == (1, 2)
    for names in ("abc", "a", "c", "bc"):
        report = run(tmp_path, names)
        assert len(report.unchanged) == len(names)
        assert [*report.added, *report.changed, *report.proposed, *report.kept] == []


def test_the_report_and_the_trail_tell_where_it_was_found(tmp_path: Path) -> None:
    report = run(tmp_path, "abcg")
    reasons = {reason.code: reason.values for outcome in report.added for reason in outcome.reasons}
    assert reasons == {"ingest/series-shared": {"series": "港の科学", "count": "3"}}
    page = trail(tmp_path, Config(), "raw/minato/a.txt")[0]  # type: ignore[index]
    found = [finding for finding in page.findings if finding.field == "series"]
    assert [(each.value, each.locator.partition(" articles")[0]) for each in found] == [("港の科学", "shared by 3")]


def test_what_a_person_edited_is_proposed(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    path = file_of(tmp_path, "a")
    mine = path.read_text("utf-8") + "\n付記。\n"
    path.write_text(mine, encoding="utf-8")
    report = run(tmp_path, "c")
    assert [outcome.path for outcome in report.proposed] == [path.relative_to(tmp_path).as_posix()]
    assert path.read_text("utf-8") == mine
    assert {"+series: 港の科学", "+title: 潮の満ち引き"} < set(report.proposed[0].diff.splitlines())


def test_a_series_given_by_hand_is_let_be(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    path = file_of(tmp_path, "a")
    mine = path.read_text("utf-8").replace("source:", "series: 海の手帳\nsource:", 1)
    path.write_text(mine, encoding="utf-8")
    for names in ("c", "abc"):
        assert not run(tmp_path, names).proposed
    assert path.read_text("utf-8") == mine


def test_a_series_taken_away_by_hand_stays_away(tmp_path: Path) -> None:
    run(tmp_path, "abce")
    path = file_of(tmp_path, "a")
    for title in ("【港の科学】潮の満ち引き", "潮の満ち引き"):
        text = path.read_text("utf-8").replace("series: 港の科学\n", "")
        mine = re.sub(r"^title: .*$", f"title: {title}", text, flags=re.MULTILINE)
        path.write_text(mine, encoding="utf-8")
        for names in ("d", "abce"):
            assert not run(tmp_path, names).proposed
        assert path.read_text("utf-8") == mine


def test_what_ingest_wrote_may_be_forgotten(tmp_path: Path) -> None:
    run(tmp_path, "abc")
    path = file_of(tmp_path, "a")
    mine = path.read_text("utf-8") + "\n付記。\n"
    path.write_text(mine, encoding="utf-8")
    shutil.rmtree(tmp_path / ".rondan")
    assert not run(tmp_path, "abc").proposed
    assert path.read_text("utf-8") == mine


def test_a_title_gives_up_the_series_that_its_own_page_states_when_others_come(tmp_path: Path) -> None:
    path = put(tmp_path, "a")
    path.write_text(
        path.read_text("utf-8").replace("港日報\n", "港日報\n\n連載「港の科学」第3回\n", 1), encoding="utf-8"
    )
    ingest(tmp_path, Config(), [path])
    assert titles(tmp_path) == {("【港の科学】潮の満ち引き", "")}
    assert "name: 港の科学\n  number: 3" in file_of(tmp_path, "a").read_text("utf-8")
    run(tmp_path, "d")
    assert titles(tmp_path) == {("潮の満ち引き", ""), ("干潟の鳥", "港の科学")}
    assert "name: 港の科学\n  number: 3" in file_of(tmp_path, "a").read_text("utf-8")


def test_a_later_page_finds_the_article_whose_title_was_shortened(tmp_path: Path) -> None:
    pages = []
    for number, name in enumerate("ag", 1):
        path = put(tmp_path, name)
        text = path.read_text("utf-8").replace(PAGES[name][0], PAGES["a"][0])
        path.write_text(text.replace(PAGES[name][1], f"{PAGES['a'][1]}\n\n{number}/2ページ"), encoding="utf-8")
        pages.append(path.rename(path.with_name(f"110302_p{number}.txt")))
    ingest(tmp_path, Config(), [pages[0], put(tmp_path, "b"), put(tmp_path, "c")])
    assert ("潮の満ち引き", "港の科学") in titles(tmp_path)
    ingest(tmp_path, Config(), pages[1:])
    assert len(titles(tmp_path)) == 3
    assert all(f"minato/{page.name}" in file_of(tmp_path, "110302_p1").read_text("utf-8") for page in pages)


def test_where_the_original_is_gone_the_article_stays(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    (tmp_path / "raw" / "minato" / "a.txt").unlink()
    before = file_of(tmp_path, "a").read_text("utf-8")
    report = run(tmp_path, "c")
    assert file_of(tmp_path, "a").read_text("utf-8") == before
    assert [outcome.title for outcome in (*report.added, *report.changed)] == ["船底の貝たち", "霧はなぜ出る"]


def edited(archive: Path, name: str, *changes: tuple[str, str]) -> str:
    path = file_of(archive, name)
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text


def test_what_a_person_retitled_keeps_company_whether_its_page_is_in_the_pile_or_not(tmp_path: Path) -> None:
    run(tmp_path, "abc")
    edited(tmp_path, "a", ("series: 港の科学\n", ""))
    before = files(tmp_path)
    for names in ("bc", "abc", "b", "ac"):
        assert not run(tmp_path, names).changed
    assert files(tmp_path) == before


def test_force_is_for_the_pages_given_not_for_the_company_they_bring(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    mine = edited(tmp_path, "a", ("source:", "summary: 私の要約\nsource:"))
    pages = [put(tmp_path, name) for name in "bc"]
    report = ingest(tmp_path, Config(), pages, force=True)
    assert file_of(tmp_path, "a").read_text("utf-8") == mine
    assert [outcome.title for outcome in report.proposed] == ["潮の満ち引き"]
    assert ingest(tmp_path, Config(), [put(tmp_path, "a")], force=True).changed


def test_force_gives_an_article_the_series_of_its_company_at_once(tmp_path: Path) -> None:
    run(tmp_path, "ab")
    edited(tmp_path, "a", ("source:", "series: 海の手帳\nsource:"))
    pages = [put(tmp_path, name) for name in "abc"]
    ingest(tmp_path, Config(), pages, force=True)
    assert ("潮の満ち引き", "港の科学") in titles(tmp_path)
    assert not ingest(tmp_path, Config(), pages).changed
