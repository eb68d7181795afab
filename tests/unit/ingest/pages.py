"""Glances and extractions made up for tests."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from builder.ingest.comparing.glance import Glance, glance
from builder.ingest.extraction import Extraction, RawDocument
from builder.model import Contributor

PROSE = (
    "港の朝は早い。まだ暗いうちから灯台の明かりを目当てに小さな船が戻ってくる。荷揚げの声は風に流されて、"
    "坂の上の家々までは届かない。それでも台所の灯がともるころには、町じゅうが魚の匂いを知っている。"
)


def extraction(
    name: str = "raw/minato/a.txt", body: str = PROSE, authors: tuple[str, ...] = (), **fields: Any
) -> Extraction:
    digest = hashlib.sha256((name + body).encode()).hexdigest()
    raw = RawDocument(name, digest, "text/plain", "utf-8", "valid-utf8", body)
    people = tuple(Contributor(each) for each in authors)
    return Extraction(raw, fields.pop("verdict", "article"), body=body, authors=people, **fields)


def page(name: str = "raw/minato/a.txt", body: str = PROSE, **fields: Any) -> Glance:
    """A page as joining sees it."""
    return replace(glance(extraction(name, body, **fields), 0, name), ends_mid=False)
