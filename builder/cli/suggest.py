"""``rondan topics suggest`` and ``rondan rules suggest``: proposals to read; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import RAW_PATH, verb

if TYPE_CHECKING:
    from ..ingest.suggest_rules import RuleSuggestion
    from ..ingest.topics.suggest import TopicSuggestions

_MANY = 40
_LINES = 12
_WIDE = 70
"""Characters of a line that are shown."""


@verb("topics")
@click.argument("action", type=click.Choice(("suggest",)), metavar="suggest")
@click.option("--missing", is_flag=True)
def topics_command(session: Session, action: str, missing: bool) -> int:
    """Topics that articles seem to lack."""
    from ..ingest.topics.suggest import suggest_topics

    config = session.config()
    with session.progress() as progress:
        found = suggest_topics(session.folder, config, everywhere=not missing, progress=progress)
    return session.finish([], found, _topics(session, found))


def _topics(session: Session, found: TopicSuggestions) -> Iterator[str]:
    from ..ingest.topics.suggest import FEWEST

    for one in found.suggestions[:_MANY]:
        yield f"{one.score:5.2f}  {one.topic}  ←  {one.title}"
        yield f"       {one.path}  ({', '.join(one.words)})"
    if len(found.suggestions) > _MANY:
        yield session.say("more", count=len(found.suggestions) - _MANY)
    if found.terms:
        yield session.say("topics:terms")
        for topic, words in found.terms:
            yield f"  {topic}: {', '.join(words)}"
    done = "topics:done" if found.suggestions else "topics:none"
    yield session.say(done, count=len(found.suggestions), learned=len(found.learned))
    if found.too_few:
        names = ", ".join(f"{topic} ({size})" for topic, size in found.too_few[:_LINES])
        yield session.say("topics:few", topics=names, fewest=FEWEST)


@verb("rules")
@click.argument("action", type=click.Choice(("suggest",)), metavar="suggest")
@click.argument("paths", nargs=-1, type=RAW_PATH, metavar="[PATH...]")
def rules_command(session: Session, action: str, paths: tuple[Path, ...]) -> int:
    """Rules for lines that repeat."""
    from ..ingest.suggest_rules import suggest_rules

    config = session.config()
    inputs = [session.path(path) for path in paths] or None

    def why(seen: int, works: int) -> str:
        return session.say("rules:why", seen=seen, works=works)

    with session.progress() as progress:
        found = suggest_rules(session.folder, config, inputs, why=why, progress=progress)
    return session.finish([], {"sources": found}, _rules(session, found))


def _rules(session: Session, found: tuple[RuleSuggestion, ...]) -> Iterator[str]:
    for one in found:
        yield session.say("rules:source", source=one.source, works=one.works)
        for line in one.lines[:_LINES]:
            forms = session.say("rules:forms", count=line.forms) if line.forms > 1 else ""
            yield f"  {line.works:>4}×  {line.text[:_WIDE]}{forms}"
        if len(one.lines) > _LINES:
            yield "  " + session.say("more", count=len(one.lines) - _LINES)
        yield ""
        yield from one.yaml.splitlines()
        yield ""
    yield session.say("rules:done" if found else "rules:none", count=len(found))
