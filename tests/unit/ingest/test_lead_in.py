import pytest

from builder.ingest.filing.lead_in import without_lead_in
from builder.model import Contributor

from .pages import PROSE

PEOPLE = (Contributor("大江田航", "港湾調査員"),)


@pytest.mark.parametrize("place", ["", "長崎県内で"])
def test_a_wires_bracket_comes_off_the_first_paragraph(place: str) -> None:
    assert without_lead_in(f"{place}【青灯通信＝大江田航】{PROSE}", PEOPLE) == PROSE


@pytest.mark.parametrize("body", [f"【写真＝別の人】{PROSE}", f"{PROSE}\n\n大江田航"])
def test_everything_else_stays(body: str) -> None:
    assert without_lead_in(body, PEOPLE) == body
