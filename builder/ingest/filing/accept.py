"""The only writer of articles. It adds, it renews what no person touched, and it never overwrites a person's work.

An edited file keeps the seal of the version it was edited from, its base. Where ingest would write that same version
again, it has nothing new to say. Where it would write another, what it would change since then is proposed: saved and
shown as a change of the person's file, which leaves the person's own edits as they are.
"""

from __future__ import annotations

import difflib
import re
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from itertools import chain, count
from pathlib import Path

from ...archive.seal import FRONT, is_untouched, normalised, seal_of, written_seal
from ..file_names import safe_name
from ..files import write_atomically
from ..pile.kept import Kept
from ..shelf import front_values
from .merging import merged

PROPOSALS = ".rondan/proposals"
"""Where open proposals lie, relative to the archive's folder, under their articles' ids: ``.diff`` and ``.md``."""
_KEY = re.compile(r"^(\w+):.*\n(?:(?:[ \t]|- ).*\n|\n)*", re.MULTILINE)
"""A key of the front matter with its value."""
_WRITTEN, _PROPOSED = "written", "proposed"
"""What is kept of an article, under its id and seal: the text that its file was made from, whether ingest wrote it or a
person took it in; and the text that ingest last proposed."""


class Fate(StrEnum):
    """What became of a proposed file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """A person edited the file, and ingest has nothing new to say."""
    PROPOSED = "proposed"
    """A person edited the file, and ingest would write another."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The fate of one proposed file."""

    fate: Fate
    text: str
    """What now stands in the file."""
    diff: str = ""
    """For a proposal: from the person's file to the same with ingest's changes."""
    has_base: bool = False
    """False where the base is lost, so that the proposal would undo the person's edits too."""


def proposal_name(article_id: str, ending: str = ".md") -> str:
    """Where an article's proposal lies, relative to the archive's folder; ``.diff``: the difference.

    An id stays when its file is renamed, and is no other article's: so no proposal is left behind or overwritten.
    """
    return f"{PROPOSALS}/{safe_name(article_id)}{ending}"


def accept(archive: Path, path: str, article_id: str, text: str, kept: Kept, *, force: bool = False) -> Accepted:
    """Writes ``text``, a whole sealed article file, to ``path`` below ``archive``, or proposes it.

    ``force``: overwrite a person's file too; their version is kept beside the proposals as ``….before.md``, the next
    one as ``….before-2.md``.
    Raises OSError where the file cannot be read or written.
    """
    file = archive / path
    proposal, difference = (archive / proposal_name(article_id, end) for end in (".md", ".diff"))
    try:
        old = file.read_bytes()
    except FileNotFoundError:
        old, there, fate = b"", "", Fate.ADDED
    else:
        there = normalised(old.decode("utf-8", "replace"))
        fate = _fate(there, text, force=force)
    if fate is Fate.PROPOSED:
        base = _base(kept, article_id, written_seal(there))
        _remember(kept, article_id, base)  # a proposal that was taken in: the next one takes its place
        mine = there if there.endswith("\n") else f"{there}\n"
        wanted = _merged(base, mine, text) if base else text
        if wanted != _sealed_like(text, mine) and not _says_the_same(wanted, mine):
            kept.put(_PROPOSED, article_id, _digest(text), text)
            diff = _difference(path, there, wanted)
            write_atomically(difference, diff.encode("utf-8", "replace"))
            write_atomically(proposal, wanted.encode("utf-8", "replace"))
            return Accepted(fate, there, diff, bool(base))
        fate, text = Fate.KEPT, base
    if fate in (Fate.ADDED, Fate.CHANGED):
        if there and not is_untouched(there):
            write_atomically(_free_place(archive, article_id, old), old)
        write_atomically(file, text.encode())
    _remember(kept, article_id, text)
    for settled in (proposal, difference):
        with suppress(OSError):
            settled.unlink(missing_ok=True)
    return Accepted(fate, there if fate is Fate.KEPT else text)


def _free_place(archive: Path, article_id: str, data: bytes) -> Path:
    """Where a person's version can be kept without writing over another."""
    endings = chain((".before.md",), (f".before-{number}.md" for number in count(2)))
    places = (archive / proposal_name(article_id, ending) for ending in endings)
    return next(place for place in places if not place.exists() or place.read_bytes() == data)


def added_by_hand(archive: Path, path: str, article_id: str, key: str, kept: Kept) -> bool:
    """Whether a person gave an edited file a key of the front matter that it had not as ingest wrote it.

    False where nobody knows what ingest wrote. Raises OSError where the file cannot be read.
    """
    there = normalised((archive / path).read_bytes().decode("utf-8", "replace"))
    base = _base(kept, article_id, written_seal(there))
    return bool(base) and key in _keys(there) - _keys(base)


def _fate(there: str, text: str, *, force: bool) -> Fate:
    if there == text:
        return Fate.UNCHANGED
    if force or is_untouched(there):
        return Fate.CHANGED
    return Fate.KEPT if written_seal(there) == seal_of(text) else Fate.PROPOSED


def _base(kept: Kept, article_id: str, seal: str) -> str:
    """The text with that seal: ingest wrote it, or proposed it and the person took it in. Empty where it is lost."""
    found = (kept.get(kind, article_id, seal.encode()) for kind in (_WRITTEN, _PROPOSED))
    return next(filter(None, found), "")


def _remember(kept: Kept, article_id: str, text: str) -> None:
    """Keeps a text that a file was edited from, or may be from now on; nothing where there is none."""
    if text and kept.get(_WRITTEN, article_id, _digest(text)) is None:
        kept.put(_WRITTEN, article_id, _digest(text), text)


def _digest(text: str) -> bytes:
    return written_seal(text).encode()


def _sealed_like(text: str, there: str) -> str:
    """``there`` with the seal of ``text``."""
    return there.replace(old, written_seal(text), 1) if (old := written_seal(there)) else there


def _merged(base: str, there: str, text: str) -> str:
    """What ingest changed since it wrote ``base``, changed in the person's file; the seal is that of ``text``.

    A key that both have added to the front matter is that of ``text``: none may stand there twice.
    """
    added = (_keys(there) & _keys(text)) - _keys(base)
    start, end = found.span(1) if (found := FRONT.match(there)) else (0, 0)
    own = _KEY.sub(lambda key: "" if key[1] in added else key[0], there[start:end])
    there = there[:start] + own + there[end:]
    return "".join(merged(*(_lines(_sealed_like(text, each)) for each in (base, there, text))))


def _says_the_same(one: str, other: str) -> bool:
    """True where the two differ in form only: ``[水野遥]`` and a list of one line, quotes, the order of the keys."""
    said = []
    for text in (one, other):
        front = FRONT.match(text)
        values = front_values(front[1]) if front else None
        if front is None or values is None:
            return False
        said.append(({key: value for key, value in values.items() if key != "seal"}, text[front.end() :].strip()))
    return said[0] == said[1]


def _keys(text: str) -> set[str]:
    found = FRONT.match(text)
    return {key[1] for key in _KEY.finditer(found[1])} if found else set()


def _difference(path: str, there: str, wanted: str) -> str:
    """As a patch of the file at ``path``; a last line without an end is marked as patches mark it."""
    lines = difflib.unified_diff(_lines(there), _lines(wanted), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """As diffs count them; ``splitlines`` would part them at form feeds too."""
    return list(StringIO(text))
