"""Values as templates show them."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from builder.render.escaping import shown


@pytest.mark.parametrize(
    "value", ["", "論壇", "a & b", "<b>", "x > y", 'say "no"', "it's", 7, None, Markup("<i>&amp;</i>")]
)
def test_a_value_is_escaped_as_markupsafe_does_it(value: object) -> None:
    assert shown(value) == escape(value)


def test_what_has_its_own_html_is_asked_for_it() -> None:
    class Own:
        def __html__(self) -> str:
            return "<hr>"

    assert shown(Own()) == "<hr>"
