"""Files of content/ that nothing reads: mostly an article or a record under a name that is nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Diagnostic, Location, Severity
from .records import KINDS

_SOURCES = "sources"
"""Records that ingest reads."""
_LIKE_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn?|mdx|mdtext)\Z", re.IGNORECASE)
_NOBODYS = re.compile(r"(?:\A|/)(?:readme[^/]*|thumbs\.db|desktop\.ini)\Z|\.(?:bak|orig|rej|swp|tmp)\Z", re.IGNORECASE)
"""Notes to oneself, and what systems and editors leave."""
_SHOWN = 5


def is_stray(path: str, content: str, articles: str) -> bool:
    """True for a file beneath the folder ``content`` that is neither read nor shown, and looks as if it should be.

    ``articles``: the folder in it that may hold any other file, for articles to show.
    """
    kind, _, rest = path[len(content) + 1 :].partition("/")
    if kind == articles:
        seems_meant = not path.endswith(".md") and _LIKE_MARKDOWN.search(path) is not None
    elif kind == _SOURCES or kind in KINDS:
        seems_meant = not path.endswith(".yaml") or "/" in rest
    else:
        seems_meant = path != f"{content}/about.md"
    return seems_meant and not _NOBODYS.search(path)


def told(strays: Iterable[str]) -> tuple[Diagnostic, ...]:
    """One warning for all of them."""
    paths = sorted(strays)
    if not paths:
        return ()
    more = str(len(paths) - _SHOWN) if len(paths) > _SHOWN else ""
    values = {"count": str(len(paths)), "files": ", ".join(paths[:_SHOWN]), "more": more}
    return (Diagnostic("file/of-no-kind", Location(paths[0]), Severity.WARNING, values),)
