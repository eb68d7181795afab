"""``rondan explain``: why a page was drawn, and what an edit would touch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import path_option, verb

if TYPE_CHECKING:
    from ..publish.explain import Explanation

_SHOWN = 20


@verb("explain")
@click.argument("subject", metavar="URL|FILE")
@path_option("--out")
def explain_command(session: Session, subject: str, out: Path | None) -> int:
    """Explains one page of the site or one file of the archive."""
    from ..publish.explain import explain
    from ..publish.report import BuildOptions

    config = session.config()
    explanation = explain(session.folder, config, BuildOptions(out=session.path(out) if out else None), subject)
    return session.finish([], {"explanation": explanation}, _lines(session, explanation))


def _lines(session: Session, explained: Explanation) -> Iterator[str]:
    yield explained.subject
    if not explained.is_page:
        key = "explain:held" if explained.held_until else "explain:touches" if explained.touches else "explain:unused"
        yield session.say(key, count=len(explained.touches), until=explained.held_until)
        yield from _list(session, explained.touches)
        if explained.is_article and not explained.held_until:
            yield session.say("explain:moves")
        return
    if explained.is_of_index:
        yield session.say("explain:index")
        return
    if explained.drawn_because:
        yield session.say("explain:drawn", reason=session.say(f"reason:{explained.drawn_because}"))
    if explained.stale_because:
        yield session.say("explain:stale", reason=session.say(f"reason:{explained.stale_because}"))
    else:
        yield session.say("explain:current")
    if explained.templates:
        yield session.say("explain:templates", names=", ".join(explained.templates))
    if explained.sources:
        yield session.say("explain:sources", count=len(explained.sources))
        yield from _list(session, explained.sources)


def _list(session: Session, items: tuple[str, ...]) -> Iterator[str]:
    yield from (f"  {item}" for item in items[:_SHOWN])
    if len(items) > _SHOWN:
        yield "  " + session.say("more", count=len(items) - _SHOWN)
