"""Pages with a known article, and how near a found text or fact comes to it.

Body: multisets of 4-token shingles, or of character bigrams where the script has no spaces; precision is the mean over
the pages with output, recall the mean over all, F1 is taken of the two means (as the scrapinghub benchmark does).
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

_WORD = re.compile(r"\w+")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page and what is known of it."""

    id: str
    group: str
    language: str
    """ja, zh, ko, or empty for scripts with spaces."""
    gold: dict[str, Any]
    path: Path

    def data(self) -> bytes:
        """Return the page as it was fetched."""
        return gzip.decompress(self.path.read_bytes())


def pages(folder: Path) -> list[Page]:
    """Read ``gold/*.jsonl``; the pages lie in ``html/<set>/<id>.html.gz``."""
    found = []
    for gold in sorted((folder / "gold").glob("*.jsonl")):
        for line in gold.read_text(encoding="utf-8").split("\n"):
            if not line:
                continue
            row = json.loads(line)
            path = folder / "html" / gold.stem / f"{row['id']}.html.gz"
            if path.is_file():
                found.append(Page(row["id"], gold.stem, row.get("lang", ""), row, path))
    return found


def squeeze(text: str) -> str:
    """Return NFC text without white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def overlap(gold: str, found: str, *, wide: bool) -> tuple[float, float]:
    """Return precision and recall of a body."""
    grams = _bigrams if wide else _shingles
    wanted, got = grams(gold), grams(found)
    shared = sum((wanted & got).values())
    return shared / max(1, sum(got.values())), shared / max(1, sum(wanted.values()))


def _shingles(text: str) -> Counter[Any]:
    words = _WORD.findall(text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3))) if words else Counter()


def _bigrams(text: str) -> Counter[Any]:
    bare = squeeze(text)
    return Counter(bare[n : n + 2] for n in range(len(bare) - 1))


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def body_score(pairs: Iterable[tuple[Page, str]]) -> tuple[float, float, float]:
    """Return F1, precision and recall over pages and the texts found in them."""
    scores = [(*overlap(page.gold["body"], text, wide=bool(page.language)), bool(text.strip())) for page, text in pairs]
    precision = statistics.mean([p for p, _, some in scores if some] or [0.0])
    recall = statistics.mean([r for _, r, _ in scores] or [0.0])
    return f1(precision, recall), precision, recall


def snippet_score(pairs: Iterable[tuple[Page, str]]) -> float:
    """Return F1 over snippets that must and must not be in the text."""
    hit = missed = wrong = 0
    for page, text in pairs:
        bare = squeeze(text)
        for snippet in page.gold["with"]:
            found = squeeze(snippet) in bare
            hit, missed = hit + found, missed + (not found)
        wrong += sum(squeeze(snippet) in bare for snippet in page.gold["without"])
    return f1(hit / max(1, hit + wrong), hit / max(1, hit + missed))


def folded(value: object) -> str:
    """Return a title or name as it is compared: quotes, case, width and spaces do not matter."""
    text = unicodedata.normalize("NFKC", str(value or "").translate(_QUOTES)).casefold()
    return re.sub(r"\s+", " ", text).strip(" \t\"'|-")


def same_names(gold: list[str], found: list[str]) -> bool:
    """Are the same people named, in any order?"""
    return {folded(n).replace(" ", "") for n in gold} == {folded(n).replace(" ", "") for n in found}


def same_day(gold: str, found: str) -> bool:
    """Is it the same day, in the found zone or the gold's?"""
    if not found:
        return False
    if gold[:10] == found[:10]:
        return True
    try:
        one, other = datetime.fromisoformat(gold), datetime.fromisoformat(found)
        return one.tzinfo is not None and other.tzinfo is not None and one.date() == other.astimezone(one.tzinfo).date()
    except ValueError:
        return False
