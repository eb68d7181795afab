"""Learn builder/data/dump_trees.json and dump_trees_ja.json: how likely a line of a text dump belongs to the body.

    python -m bench.dump_learn --data DIR [--texts FILE ...] --check        held out, five folds, by outlet
    python -m bench.dump_learn --data DIR [--texts FILE ...] [--out DIR]    learn anew

DIR holds dump-lite/SET/ID.txt, dump-full/SET/ID.txt, html/SET/ID.html.gz and gold/SET.jsonl (keys id, lang, title,
body, align_lite, align_full). FILE holds texts (objects with title and body, one a line) to set into Japanese
pages. With ``--check`` no page is judged by what was learned from any page of its outlet; the figures are before rules.
Trees for Japanese learn from the invented pages of ``bench.dump_invented`` too.
"""

from __future__ import annotations

import argparse
import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from builder.ingest.dump.model import blend, body_of
from builder.ingest.dump.trees import Odds, chances_of, trees_of

from . import dump_invented
from .boosting import Binned, Shape, learn
from .dump_made import made_up, texts
from .dump_pages import FOLDS, Page, pages
from .dump_samples import WORD_UNIT, Sample, Words, matrix_of, sample_of

SHAPES = (Shape(seed=1), Shape(trees=200, depth=4, signs=0.25, seed=2))
"""What is said is the mean of as many boosted trees."""
LONGEST = 700
"""Lines of a page beyond which it teaches little but menus."""
UNIT = 1000
"""Steps of what a leaf says to one."""


@dataclass(frozen=True)
class Lesson:
    """What one set of trees learns from."""

    file: str
    weights: dict[str, float]
    """Of a page by its language; ``""`` for those of letters."""
    invented: bool
    """Whether invented pages count."""

    def pages(self, samples: Sequence[Sample]) -> list[Sample]:
        """The samples to learn from, weighed."""
        return [
            replace(sample, weight=sample.weight * self.weights[sample.page.lang])
            for sample in samples
            if self.invented or not sample.page.invented
        ]


FOR_ALL = Lesson("dump_trees.json", {"ja": 3.0, "zh": 2.0, "ko": 2.0, "": 1.0}, invented=False)
FOR_JAPANESE = Lesson("dump_trees_ja.json", {"ja": 3.0, "zh": 1.0, "ko": 1.0, "": 0.3}, invented=True)


def model_of(samples: Sequence[Sample], words: Words, held_out: Sequence[int] = ()) -> dict[str, Any]:
    """What a file of trees holds, learned from the pages that are not of the folds ``held_out``.

    The words of a page have the values they have without its own fold, as the words of a new page will.
    """
    chosen = [s for s in samples if s.page.fold not in held_out and len(s.rows) <= LONGEST]
    values = {fold: words.values([fold, *held_out]) for fold in range(FOLDS)}
    seen = [np.flatnonzero(sample.weight) for sample in chosen]
    names = matrix_of(chosen[0], values[0])[0]
    matrix = np.concatenate(
        [matrix_of(s, values[s.page.fold])[1][:, at] for s, at in zip(chosen, seen, strict=True)], 1
    )
    truth = np.concatenate([s.truth[at] for s, at in zip(chosen, seen, strict=True)])
    weight = np.concatenate([s.weight[at] for s, at in zip(chosen, seen, strict=True)])
    data = Binned(matrix)
    learned = [learn(data, truth, weight, shape) for shape in SHAPES]
    trees = [tree for one in learned for tree in one["trees"]]
    used = sorted({sign for tree in trees for sign, _ in tree["asks"]})
    place = {sign: i for i, sign in enumerate(used)}
    packed = zlib.compress(np.round(words.values(held_out) * WORD_UNIT).astype(np.int8).tobytes(), 9)
    return {
        "start": round(float(np.mean([one["start"] for one in learned])), 4),
        "signs": [names[sign] for sign in used],
        "unit": UNIT,
        "words unit": WORD_UNIT,
        "words": base64.b64encode(packed).decode(),
        "trees": [
            {
                "asks": [[place[sign], float(f"{bound:.6g}")] for sign, bound in tree["asks"]],
                "says": [round(float(said) * UNIT / len(learned)) for said in tree["says"]],
            }
            for tree in trees
        ],
    }


def judged(samples: Sequence[Sample], learned: Sequence[Sample], words: Words, fold: int) -> list[Odds]:
    """What trees say of the lines of each of ``samples`` that learned from all pages but those of ``fold``."""
    table, values = model_of(learned, words, [fold]), words.values([fold])
    trees = trees_of(table)
    said = []
    for sample in samples:
        names, matrix = matrix_of(sample, values)
        said.append(trees.odds(matrix[[names.index(name) for name in trees.signs]]))
    return said


def check(samples: Sequence[Sample]) -> None:
    """Print how well the lines of each page are told by what was learned from other outlets."""
    scores: dict[tuple[str, str], list[tuple[float, float, bool]]] = {}
    for_all, for_japanese = FOR_ALL.pages(samples), FOR_JAPANESE.pages(samples)
    words, words_japanese = Words(for_all), Words(for_japanese)
    for fold in range(FOLDS):
        measured = [sample for sample in samples if sample.page.fold == fold and not sample.page.made]
        japanese = [sample for sample in measured if sample.page.lang == "ja"]
        own = judged(japanese, for_japanese, words_japanese, fold)
        by_sample = {id(sample): odds for sample, odds in zip(japanese, own, strict=True)}
        for sample, odds in zip(measured, judged(measured, for_all, words, fold), strict=True):
            likely = chances_of(blend(odds, by_sample[id(sample)]) if id(sample) in by_sample else odds)
            _, kept = body_of(sample.rows, likely)
            hits, body = float(sample.truth[kept].sum()), float(sample.truth.sum())
            score = (hits / max(1, len(kept)), hits / body if body else 1.0, bool(kept))
            scores.setdefault((sample.page.kind, _group(sample.page)), []).append(score)
    for (kind, group), found in sorted(scores.items()):
        p = 100 * float(np.mean([x[0] for x in found if x[2]]))
        r = 100 * float(np.mean([x[1] for x in found]))
        print(f"{kind} {group:11} {len(found):4} pages  line F1 {2 * p * r / (p + r):.1f} ({p:.1f}/{r:.1f})")


def _group(page: Page) -> str:
    if page.invented:
        return "ja invented"
    return page.lang if page.lang == "ja" else "zh+ko" if page.lang else "other"


def write(table: dict[str, Any], out: Path) -> None:
    """The model, a tree a line."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in table.pop("trees"))
    head = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in table.items())
    out.write_text(f'{{\n{head},\n"trees": [\n{trees}\n]\n}}\n', encoding="utf-8")
    print(f"{out}: {len(table['signs'])} signs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("builder/data"))
    options = parser.parse_args()
    known = list(pages(options.data))
    rng = np.random.default_rng(1)
    made = made_up(known, texts(options.texts))
    samples = [sample for page in (*known, *made, *dump_invented.pages()) if (sample := sample_of(page, rng))]
    if options.check:
        check(samples)
    else:
        for lesson in (FOR_ALL, FOR_JAPANESE):
            learned = lesson.pages(samples)
            write(model_of(learned, Words(learned)), options.out / lesson.file)


if __name__ == "__main__":
    main()
