"""Topics proposed by the terms of their records, each with the words that speak for it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ...diagnostics import Diagnostic, Severity
from ...model import Topic

_MOST = 3
"""Topics an article is given at most; the best come first."""


@dataclass(frozen=True, slots=True)
class TopicProposal:
    """A topic, by its name, and why."""

    topic: str
    terms: tuple[tuple[str, int], ...]
    """Terms found and how often, most frequent first."""
    score: float

    def reason(self) -> Diagnostic:
        """The proposal as a note for the report."""
        words = ", ".join(f"{term} ×{count}" for term, count in self.terms[:5])
        values = {"topic": self.topic, "terms": words}
        return Diagnostic("ingest/topic-proposed", severity=Severity.NOTE, values=values)


class TopicTerms:
    """All records' terms, ready to be looked for."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = [(t.name, [(term, _pattern(term)) for term in (t.name, *t.terms)]) for t in topics]

    def propose(self, title: str, body: str) -> tuple[TopicProposal, ...]:
        """The topics an article's words speak for: a term in the title, two terms, or one term three times."""
        head, text = _folded(title), _folded(body)
        proposals = []
        for name, patterns in self._topics:
            found = {term: len(pattern.findall(text)) + 2 * len(pattern.findall(head)) for term, pattern in patterns}
            counts = tuple(sorted(((t, n) for t, n in found.items() if n), key=lambda pair: (-pair[1], pair[0])))
            in_title = any(pattern.search(head) for _, pattern in patterns)
            total = sum(count for _, count in counts)
            if counts and (in_title or len(counts) > 1 or total > 2):
                score = total * (1 + 0.5 * (len(counts) - 1)) * (2 if in_title else 1)
                proposals.append(TopicProposal(name, counts, score))
        proposals.sort(key=lambda p: (-p.score, p.topic))
        best = proposals[0].score if proposals else 0
        return tuple(p for p in proposals[:_MOST] if p.score >= best / 4)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _pattern(term: str) -> re.Pattern[str]:
    """Latin terms match whole words, an English plural too; others match anywhere."""
    folded = re.escape(_folded(term).strip())
    if re.match(r"[a-z0-9]", _folded(term)):
        return re.compile(rf"(?<![^\W_]){folded}(?:e?s)?(?![^\W_])")
    return re.compile(folded)
