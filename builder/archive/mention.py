"""Where the text of an article names an address. Asked only about problems, so it may be slow."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from ..diagnostics import Location


def mention(file: Path, path: str, address: str) -> tuple[Location, str] | None:
    """Where ``file`` (Markdown and front matter) names ``address``, under the name ``path``, and the line.

    None if it does not, or cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    page = address.partition("#")[0]
    for form in dict.fromkeys((address, unquote(address), page, unquote(page))):
        if not form:
            continue
        for number, line in enumerate(lines, 1):
            for opening in ("(", "<", ": ", '"', " "):  # a link, an address in brackets, a definition, a value
                at = f" {line}".find(opening + form)
                if at >= 0:
                    column = at + len(opening)  # the blank in front and counting from one cancel out
                    return Location(path, number, column, len(form)), line
    return None
