"""``rondan list`` and ``rondan trail``: what waits for a person, and where a text came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import verb

if TYPE_CHECKING:
    from ..ingest.trail import TrailPage


@verb("list")
@click.option("--review", "wanted", flag_value="review")
@click.option("--drafts", "wanted", flag_value="draft")
@click.option("--withdrawn", "wanted", flag_value="withdrawn")
def list_command(session: Session, wanted: str | None) -> int:
    """Lists articles, all or those of one status, and tells which files it could not read as one."""
    from ..archive.load import load
    from ..diagnostics import Severity

    config = session.config()
    archive, problems = load(session.folder, config)
    if wanted == "review":
        from ..ingest.review import waiting

        items = waiting(session.folder, config)
        lines = [session.explained(f"{w.confidence:.2f}  {w.path}  {w.title}", w.reasons, 8) for w in items]
        data: Sequence[object] = items
        done = "list:waiting" if items else "list:done"
    else:
        articles = [article for article in archive.articles if wanted in (None, article.status)]
        done = "list:done"
        lines = [f"{a.date or '—':<10.10}  {a.status:<9}  {a.body.path}  {a.title}" for a in articles]
        data = [
            {"path": a.body.path, "id": a.id, "title": a.title, "date": a.date, "status": a.status} for a in articles
        ]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return session.finish(errors, {"articles": data}, [*lines, session.say(done, count=len(lines))])


@verb("trail")
@click.argument("article", metavar="ID|FILE")
def trail_command(session: Session, article: str) -> int:
    """Shows the originals of one article, with the rules in the gutter."""
    from ..diagnostics import Diagnostic
    from ..ingest.trail import trail

    pages = trail(session.folder, session.config(), article)
    if pages is None:
        return session.finish([Diagnostic("cli/no-article", values={"id": article})], {})
    lines = [line for page in pages for line in _page(page)]
    lines.append(session.say("trail:legend" if lines else "trail:none"))
    return session.finish([], {"pages": pages}, lines)


def _page(page: TrailPage) -> Iterator[str]:
    from ..ingest.trail import gutter

    yield f"{page.name}  {page.verdict} ({page.confidence:.2f})"
    yield from gutter(page)
    yield ""
