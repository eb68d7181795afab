"""Sources: the newspapers and sites an archive draws on, as ``content/sources/<id>.yaml`` describes them.

    name: 汐見新報                 # the publication, as articles name it
    variants: [汐見新報オンライン]  # what its pages call themselves
    hosts: [shiomi.example]        # where its pages live
    folders: [shiomi]              # folders below raw/ that hold its pages
    rules: []                      # cleaning rules for its pages only (docs/rules.md)

Every key but ``name`` may be left out. A source without a record is known by its host or its folder alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ...archive.fields import Fields
from ...archive.load import record_files
from ...archive.records import fields_of, name_in
from ...diagnostics import Diagnostic
from ..cleaning.proof import unproved
from ..cleaning.rules import Rule, read_rules
from ..comparing.identity import title_key
from .origin import folder_of

_KEYS = ("name", "variants", "hosts", "folders", "rules")


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


class Sources:
    """All sources of an archive, found by what a page tells of itself."""

    def __init__(self, records: Iterable[SourceRecord] = ()) -> None:
        self._by_name: dict[str, SourceRecord] = {}
        self._by_host: dict[str, SourceRecord] = {}
        self._by_folder: dict[str, SourceRecord] = {}
        for record in records:
            for name in (record.name, *record.variants):
                self._by_name.setdefault(title_key(name), record)
            for host in record.hosts:
                self._by_host.setdefault(host.lower().removeprefix("www."), record)
            for folder in record.folders:
                self._by_folder.setdefault(folder, record)

    def of(self, publication: str, host: str, name: str) -> SourceRecord | None:
        """The source of a page that says it is of ``publication``, on ``host``, and is kept under ``name``.

        What the page says of itself goes before where it lies: a page of another paper may lie in the folder.
        """
        if publication:
            found = self._by_name.get(title_key(publication))
            return found or self._by_host.get(host)
        return self._by_host.get(host) or self._by_folder.get(folder_of(name))

    def names(self, publication: str) -> tuple[str, ...]:
        """Everything the source of that name calls itself; just the name for one without a record."""
        found = self._by_name.get(title_key(publication))
        return (found.name, *found.variants) if found else tuple(filter(None, [publication]))

    def rules(self, host: str, name: str) -> tuple[Rule, ...]:
        """The rules for a page from ``host`` (or, where that is unknown, from its folder)."""
        found = self._by_host.get(host) or self._by_folder.get(folder_of(name))
        return found.rules if found else ()


def read_sources(archive: Path, content: str) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """The sources of an archive, and everything wrong with their files. A faulty part is left out, the rest holds."""
    records: list[SourceRecord] = []
    problems: list[Diagnostic] = []
    for path, data in record_files(archive, content, "sources"):
        fields = fields_of(path, data) if isinstance(data, bytes) else data
        if isinstance(fields, Diagnostic):
            problems.append(fields)
            continue
        record = _record(PurePosixPath(path).stem, fields)
        problems += fields.problems
        if record.name:
            records.append(record)
    return Sources(records), tuple(problems)


def _record(stem: str, fields: Fields) -> SourceRecord:
    """The source, without a name where that is at fault."""
    fields.check_keys(_KEYS)
    name, texts = name_in(fields), {key: fields.names(key) for key in ("variants", "hosts", "folders")}
    rules, faults = read_rules(fields.values.get("rules"), stem)
    proofs = (replace(fault, place=(index, *fault.place)) for index, rule in rules.items() for fault in unproved(rule))
    for fault in (*faults, *proofs):
        place = ("rules", *fault.place)
        fields.problem(fault.code, place, on_key=fault.on_key, severity=fault.severity, **fault.values)
    return SourceRecord(stem, name, **texts, rules=tuple(rules.values()))
