"""``rondan serve``: the preview."""

from __future__ import annotations

import sys
import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .session import Session
from .verb import verb, wrong_usage

if TYPE_CHECKING:
    from ..config import Config
    from ..diagnostics import Diagnostic
    from ..preview.rebuild import Builder
    from ..publish.report import BuildReport

PREVIEW = Path(".rondan") / "preview"
"""The preview's own site, beneath the archive; the published one is never touched."""
_FEW = 3
"""Changed pages that are named."""


@verb("serve")
@click.option("--port", type=click.IntRange(0, 65535), metavar="PORT", default=None)
@click.option("--host", metavar="HOST", default="127.0.0.1")
@click.option("--open", "open_browser", is_flag=True)
@click.option("--follow", is_flag=True)
def serve_command(session: Session, port: int | None, host: str, open_browser: bool, follow: bool) -> int:
    """Serves until Ctrl-C."""
    from ..config import FILE_NAME
    from ..diagnostics import ArchiveError
    from ..preview.rebuild import Seams
    from ..preview.serve import FIRST_PORT, LOOPBACK, bind, serve
    from .failures import bug

    if host not in LOOPBACK:
        raise wrong_usage("usage/not-this-computer", host=host)
    if not (session.folder / FILE_NAME).is_file():
        session.config()  # says so; any other fault of the settings can be mended while serving
    bound = bind(host, port)
    number = bound.getsockname()[1]
    address = f"http://{f'[{host}]' if ':' in host else host}:{number}/"

    def ready() -> None:
        if port is None and number != FIRST_PORT:
            session.tell(session.say("serve:other-port", wanted=str(FIRST_PORT), port=str(number)))
        _say(session, "serving", session.say("serve:ready", address=address), url=address)
        if open_browser:
            webbrowser.open(address)

    seams = Seams(
        read_config=session.config,
        make_builder=partial(_builder, session),
        bug=lambda error: bug(error, session, sys.argv[1:]),
        overlay=partial(_overlay, session),
        tell=partial(_tell, session),
    )
    try:
        serve(session.folder, session.folder / PREVIEW, bound, seams, follow, ready)
    except ArchiveError:
        bound.close()
        raise
    return 0


def _builder(session: Session, config: Config) -> Builder:
    from ..publish.build import Builder as Engine
    from ..publish.report import BuildOptions

    return Engine(
        session.folder, config, BuildOptions(out=session.folder / PREVIEW, base_url="", drafts=True, preview=True)
    )


def _overlay(session: Session, errors: tuple[Diagnostic, ...]) -> Any:
    from ..messages import render
    from ..messages.sentences import sentences

    problems = []
    for error in render.ordered(errors):
        what, hint = sentences(error, session.language)
        place = render.place(error.at) if error.at else ""
        excerpt = "\n".join(render.excerpt(error))
        problems.append({"message": what, "hint": hint, "place": place, "excerpt": excerpt})
    words = {"heading": session.say("serve:problems", count=len(problems)), "close": session.say("serve:close")}
    return {**words, "problems": problems}


def _tell(session: Session, report: BuildReport | None, problems: tuple[Diagnostic, ...]) -> None:
    """After each build."""
    from .as_json import plain

    if session.format == "json":
        _say(
            session,
            "built" if report and not report.failed else "failed",
            "",
            problems=plain(problems, session.language),
        )
        return
    session.show(problems, sys.stderr)
    if report is None or report.failed:
        session.tell(session.say("serve:failed"))
        return
    routes = [page.route for page in (*report.new, *report.changed)] + list(report.removed)
    named = ", ".join(routes) if 0 < len(routes) <= _FEW else ""
    seconds = f"{report.seconds:.2f}"
    session.tell(session.say("serve:built", count=len(routes), seconds=seconds, routes=named))


def _say(session: Session, event: str, line: str, **facts: object) -> None:
    """A line for people; for programs one JSON object on a line, as this report never ends."""
    if session.format == "json":
        from .as_json import written

        print(written({"event": event, **facts}), flush=True)  # noqa: T201
    else:
        session.tell(line)
