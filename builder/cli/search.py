"""``rondan search``: the built site's own index, asked from the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import verb

if TYPE_CHECKING:
    from ..search.fragments import Fragment
    from ..search.parse import Word
    from ..search.query import Answer


@verb("search")
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", default=10)
def search_command(session: Session, query: tuple[str, ...], limit: int) -> int:
    """What the archive has on ``query``, as the search page would answer."""
    from ..diagnostics import ArchiveError, Diagnostic, Location
    from ..search.layout import META
    from ..search.match import occurrences
    from ..search.query import search
    from ..search.reader import Index, Unreadable
    from ..search.snippet import best_fragment

    site = session.path(session.config().paths.site)
    if not (site / META).is_file():
        raise ArchiveError([Diagnostic("search/no-index", Location(str(site)))])
    try:
        index = Index(lambda route: _file(site, route))
        answer = search(index, " ".join(query))
        places = [occurrences(index, word) for word in answer.words]
        hits = answer.hits[:limit]
        shown = [(score, index.fragment(number, best_fragment(places, number))) for number, score in hits]
    except Unreadable as problem:
        raise ArchiveError([Diagnostic("search/unreadable", Location(str(site / str(problem))))]) from problem
    found = [
        {"id": f.id, "url": f"articles/{f.id}/", "title": f.title, "authors": f.authors, "date": f.date, "score": score}
        for score, f in shown
    ]
    words = [word.text for word in answer.words]
    told = {"query": " ".join(query), "mode": str(answer.mode), "words": words, "found": len(answer.hits)}
    data = {**told, "hits": found}
    return session.finish([], data, _summary(session, answer, [fragment for _, fragment in shown]))


def _file(site: Path, route: str) -> bytes:
    """A file that the index says it has; Unreadable where it is missing."""
    from ..search.reader import Unreadable

    try:
        return (site / route).read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(route) from error


def _summary(session: Session, answer: Answer, shown: list[Fragment]) -> Iterator[str]:
    for fragment in shown:
        yield f"{fragment.title}"
        yield "  " + "  ".join(
            part for part in (fragment.date[:10], fragment.authors, f"articles/{fragment.id}/") if part
        )
        yield "  " + _passage(fragment.text, answer.words)
    words = " ".join(word.text for word in answer.words)
    yield session.say(f"search:{answer.mode}", count=len(answer.hits), shown=len(shown), words=words)


def _passage(text: str, words: Sequence[Word]) -> str:
    """The lines that the search page shows."""
    from ..search.snippet import snippet

    found = snippet(text, words)
    seen = found.text.replace("\u200b", "")  # a place to break where lines met, of use to browsers alone
    return ("…" if found.cut[0] else "") + seen + ("…" if found.cut[1] else "")
