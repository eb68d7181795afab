"""``rondan schema``: the content format for editors."""

from __future__ import annotations

import click

from .session import Session
from .verb import verb

KINDS = ("article", "author", "topic", "series")


@verb("schema")
@click.argument("kind", type=click.Choice(KINDS), default="article", metavar="KIND")
def schema_command(session: Session, kind: str) -> int:
    """Prints one JSON Schema; the same in both formats."""
    import json

    from ..archive.schema import json_schema

    click.echo(json.dumps(json_schema(kind), ensure_ascii=False, indent=2))
    return 0
