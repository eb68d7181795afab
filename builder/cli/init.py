"""``rondan init``: a new archive."""

from __future__ import annotations

from pathlib import Path

import click

from .session import Session
from .verb import PATH, verb


@verb("init")
@click.argument("folder", type=PATH, metavar="DIR")
def init_command(session: Session, folder: Path) -> int:
    """Lays the scaffold and says what to do next."""
    from .scaffold import lay

    written = lay(session.path(folder), session.language)
    as_typed = f'"{folder}"' if " " in str(folder) else folder
    summary = [
        session.say("init:done", folder=folder, count=len(written)),
        "",
        session.say("init:next", folder=as_typed),
    ]
    return session.finish([], {"folder": str(folder), "written": list(written)}, summary)
