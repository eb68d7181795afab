import random
from pathlib import Path

import pytest
import yaml

from builder.config import Config
from builder.diagnostics import ArchiveError
from builder.ingest.cleaning.matching import RuleSet
from builder.ingest.cleaning.proof import unproved
from builder.ingest.cleaning.rules import read_rules
from builder.ingest.extraction import Line
from builder.ingest.suggest_rules import suggest_rules

PLEA = "港の編集室は、この欄を読んだ方からの葉書をいつも机に並べて待っています。"
WORDS = ("灯台", "朝市", "水門", "棚田", "夜勤", "古地図", "終着駅", "図書館")


def column(seed: int) -> str:
    """A text of its own under one title, but for a plea and a notice with a number in it."""
    chance = random.Random(seed)
    text = [
        "".join(f"{chance.choice(WORDS)}の{chance.randint(2, 999)}番目の話を、私は手帳に書いた。" for _ in range(4))
        for _ in range(5)
    ]
    notice = f"この欄の次の回は、{chance.randint(1, 12)}月{chance.randint(1, 28)}日の紙面に載る予定でいます。"
    return "\n\n".join(
        ["港の手帳から", f"2011年5月{seed + 1}日", "水野遥", *text[:3], PLEA, *text[3:4], notice, text[4]]
    )


def archive_of(folder: Path, pages: int) -> Path:
    (folder / "raw" / "minato").mkdir(parents=True)
    for seed in range(pages):
        (folder / "raw" / "minato" / f"{seed}.txt").write_text(column(seed))
    return folder


def test_the_rules_are_yaml_that_takes_the_lines_shown_and_no_others(tmp_path: Path) -> None:
    (found,) = suggest_rules(archive_of(tmp_path, 6), Config())
    assert (found.source, found.works) == ("folder:minato", 6)
    shown = {line.text: line for line in found.lines}
    assert PLEA in shown
    assert (shown[PLEA].forms, shown[PLEA].works) == (1, 6)
    (notice,) = (line for line in found.lines if line.text.startswith("この欄の次の回"))
    assert notice.forms > 1
    rules, problems = read_rules(yaml.safe_load(found.yaml), "minato")
    assert problems == ()
    assert all(rule.why and not list(unproved(rule)) for rule in rules.values())
    ready = RuleSet(rules.values())
    for seed in range(6):
        for line in filter(None, column(seed).split("\n")):
            taken = bool(ready.matching(Line(1, line, line)))
            assert taken == (line == PLEA or line.startswith("この欄の次の回"))


def test_rules_adopted_are_no_news(tmp_path: Path) -> None:
    (found,) = suggest_rules(archive_of(tmp_path, 6), Config())
    record = tmp_path / "content" / "sources" / "minato.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(f"name: 港日報\nfolders: [minato]\nrules:\n{found.yaml}")
    assert suggest_rules(tmp_path, Config()) == ()


def test_a_path_with_nothing_there_is_told(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, 6)
    with pytest.raises(ArchiveError) as caught:
        suggest_rules(archive, Config(), [archive / "raw", archive / "nowhere"])
    (told,) = caught.value.diagnostics
    assert told.code == "ingest/missing"
    assert told.at is not None
    assert told.at.path.endswith("/nowhere")


def test_two_works_teach_nothing(tmp_path: Path) -> None:
    assert suggest_rules(archive_of(tmp_path, 2), Config()) == ()


def test_the_reason_is_told_in_the_readers_words(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, 6)
    told = suggest_rules(archive, Config(), why=lambda seen, works: f"{works} 編のうち {seen} 編")[0].yaml
    assert "why: 6 編のうち 6 編\n" in told
