"""Learn builder/data/body_model.json: how likely a block of a page belongs to its article.

    python -m bench.extract_learn --data DIR [--folds 4] [--out FILE]

DIR is as for ``bench.extract``. Needs numpy and lightgbm, which are no dependencies of Rondan. With ``--folds`` each
page is judged by trees that never saw it, and the figures are printed; without, the model is written.

A block's label is the share of its 8-grams that stand in the known body. Every page weighs the same; pages cut to
their first paragraphs are added, so that short articles are known too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm  # type: ignore[import-not-found]
import numpy as np  # type: ignore[import-not-found]

from builder.ingest.body.context import CONTEXT, context_rows
from builder.ingest.body.features import FEATURES, PageFacts, rows_of
from builder.ingest.extraction import LineKind
from builder.ingest.html.block import Block, Place
from builder.ingest.html.page import page_of
from builder.ingest.metadata.find import facts_of
from builder.ingest.metadata.head import head_of
from builder.ingest.raw.read import read

from .extract_measure import Page, body_score, pages, squeeze

LEAVES, TREES, RATE = 16, 40, 0.15
SEEDS = (1, 2, 3)
"""The second pass is the mean of as many models: it sees few blocks, so that costs little, and is steadier."""
KEPT = 0.45
_GRAM = 8
Contexts = dict[int, list[list[int]]]
"""By ``id`` of a sample: what the second pass looks at beside its rows."""


@dataclass(slots=True)
class Sample:
    """One page made ready: its blocks, their features, labels and weights."""

    page: Page
    blocks: Sequence[Block]
    places: Sequence[Place]
    rows: list[list[int]]
    labels: list[float]
    weights: list[float]
    fold: int
    is_cut: bool = False
    chances: Any = None


def samples(found: Sequence[Page], folds: int) -> list[Sample]:
    """Read the pages whose body, or some snippets of it, are known."""
    out: list[Sample] = []
    for page in found:
        if not page.gold.get("body") and not page.gold.get("with"):
            continue
        parsed = page_of(read(page.data(), f"{page.id}.html")[0])
        facts = facts_of(head_of(parsed.root))
        blocks = [b for b in parsed.blocks if b.kind not in (LineKind.IMAGE, LineKind.RULE)]
        fold = int(hashlib.sha1(page.id.encode()).hexdigest(), 16) % max(1, folds)
        rows = rows_of(blocks, parsed.places, facts)
        if not page.gold.get("body"):
            labels, weights = _snippet_labels(page, blocks)
            out.append(Sample(page, blocks, parsed.places, rows, labels, weights, fold))
            continue
        labels = _labels(page, blocks)
        out.append(Sample(page, blocks, parsed.places, rows, labels, _weights(page, blocks, 1.0), fold))
        out.extend(_cut(out[-1], facts))
    return out


def _labels(page: Page, blocks: Sequence[Block]) -> list[float]:
    body = squeeze(page.gold["body"])
    grams = {body[n : n + _GRAM] for n in range(len(body))}
    out = []
    for block in blocks:
        bare = squeeze(block.text)
        own = [bare[n : n + _GRAM] for n in range(max(1, len(bare) - _GRAM + 1))]
        out.append(sum(g in grams for g in own) / len(own) if len(bare) >= 12 else float(bare in body))
    solid = [n for n, (label, b) in enumerate(zip(out, blocks, strict=True)) if label > 0.8 and len(b.text) >= 12]
    return [
        label if len(squeeze(b.text)) >= 12 or any(abs(n - m) <= 4 for m in solid) else 0.0
        for n, (label, b) in enumerate(zip(out, blocks, strict=True))
    ]


def _snippet_labels(page: Page, blocks: Sequence[Block]) -> tuple[list[float], list[float]]:
    labels, weights = [], []
    for block in blocks:
        bare = squeeze(block.text)
        wanted = any(squeeze(s) in bare for s in page.gold["with"])
        unwanted = any(squeeze(s) in bare for s in page.gold["without"])
        labels.append(float(wanted))
        weights.append(1.0 if wanted != unwanted else 0.0)
    return labels, weights


def _weights(page: Page, blocks: Sequence[Block], share: float) -> list[float]:
    whole = max(400, len(page.gold["body"].encode()))
    script = 3.0 if page.language == "ja" else 1.5 if page.language else 1.0
    return [20 * min((len(b.text.encode()) + 15) / whole, 0.25) * script * share for b in blocks]


def _cut(sample: Sample, facts: PageFacts) -> list[Sample]:
    """Cut a page's article to its first one to three paragraphs."""
    chance = random.Random(sample.page.id)
    body = [n for n, label in enumerate(sample.labels) if label > 0.6 and len(sample.blocks[n].text.encode()) > 60]
    if len(body) <= 4 or (not sample.page.language and chance.random() > 0.6):
        return []
    last = body[chance.choice((1, 1, 2, 3)) - 1]
    left = [n for n, label in enumerate(sample.labels) if label <= 0.6 or n <= last]
    blocks = [sample.blocks[n] for n in left]
    known = facts if chance.random() < 0.5 else PageFacts(facts.titles, "", facts.description)
    rows = rows_of(blocks, sample.places, known)
    share = 0.35 if sample.page.language else 0.06
    weights = _weights(sample.page, blocks, share)
    return [
        Sample(sample.page, blocks, sample.places, rows, [sample.labels[n] for n in left], weights, sample.fold, True)
    ]


def learn(chosen: Sequence[Sample], extra: Contexts | None = None, seed: int = 1) -> Any:
    """Grow trees on the features, and on those of the context where given."""
    chosen = [s for s in chosen if s.rows]
    rows = np.array([[*r, *(extra[id(s)][n] if extra else ())] for s in chosen for n, r in enumerate(s.rows)])
    labels = np.array([v for s in chosen for v in s.labels])
    weights = np.array([v for s in chosen for v in s.weights])
    used = weights > 0
    settings = {
        "objective": "cross_entropy", "num_leaves": LEAVES, "learning_rate": RATE, "min_data_in_leaf": 40,
        "lambda_l2": 5, "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": seed,
        "verbose": -1,
    }  # fmt: skip
    return lightgbm.train(settings, lightgbm.Dataset(rows[used], labels[used], weight=weights[used]), TREES)


def passes(chosen: Sequence[Sample]) -> tuple[Any, list[Any]]:
    """Learn both passes; the second sees judgements by trees that did not see the page."""
    for fold in sorted({s.fold for s in chosen}):
        trees = learn([s for s in chosen if s.fold != fold])
        for sample in chosen:
            if sample.fold == fold and sample.rows:
                sample.chances = trees.predict(np.array(sample.rows))
    contexts = _contexts(chosen)
    return learn(chosen), [learn(chosen, contexts, seed) for seed in SEEDS]


def _contexts(chosen: Sequence[Sample]) -> Contexts:
    return {id(s): context_rows(s.blocks, s.places, list(s.chances)) for s in chosen if s.rows}


def judge(sample: Sample, first: Any, second: Sequence[Any]) -> str:
    """Return the text that the two passes keep of a page."""
    if not sample.rows:
        return ""
    early = list(first.predict(np.array(sample.rows)))
    context = context_rows(sample.blocks, sample.places, early)
    rows = np.array([a + b for a, b in zip(sample.rows, context, strict=True)])
    margins = sum(model.predict(rows, raw_score=True) for model in second) / len(second)
    late = 1 / (1 + np.exp(-margins))
    kept = [b.text for b, c, e in zip(sample.blocks, late, early, strict=True) if c >= KEPT and e >= 0.03]
    return "\n\n".join(kept)


def written(first: Any, second: Sequence[Any]) -> str:
    """Write the trees with the names of the features, one tree a line."""
    names = (*FEATURES, *CONTEXT)

    def tree(node: dict[str, Any], share: float) -> Any:
        if "leaf_value" in node:
            return round(node["leaf_value"] * share, 4)
        low, high = tree(node["left_child"], share), tree(node["right_child"], share)
        return [names[node["split_feature"]], max(-1, int(node["threshold"])), low, high]

    parts = []
    for key, models in (("first", [first]), ("second", second)):
        grown = [t["tree_structure"] for model in models for t in model.dump_model()["tree_info"]]
        lines = [json.dumps(tree(t, 1 / len(models)), separators=(",", ":")) for t in grown]
        parts.append(f'"{key}": [\n' + ",\n".join(lines) + "\n]")
    return "{" + ",\n".join(parts) + "}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0, help="judge unseen pages, write nothing")
    parser.add_argument("--out", type=Path, default=Path("builder/data/body_model.json"))
    arguments = parser.parse_args()
    if arguments.folds in (1, 2):
        parser.error("--folds: three at least, for the second pass learns from pages that the first did not see")
    chosen = samples(pages(arguments.data), arguments.folds or 4)
    if not arguments.folds:
        arguments.out.write_text(written(*passes(chosen)), encoding="utf-8", newline="\n")
        return
    texts: list[tuple[Page, str]] = []
    for fold in range(arguments.folds):
        models = passes([s for s in chosen if s.fold != fold])
        seen = [s for s in chosen if s.fold == fold and not s.is_cut and s.page.gold.get("body")]
        texts += [(s.page, judge(s, *models)) for s in seen]
    for group in sorted({page.language or page.group for page, _ in texts}):
        score = body_score([(page, text) for page, text in texts if (page.language or page.group) == group])
        print(f"{group:12} F1 {100 * score[0]:.1f}  precision {100 * score[1]:.1f}  recall {100 * score[2]:.1f}")


if __name__ == "__main__":
    main()
