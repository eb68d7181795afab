"""The archive's records as ingest uses them: authors and topics. What is wrong in a record, ``check`` tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...archive import records
from ...model import Author, Topic


def author_records(archive: Path, content: str) -> tuple[Author, ...]:
    """All author records that load."""
    return tuple(r for r in _load(archive, f"{content}/authors") if isinstance(r, Author))


def topic_records(archive: Path, content: str) -> tuple[Topic, ...]:
    """All topic records that load."""
    return tuple(r for r in _load(archive, f"{content}/topics") if isinstance(r, Topic))


def _load(archive: Path, folder: str) -> Iterator[records.Record]:
    for file in sorted(path for path in (archive / folder).glob("*.yaml") if path.is_file()):
        try:
            data = file.read_bytes()
        except OSError:
            continue
        found = records.parse(file.relative_to(archive).as_posix(), data).record
        if found is not None:
            yield found
