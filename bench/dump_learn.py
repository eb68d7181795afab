"""Learn builder/data/dump_trees.json: how likely a line of a text dump belongs to the body.

    python -m bench.dump_learn --data DIR [--texts FILE ...] --check        held out, five folds, by outlet
    python -m bench.dump_learn --data DIR [--texts FILE ...] [--out FILE]   learn anew

DIR holds dump-lite/SET/ID.txt, dump-full/SET/ID.txt, html/SET/ID.html.gz and gold/SET.jsonl (keys id, lang, title,
body, align_lite, align_full). FILE holds texts (objects with title and body, one a line) to set into Japanese
pages. With ``--check`` no page is judged by what was learned from any page of its outlet; the figures are before rules.
"""

from __future__ import annotations

import argparse
import base64
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from builder.ingest.dump.model import select
from builder.ingest.dump.signs.word_values import Values
from builder.ingest.dump.trees import trees_of

from .boosting import Binned, Shape, learn
from .dump_made import made_up, texts
from .dump_pages import FOLDS, pages
from .dump_samples import WORD_UNIT, Sample, Words, matrix_of, sample_of

SHAPES = (Shape(seed=1), Shape(trees=200, depth=4, signs=0.25, seed=2))
"""What is said is the mean of as many boosted trees."""
LONGEST = 700
"""Lines of a page beyond which it teaches little but menus."""
UNIT = 1000
"""Steps of what a leaf says to one."""


def model_of(samples: Sequence[Sample], words: Words, held_out: Sequence[int] = ()) -> dict[str, Any]:
    """What ``data/dump_trees.json`` holds, learned from the pages that are not of the folds ``held_out``.

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


def judged(sample: Sample, table: dict[str, Any], words: Values) -> list[float]:
    """The chance of each line, by the model ``table``."""
    names, matrix = matrix_of(sample, words)
    trees = trees_of(table)
    return trees.chances(matrix[[names.index(name) for name in trees.signs]])


def check(samples: Sequence[Sample], words: Words) -> None:
    """Print how well the lines of each page are told by what was learned from other outlets."""
    scores: dict[tuple[str, str], list[tuple[float, float, bool]]] = {}
    for fold in range(FOLDS):
        table, values = model_of(samples, words, [fold]), words.values([fold])
        for sample in samples:
            page = sample.page
            if page.fold != fold or page.made:
                continue
            kept = select(sample.rows, judged(sample, table, values))
            hits, body = float(sample.truth[kept].sum()), float(sample.truth.sum())
            group = page.lang if page.lang == "ja" else "zh+ko" if page.lang else "other"
            score = (hits / max(1, len(kept)), hits / body if body else 1.0, bool(kept))
            scores.setdefault((page.kind, group), []).append(score)
    for (kind, group), found in sorted(scores.items()):
        p = 100 * float(np.mean([x[0] for x in found if x[2]]))
        r = 100 * float(np.mean([x[1] for x in found]))
        print(f"{kind} {group:6} {len(found):4} pages  line F1 {2 * p * r / (p + r):.1f} ({p:.1f}/{r:.1f})")


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
    parser.add_argument("--out", type=Path, default=Path("builder/data/dump_trees.json"))
    options = parser.parse_args()
    known = list(pages(options.data))
    rng = np.random.default_rng(1)
    made = made_up(known, texts(options.texts))
    samples = [sample for page in (*known, *made) if (sample := sample_of(page, rng))]
    words = Words(samples)
    if options.check:
        check(samples, words)
    else:
        write(model_of(samples, words), options.out)


if __name__ == "__main__":
    main()
