import pytest

from builder.ingest.filing.headline import without_outlet

NAMES = ("港日報", "港日報オンライン", "The Harbour Weekly")


@pytest.mark.parametrize(
    ("title", "headline", "section"),
    [
        ("港は何を待っているか：論壇：港日報オンライン", "港は何を待っているか", "論壇"),
        ("春の道｜港日報", "春の道", ""),
        ("春の道 | 社会 | 港日報オンライン", "春の道", "社会"),
        ("The courtesy of fog - The Harbour Weekly", "The courtesy of fog", ""),
        ("春の道（港日報）", "春の道", ""),
        ("灯台：だれのために光るか：港日報", "灯台：だれのために光るか", ""),
    ],
)
def test_the_outlets_name_and_the_section_before_it_come_off(title: str, headline: str, section: str) -> None:
    assert without_outlet(title, NAMES) == (headline, section)


@pytest.mark.parametrize("title", ["港日報", "春の道：別の新聞", "港日報の百年", "A - B - C", "春の道", "問い：答え"])
def test_nothing_else_does(title: str) -> None:
    assert without_outlet(title, NAMES) == (title, "")
