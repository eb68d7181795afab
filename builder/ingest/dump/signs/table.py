"""All signs of a page's lines, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..page_text import Columns
from ..rows import Rows
from ..words import Tokens, Words
from .kinship import copies, kinship, titled
from .line import read_line
from .stretches import read_stretches, text_mass, text_stretches
from .surroundings import main_stretches, read_neighbours, read_place, read_roles
from .word_values import Values, read_words


@dataclass(frozen=True)
class Signs:
    """What is seen of a page's lines."""

    count: int
    """Lines of the page."""
    columns: Columns
    """All signs but those of what words are worth."""
    tokens: Tokens
    """The words."""

    def matrix(self, names: Sequence[str], values: Values | None = None) -> npt.NDArray[np.float32]:
        """The signs ``names``, one row each. ``values``: what is learned of words."""
        made = np.empty((len(names), self.count), np.float32)
        columns = self.columns if values is None else self.columns | read_words(self.tokens, values)
        for row, name in enumerate(names):
            made[row] = columns[name]
        return made


def read_signs(rows: Rows) -> Signs:
    """The signs of the lines of a page, which has one at least."""
    page = rows.text
    words = Words(page)
    own = read_line(rows, page, words)
    own |= read_roles(own)
    tokens = words.tokens
    found = text_stretches(own)
    main = own["text"].copy()
    stretches = main_stretches(own)
    first, last = stretches[0]
    main[:first], main[last + 1 :] = False, False
    mass = text_mass(own, found) if len(found.members) else np.zeros(0)
    kin = titled(own, tokens, found, mass) if len(found.members) else np.zeros(0)
    columns = {
        **own,
        **read_neighbours(own),
        **read_place(own, main, stretches),
        **read_stretches(own, found, mass, kin),
    }
    columns["copies"] = copies(page)
    columns["kin"] = kinship(tokens, main)
    columns["kin to text"] = kinship(tokens, own["text"])
    return Signs(page.count, columns, tokens)
