"""How well topics are learned: half of a labelled collection to learn from, the other half to judge.

    python -m bench.topics FILE.jsonl [--seed N]

Each line of the file is an object with ``title``, ``body`` and ``topic``. Prints accuracy, macro F1 and times.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from builder.ingest.topics.model import TopicModel, features


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--test", type=Path, help="judge this file, learn from all of FILE")
    arguments = parser.parse_args()
    learn = _documents(arguments.file)
    if arguments.test:
        test = _documents(arguments.test)
    else:
        random.Random(arguments.seed).shuffle(learn)
        learn, test = learn[: len(learn) // 2], learn[len(learn) // 2 :]
    started = time.perf_counter()
    model = TopicModel([features(d["title"], d["body"]) for d in learn], [frozenset([d["topic"]]) for d in learn])
    learned = time.perf_counter()
    pairs = [(d["topic"], model.judge(features(d["title"], d["body"]), 0)[0].topic) for d in test]
    judged = time.perf_counter()
    right = sum(wanted == got for wanted, got in pairs)
    print(f"{len(learn)} learned in {learned - started:.1f} s, {len(test)} judged in {judged - learned:.1f} s")
    print(f"accuracy {right / len(pairs):.4f}   macro F1 {_macro_f1(pairs):.4f}")


def _documents(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def _macro_f1(pairs: list[tuple[str, str]]) -> float:
    figures = []
    for topic in sorted({wanted for wanted, _ in pairs}):
        hits = sum(wanted == got == topic for wanted, got in pairs)
        named = sum(topic in pair for pair in pairs)
        figures.append(2 * hits / (named + hits) if named else 0.0)
    return sum(figures) / len(figures)


if __name__ == "__main__":
    main()
