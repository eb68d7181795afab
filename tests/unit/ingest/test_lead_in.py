import pytest

from builder.ingest.filing.lead_in import without_lead_in
from builder.model import Contributor

from .pages import PROSE

PEOPLE = (Contributor("大江田航", "港湾調査員"),)


@pytest.mark.parametrize(
    "lead_in",
    [
        "港は何を待っているか",
        "## 港は何を待っているか",
        "平成二十三年五月三日",
        "2011年5月3日（火） 05:00",
        "大江田航（港湾調査員）",
        "文：大江田航　2011年5月3日",
        "論壇\n\n2011/05/03\n\n大江田航",
    ],
)
def test_headline_date_and_by_line_are_no_part_of_the_body(lead_in: str) -> None:
    assert without_lead_in(f"{lead_in}\n\n{PROSE}", ["港は何を待っているか", "論壇"], PEOPLE) == PROSE


def test_a_wires_bracket_comes_off_the_first_paragraph() -> None:
    assert without_lead_in(f"【青灯通信＝大江田航】{PROSE}", [], PEOPLE) == PROSE
    assert without_lead_in(f"長崎県内で【青灯通信＝大江田航】{PROSE}", [], PEOPLE) == PROSE


@pytest.mark.parametrize(
    "body",
    [
        f"五月三日の朝、港に立った。\n\n{PROSE}",
        f"## 三月\n\n{PROSE}",
        f"【写真＝別の人】{PROSE}",
        "2011年5月3日",
        f"{PROSE}\n\n大江田航",
    ],
)
def test_everything_else_is(body: str) -> None:
    assert without_lead_in(body, ["港は何を待っているか"], PEOPLE) == body
