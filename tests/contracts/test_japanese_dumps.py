"""The invented Japanese dumps that the trees learn from are what their README says."""

from __future__ import annotations

from bench.dump_invented import invented

LETTERS = set("BTSADKCPNm-")


def test_each_line_has_a_letter_and_each_page_a_body_and_a_title() -> None:
    pages = list(invented())
    assert len({page.outlet for page in pages}) > 100
    for page in pages:
        letters = {line.letter for line in page.lines if line.text.strip()}
        assert letters <= LETTERS, page.id
        assert "B" in letters, page.id
        assert page.title, page.id
