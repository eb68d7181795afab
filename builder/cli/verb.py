"""What every verb is made of: a click command with localised help that takes rondan's own options too."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..messages.locale import LANGUAGES
from . import help as help_text
from .session import Session

if TYPE_CHECKING:
    from ..diagnostics import ArchiveError

FORMATS = ("text", "json")
PATH = click.Path(path_type=Path, readable=False)
"""Any file or folder; whether it is there and may be read is told where it is read."""
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_OURS = "session_"
"""Keeps the names of these options apart from a verb's own."""


class _RawPath(click.Path):
    """Saved pages. Who names a page of the web is told that none is fetched."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """click's hook."""
        if _WEB_ADDRESS.match(str(value)):
            raise wrong_usage("usage/web-address", value=str(value))
        return super().convert(value, param, ctx)


RAW_PATH = _RawPath(path_type=Path, readable=False)


class Verb(click.Command):
    """One command. Takes the options of ``rondan`` too, so that nobody has to remember where they stand."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, add_help_option=False, **kwargs)
        self.params += common_options(hidden=True)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """click's hook; click itself does not always say whose arguments made no sense."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """click's hook."""
        formatter.write(help_text.text(ctx, ctx.obj.language))


def verb(name: str) -> Callable[[Callable[..., int]], click.Command]:
    """Makes a command of a function that takes the Session first and gives the exit status."""

    def decorate(function: Callable[..., int]) -> click.Command:
        return click.command(name, cls=Verb)(click.pass_obj(function))

    return decorate


def wrong_usage(code: str, **values: str) -> ArchiveError:
    """To be raised where a command line makes no sense: exit status 2."""
    from ..diagnostics import ArchiveError, Diagnostic

    return ArchiveError([Diagnostic(code, values=values)])


def path_option(*names: str) -> Callable[[Any], Any]:
    """An option that takes a file or folder; None where it is not given."""
    return click.option(*names, type=PATH, metavar="PATH")


def common_options(hidden: bool) -> list[click.Parameter]:
    """``-C``, ``--lang``, ``--format``, ``--quiet``, ``--debug``, ``--help``: laid into the Session as they are met."""

    def into_session(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
        if value not in (None, False):
            session: Session = ctx.obj
            if isinstance(value, Path) and not value.is_dir():
                raise wrong_usage("usage/no-folder", folder=str(value))
            ctx.obj = ctx.find_root().obj = replace(session, **{str(parameter.name).removeprefix(_OURS): value})

    def option(*names: str, **attributes: Any) -> click.Option:
        return click.Option(names, expose_value=False, callback=into_session, hidden=hidden, **attributes)

    return [
        option("-C", f"{_OURS}folder", type=PATH, metavar="DIR"),
        option("--lang", f"{_OURS}language", type=click.Choice(LANGUAGES), metavar="ja|en"),
        option("--format", f"{_OURS}format", type=click.Choice(FORMATS), metavar="text|json"),
        option("--quiet", "-q", f"{_OURS}quiet", is_flag=True),
        option("--debug", f"{_OURS}debug", is_flag=True),
        click.Option(["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=_help, hidden=hidden),
    ]


def _help(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
