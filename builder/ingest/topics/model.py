"""Which topics a text is about, learned from texts that have theirs: one linear classifier per topic.

A support vector machine trained by dual coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for
Large-scale Linear SVM", ICML 2008, algorithm 1 with its shrinking simplified), on words and pairs of Japanese
characters weighted by rarity. Linear, so every decision is a sum over words and can be shown as such. Plain Python:
learning 1,300 articles of nine topics takes some ten seconds, judging one a few milliseconds.
"""

from __future__ import annotations

import math
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

_WORDS = re.compile(r"[a-z][a-z'’]*|[ァ-ヺー]+|[一-鿿々]+")
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々]+")
_LONGEST_WORD = 12
_PAIR = 2
_TITLE_COUNTS = 2
_FEWEST_TEXTS = 2
"""A feature of fewer texts says nothing of others."""
_PENALTY = 10.0
_ROUNDS = 6

Vector = tuple[list[int], list[float]]
"""Feature numbers and their weights, of length one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One topic for one text."""

    topic: str
    score: float
    """Above zero: the text is about it."""
    words: tuple[str, ...]
    """What speaks for it, strongest first."""


def features(title: str, body: str) -> Counter[str]:
    """Words, and every two Japanese characters that stand together."""
    text = unicodedata.normalize("NFKC", "\n".join([title] * _TITLE_COUNTS + [body])).casefold()
    found = Counter(word[:_LONGEST_WORD] for word in _WORDS.findall(text))
    for run in _JAPANESE.findall(text):
        found.update(run[at : at + _PAIR] for at in range(len(run) - 1))
    return found


class TopicModel:
    """Learned from texts whose topics are known; judges others."""

    def __init__(self, texts: Sequence[Counter[str]], labels: Sequence[frozenset[str]], fewest: int = 3) -> None:
        """``texts``: features of each; ``labels``: its topics. Topics of fewer than ``fewest`` texts are left out."""
        spread = Counter(word for text in texts for word in text)
        rarity = {
            word: math.log(len(texts) / count)
            for word, count in sorted(spread.items())
            if _FEWEST_TEXTS <= count < 0.9 * len(texts)
        }
        self._numbers = {word: number for number, word in enumerate(rarity)}
        self._names = list(rarity)
        self._rarity = list(rarity.values())
        vectors = [self._vector(text) for text in texts]
        sizes = Counter(topic for topics in labels for topic in topics)
        self._weights = {
            topic: _learn(vectors, [topic in topics for topics in labels], len(rarity))
            for topic, size in sorted(sizes.items())
            if size >= fewest and size < len(texts)
        }

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it knows."""
        return tuple(self._weights)

    def words(self, topic: str, count: int = 10) -> tuple[str, ...]:
        """The words that speak for a topic most, over all texts."""
        weights = self._weights[topic]
        parts = [weight * rarity for weight, rarity in zip(weights, self._rarity, strict=False)]
        return self._reasons(list(range(len(self._names))), parts, count)

    def judge(self, text: Counter[str], words: int = 6) -> tuple[Verdict, ...]:
        """Every topic's verdict on a text, best first."""
        numbers, values = self._vector(text)
        verdicts = []
        for topic, weights in self._weights.items():
            parts = list(map(mul, map(weights.__getitem__, numbers), values))
            score = sum(parts) + weights[-1]
            verdicts.append(Verdict(topic, score, self._reasons(numbers, parts, words) if words else ()))
        return tuple(sorted(verdicts, key=lambda verdict: (-verdict.score, verdict.topic)))

    def _reasons(self, numbers: list[int], parts: list[float], count: int) -> tuple[str, ...]:
        """The words with the largest share; for a piece of a word the word that it speaks through, where it is one.

        Pairs from the border of two words are named only where there is nothing else to name.
        """
        ranked = sorted(((part, number) for part, number in zip(parts, numbers, strict=True) if part > 0), reverse=True)
        names = [name for _, number in ranked if len(name := self._names[number]) > 1]
        words = [name for name in names if _WORDS.fullmatch(name)]
        chosen: list[str] = []
        for piece in words or names:
            is_pair = len(piece) == _PAIR and _JAPANESE.fullmatch(piece)
            name = next((word for word in words if piece in word and word != piece), piece) if is_pair else piece
            if not any(name in other or other in name for other in chosen):
                chosen.append(name)
            if len(chosen) == count:
                break
        return tuple(chosen)

    def _vector(self, text: Counter[str]) -> Vector:
        numbers, values = [], []
        for word, count in text.items():
            number = self._numbers.get(word)
            if number is not None:
                numbers.append(number)
                values.append((1 + math.log(count)) * self._rarity[number])
        length = math.sqrt(sum(value * value for value in values)) or 1.0
        return numbers, [value / length for value in values]


def _learn(vectors: Sequence[Vector], wanted: Sequence[bool], size: int) -> list[float]:
    """Weights of one topic; the last is the constant. The same input always gives the same weights."""
    weights = [0.0] * (size + 1)
    shares = [0.0] * len(vectors)
    order = list(range(len(vectors)))
    shuffle = random.Random(len(vectors)).shuffle  # noqa: S311  # an order, not a secret
    for turn in range(_ROUNDS):
        shuffle(order)
        for at in order:
            numbers, values = vectors[at]
            sign = 1.0 if wanted[at] else -1.0
            slope = sign * (sum(map(mul, map(weights.__getitem__, numbers), values)) + weights[-1]) - 1.0
            share = min(max(shares[at] - slope / 2.0, 0.0), _PENALTY)
            step = (share - shares[at]) * sign
            if step:
                shares[at] = share
                for number, value in zip(numbers, values, strict=True):
                    weights[number] += step * value
                weights[-1] += step
        if 0 < turn < _ROUNDS - 2:  # texts far on the right side rarely come back; the last rounds look at all again
            order = [at for at in order if shares[at] > 0.0]
        elif turn == _ROUNDS - 2:
            order = list(range(len(vectors)))
    return weights
