#!/usr/bin/env python3
"""Learn builder/data/title_weights.tsv: which of the lines above the body of a dump is its title.

  title_weights.py --data DIR [--check] [--out FILE]

DIR is as for bench.dump_learn; gold rows need the key title. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from builder.ingest.dump import titles
from builder.ingest.dump.page import read_page
from builder.text.notes import without_part

RARE, PENALTY = 5, 3.0


def folded(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", without_part(text)).casefold())


def pages(data: Path) -> list[dict[str, Any]]:
    made = []
    for gold in sorted((data / "gold").glob("*.jsonl")):
        for line in gold.open(encoding="utf-8"):
            record = json.loads(line)
            for kind in ("lite", "full"):
                path = data / f"dump-{kind}" / gold.stem / f"{record['id']}.txt"
                if not record.get("title") or not record.get("body") or not path.exists():
                    continue
                page = read_page(path.read_text(encoding="utf-8").split("\n"))
                rows = [i for i in titles.span(page) if titles.fits(page.rows[i])]
                want = folded(record["title"])
                right = [folded(page.rows[i].text) == want for i in rows]
                fold = int(hashlib.sha1(record["id"].encode()).hexdigest(), 16) % 3
                seen = titles.Seen.on(page)
                clues = [list(titles.clues(page, i, seen)) for i in rows]
                weight = 2.0 if record["lang"] else 1.0
                made.append({"clues": clues, "right": np.array(right), "fold": fold, "kind": kind, "weight": weight})
    return made


def matrix(found: list[dict[str, Any]], known: dict[str, int]) -> sparse.csr_matrix:
    columns: list[int] = []
    starts = [0]
    for clues in (c for page in found for c in page["clues"]):
        columns += [known[c] for c in clues if c in known]
        starts.append(len(columns))
    return sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(starts) - 1, len(known)))


def learn(found: list[dict[str, Any]]) -> tuple[np.ndarray, dict[str, int]]:
    """Conditional logit: of a page's candidates the right one should have the highest sum."""
    found = [page for page in found if page["right"].any()]
    count = Counter(c for page in found for c in {c for clues in page["clues"] for c in clues})
    known = {c: i for i, c in enumerate(sorted(c for c, n in count.items() if n >= RARE))}
    x = matrix(found, known)
    page_of = np.repeat(np.arange(len(found)), [len(page["right"]) for page in found])
    right = np.concatenate([page["right"] / page["right"].sum() for page in found])
    weight = np.array([page["weight"] for page in found])

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ theta
        top = np.full(len(found), -np.inf)
        np.maximum.at(top, page_of, z)
        e = np.exp(z - top[page_of])
        total = np.bincount(page_of, e)
        p = e / total[page_of]
        value = (weight * (np.log(total) + top)).sum() - (weight[page_of] * right * z).sum()
        return value + 0.5 * PENALTY * (theta**2).sum(), x.T @ (weight[page_of] * (p - right)) + PENALTY * theta

    return minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x, known


def check(found: list[dict[str, Any]]) -> None:
    hits: Counter[str] = Counter()
    for fold in range(3):
        theta, known = learn([page for page in found if page["fold"] != fold])
        for page in (p for p in found if p["fold"] == fold):
            hits["all " + page["kind"]] += 1
            hits["there " + page["kind"]] += bool(page["right"].any())
            if len(page["right"]):
                hits["right " + page["kind"]] += bool(page["right"][int(np.argmax(matrix([page], known) @ theta))])
    for kind in ("lite", "full"):
        total, there, right = (hits[f"{word} {kind}"] for word in ("all", "there", "right"))
        print(f"{kind}: {total} pages, title among the lines {there / total:.1%}, chosen {right / total:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("builder/data/title_weights.tsv"))
    options = parser.parse_args()
    found = pages(options.data)
    if options.check:
        check(found)
        return
    theta, known = learn(found)
    lines = [
        "# What each clue says for a line near the head of a dump's body being the title; the highest sum wins.",
        "# Learned by bench/title_weights.py.",
    ]
    lines += [f"{clue}\t{theta[i]:.3f}" for clue, i in known.items() if abs(theta[i]) >= 0.02]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} weights written")


if __name__ == "__main__":
    main()
