"""``rondan search``: the built site's own index, asked from the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import verb

if TYPE_CHECKING:
    from ..search.fragments import Fragment
    from ..search.query import Answer
    from ..search.reader import Index

_PASSAGE = 120
"""Characters of a passage."""


@verb("search")
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=10)
def search_command(session: Session, query: tuple[str, ...], limit: int) -> int:
    """What the archive has on ``query``, as the search page would answer."""
    from ..diagnostics import ArchiveError, Diagnostic, Location
    from ..search.layout import META
    from ..search.query import search
    from ..search.reader import Index

    site = session.path(session.config().paths.site)
    if not (site / META).is_file():
        raise ArchiveError([Diagnostic("search/no-index", Location(str(site)))])
    index = Index(lambda route: Path(site, route).read_bytes())
    answer = search(index, " ".join(query))
    shown = [(score, _passage(index, answer, number)) for number, score in answer.hits[:limit]]
    hits = [
        {"id": f.id, "url": f"articles/{f.id}/", "title": f.title, "authors": f.authors, "date": f.date, "score": score}
        for score, f in shown
    ]
    data = {"query": " ".join(query), "mode": str(answer.mode), "found": len(answer.hits), "hits": hits}
    return session.finish([], data, _summary(session, answer, [fragment for _, fragment in shown]))


def _passage(index: Index, answer: Answer, number: int) -> Fragment:
    """The part of the article where the first of the words stands that its text has."""
    from ..search.layout import BODY, FRAGMENT
    from ..search.match import occurrences

    for word in answer.words:
        places = [place for place in occurrences(index, word).get(number, ()) if place >= BODY]
        if places:
            return index.fragment(number, (places[0] - BODY) // FRAGMENT)
    return index.fragment(number, 0)


def _summary(session: Session, answer: Answer, shown: list[Fragment]) -> Iterator[str]:
    for fragment in shown:
        yield f"{fragment.title}"
        yield "  " + "  ".join(
            part for part in (fragment.date[:10], fragment.authors, f"articles/{fragment.id}/") if part
        )
        yield "  " + _around(fragment.text, [word.text for word in answer.words])
    yield session.say(f"search:{answer.mode}", count=len(answer.hits), shown=len(shown))


def _around(text: str, words: list[str]) -> str:
    at = min((place for word in words if (place := text.find(word)) >= 0), default=0)
    start = max(at - _PASSAGE // 3, 0)
    passage = " ".join(text[start : start + _PASSAGE].split())
    return ("…" if start else "") + passage + ("…" if start + _PASSAGE < len(text) else "")
