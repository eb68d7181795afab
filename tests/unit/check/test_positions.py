from __future__ import annotations

import pytest

from builder.check.page import Reference
from builder.check.positions import in_page, second_id


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\x0c", "a"])
def test_the_line_is_counted_as_an_editor_counts_it(sign: str) -> None:
    text = f'<p>{sign}</p>\n<a href="gone/">\n<p id="x">\n<p id="x">{sign}\n'
    at, source = in_page(text, "index.html", Reference("a", "href", "gone/"))
    assert (at.line, at.column, source) == (2, 10, '<a href="gone/">')
    at, source = second_id(text, "index.html", "x")
    assert (at.line, at.column, source) == (4, 8, f'<p id="x">{sign}')
