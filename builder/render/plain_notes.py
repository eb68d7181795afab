"""Footnotes of a document that needs no parser, numbered and written as the parser's plugin does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .markdown_rules.notes import OPENING, reference_html, return_html

_DEFINITION = re.compile(r"^\[\^([^\s\[\]\\]+)\]: ", re.MULTILINE)


class Notes:
    """Numbers notes in the order in which they are first referred to; those never referred to are left out."""

    def __init__(self, labels: Iterable[str] = (), *, complete: bool = True) -> None:
        """``labels``: of the notes the document defines, wherever it does; ``complete``: there are surely no others."""
        self._complete = complete
        self._references = dict.fromkeys(labels, 0)
        """Label -> how often it was referred to."""
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, str] = {}

    @classmethod
    def of(cls, text: str) -> Notes:
        """The notes that a document defines."""
        if "[^" not in text:
            return cls()
        first = 0 if text.startswith("[^") else text.find("\n[^")
        labels = _DEFINITION.findall(text, first) if first >= 0 else []
        return cls(labels, complete=len(labels) == text.count("]:"))

    def refer(self, label: str) -> str | None:
        """HTML of a reference, or of the text it is where there is no such note; None where that is not certain."""
        earlier = self._references.get(label)
        if earlier is None:
            return f"[^{label}]" if self._complete and label.isalnum() else None
        self._references[label] = earlier + 1
        number = self._numbers.setdefault(label, len(self._numbers) + 1)
        return reference_html(number, earlier)

    def define(self, label: str, html: str) -> None:
        """Gives the note its text, as HTML; where it is given twice, the last one stands."""
        self._texts[label] = html

    def html(self) -> str:
        """The notes for the end of the document; empty where none is referred to."""
        if not self._numbers:
            return ""
        items = "".join(self._item(label, number) for label, number in self._numbers.items())
        return f"{OPENING}{items}</ol>\n</section>\n"

    def _item(self, label: str, number: int) -> str:
        back = "".join(return_html(number, earlier) for earlier in range(self._references[label]))
        return f'<li id="fn{number}" class="footnote-item"><p>{self._texts[label]}{back}</p>\n</li>\n'
