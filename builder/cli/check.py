"""``rondan check``: content problems, and broken links on the finished site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import path_option, verb

if TYPE_CHECKING:
    from ..check.site import Checked, Site
    from ..config import Config
    from ..diagnostics import Diagnostic
    from ..progress import Progress

OWN_BUILD = Path(".rondan") / "check"
"""Where check builds, so that the published site stays as it is."""


@verb("check")
@path_option("--site")
@click.option("--strict", is_flag=True)
def check_command(session: Session, site: Path | None, strict: bool) -> int:
    """Reports what is wrong, in the content first."""
    from ..check.site import Checked, check

    config = session.config()
    checked = Checked(0, 0, ())
    with session.progress() as progress:
        found, is_built = _content(session, config, site, progress)
        if is_built:
            checked = check(_site(session, config, site or OWN_BUILD), progress)
    problems = [*found, *_sources(session, config), *checked.problems]
    return session.finish(
        problems,
        {"pages": checked.pages, "references": checked.references},
        [_summary(session, checked, problems)],
        problems_to=sys.stdout,
        fails_on_warnings=strict,
    )


def _content(
    session: Session, config: Config, site: Path | None, progress: Progress
) -> tuple[tuple[Diagnostic, ...], bool]:
    """Problems of the content, and whether there is a site to look at."""
    if site is not None:
        from ..archive.load import load
        from ..diagnostics import ArchiveError, Diagnostic, Location

        folder = session.path(site)
        if not (folder / "index.html").is_file():
            raise ArchiveError([Diagnostic("check/no-site", Location(str(folder)))])
        return load(session.folder, config)[1], True
    from ..publish.build import build
    from ..publish.report import BuildOptions

    report = build(session.folder, config, BuildOptions(out=session.folder / OWN_BUILD), progress)
    return report.diagnostics, not report.failed


def _sources(session: Session, config: Config) -> tuple[Diagnostic, ...]:
    """Problems of the records that ingest reads, rules that their own specimens contradict among them."""
    if not (session.folder / config.paths.content / "sources").is_dir():
        return ()
    from ..ingest.pile.sources import read_sources

    return read_sources(session.folder, config.paths.content)[1]


def _site(session: Session, config: Config, folder: Path) -> Site:
    from ..archive.load import load
    from ..check.address import Home
    from ..check.site import Site
    from ..config import base_path
    from ..model import Status
    from ..pages import routes
    from ..publish.output import work_folder
    from ..publish.state import base_url_of

    archive, _ = load(session.folder, config)
    sources = {
        routes.article(article.id): (session.folder / article.body.path, article.body.path)
        for article in archive.articles
    }
    content = config.paths.content
    for kind, records in (("authors", archive.authors), ("topics", archive.topics), ("series", archive.series)):
        for identifier, record in records.items():
            if record.has_record:
                name = f"{content}/{kind}/{identifier}.yaml"
                sources[routes.folder(kind, identifier) + "index.html"] = (session.folder / name, name)
    withdrawn = frozenset(routes.article(a.id) for a in archive.articles if a.status is Status.WITHDRAWN)
    out = session.path(folder)
    base_url = base_url_of(work_folder(session.folder, out.resolve()), config.base_url)
    home = Home(base_url, base_path(base_url))
    return Site(out, folder.as_posix(), home, sources, withdrawn)


def _summary(session: Session, checked: Checked, problems: list[Diagnostic]) -> str:
    from ..diagnostics import Severity
    from ..messages.render import counts

    found = counts(problems)
    values = {"errors": found[Severity.ERROR], "warnings": found[Severity.WARNING]}
    if not checked.pages:
        return session.say("check:unbuilt", **values)
    return session.say("check:done", pages=checked.pages, references=checked.references, **values)
