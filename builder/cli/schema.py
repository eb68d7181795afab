"""``rondan schema``: the content format for editors that check while one types."""

from __future__ import annotations

from importlib.resources import files

import click

from .session import Session
from .verb import verb

KINDS = ("article", "author", "topic", "series")


@verb("schema")
@click.argument("kind", type=click.Choice(KINDS), default="article", metavar="KIND")
def schema_command(session: Session, kind: str) -> int:
    """Prints one JSON Schema; the same in both formats."""
    click.echo((files("builder.data") / "schema" / f"{kind}.json").read_text(encoding="utf-8"), nl=False)
    return 0
