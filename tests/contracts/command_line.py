"""What tests of the real command line write into an archive, and what it said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOOD = "---\nid: good\ntitle: よい記事\ndate: 2024-05-01\n---\n\n本文です。\n"
ARTICLE = "content/articles/bad.md"


@dataclass(frozen=True)
class Told:
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def problems(self) -> list[dict[str, Any]]:
        return list(json.loads(self.out)["problems"])

    @property
    def places(self) -> list[tuple[str, str]]:
        """(code, file) of each problem."""
        return [(problem["code"], problem["file"]) for problem in self.problems]


def write(archive: Path, name: str, content: str | bytes) -> None:
    """A file beneath ``archive``."""
    path = archive / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def front(text: str) -> str:
    return f"---\n{text}\n---\n\n本文です。\n"
