"""``rondan build``: the website."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .session import Session
from .verb import path_option, verb, wrong_usage

if TYPE_CHECKING:
    from datetime import datetime

    from ..publish.report import BuildReport

_DAY = "2027-01-01"
"""A day as an example."""
_FEW = 12
"""Pages that are listed without being asked for."""
_HEAVY = 1_000_000
"""Bytes from which a file of the site is worth a word."""


@verb("build")
@path_option("--out")
@click.option("--base-url", metavar="URL")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", default=None)
@click.option("--search", type=click.Choice(("builtin", "pagefind", "none")), metavar="ENGINE")
@click.option("--drafts", is_flag=True)
@click.option("--now", metavar="DATE")
@click.option("--dry-run", is_flag=True)
@click.option("--verbose", is_flag=True)
def build_command(
    session: Session,
    out: Path | None,
    base_url: str | None,
    jobs: int | None,
    search: str | None,
    drafts: bool,
    now: str | None,
    dry_run: bool,
    verbose: bool,
) -> int:
    """Builds, and says what became of the site."""
    from ..config import BASE_URL_EXAMPLE, is_base_url, with_slash
    from ..publish.build import build
    from ..publish.report import BuildOptions

    if base_url is not None and not is_base_url(base_url):
        raise wrong_usage("usage/bad-form", name="--base-url", value=base_url, example=BASE_URL_EXAMPLE)
    config = session.config()
    options = BuildOptions(
        out=session.path(out) if out else None,
        base_url=None if base_url is None else with_slash(base_url),
        jobs=jobs or 0,
        search=search,
        drafts=drafts,
        now=None if now is None else _moment(now, config.timezone),
        dry_run=dry_run,
    )
    with session.progress() as progress:
        report = build(session.folder, config, options, progress)
    data = {field.name: getattr(report, field.name) for field in fields(report) if field.name != "diagnostics"}
    summary = [] if report.failed else [*_summary(session, report, dry_run, verbose)]
    return session.finish(report.diagnostics, data, summary)


def _moment(text: str, timezone: str) -> datetime:
    """A day, which stands for its beginning in the archive's time zone, or a time."""
    from datetime import datetime

    from ..archive.fields import civil_date

    iso = civil_date(text, timezone)
    if len(iso) < len(_DAY):
        raise wrong_usage("usage/bad-form", name="--now", value=text, example=f"{_DAY}, {_DAY}T09:00{timezone}")
    return datetime.fromisoformat(iso if "T" in iso else f"{iso}T00:00{timezone}")


def _summary(session: Session, report: BuildReport, dry_run: bool, verbose: bool) -> Iterator[str]:
    written = len(report.new) + len(report.changed)
    total = written + report.unchanged
    key = "build:would" if dry_run else "build:done" if written or report.removed else "build:nothing"
    seconds = f"{report.seconds:.2f}"
    yield session.say(key, out=report.out, files=total, articles=report.articles, seconds=seconds)
    if written or report.removed:
        counts = {"new": len(report.new), "changed": len(report.changed), "removed": len(report.removed)}
        yield "  " + session.say("build:counts", **counts, unchanged=report.unchanged)
    yield from _pages(session, report, verbose)
    spent = [(stage, seconds) for stage, seconds in report.stages if seconds >= 0.05]
    if spent and not dry_run:
        yield "  " + " · ".join(f"{session.say(f'stage:{stage}')} {seconds:.2f} s" for stage, seconds in spent)
    for route, size in report.largest:
        if size >= _HEAVY:
            yield "  " + session.say("build:heavy", route=route, size=f"{size / 1_000_000:.1f}")
    warnings = len(report.diagnostics)
    if warnings:
        yield session.say("build:look", count=warnings)


def _pages(session: Session, report: BuildReport, verbose: bool) -> Iterator[str]:
    rows = [("+", page.route, page.reason) for page in report.new]
    rows += [("~", page.route, page.reason) for page in report.changed]
    rows += [("-", route, "") for route in report.removed]
    if not verbose and len(rows) > _FEW:
        return
    for mark, route, reason in rows:
        because = f"  ({session.say(f'reason:{reason}')})" if reason else ""
        yield f"  {mark} {route}{because}"
