"""The name of the outlet over a dump, known by the folder that a person has put the outlet's pages into."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice, takewhile
from pathlib import PurePosixPath

from ...text.names import is_organisation, is_person_name
from ...text.sections import names_section
from ..cleaning.furniture import Furniture

_TOP = 6
"""Lines with text among which it stands."""
_TEXT = 60
"""Characters of a line that is text, with which the head has ended."""
_BLANK = re.compile(r"\s+")


def masthead_of(lines: Sequence[str], name: str) -> int:
    """The line near the top that says no more than the folder of the file ``name``; -1 for none.

    Folders may be named after an author or a section, too: those print no outlet.
    """
    folder = PurePosixPath(name).parent.name
    wanted = _bare(folder)
    if len(wanted) < 2 or wanted.isdigit() or names_section(folder) or is_person_name(folder, strict=True):
        return -1
    head = takewhile(lambda at: len(lines[at]) < _TEXT, range(min(len(lines), 80)))
    top = islice((at for at in head if lines[at].strip()), _TOP)
    return next((at for at in top if _bare(lines[at]) == wanted), -1)


def is_headline(line: str, title: str, known: Furniture | None) -> bool:
    """Whether the line that says the folder's name is the text's headline: the folder was named after its one text.

    ``title`` is what else on the page may be the title; an outlet's name stands over a headline. ``known`` is what
    the pages of the folder repeat: a line on several of them is no headline.
    """
    if is_organisation(line.strip()) or (known is not None and known.repeats(line, at_end=True)):
        return False
    return not title or is_organisation(title) or _bare(title) == _bare(line)


def _bare(text: str) -> str:
    return _BLANK.sub("", unicodedata.normalize("NFKC", text)).casefold()
