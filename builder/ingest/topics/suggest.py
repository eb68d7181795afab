"""``rondan topics suggest``: topics for articles, learned from those that have theirs, each with the words behind it.

An article that has topics is judged by a model that has not seen it, so that what it lacks can show. Nothing is
written: a curator reads the suggestions and takes those that fit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...config import Config
from ...progress import Progress, silent
from ..shelf import Held, Shelf, body_of
from .model import TopicModel, Verdict, features

_FOLDS = 4
FEWEST = 4
"""Articles a topic needs to be learned from."""
_SURE = 0.0
"""Score from which an article without topics gets a suggestion."""
_SURER = 0.5
"""The same for an article that has topics already."""


@dataclass(frozen=True, slots=True)
class TopicSuggestion:
    """A topic for an article."""

    path: str
    id: str
    title: str
    has: tuple[str, ...]
    """Topics the article has."""
    topic: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicSuggestions:
    """What was learned, and what follows."""

    suggestions: tuple[TopicSuggestion, ...]
    """Surest first."""
    learned: tuple[tuple[str, int], ...]
    """Topics and the articles each was learned from."""
    terms: tuple[tuple[str, tuple[str, ...]], ...]
    """Words that speak for a topic in this archive: candidates for the terms of its record."""
    too_few: tuple[tuple[str, int], ...]
    """Topics with too few articles to learn from."""


def suggest_topics(
    archive: Path, config: Config, *, everywhere: bool = True, progress: Progress = silent
) -> TopicSuggestions:
    """Suggestions for the articles of the archive. ``everywhere``: also for those that have topics already."""
    held = [each for each in Shelf.read(archive, config.paths.content).articles if each.status != "withdrawn"]
    texts = []
    for number, each in enumerate(held, 1):
        progress("read", number, len(held))
        texts.append(features(each.title, body_of(archive, each)))
    sizes = Counter(topic for each in held for topic in each.topics)
    learnable = {topic for topic, size in sizes.items() if size >= FEWEST}
    labelled = [at for at, each in enumerate(held) if each.topics]
    model = _model(held, texts, labelled)
    found: list[TopicSuggestion] = []
    for each, text in zip(held, texts, strict=True):
        if not each.topics:
            found += _suggestions(each, model.judge(text), _SURE)
    for fold in range(_FOLDS if everywhere else 0):
        progress("ingest", fold + 1, _FOLDS)
        others = _model(held, texts, [at for number, at in enumerate(labelled) if number % _FOLDS != fold])
        for at in labelled[fold::_FOLDS]:
            found += _suggestions(held[at], others.judge(texts[at]), _SURER)
    return TopicSuggestions(
        tuple(sorted(found, key=lambda s: (-s.score, s.path, s.topic))),
        tuple(sorted((topic, sizes[topic]) for topic in learnable)),
        tuple((topic, model.words(topic)) for topic in model.topics),
        tuple(sorted((topic, size) for topic, size in sizes.items() if topic not in learnable)),
    )


def _model(held: Sequence[Held], texts: Sequence[Counter[str]], which: Sequence[int]) -> TopicModel:
    return TopicModel([texts[at] for at in which], [frozenset(held[at].topics) for at in which], FEWEST)


def _suggestions(held: Held, verdicts: Sequence[Verdict], sure: float) -> Iterator[TopicSuggestion]:
    for verdict in verdicts:
        if verdict.score > sure and verdict.topic not in held.topics and verdict.words:
            score = round(verdict.score, 3)
            yield TopicSuggestion(held.path, held.id, held.title, held.topics, verdict.topic, score, verdict.words)
