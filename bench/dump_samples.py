"""Pages made ready for ``bench.dump_learn``: the signs of their lines, and what their words say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from builder.ingest.dump.rows import Rows, rows
from builder.ingest.dump.signs.table import Signs, read_signs
from builder.ingest.dump.signs.word_values import BITS, Values, places_of, read_words

from .dump_pages import FOLDS, Page

FAR, FAR_SEEN = 8, 0.3
"""Lines beyond which one is far from text and from body, and the share of those that is learned from."""
FULL = 1.5
"""Weight of a whole-page dump: more can go wrong."""
WORD_UNIT = 50
"""Steps of a word's value to one."""
WORD_MOST = 2.5
"""A word's value is at most that far from nothing."""
OUTLETS = 2
"""Outlets that must use a word for it to have a value."""
BORROWED = 0.25
"""What a text set into another page counts as."""


@dataclass(slots=True)
class Sample:
    """A page made ready."""

    page: Page
    rows: Rows
    signs: Signs
    truth: npt.NDArray[np.float32]
    weight: npt.NDArray[np.float64]
    """Of each line; 0 for those not learned from."""


def sample_of(page: Page, rng: np.random.Generator) -> Sample | None:
    """``page`` made ready; None if it has no line. A long page weighs more than a short one, each of its lines less."""
    found = rows(page.lines)
    if not found:
        return None
    signs = read_signs(found)
    truth = np.array([page.truth[row.index] for row in found], np.float32)
    hot = np.convolve((truth > 0) | (signs.columns["solid"] > 0), np.ones(2 * FAR + 1))[FAR : FAR + len(found)] > 0
    weight = np.where(hot, 1.0, np.where(rng.random(len(found)) < FAR_SEEN, 1 / FAR_SEEN, 0.0))
    of_page = page.weight * (FULL if page.kind == "full" else 1.0)
    length = 0.2 * len(found) + 0.8 * float(truth.sum())
    return Sample(page, found, signs, truth, weight * of_page * (20 / max(20.0, length)) ** 0.5)


class Words:
    """In the furniture and in the bodies of how many outlets each word stands, by fold."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self._counts = np.zeros((FOLDS, 2, 1 << BITS))
        held: dict[tuple[int, int, str], set[int]] = {}
        for sample in samples:
            places = places_of(sample.signs.tokens)
            body = sample.truth[sample.signs.tokens.lines] > 0
            if not sample.page.made:
                for side, which in ((0, ~body), (1, body)):
                    held.setdefault((sample.page.fold, side, sample.page.outlet), set()).update(places[which].tolist())
            elif sample.page.borrowed:
                self._counts[sample.page.fold, 1, np.unique(places[body])] += BORROWED
        for (fold, side, _), several in held.items():
            self._counts[fold, side, list(several)] += 1

    def values(self, without: Sequence[int] = ()) -> Values:
        """What each word says for furniture, by the outlets of all folds but ``without``."""
        furniture, body = self._counts[[fold for fold in range(FOLDS) if fold not in without]].sum(0)
        made = np.clip(np.log((furniture + 0.5) / (body + 0.5)), -WORD_MOST, WORD_MOST)
        return np.where(furniture + body < OUTLETS, 0.0, np.round(made * WORD_UNIT) / WORD_UNIT).astype(np.float32)


def matrix_of(sample: Sample, values: Values) -> tuple[list[str], npt.NDArray[np.float32]]:
    """All signs of a page's lines by name, and a row of numbers for each."""
    worded = read_words(sample.signs.tokens, values)
    plain = [*sample.signs.columns]
    return [*plain, *worded], np.concatenate([sample.signs.matrix(plain), np.array([*worded.values()], np.float32)])
