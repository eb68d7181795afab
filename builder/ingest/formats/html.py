"""A saved HTML page -> Extraction: body found, every other visible block claimed by a named rule, metadata gathered."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from .. import markdown_out
from ..draft import Claim, Extraction, LineKind, RawDocument
from ..furniture import Furniture
from .html_page import draft_of, page_of


def extract_html(
    raw: RawDocument,
    *,
    timezone: str = "+09:00",
    furniture: Furniture | None = None,
    problems: tuple[Diagnostic, ...] = (),
) -> Extraction:
    """Extract one page.

    Args:
        raw: The decoded page.
        timezone: Zone of dates that name none, as ``+09:00``.
        furniture: What is known of the source's repeated lines.
        problems: Diagnostics of reading, carried on.
    """
    page = page_of(raw)
    draft = draft_of(page)
    kept, claims = [], []
    for line in draft.lines:
        if line.link_share < 0.5 and (len(line.text) > 60 or line.kind is LineKind.HEADING):
            kept.append(line)
        else:
            claims.append(Claim(line.number, "html/outside-body"))
    title = next((t.text or "" for t in page.root.iter("title")), "").strip()
    return Extraction(
        raw=raw,
        verdict="article" if kept else "not-an-article: empty",
        title=title,
        url=page.url,
        body=markdown_out.join(kept),
        lines=draft.lines,
        claims=tuple(claims),
        problems=problems,
    )
