"""Files that nothing reads: mostly an article or a record under a name that is nearly right, or a linked folder's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Diagnostic, Location, Severity
from .layout import Kind, kind_of

_LIKE_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mkdn?|mdx|mdtext)\Z", re.IGNORECASE)
_NOBODYS = re.compile(r"(?:\A|/)(?:readme[^/]*|thumbs\.db|desktop\.ini)\Z|\.(?:bak|orig|rej|swp|tmp)\Z", re.IGNORECASE)
"""Notes to oneself, and what systems and editors leave."""
_SHOWN = 5


def is_stray(path: str, content: str) -> bool:
    """True for a file (or a link to a folder) beneath the folder ``content`` that is neither read nor shown, and looks
    as if it should be."""
    kind = kind_of(path, content)
    seems_meant = kind is Kind.OTHER or (kind is Kind.BESIDE and _LIKE_MARKDOWN.search(path) is not None)
    return seems_meant and not _NOBODYS.search(path)


def told(strays: Iterable[str]) -> tuple[Diagnostic, ...]:
    """One warning for all of them."""
    paths = sorted(strays)
    if not paths:
        return ()
    more = str(len(paths) - _SHOWN) if len(paths) > _SHOWN else ""
    values = {"count": str(len(paths)), "files": ", ".join(paths[:_SHOWN]), "more": more}
    return (Diagnostic("file/of-no-kind", Location(paths[0]), Severity.WARNING, values),)


def behind_links(folders: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A warning for each of these links to folders: it is not followed."""
    return tuple(Diagnostic("file/folder-behind-link", Location(path), Severity.WARNING) for path in folders)


def unread(templates: Iterable[tuple[str, str]]) -> tuple[Diagnostic, ...]:
    """A warning for each of these templates, given with what it may be meant for: no page is drawn with it."""
    return tuple(
        Diagnostic("template/unread", Location(path), Severity.WARNING, {"near": near}) for path, near in templates
    )
