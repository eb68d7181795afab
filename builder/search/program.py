"""A fingerprint of everything but the articles that an index depends on."""

from __future__ import annotations

import zlib
from functools import cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path


@cache
def fingerprint() -> str:
    """Changes with the package's code for search and folding, the folding table, and the library that deflates."""
    found = blake2b(zlib.ZLIB_RUNTIME_VERSION.encode(), digest_size=8)
    package = Path(str(resources.files("builder")))
    for path in sorted(
        (*(package / "search").glob("*.py"), package / "text" / "fold.py", package / "data" / "fold.json")
    ):
        found.update(path.read_bytes())
    return found.hexdigest()
