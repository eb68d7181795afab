"""The outlet's name over a dump, told by the folder its pages were put into."""

from __future__ import annotations

import pytest

from builder.ingest.draft import Extraction, RawDocument
from builder.ingest.formats.text import extract_text

from .saved_page import PARAGRAPHS


def extract(name: str, *above: str) -> Extraction:
    text = "\n\n".join((*above, *PARAGRAPHS))
    return extract_text(RawDocument(name, "", "text/plain", "utf-8", "valid-utf8", text))


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
