"""Ingest, from outside: what it may and may not do to an archive, whatever the pile."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.archive.load import load
from builder.config import Config
from builder.diagnostics import ArchiveError, Location, Severity
from builder.ingest.extract import extract
from builder.ingest.extraction import Extraction
from builder.ingest.ingest import ingest
from builder.ingest.pile import learn, reading
from builder.ingest.report import IngestReport
from builder.messages.sentences import sentences

SUBJECTS = ("灯台", "終着駅", "図書館", "朝市", "水門", "棚田", "夜勤", "方言", "古地図", "鍍金工場")
PLACES = ("港", "峠", "川べり", "団地", "離島", "駅前", "山あい")
DEEDS = ("を守る人の話を聞いた", "の帳簿を見せてもらった", "が閉じる日のことを考えた", "に十年通った", "の音を録った")


def dump(seed: int) -> str:
    """An invented column as a dump: title, date, author and some paragraphs, each unlike the others."""
    chance = random.Random(seed)
    subject, place = chance.choice(SUBJECTS), chance.choice(PLACES)
    paragraphs = []
    for _ in range(5):
        words = [chance.choice(PLACES) + "の" + chance.choice(SUBJECTS) + chance.choice(DEEDS) for _ in range(4)]
        numbers = [chance.randint(2, 900) for _ in range(4)]
        paragraphs.append("".join(f"{n}日目に{w}、と私は手帳に書いた。" for n, w in zip(numbers, words, strict=True)))
    title = f"{place}の{subject}{seed}{chance.choice(DEEDS)}"
    date = f"{chance.randint(2001, 2020)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    return "\n\n".join(["コラム", title, date, "文：" + chance.choice(("水野遥", "藤枝直子")), *paragraphs]) + "\n"


def fill(archive: Path, seeds: range) -> None:
    for seed in seeds:
        path = archive / "raw" / "minato" / f"{seed:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(seed), encoding="utf-8")


def run(archive: Path, *paths: Path, **options: object) -> IngestReport:
    return ingest(archive, Config(), paths or [archive / "raw"], **options)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file but the disposable state, with its digest and the time it was written."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".rondan" not in path.parts
    }


def contents(folder: Path) -> dict[str, str]:
    return {name: digest for name, (digest, _) in tree(folder).items()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of twelve columns, ingested once."""
    archive = tmp_path_factory.mktemp("made")
    fill(archive, range(12))
    assert len(run(archive).added) == 12
    return archive


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "archive")
    return tmp_path / "archive"


def articles(archive: Path) -> list[Path]:
    return sorted((archive / "content" / "articles").rglob("*.md"))


def test_what_ingest_writes_loads_without_a_problem(archive: Path) -> None:
    loaded, problems = load(archive, Config())
    assert problems == ()
    assert len(loaded.articles) == 12


def test_a_second_ingest_changes_nothing_not_even_a_time(archive: Path) -> None:
    before = tree(archive)
    report = run(archive)
    assert tree(archive) == before
    assert len(report.unchanged) == 12
    assert (report.added, report.changed, report.proposed, report.duplicates) == ((), (), (), ())


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)), cuts=st.sets(st.integers(1, 3)))
def test_one_by_one_or_all_at_once_ends_in_the_same_archive(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], cuts: set[int]
) -> None:
    together, apart = tmp_path_factory.mktemp("together"), tmp_path_factory.mktemp("apart")
    fill(together, range(4))
    run(together)
    batches: list[list[int]] = [[]]
    for at, seed in enumerate(order):
        if at in cuts:
            batches.append([])
        batches[-1].append(seed)
    for batch in batches:
        for seed in batch:
            fill(apart, range(seed, seed + 1))
        run(apart, *(apart / "raw" / "minato" / f"{seed:03}.txt" for seed in batch))
    run(apart)
    assert contents(apart) == contents(together)


def fill_with_authors(archive: Path, authors: dict[int, str]) -> None:
    for seed, name in authors.items():
        path = archive / "raw" / "minato" / f"{seed:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"（{name}）" if line.startswith("文：") else line for line in dump(seed).splitlines()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_an_author_whom_the_company_proves_is_told_and_found_in_any_order(tmp_path: Path) -> None:
    names = {1: "うみねこ太郎", 2: "中村和也", 3: "佐藤恵子", 4: "高橋一郎", 5: "山本真理"}
    together, apart = tmp_path / "together", tmp_path / "apart"
    for archive in (together, apart):
        archive.mkdir()
        fill_with_authors(archive, {1: names[1]} if archive is apart else names)
    noted = [note.values["name"] for note in run(together).notes if note.code == "ingest/author-by-place"]
    assert noted == ["うみねこ太郎"]
    run(apart)
    (alone,) = articles(apart)
    assert "うみねこ太郎" not in alone.read_text(encoding="utf-8")
    fill_with_authors(apart, names)
    run(apart, apart / "raw" / "minato" / "001.txt")  # the others lie beside it
    assert "- うみねこ太郎" in alone.read_text(encoding="utf-8")
    run(apart)
    assert contents(apart) == contents(together)
    before = tree(together)
    assert not any(note.code == "ingest/author-by-place" for note in run(together).notes)
    assert tree(together) == before


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_the_executor_does_not_matter(
    made: Path, tmp_path: Path, executor: type[ThreadPoolExecutor] | type[ProcessPoolExecutor]
) -> None:
    fill(tmp_path, range(12))
    with executor(2) as pool:
        run(tmp_path, executor=pool)
        assert contents(tmp_path) == contents(made)
        fill(tmp_path, range(12, 14))  # some pages are known now, some are not
        report = run(tmp_path, executor=pool)
    assert (len(report.unchanged), len(report.added)) == (12, 2)
    shutil.rmtree(tmp_path / ".rondan")
    before = contents(tmp_path)
    assert len(run(tmp_path).unchanged) == 14
    assert contents(tmp_path) == before


def test_an_edited_article_is_never_written_to(archive: Path) -> None:
    mine = articles(archive)[0]
    mine.write_text(mine.read_text().replace("手帳", "日記"))
    before = tree(archive)
    report = run(archive)
    assert [outcome.path for outcome in report.kept] == [mine.relative_to(archive).as_posix()]
    assert len(report.unchanged) == 11
    assert tree(archive) == before


def test_a_renamed_retitled_article_is_still_the_same(archive: Path) -> None:
    mine = articles(archive)[0]
    moved = mine.with_name("my-own-name.md")
    mine.rename(moved)
    moved.write_text(moved.read_text().replace("title: ", "title: 新しい"))
    report = run(archive)
    assert report.added == ()
    assert not mine.exists()


def test_originals_that_come_again_from_elsewhere_are_read_as_before(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    fill(archive, range(12))
    add_furniture(archive, random.Random(1))
    write_rules(archive, random.Random(1))
    assert len(run(archive).added) == 12
    before = contents(archive)
    elsewhere = tmp_path / "saved"
    shutil.copytree(archive / "raw" / "minato", elsewhere)
    assert run(archive, elsewhere).changed == ()
    assert contents(archive) == before
    shutil.rmtree(archive / "raw")
    assert run(archive, elsewhere).changed == ()
    assert contents(archive) == before, "the originals too are where they were"


def test_articles_follow_originals_that_were_moved_among_the_originals(archive: Path) -> None:
    mine = articles(archive)[0]
    mine.write_text(mine.read_text().replace("手帳", "日記"))
    (archive / "raw" / "minato").rename(archive / "raw" / "tsu")
    report = run(archive)
    assert (len(report.changed), [each.path for each in report.proposed]) == (
        11,
        [mine.relative_to(archive).as_posix()],
    )
    assert all("file: raw/tsu/" in path.read_text() for path in articles(archive) if path != mine)
    assert "+  file: raw/tsu/" in report.proposed[0].diff
    before = tree(archive)
    run(archive)
    assert tree(archive) == before


def test_a_lost_state_folder_is_no_loss(archive: Path) -> None:
    shutil.rmtree(archive / ".rondan", ignore_errors=True)
    before = contents(archive)
    run(archive)
    assert contents(archive) == before


def edit_raw(archive: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((archive / "raw").rglob("*.txt")))
    path.write_text(path.read_text().replace("手帳", "帳面"))


def add_furniture(archive: Path, chance: random.Random) -> None:
    for path in sorted((archive / "raw").rglob("*.txt")):
        if chance.random() < 0.7:
            path.write_text(path.read_text() + "\nこの欄へのお便りを港の編集室でお待ちしています。\n")


def add_pages(archive: Path, chance: random.Random) -> None:
    first = chance.randint(20, 80)
    fill(archive, range(first, first + 2))


def lose_a_page(archive: Path, chance: random.Random) -> None:
    chance.choice(sorted((archive / "raw").rglob("*.txt"))).unlink()


def lose_an_article(archive: Path, chance: random.Random) -> None:
    chance.choice(articles(archive)).unlink()


def edit_article(archive: Path, chance: random.Random) -> None:
    path = chance.choice(articles(archive))
    path.write_text(path.read_text().replace("日目に", "日めに"))


def write_rules(archive: Path, chance: random.Random) -> None:
    record = archive / "content" / "sources" / "minato.yaml"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(
        "name: 港日報\nfolders: [minato]\nrules:\n- id: some\n  why: Test.\n  takes: line\n"
        f"  match: {{contains: '{chance.randint(2, 9)}日目'}}\n"
    )


EDITS = (edit_raw, add_furniture, add_pages, lose_a_page, lose_an_article, edit_article, write_rules)


def all_told(report: IngestReport) -> IngestReport:
    """The report without the two things that memory is to change: which duplicates were told before, and where the
    differences begin that are proposed."""
    found = sorted((*report.duplicates, *report.again), key=lambda one: one.original)
    proposed = tuple(replace(one, diff="", has_base=False) for one in report.proposed)
    return replace(report, duplicates=tuple(found), again=(), proposed=proposed)


@pytest.mark.parametrize("seed", range(5))
def test_an_ingest_that_remembers_ends_as_one_that_does_not(tmp_path: Path, seed: int) -> None:
    remembers, forgets = tmp_path / "remembers", tmp_path / "forgets"
    for archive in (remembers, forgets):
        fill(archive, range(8))
        run(archive)
    chance = random.Random(seed)
    for turn in range(6):
        edit = chance.choice(EDITS)
        for archive in (remembers, forgets):
            edit(archive, random.Random(f"{seed}-{turn}"))
        shutil.rmtree(forgets / ".rondan")
        assert all_told(run(remembers)) == all_told(run(forgets))
        assert contents(remembers) == contents(forgets)


def test_a_second_ingest_reads_no_page_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(reading, "extract", never)
    monkeypatch.setattr(learn, "read_dump", never)
    assert len(run(archive).unchanged) == 12


@pytest.mark.parametrize("damage", ["junk", "cut", "flipped", "folder"])
def test_damaged_state_costs_time_and_nothing_else(archive: Path, damage: str) -> None:
    state = archive / ".rondan" / "readings.sqlite"
    data = bytearray(state.read_bytes())
    chance = random.Random(1)
    if damage == "junk":
        state.write_bytes(b"no data base" * 1000)
    elif damage == "cut":
        state.write_bytes(data[: len(data) // 2])
    elif damage == "flipped":
        for _ in range(400):
            data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        state.write_bytes(data)
    else:
        state.unlink()
        state.mkdir()
    before = tree(archive)
    for _ in range(2):
        assert len(run(archive).unchanged) == 12
    assert tree(archive) == before


def test_pages_from_elsewhere_are_kept_byte_for_byte(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    fill(saved, range(3))
    archive = tmp_path / "archive"
    archive.mkdir()
    report = run(archive, saved / "raw" / "minato")
    assert len(report.added) == 3
    assert contents(archive / "raw" / "minato") == contents(saved / "raw" / "minato")
    before = tree(archive)
    assert len(run(archive).unchanged) == 3
    assert len(run(archive, saved / "raw" / "minato").unchanged) == 3
    assert tree(archive) == before


def test_bad_files_are_refused_and_the_rest_goes_on(archive: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "paper.html").write_bytes(b"%PDF-1.7 \x00\x01")
    (bad / "noise.txt").write_bytes(bytes(range(256)) * 40)
    (bad / "secret.txt").symlink_to(tmp_path / "secret")
    fill(bad, range(90, 91))
    report = run(archive, bad)
    assert len(report.added) == 1
    assert {Path(r.name).name for r in report.refused} == {"empty.txt", "paper.html", "noise.txt", "secret.txt"}
    assert report.has_problems
    assert all(r.problem.code.startswith("ingest/") for r in report.refused)


def test_the_same_bytes_under_two_names_are_one_article(archive: Path) -> None:
    shutil.copy(archive / "raw" / "minato" / "003.txt", archive / "raw" / "minato" / "copy.txt")
    before = contents(archive / "content")
    report = run(archive)
    assert contents(archive / "content") == before
    assert [duplicate.likeness for duplicate in report.duplicates] == [1.0]
    later = run(archive)
    assert (later.duplicates, later.again) == ((), report.duplicates)
    (archive / "raw" / "minato" / "003.txt").rename(archive / "raw" / "minato" / "moved.txt")
    (archive / "raw" / "minato" / "copy.txt").rename(archive / "raw" / "minato" / "other.txt")
    assert [duplicate.original for duplicate in run(archive).duplicates] == ["raw/minato/other.txt"]
    shutil.rmtree(archive / ".rondan")
    assert len(run(archive).duplicates) == 1


def test_a_copy_on_another_outlet_is_linked_and_stays_linked(archive: Path) -> None:
    text = (archive / "raw" / "minato" / "003.txt").read_text().replace("手帳", "日記帳")
    other = archive / "raw" / "teisen" / "copy.txt"
    other.parent.mkdir()
    other.write_text(text)
    report = run(archive, other)
    assert report.added == ()
    (duplicate,) = report.duplicates
    linked = (archive / duplicate.of).read_text()
    assert "also_in:" in linked
    assert "raw/teisen/copy.txt" in linked
    before = tree(archive)
    assert run(archive).changed == ()
    assert run(archive, other).duplicates == ()
    assert tree(archive) == before


def test_appearances_that_each_have_an_address_are_all_kept(archive: Path) -> None:
    _, title, _, _, *paragraphs = dump(40).split("\n\n")
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    for host, day, more in (("asa", 3, ""), ("hiru", 4, ""), ("yoru", 5, ""), ("yoru", 5, "<footer>2</footer>")):
        saved = archive / "raw" / host / f"{len(more)}.html"
        saved.parent.mkdir(exist_ok=True)
        head = f"<title>{title}</title><link rel=canonical href=https://{host}.example/a/1.html>"
        date = f"<time datetime=2019-03-0{day}>2019年3月{day}日</time>"
        saved.write_text(f"<html><head>{head}</head><body><h1>{title}</h1>{date}<article>{text}</article>{more}</body>")
    (added,) = run(archive).added
    (written,) = [one for one in load(archive, Config())[0].articles if one.id == added.id]
    assert written.source.url == "https://asa.example/a/1.html"
    assert [one.url for one in written.also_in] == ["https://hiru.example/a/1.html", "https://yoru.example/a/1.html"]


def test_each_appearance_is_told_once_and_no_work_is_like_itself(archive: Path) -> None:
    text = (archive / "raw" / "minato" / "003.txt").read_text()
    lines = text.split("\n\n")
    for number, outlet in enumerate(("asa", "hiru", "yoru")):
        copy = archive / "raw" / outlet / "copy.txt"
        copy.parent.mkdir()
        copy.write_text("\n\n".join([*lines[:1], f"{outlet}の題", f"201{number}年3月4日", *lines[3 : 9 - number]]))
    report = run(archive)
    told = [duplicate.original for duplicate in report.duplicates]
    assert sorted(told) == sorted(set(told)) == [f"raw/{outlet}/copy.txt" for outlet in ("asa", "hiru", "yoru")]
    twice = [note for note in report.notes if note.code == "ingest/one-work-twice"]
    assert all(note.at and note.at.path != note.values["other"] for note in twice)


def test_another_appearance_names_the_author_whom_the_first_does_not(tmp_path: Path) -> None:
    named = dump(3)
    author = next(line for line in named.split("\n") if line.startswith("文："))
    for folder, text in (("asa", named.replace(author, "")), ("yoru", re.sub(r"20\d\d年", "2021年", named, count=1))):
        (tmp_path / "raw" / folder).mkdir(parents=True)
        (tmp_path / "raw" / folder / "a.txt").write_text(text)
    run(tmp_path)
    article = only(tmp_path).read_text()
    assert "  file: raw/asa/a.txt" in article[: article.index("also_in:")]
    assert f"authors:\n- {author.removeprefix('文：')}\n" in article
    assert run(tmp_path, tmp_path / "raw" / "asa").changed == ()


def test_an_article_whose_original_is_gone_stays(archive: Path) -> None:
    (archive / "raw" / "minato" / "003.txt").unlink()
    before = contents(archive)
    run(archive)
    assert contents(archive) == before


def saved_again(archive: Path, name: str) -> Path:
    """The column, saved once more under this name: with a paragraph that the first save had lost."""
    column = (archive / "raw" / "minato" / "003.txt").read_text()
    path = archive / "raw" / "minato" / name
    path.write_text(f"{column}\n{LOST}\n")
    return path


LOST = "そして最後の段落には、はじめの保存のときには無かった鍵の話が書かれている、と手帳は言う。"


def test_an_original_replaced_by_a_better_save_renews_its_article(archive: Path) -> None:
    path = next(path for path in articles(archive) if "003.txt" in path.read_text())
    saved_again(archive, "003.txt")
    report = run(archive)
    assert [archive / outcome.path for outcome in report.changed] == [path]
    assert LOST in path.read_text()
    assert (report.added, report.duplicates) == ((), ())
    assert run(archive).changed == ()


def test_an_original_replaced_by_a_better_save_is_proposed_where_the_article_was_edited(archive: Path) -> None:
    path = next(path for path in articles(archive) if "003.txt" in path.read_text())
    mine = path.read_text().replace("title: ", "subtitle: 副題\ntitle: ")
    path.write_text(mine)
    saved_again(archive, "003.txt")
    (proposed,) = run(archive).proposed
    assert path.read_text() == mine
    assert f"+{LOST}" in proposed.diff
    assert "-subtitle" not in proposed.diff


@pytest.mark.parametrize("save", ["another column", "the free part"])
def test_an_original_replaced_by_less_than_its_article_changes_nothing(archive: Path, save: str) -> None:
    file = archive / "raw" / "minato" / "003.txt"
    before = {path: path.read_bytes() for path in articles(archive)}
    file.write_text(dump(77) if save == "another column" else "\n\n".join(file.read_text().split("\n\n")[:6]))
    report = run(archive)
    assert {path: path.read_bytes() for path in before} == before
    assert "ingest/originals-gone" in [note.code for note in report.notes]


def test_a_save_beside_the_old_one_is_told_and_takes_its_place_once_that_is_deleted(tmp_path: Path) -> None:
    old = save_page(tmp_path / "raw", 1)
    page = old.read_text().replace("（1/3ページ）", "").replace("?page=1", "")
    old.write_text(page)
    run(tmp_path)
    new = old.with_name("mizu-new.html")
    new.write_text(page.replace("</article>", f"<p>{LOST}</p></article>"))
    report = run(tmp_path)
    assert [(one.original, one.differs) for one in report.duplicates] == [("raw/mizu-new.html", True)]
    assert LOST not in only(tmp_path).read_text()
    old.unlink()
    assert len(run(tmp_path).changed) == 1
    assert LOST in only(tmp_path).read_text()
    assert "file: raw/mizu-new.html" in only(tmp_path).read_text()


def test_a_dump_beside_the_old_one_takes_its_place_once_that_is_deleted(archive: Path) -> None:
    path = next(path for path in articles(archive) if "003.txt" in path.read_text())
    saved_again(archive, "003 neu.txt")
    assert [(one.original, one.differs) for one in run(archive).duplicates] == [("raw/minato/003 neu.txt", True)]
    (archive / "raw" / "minato" / "003.txt").unlink()
    assert [archive / outcome.path for outcome in run(archive).changed] == [path]
    assert LOST in path.read_text()


def judging_otherwise(monkeypatch: pytest.MonkeyPatch, archive: Path, *names: str) -> None:
    """Has a newer program take these originals for lists of links."""

    def newer(data: bytes, name: str, **options: object) -> Extraction:
        found = extract(data, name, **options)  # type: ignore[arg-type]
        return replace(found, verdict="not-an-article: listing") if name.endswith(names) else found

    monkeypatch.setattr(reading, "extract", newer)
    shutil.rmtree(archive / ".rondan")


def test_an_article_whose_original_is_judged_none_today_stays_and_is_told(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judging_otherwise(monkeypatch, archive, "003.txt")
    path = next(path for path in articles(archive) if "003.txt" in path.read_text())
    before = contents(archive)
    report = run(archive)
    assert contents(archive) == before
    assert (archive / "raw" / "minato" / "003.txt").is_file()
    assert (report.refused, report.has_problems) == ((), False)
    (note,) = [note for note in report.notes if note.severity is not Severity.NOTE]
    assert note.code == "ingest/original-doubted"
    assert note.at == Location(path.relative_to(archive).as_posix())
    what, hint = sentences(note, "en")
    assert "raw/minato/003.txt" in what
    assert "a list of other articles" in what
    assert "rondan trail raw/minato/003.txt" in hint


def test_a_page_judged_none_today_is_not_said_to_be_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in (1, 2, 3):
        run(tmp_path, save_page(tmp_path / "raw", n))
    before = only(tmp_path).read_text()
    original = next(path.name for path in (tmp_path / "raw").rglob("*2.*"))
    judging_otherwise(monkeypatch, tmp_path, original)
    report = run(tmp_path)
    assert only(tmp_path).read_text() == before
    assert [note.code for note in report.notes] == ["ingest/original-doubted"]


def test_a_broken_article_file_is_not_written_over_nor_doubled(archive: Path) -> None:
    mine = articles(archive)[0]
    mine.write_text(mine.read_text().replace("title: ", "title: [", 1))
    broken = mine.read_text()
    report = run(archive)
    assert report.added == ()
    assert mine.read_text() == broken


def test_an_article_file_in_another_encoding_is_not_written_over_nor_doubled(archive: Path) -> None:
    mine = articles(archive)[0]
    mine.write_bytes(mine.read_text().encode("utf-16"))
    before = contents(archive / "content")
    report = run(archive)
    assert report.added == ()
    assert [note.code for note in report.notes if note.at and note.at.path.endswith(mine.name)] == ["file/not-text"]
    assert contents(archive / "content") == before


def test_nothing_is_added_while_an_article_cannot_be_read(archive: Path) -> None:
    mine = articles(archive)[0]
    mine.rename(mine.with_name("renamed.md"))
    mine.with_name("renamed.md").write_bytes(bytes(3000))
    before = contents(archive / "content")
    with pytest.raises(ArchiveError) as raised:
        run(archive)
    assert [problem.code for problem in raised.value.diagnostics] == ["ingest/article-unreadable"]
    assert contents(archive / "content") == before


def test_a_fault_of_the_program_spoils_one_page_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_at_one(data: bytes, name: str, **options: object) -> Extraction:
        if name.endswith("001.txt"):
            raise ValueError("a bug")
        return extract(data, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "extract", fail_at_one)
    fill(tmp_path, range(3))
    report = run(tmp_path)
    assert len(report.added) == 2
    assert [(r.name, r.problem.code) for r in report.refused] == [("raw/minato/001.txt", "ingest/failed")]


def test_a_rule_of_the_source_cleans_its_articles_and_no_others(archive: Path) -> None:
    line = "また来週、この欄で会いましょうと港の時計番は言った。"
    for number in (3, 4):
        raw = archive / "raw" / "minato" / f"{number:03}.txt"
        paragraphs = raw.read_text().split("\n\n")
        raw.write_text("\n\n".join([*paragraphs[:-2], line, *paragraphs[-2:]]))
    shutil.rmtree(archive / "content")
    run(archive)
    assert sum(line in path.read_text() for path in articles(archive)) == 2
    record = archive / "content" / "sources" / "minato.yaml"
    record.parent.mkdir()
    record.write_text(
        "name: 港日報\nfolders: [minato]\nrules:\n- id: see-you\n  why: It closes every column.\n  takes: line\n"
        "  match: {starts_with: また来週}\n"
    )
    report = run(archive)
    assert sum(line in path.read_text() for path in articles(archive)) == 0
    assert len(report.changed) == 12
    assert all("publication: 港日報" in path.read_text() for path in articles(archive))


@pytest.mark.parametrize("form", ["txt", "html"])
def test_what_a_rule_of_the_source_takes_is_no_remark_of_the_outlet_either(tmp_path: Path, form: str) -> None:
    remark = "この記事は紙面でもお読みいただけます。"
    raw = tmp_path / "raw" / "minato"
    if form == "txt":
        raw.mkdir(parents=True)
        (raw / "a.txt").write_text(f"{dump(3)}\n{remark}\n")
    else:
        page = save_page(raw, 1)
        page.write_text(page.read_text().replace("</article>", f"<p>{remark}</p></article>"))
    run(tmp_path)
    assert f"note: {remark}\n" in only(tmp_path).read_text()
    record = tmp_path / "content" / "sources" / "minato.yaml"
    record.parent.mkdir()
    record.write_text(
        "name: 港日報\nfolders: [minato]\nrules:\n- id: paper\n  why: On every page.\n  takes: line\n"
        f"  match: {{equals: {remark}}}\n"
    )
    run(tmp_path)
    assert remark not in only(tmp_path).read_text()


PAGE = """<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>水を数える（{n}/3ページ）｜港日報</title>
<meta property="og:title" content="水を数える（{n}/3ページ）"><meta property="og:site_name" content="港日報">
<link rel="canonical" href="https://minato.example/a/mizu?page={n}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "水を数える", "datePublished":
"2022-06-14T05:00:00+09:00", "author": [{{"@type": "Person", "name": "志摩野亮"}}]}}</script></head><body><article>
<h1>水を数える（{n}/3ページ）</h1><time datetime="2022-06-14T05:00:00+09:00">2022年6月14日 5時00分</time>
<div class="article-body"><p>{body}</p>{picture}<p>{more}</p></div><p>{n}/3ページ</p></article></body></html>
"""
BODIES = {n: dump(700 + n).split("\n\n")[4:6] for n in (1, 2, 3)}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def save_page(folder: Path, n: int, picture: str = "") -> Path:
    path = folder / f"mizu_{n}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(n=n, body=BODIES[n][0], more=BODIES[n][1], picture=picture), encoding="utf-8")
    return path


def only(archive: Path) -> Path:
    (path,) = articles(archive)
    return path


def test_a_page_that_comes_later_fills_the_article_in(tmp_path: Path) -> None:
    for n in (1, 3):
        report = run(tmp_path, save_page(tmp_path / "raw", n))
    assert [(note.values["missing"], note.values["of"]) for note in report.notes] == [("2", "3")]
    before = only(tmp_path)
    assert "incomplete: true\n" in before.read_text()
    assert "of: 3\n" in before.read_text()
    report = run(tmp_path, save_page(tmp_path / "raw", 2))
    assert [outcome.path for outcome in report.changed] == [only(tmp_path).relative_to(tmp_path).as_posix()]
    assert only(tmp_path) == before
    text = before.read_text()
    assert "incomplete" not in text
    places = [text.index(BODIES[n][0][:30]) for n in (1, 2, 3)]
    assert places == sorted(places)
    assert text.count("水を数える") == 1


def test_a_page_that_comes_later_is_proposed_for_an_edited_article(tmp_path: Path) -> None:
    for n in (1, 3):
        run(tmp_path, save_page(tmp_path / "raw", n))
    mine = only(tmp_path).read_text().replace("志摩野亮", "志摩野 亮")
    only(tmp_path).write_text(mine)
    report = run(tmp_path, save_page(tmp_path / "raw", 2))
    assert only(tmp_path).read_text() == mine
    (proposed,) = report.proposed
    assert "+" + BODIES[2][0] in proposed.diff
    assert "志摩野 亮" not in proposed.diff
    run(tmp_path, force=True)
    assert BODIES[2][0] in only(tmp_path).read_text()
    assert (tmp_path / ".rondan" / "proposals" / f"{only(tmp_path).stem}.before.md").read_text() == mine


def test_a_saved_page_brings_its_pictures_and_a_second_ingest_finds_them_again(tmp_path: Path) -> None:
    saved, archive = tmp_path / "saved", tmp_path / "archive"
    archive.mkdir()
    page = save_page(saved, 1, '<figure><img src="mizu_1_files/graph.png" alt="図" width="320" height="180"></figure>')
    (saved / "mizu_1_files").mkdir()
    (saved / "mizu_1_files" / "graph.png").write_bytes(PNG)
    run(archive, page)
    (picture,) = (archive / "content").rglob("*.png")
    assert picture.read_bytes() == PNG
    assert f"]({picture.parent.name}/{picture.name})" in only(archive).read_text()
    assert (archive / "raw" / "mizu_1_files" / "graph.png").read_bytes() == PNG
    loaded, problems = load(archive, Config())
    assert problems == ()
    assert len(loaded.articles[0].images) == 1
    before = tree(archive)
    run(archive)
    assert tree(archive) == before


def test_a_picture_that_comes_later_is_proposed_and_lies_beside_the_article_that_takes_it(tmp_path: Path) -> None:
    page = save_page(
        tmp_path / "raw", 1, '<figure><img src="mizu_1_files/graph.png" alt="図" width="320" height="180"></figure>'
    )
    run(tmp_path, page)
    only(tmp_path).write_text(only(tmp_path).read_text().replace("志摩野亮", "志摩野 亮"))
    (tmp_path / "raw" / "mizu_1_files").mkdir()
    (tmp_path / "raw" / "mizu_1_files" / "graph.png").write_bytes(PNG)
    (proposed,) = run(tmp_path, page).proposed
    assert not list((tmp_path / "content").rglob("*.png"))
    shutil.copyfile(tmp_path / ".rondan" / "proposals" / f"{proposed.id}.md", only(tmp_path))
    assert len(run(tmp_path, page).kept) == 1
    (picture,) = (tmp_path / "content").rglob("*.png")
    assert f"]({picture.parent.name}/{picture.name})" in only(tmp_path).read_text()
