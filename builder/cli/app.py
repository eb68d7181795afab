"""``rondan``: finds the verb and runs it. Verbs are imported when they are called, never for ``--help``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TextIO

import click

from ..messages import locale
from . import help as help_text
from .help import EVERY_DAY, MORE
from .session import Session
from .verb import common_options

_MODULES = {"list": "review", "trail": "review", "topics": "suggest", "rules": "suggest"}
"""Where a verb's module does not have the verb's name."""


class Rondan(click.Group):
    """The command itself."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in the order of the help."""
        return [*EVERY_DAY, *MORE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Imports the module of one verb."""
        if cmd_name not in (*EVERY_DAY, *MORE):
            return None
        module = import_module(f".{_MODULES.get(cmd_name, cmd_name)}", __package__)
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """click's hook."""
        groups = (("commands:every-day", EVERY_DAY), ("commands:more", MORE))
        formatter.write(help_text.text(ctx, ctx.obj.language, groups))


def _version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from .. import __version__

        click.echo(f"rondan {__version__}")
        ctx.exit()


def _root() -> Rondan:
    version = click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version)
    options = common_options(hidden=False)
    return Rondan("rondan", params=[*options[:-1], version, options[-1]], add_help_option=False, no_args_is_help=False)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line and gives its exit status; never raises, whatever happens below."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.stdout, sys.stderr = _usable(sys.stdout), _usable(sys.stderr)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's linear algebra is not used; forks want no threads
    language = locale.choose(locale.from_arguments(given, "--lang"), os.environ)
    form = "json" if locale.from_arguments(given, "--format") == "json" else "text"
    session = Session(language=language, format=form)
    root = _root()
    if "_RONDAN_COMPLETE" in os.environ:  # a shell asks for completions
        root.main(given, prog_name="rondan")
    try:
        with root.make_context("rondan", given or ["--help"], obj=session) as ctx:
            try:
                return int(root.invoke(ctx) or 0)
            except click.exceptions.Exit:
                raise
            except BaseException as error:  # the edge: whatever it is becomes words and a status
                return _end(error, ctx.obj, given)
    except click.exceptions.Exit as asked:  # --help and --version end here
        return int(asked.exit_code)
    except BaseException as error:  # the command line itself makes no sense
        return _end(error, session, given)


def _end(error: BaseException, session: Session, given: list[str]) -> int:
    from .failures import end

    return end(error, session, given)


def _usable(stream: TextIO | None) -> TextIO:
    """One that shows the number of a character it lacks instead of failing; nowhere, where the caller closed it."""
    if stream is None:
        stream = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # for as long as the program runs
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
