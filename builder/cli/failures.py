"""The edge of the program: every exception becomes a message and an exit status, none a traceback.

0 fine, 1 problems, 2 wrong usage, 130 interrupted, 141 nobody reads the output any more.
"""

from __future__ import annotations

import difflib
import errno
import hashlib
import os
import platform
import re
import sys
import tempfile
import traceback
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import click

from .. import __version__
from ..diagnostics import ArchiveError, Diagnostic, Location, system_reason
from ..messages.fill import harmless
from . import help as help_text
from .help import EVERY_DAY, MORE
from .session import Session

INTERRUPTED = 130
NOBODY_READS = 141
WRONG_USAGE = 2


def end(error: BaseException, session: Session, arguments: list[str]) -> int:
    """Says what happened, and gives the exit status."""
    ctx = getattr(error, "ctx", None)
    if ctx is not None and isinstance(ctx.obj, Session):
        session = ctx.obj
    match error:
        case SystemExit():
            return error.code if isinstance(error.code, int) else 1
        case KeyboardInterrupt() | click.Abort() | EOFError():
            return INTERRUPTED
        case BrokenPipeError():
            _silence_stdout()
            return NOBODY_READS
        case ArchiveError():
            wrong_usage = all(diagnostic.code.startswith("usage/") for diagnostic in error.diagnostics)
            return session.finish(error.diagnostics, {}) and (WRONG_USAGE if wrong_usage else 1)
        case click.ClickException():
            session.finish([_usage(error)], {})
            return WRONG_USAGE
        case OSError():
            return _refused(_system(error), session)
    return session.finish([bug(error, session, arguments)], {})


def _refused(problem: Diagnostic, session: Session) -> int:
    """Tells what the operating system refused, in some way that it lets through."""
    try:
        return session.finish([problem], {})
    except OSError:  # standard output is what it refuses
        _silence_stdout()
        with suppress(OSError):
            session.show([problem], sys.stderr)
        return 1


def _silence_stdout() -> None:
    """Lets the interpreter's own last flush go nowhere (as the Python documentation advises)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _usage(error: click.ClickException) -> Diagnostic:
    ctx = getattr(error, "ctx", None)
    common = {"command": ctx.command_path if ctx else "rondan", "usage": help_text.usage(ctx) if ctx else ""}
    match error:
        case click.exceptions.NoSuchCommand():
            near = difflib.get_close_matches(error.command_name, [*EVERY_DAY, *MORE], 1, 0.5)
            return Diagnostic("usage/no-such-command", values={"name": error.command_name, "near": "".join(near)})
        case click.NoSuchOption():
            name = error.option_name.lstrip("-")
            alike = (o for o in error.possibilities or () if difflib.get_close_matches(name, [o.lstrip("-")], 1, 0.7))
            near = list(islice(alike, 1))
            values = {"name": error.option_name, "near": "".join(near)}
            return Diagnostic("usage/no-such-option", values={**values, **common})
        case click.BadOptionUsage():
            code = "usage/extra-value" if "not take a value" in error.message else "usage/missing-value"
            return Diagnostic(code, values={"name": error.option_name, **common})
        case click.MissingParameter() if error.param is not None:
            name = error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)
            return Diagnostic("usage/missing-argument", values={"name": name, **common})
        case click.BadParameter() if error.param is not None:
            values = _bad_value(error.param, error.message, common["command"])
            return Diagnostic("usage/bad-value", values={**values, **common})
    if "Missing command" in error.format_message():
        return Diagnostic("usage/missing-command", values=common)
    extra = re.search(r"unexpected extra arguments? \((.*)\)$", error.format_message())
    if extra:
        return Diagnostic("usage/extra-argument", values={"name": extra.group(1), **common})
    return Diagnostic("usage/other", values={"detail": error.format_message(), **common})


def _bad_value(parameter: click.Parameter, message: str, command: str) -> dict[str, str]:
    """click tells the value only inside its own sentence: ``'x' is not one of 'a', 'b'.``"""
    told = re.match(r"'?(.*?)'? is not ", message)
    value = told.group(1) if told else ""
    choices = [str(choice) for choice in getattr(parameter.type, "choices", ())]
    near = difflib.get_close_matches(value, choices, 1, 0.6)
    possible = ", ".join(choices) or _range(parameter.type)
    name = max(parameter.opts, key=len) if isinstance(parameter, click.Option) else command
    return {"name": name, "value": value, "near": "".join(near), "choices": possible}


def _range(kind: click.ParamType[Any]) -> str:
    """The numbers an option takes, in signs of every language: ``0–65535``, ``≥ 1``; empty for other kinds."""
    if not isinstance(kind, click.IntRange):
        return ""
    if kind.min is not None and kind.max is not None:
        return f"{kind.min}–{kind.max}"
    return f"≥ {kind.min}" if kind.min is not None else f"≤ {kind.max}"


def _system(error: OSError) -> Diagnostic:
    """What the operating system refused: a full disk, a folder without permission."""
    code = "cli/output" if error.errno in (errno.ENOSPC, errno.EROFS, errno.EDQUOT) else "cli/system"
    if isinstance(error, FileExistsError | NotADirectoryError):
        code = "cli/not-a-folder"
    at = Location(str(error.filename)) if error.filename else None
    return Diagnostic(code, at, values={"reason": system_reason(error)})


def bug(error: BaseException, session: Session, arguments: list[str]) -> Diagnostic:
    """An exception that nobody expected: kept in a file to be reported, told in a line."""
    lines = "".join(traceback.format_exception(error))
    if session.debug:
        sys.stderr.write(harmless(lines))
    summary = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    report = (
        f"rondan {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {arguments}\n\n{lines}"
    )
    return Diagnostic("cli/bug", values={"summary": summary, "report": _keep(report, lines, session.folder)})


def _keep(report: str, lines: str, folder: Path) -> str:
    """Writes the crash file, one for each kind of crash, beside the archive's state or else among temporary files."""
    name = f"crash-{hashlib.blake2b(lines.encode(), digest_size=4).hexdigest()}.txt"
    places = [folder / ".rondan"] if (folder / "archive.yaml").is_file() else []
    for place in [*places, Path(tempfile.gettempdir()) / "rondan"]:
        try:
            place.mkdir(exist_ok=True)
            (place / name).write_text(report, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return str(place / name)
    return "-"
