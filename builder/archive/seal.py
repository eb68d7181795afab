"""The seal: how an article's file tells whether a person has edited it since ingest wrote it.

``seal:`` in the front matter is a short digest of everything else in the file. It needs no state beside the file, so
it survives a clone, a copy and a lost ``.rondan/``. Line endings do not count: git may change them.
"""

from __future__ import annotations

import hashlib
import re

_LINE = re.compile(r"""^seal:[ \t]*["']?([^\s"']*)["']?[ \t]*\n""", re.MULTILINE)
FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
"""The front matter of an article's file with line feeds only; its group holds what stands between the dashes."""


def normalised(text: str) -> str:
    """Without a byte order mark, and with line feeds only: what an editor may change without an edit."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def seal_of(text: str) -> str:
    """The seal that fits ``text``, whether or not it carries one: 16 hexadecimal digits."""
    return hashlib.blake2b(_without(text).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def written_seal(text: str) -> str:
    """The seal that stands in the front matter of ``text``; empty where there is none."""
    front = FRONT.match(normalised(text))
    line = _LINE.search(front.group(1)) if front else None
    return line.group(1) if line else ""


def is_untouched(text: str) -> bool:
    """True for a file exactly as ingest wrote it."""
    found = written_seal(text)
    return bool(found) and found == seal_of(text)


def _without(text: str) -> str:
    text = normalised(text)
    front = FRONT.match(text)
    if not front:
        return text
    return text[: front.start(1)] + _LINE.sub("", front.group(1), count=1) + text[front.end(1) :]
