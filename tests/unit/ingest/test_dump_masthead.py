"""The outlet's name over a dump, told by the folder its pages were put into."""

from __future__ import annotations

import pytest

from builder.ingest.cleaning.furniture import Furniture, fingerprint
from builder.ingest.extraction import Extraction

from .reading import read_dump
from .saved_page import PARAGRAPHS


def extract(name: str, *above: str) -> Extraction:
    return read_dump("\n\n".join((*above, *PARAGRAPHS)), name)


@pytest.mark.parametrize("line", ["週刊みなと", "週刊 みなと"])
def test_the_line_that_says_the_folders_name_is_the_outlet_and_not_the_title(line: str) -> None:
    found = extract("raw/週刊みなと/a.txt", line, "2017年3月24日", "港の声を聞く", "水野遥（港湾史家）")
    assert (found.title, found.publication, found.date) == ("港の声を聞く", line, "2017-03-24")
    assert (1, "dump/masthead") in [(claim.line, claim.rule) for claim in found.claims]
    assert [line.number for line in found.lines] == [*range(1, 17, 2)]
    assert ("publication", line, "line 1") in [(f.field, f.value, f.locator) for f in found.findings]


@pytest.mark.parametrize("folder", ["水野遥", "コラム", "2017"])
def test_folders_of_authors_sections_and_years_name_no_outlet(folder: str) -> None:
    found = extract(f"raw/{folder}/a.txt", folder, "2017年3月24日", "港の声を聞く")
    assert found.publication == ""


def test_the_name_inside_the_text_is_text() -> None:
    found = extract("raw/週刊みなと/a.txt", "港の声を聞く", *PARAGRAPHS, "週刊みなと", "2017年3月24日")
    assert found.publication == ""


@pytest.mark.parametrize("above", [("2017年3月24日", "水野遥"), (), ("港の声を聞く",)])
def test_a_folder_named_after_its_one_text_leaves_it_its_title(above: tuple[str, ...]) -> None:
    found = extract("raw/港の声を聞く/a.txt", "港の声を聞く", *above)
    assert (found.title, found.publication) == ("港の声を聞く", "")


def test_the_outlet_over_a_headline_is_not_the_title_where_the_folder_is_named_after_the_text() -> None:
    found = extract("raw/港の声を聞く/a.txt", "湊日報", "港の声を聞く", "2017年3月24日")
    assert (found.title, found.publication) == ("港の声を聞く", "")


def test_an_outlet_is_no_title_where_the_text_has_none() -> None:
    assert extract("raw/湊日報/a.txt", "湊日報", "2017年3月24日").title == ""


def test_a_line_that_several_pages_of_the_folder_repeat_is_no_title() -> None:
    known = Furniture(4, {fingerprint("みなと通り"): 4})
    dump = ("\n\n".join(("みなと通り", "2017年3月24日", *PARAGRAPHS)), "raw/みなと通り/a.txt")
    assert (read_dump(*dump).title, read_dump(*dump, furniture=known).publication) == ("みなと通り", "みなと通り")
