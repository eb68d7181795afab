"""Text dumps whose bodies are known, line by line, and the outlet of each: what ``bench.dump_learn`` learns from."""

from __future__ import annotations

import bisect
import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDS = 5
ALIGNED = 0.85
"""Share of the known body that must be found in a dump."""
_GRAM = 8
_LEAST = 12
"""Characters of a line from which on its 8-grams are compared; shorter ones must stand in the body as they are."""
_BULLET = re.compile(r"^\s*(?:[•*\-–・]|\d+[.)])\s+")
_ADDRESSES = (
    re.compile(r'<link[^>]+rel=["\']?canonical["\']?[^>]*href=["\']?(?:https?:)?//([^/"\'> ]+)', re.IGNORECASE),
    re.compile(r'og:url["\'][^>]*content=["\'](?:https?:)?//([^/"\'> ]+)', re.IGNORECASE),
    re.compile(r'href=["\']?(?:https?:)?//([^/"\'> ]+)', re.IGNORECASE),
)
_TWO_PART_ENDS = (".co.uk", ".com.au", ".co.jp", ".com.cn")


@dataclass(frozen=True, slots=True)
class Page:
    """One dump, lite (without what looks like navigation) or full."""

    id: str
    lang: str
    """ja, zh, ko, or nothing for all others."""
    kind: str
    outlet: str
    title: str
    lines: list[str]
    truth: list[bool]
    """For each line, whether it belongs to the body."""
    weight: float = 1.0
    made: bool = False
    """Made up of parts of others: to learn from, not to be measured on."""
    borrowed: bool = False
    """Its body is another text's."""
    invented: bool = False
    """Written for learning: what pages of real outlets give is measured apart."""

    @property
    def fold(self) -> int:
        """All pages of an outlet are in the same fold."""
        return int(hashlib.sha1(self.outlet.encode()).hexdigest(), 16) % FOLDS


def labels(lines: list[str], body: str) -> list[bool]:
    """Whether each line belongs to ``body``: four fifths of its 8-grams do; short lines verbatim, beside such lines."""
    whole = _bare(body)
    known = _grams(whole)
    texts = [_bare(_BULLET.sub("", line)) for line in lines]
    found = [len(t) >= _LEAST and sum(g in known for g in _grams(t)) >= 0.8 * len(_grams(t)) for t in texts]
    filled = [i for i, t in enumerate(texts) if t]
    rank = {i: r for r, i in enumerate(filled)}
    solid = [rank[i] for i in filled if found[i]]
    for i in filled:
        if not found[i] and len(texts[i]) < _LEAST and texts[i] in whole and solid:
            at = bisect.bisect_left(solid, rank[i])
            above = rank[i] - solid[at - 1] if at else 99
            below = solid[at] - rank[i] if at < len(solid) else 99
            found[i] = max(above, below) <= 4 or (len(texts[i]) >= 4 and min(above, below) == 1)
    return found


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _grams(text: str) -> set[str]:
    return {text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)}


def pages(data: Path) -> Iterator[Page]:
    """The dumps of ``data`` that hold a known body: dump-lite, dump-full, html and gold, as its README says."""
    for gold in sorted((data / "gold").glob("*.jsonl")):
        for line in gold.open(encoding="utf-8"):
            record = json.loads(line)
            outlet = ""
            for kind in ("lite", "full"):
                path = data / f"dump-{kind}" / gold.stem / f"{record['id']}.txt"
                if not record.get("body") or record.get(f"align_{kind}", 0) < ALIGNED or not path.exists():
                    continue
                outlet = outlet or _outlet(data, gold.stem, record)
                lines = path.read_text(encoding="utf-8").split("\n")
                truth = labels(lines, record["body"])
                yield Page(record["id"], record["lang"], kind, outlet, record.get("title") or "", lines, truth)


def _outlet(data: Path, collection: str, record: dict[str, Any]) -> str:
    """The site that a page says it is from; pages named PUBLISHER_DATE are from that publisher."""
    name: str = record["id"]
    if match := re.fullmatch(r"(.+)_\d{4}_\d\d_\d\d", name):
        return match[1]
    html = gzip.decompress((data / "html" / collection / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
    host = next((match[1].lower() for address in _ADDRESSES if (match := address.search(html))), name)
    return ".".join(host.split(".")[-3 if host.endswith(_TWO_PART_ENDS) else -2 :])
