#!/usr/bin/env python3
"""Learn builder/data/title_weights.tsv and title_weights_ja.tsv: which of the lines above a dump's body is its title.

  title_weights.py --data DIR [--essays ESSAYS.jsonl] [--japanese] [--check] [--out FILE]

DIR is as for bench.dump_learn; gold rows need the key title. --japanese learns the weights of Japanese pages, from
those of DIR, the invented ones of ``bench.dump_invented`` and essays under plain heads; other languages count a fifth,
and a page without its title's lines teaches when there is none.
Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from bench import dump_invented
from builder.ingest.dump import japanese_titles, titles
from builder.ingest.dump.page import read_page
from builder.text.notes import without_part

RARE, PENALTY = 5, 3.0


def folded(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", without_part(text)).casefold())


def pages(data: Path, essays: Path | None, *, japanese: bool) -> list[dict[str, Any]]:
    made = []
    for gold in sorted((data / "gold").glob("*.jsonl")):
        for line in gold.open(encoding="utf-8"):
            record = json.loads(line)
            for kind in ("lite", "full"):
                path = data / f"dump-{kind}" / gold.stem / f"{record['id']}.txt"
                if record.get("title") and record.get("body") and path.exists():
                    lines = path.read_text(encoding="utf-8").split("\n")
                    weight = 2.0 if record["lang"] else 1.0
                    made.append(candidates(record["id"], kind, record["title"], lines, weight))
    made += [
        candidates(page.outlet, f"invented {page.kind}", page.title, page.lines, 1.0)
        for page in (dump_invented.pages() if japanese else ())
    ]
    for line in essays.open(encoding="utf-8") if essays else ():
        record = json.loads(line)
        lines, title = essay_dump(record, random.Random(record["id"]))
        made.append(candidates(record["id"], "essay", title, lines, 0.3))
    return made


def essay_dump(record: dict[str, str], chance: random.Random) -> tuple[list[str], str]:
    """The essay below its title and what may stand beside it, and the title; a tenth of them have none."""
    by_line = chance.choice(([], [record["author"]], [record["first_published"]], ["文＝" + record["author"]]))
    title = record["title"] if chance.random() < 0.9 else ""
    body = [text.strip("\u3000 ") for text in record["body"].split("\n")[:60]]
    return [*filter(None, [title]), *by_line, "", *body], title


def candidates(name: str, kind: str, title: str, lines: list[str], weight: float) -> dict[str, Any]:
    """The page's lines that may be the title, their clues, and which are right; ``none``: for there being none."""
    page = read_page(lines)
    if page.first < 0:
        return {"clues": [], "right": np.zeros(0, bool), "fold": 0, "kind": kind, "weight": weight, "ja": False}
    weighing = titles.Weighing(page)
    rows = [i for i in titles.span(page) if weighing.fits(i)]
    want = folded(title)
    return {
        "clues": [[*weighing.ready(i), *weighing.places(i), *weighing.words(i)] for i in rows],
        "right": np.array([folded(page.rows[i].text) == want for i in rows], bool),
        "none": list(japanese_titles.clues_of_none(page)),
        "fold": int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3,
        "kind": kind,
        "weight": weight,
        "ja": page.is_japanese,
    }


def with_none(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pages to learn Japanese weights from: having no title is one more candidate, right where no line is."""
    made = []
    for page in (p for p in found if len(p["right"])):
        has = bool(page["right"].any())
        if not page["ja"]:
            made += [{**page, "weight": 0.2}] if has else []
            continue
        clues = [*page["clues"], page["none"]]
        weight = min(1.0, page["weight"])
        made.append({**page, "clues": clues, "right": np.append(page["right"], not has), "weight": weight})
        if has:
            left = [c for c, right in zip(page["clues"], page["right"], strict=True) if not right]
            right = np.array([False] * len(left) + [True])
            made.append({**page, "clues": [*left, page["none"]], "right": right, "weight": 0.3 * weight})
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
    for kind in sorted({page["kind"] for page in found}):
        total, there, right = (hits[f"{word} {kind}"] for word in ("all", "there", "right"))
        print(f"{kind}: {total} pages, title among the lines {there / total:.1%}, chosen {right / total:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--essays", type=Path)
    parser.add_argument("--japanese", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    name = "title_weights_ja.tsv" if options.japanese else "title_weights.tsv"
    out = options.out or Path("builder/data") / name
    found = pages(options.data, options.essays, japanese=options.japanese)
    if options.japanese:
        found = with_none(found)
    if options.check:
        check(found)
        return
    theta, known = learn(found)
    lines = [
        "# What each clue says for a line near the head of a dump's body being the title; the highest sum wins.",
        "# Learned by bench/title_weights.py.",
    ]
    lines += [f"{clue}\t{theta[i]:.3f}" for clue, i in known.items() if abs(theta[i]) >= 0.02]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 2} weights written")


if __name__ == "__main__":
    main()
