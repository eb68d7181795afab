"""``python -m tests.contracts.reference``: writes docs/commands.md and docs/diagnostics.md from what the program says.

A test fails where the two differ from what is written here.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from builder.cli import app
from builder.cli.session import Session
from builder.messages import en, ja

_COUNT = re.compile(r"\{(\w+):[^{}|]*\|([^{}|]*)\}")
"""A number with its noun, as ``fill`` has it; of the two forms a reader needs but one."""
DOCS = Path(__file__).parents[2] / "docs"

_COMMANDS = """# Commands

*Made by `python -m tests.contracts.reference` from the program's own help; do not edit.*

The options of `rondan` itself (`-C`, `--lang`, `--format`, `--quiet`, `--debug`) may stand before or after the command.

| Exit status | |
| --- | --- |
| 0 | fine; warnings and notes do not count |
| 1 | problems were found, or something could not be done |
| 2 | the command line makes no sense |
| 130 | interrupted by Ctrl-C |
| 141 | whoever read the output has gone (`rondan list \\| head`) |

With `--format json` every report is one JSON object on standard output: `ok`, `problems` (each with `code`,
`severity`, `message`, `hint`, `file`, `line`, `column`, `excerpt`, `values`), and what the command itself has to tell.
`serve`, which never ends, prints one object a line. Codes are stable; they are listed in
[diagnostics.md](diagnostics.md). As text, problems go to standard error and the report to standard output; the
problems of `check` are its report. `--quiet` leaves errors only. Progress is drawn on a terminal only, once a command
has taken a second.

If Rondan itself fails, it says so in one line, keeps what is needed to find the cause in a file, and names that file;
`--debug` shows the traceback too.
"""

_DIAGNOSTICS = """# Diagnostics

*Made by `python -m tests.contracts.reference` from `builder/messages/`; do not edit.*

What every problem looks like; the code stays the same from version to version:

    error[field/unknown-key] there is no key “topcs”
      content/articles/2011/20110503-k7xq.md:4:1
      4 | topcs: [外交]
        | ^^^^^
      Did you mean “topics”?

Lines and columns count from 1. Words in braces are filled in; a passage in [[double brackets]] appears where its values
are known. An error keeps the site as it was; a warning or a note does not.
"""


def commands() -> str:
    """docs/commands.md."""
    root = app._root()
    parts = [_COMMANDS]
    for language, heading in (("en", "English"), ("ja", "日本語")):
        parts.append(f"\n## {heading}\n\n")
        context = root.make_context("rondan", ["check"], obj=Session(language=language))
        with context:
            parts.append(f"```text\n{root.get_help(context)}\n```\n")
            for name in root.list_commands(context):
                command = root.get_command(context, name)
                assert command is not None
                inner = command.make_context(name, [], parent=context, resilient_parsing=True)
                parts.append(f"\n### rondan {name}\n\n```text\n{command.get_help(inner)}\n```\n")
    return "".join(parts)


def diagnostics() -> str:
    """docs/diagnostics.md."""
    lines = [_DIAGNOSTICS]
    area = ""
    for code in sorted(en.MESSAGES):
        if code.split("/")[0] != area:
            area = code.split("/")[0]
            lines.append(f"\n## {area}\n")
        lines.append(f"\n### {code}\n\n")
        for what, hint in (en.MESSAGES[code], ja.MESSAGES[code]):
            lines.append(f"- {what}" + (f"  \n  {hint}" if hint else "") + "\n")
    return _COUNT.sub(r"{\1} \2", "".join(lines)).replace("<", "&lt;")


def written() -> dict[Path, str]:
    """What the files should hold."""
    return {DOCS / "commands.md": commands(), DOCS / "diagnostics.md": diagnostics()}


if __name__ == "__main__":
    os.environ["COLUMNS"] = "90"
    for path, text in written().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)
