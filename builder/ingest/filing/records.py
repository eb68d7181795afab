"""The archive's records as ingest uses them: authors and topics."""

from __future__ import annotations

from pathlib import Path

from ...archive import records
from ...archive.load import record_files
from ...diagnostics import Diagnostic
from ...model import Author, Topic


def read_authors(archive: Path, content: str) -> tuple[tuple[Author, ...], tuple[Diagnostic, ...]]:
    """All author records that load, and what is wrong with the others."""
    found, problems = _read(archive, content, "authors")
    return tuple(record for record in found if isinstance(record, Author)), problems


def read_topics(archive: Path, content: str) -> tuple[tuple[Topic, ...], tuple[Diagnostic, ...]]:
    """All topic records that load, and what is wrong with the others."""
    found, problems = _read(archive, content, "topics")
    return tuple(record for record in found if isinstance(record, Topic)), problems


def _read(archive: Path, content: str, kind: str) -> tuple[list[records.Record], tuple[Diagnostic, ...]]:
    found: list[records.Record] = []
    problems: list[Diagnostic] = []
    for path, data in record_files(archive, content, kind):
        file = records.parse(path, data) if isinstance(data, bytes) else records.RecordFile(None, (data,))
        problems += file.problems
        if file.record is not None:
            found.append(file.record)
    return found, tuple(problems)
