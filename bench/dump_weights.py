#!/usr/bin/env python3
"""Learn builder/data/dump_weights.tsv: how much each clue says for a line of a dump being body.

  dump_weights.py --data DIR [--check [--without CLUES]] [--out FILE]

DIR holds dump-lite/SET/ID.txt, dump-full/SET/ID.txt and gold/SET.jsonl (keys id, lang, body, align_lite, align_full).
--check trains on two thirds of the pages and measures on the rest, three times over, instead of writing the weights.
Needs numpy and scipy, which Rondan itself does not.
"""

from __future__ import annotations

import argparse
import bisect
import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from builder.ingest.dump.clues import around, near, own
from builder.ingest.dump.model import select
from builder.ingest.dump.rows import rows
from builder.ingest.dump.surroundings import clues_of, places

RARE = 8
"""A clue seen on fewer pages has no weight."""
PENALTY = 20.0
"""Of large weights (L2). Small data: chosen by --check."""
LONGEST = 450
"""Longer pages teach little but menus."""
OTHER_SCRIPTS = 2.0
"""Weight of a Japanese, Chinese or Korean page: there are few."""
BULLET = re.compile(r"^\s*(?:[•*\-–・]|\d+[.)])\s+")


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def grams(text: str, size: int = 8) -> set[str]:
    return {text[i : i + size] for i in range(len(text) - size + 1)}


def labels(lines: list[str], body: str) -> list[bool]:
    """Whether each line belongs to ``body``: four fifths of its 8-grams do; short lines verbatim, beside such lines."""
    whole, known = bare(body), grams(bare(body))
    texts = [bare(BULLET.sub("", line)) for line in lines]
    found = [len(t) >= 12 and sum(g in known for g in grams(t)) >= 0.8 * len(grams(t)) for t in texts]
    filled = [i for i, t in enumerate(texts) if t]
    rank = {i: r for r, i in enumerate(filled)}
    solid = [rank[i] for i in filled if found[i]]
    for i in filled:
        if not found[i] and len(texts[i]) < 12 and texts[i] in whole and solid:
            at = bisect.bisect_left(solid, rank[i])
            above = rank[i] - solid[at - 1] if at else 99
            below = solid[at] - rank[i] if at < len(solid) else 99
            found[i] = max(above, below) <= 4 or (len(texts[i]) >= 4 and min(above, below) == 1)
    return found


def pages(data: Path, without: tuple[str, ...]) -> list[dict[str, Any]]:
    made = []
    for gold in sorted((data / "gold").glob("*.jsonl")):
        for line in gold.open(encoding="utf-8"):
            record = json.loads(line)
            for kind in ("lite", "full"):
                path = data / f"dump-{kind}" / gold.stem / f"{record['id']}.txt"
                if not record.get("body") or record.get(f"align_{kind}", 0) < 0.85 or not path.exists():
                    continue
                lines = path.read_text(encoding="utf-8").split("\n")
                found = rows(lines)
                if not found:
                    continue
                truth = labels(lines, record["body"])
                clues = [
                    [*own(row), *near(seen), *(c for facts in place for c in clues_of(facts))]
                    for row, place, seen in zip(found, places(found), around(found), strict=True)
                ]
                if without:
                    clues = [[c for c in row if not c.startswith(without)] for row in clues]
                fold = int(hashlib.sha1(record["id"].encode()).hexdigest(), 16) % 3
                y = np.array([truth[row.index] for row in found], dtype=float)
                weight = (20 / max(20, len(found))) ** 0.5 * (OTHER_SCRIPTS if record["lang"] else 1.0)
                made.append(
                    {"id": record["id"], "lang": record["lang"], "kind": kind, "clues": clues, "y": y, "fold": fold}
                    | {"weight": weight, "rows": found}
                )
    return made


def vocabulary(chosen: list[dict[str, Any]]) -> dict[str, int]:
    count = Counter(clue for page in chosen for clue in {c for row in page["clues"] for c in row})
    return {clue: i for i, clue in enumerate(sorted(c for c, n in count.items() if n >= RARE))}


def matrix(chosen: list[dict[str, Any]], known: dict[str, int]) -> sparse.csr_matrix:
    columns: list[int] = []
    starts = [0]
    for page in chosen:
        for row in page["clues"]:
            columns += [known[c] for c in row if c in known]
            starts.append(len(columns))
    return sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(starts) - 1, len(known)))


def learn(chosen: list[dict[str, Any]], known: dict[str, int]) -> np.ndarray:
    x = matrix(chosen, known)
    back = x.T.tocsr()
    sign = 2 * np.concatenate([page["y"] for page in chosen]) - 1
    weight = np.concatenate([np.full(len(page["y"]), page["weight"]) for page in chosen])

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = (x @ theta[:-1] + theta[-1]) * sign
        wrong = weight * sign / (1 + np.exp(np.clip(z, -500, 500)))
        value = (weight * np.logaddexp(0, -z)).sum() + 0.5 * PENALTY * (theta[:-1] ** 2).sum()
        return value, np.concatenate([PENALTY * theta[:-1] - back @ wrong, [-wrong.sum()]])

    start = np.zeros(len(known) + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def check(all_pages: list[dict[str, Any]]) -> None:
    scores: dict[tuple[str, str], list[tuple[float, float, bool]]] = {}
    for fold in range(3):
        chosen = [p for p in all_pages if p["fold"] != fold and len(p["y"]) <= LONGEST]
        known = vocabulary(chosen)
        theta = learn(chosen, known)
        for page in (p for p in all_pages if p["fold"] == fold):
            odds = matrix([page], known) @ theta[:-1] + theta[-1]
            likely = list(1 / (1 + np.exp(-odds)))
            kept = np.zeros(len(likely), dtype=bool)
            kept[select(page["rows"], likely)] = True
            hits = (kept * page["y"]).sum()
            precision = hits / kept.sum() if kept.any() else 0.0
            recall = hits / page["y"].sum() if page["y"].any() else 1.0
            group = page["lang"] if page["lang"] == "ja" else "zh+ko" if page["lang"] else "other"
            scores.setdefault((page["kind"], group), []).append((precision, recall, bool(kept.any())))
    for (kind, group), found in sorted(scores.items()):
        p = np.mean([x[0] for x in found if x[2]])
        r = np.mean([x[1] for x in found])
        print(
            f"{kind} {group:6} {len(found):4} pages  line F1 {200 * p * r / (p + r):.1f} ({100 * p:.1f}/{100 * r:.1f})"
        )


def write(theta: np.ndarray, known: dict[str, int], out: Path) -> None:
    lines = [
        "# What each clue says for a line of a text dump being body: natural logarithm of odds, added up.",
        "# Learned by bench/dump_weights.py; clues that say nearly nothing are left out.",
        f"start\t{theta[-1]:.3f}",
    ]
    lines += [f"{clue}\t{theta[i]:.3f}" for clue, i in known.items() if abs(theta[i]) >= 0.015]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 3} weights written")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--without", default="", help="leave out clues that start so, by commas (for an ablation)")
    parser.add_argument("--out", type=Path, default=Path("builder/data/dump_weights.tsv"))
    options = parser.parse_args()
    found = pages(options.data, tuple(filter(None, options.without.split(","))))
    if options.check:
        check(found)
        return
    chosen = [p for p in found if len(p["y"]) <= LONGEST]
    known = vocabulary(chosen)
    write(learn(chosen, known), known, options.out)


if __name__ == "__main__":
    main()
