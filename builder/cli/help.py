"""``--help`` in the reader's language, set to the terminal's width. Replaces click's own, which knows English only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from ..messages.words import words
from ..messages.wrap import columns, wrap

EVERY_DAY = ("init", "ingest", "build", "serve", "check")
MORE = ("extract", "list", "trail", "search", "explain", "topics", "rules", "schema")
"""The verbs of ``rondan``, in the order of its help."""
OPTIONS_OF_RONDAN = ("-C", "--lang", "--format", "--quiet", "--debug", "--version", "--help")
"""Described once, in the help of ``rondan`` itself; every command understands them too."""


def usage(ctx: click.Context) -> str:
    """``rondan build [OPTIONS]``."""
    pieces = [p.make_metavar(ctx) for p in ctx.command.params if isinstance(p, click.Argument)]
    tail = ["COMMAND …"] if isinstance(ctx.command, click.Group) else pieces
    return " ".join([ctx.command_path, "[OPTIONS]", *tail])


def text(ctx: click.Context, language: str, groups: Iterable[tuple[str, Iterable[str]]] = ()) -> str:
    """The whole help of a command; ``groups`` are headed lists of its commands, where it has any."""
    catalogue = words(language)
    width = min(_terminal_width(), 100)
    name = " ".join(ctx.command_path.split()[1:])
    lines = [f"{catalogue['usage']} {usage(ctx)}", ""]
    for paragraph in catalogue[f"help:{name}".rstrip(":")].splitlines():
        indent = "  " if paragraph.startswith("  ") else ""
        lines += [indent + line for line in wrap(paragraph.strip(), width - len(indent))]
    for heading, names in groups:
        rows = [(verb, catalogue[f"help:{verb}"].splitlines()[0]) for verb in names]
        lines += ["", catalogue[heading], *columns(rows, width)]
    rows = [(option, catalogue[key]) for option, key in _options(ctx, name)]
    if rows:
        lines += ["", catalogue["options"], *columns(rows, width)]
    if name:
        lines += ["", *wrap(catalogue["help:also"], width)]
    return "\n".join(lines) + "\n"


def _terminal_width() -> int:
    """As shutil.get_terminal_size, whose import alone takes a twentieth of the time that help may take."""
    columns = os.environ.get("COLUMNS", "")
    try:
        return int(columns) if columns.isdigit() and int(columns) else os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):  # not a terminal
        return 80


def key(command: str, parameter: click.Parameter) -> str:
    """Where the words for an option are: ``help:build --out``; those of rondan itself: ``help:--lang``."""
    option = max(parameter.opts, key=len)
    return f"help:{option}" if option in OPTIONS_OF_RONDAN or not command else f"help:{command} {option}"


def _options(ctx: click.Context, command: str) -> Iterable[tuple[str, str]]:
    for parameter in ctx.command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = ", ".join(sorted(parameter.opts, key=len))
            takes_none = parameter.is_flag or parameter.count
            shown = names if takes_none else f"{names} {parameter.make_metavar(ctx)}"
            yield shown, key(command, parameter)
