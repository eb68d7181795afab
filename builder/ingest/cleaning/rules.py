"""Rule files -> Rule values, validated. A rule is data with its own proof: why it is there, what it takes and keeps.

The files are ``builder/data/rules/**/*.yaml`` and, for one newspaper, the key ``rules`` of
``content/sources/<id>.yaml``; ``docs/rules.md`` explains the format to curators.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from ... import yaml_source
from ...diagnostics import Severity


class Takes(StrEnum):
    """How far a rule reaches from a line that it matches."""

    LINE = "line"
    BLOCK = "block"
    """The line and those below it up to the next blank line (HTML: those of the same innermost element)."""
    REST = "rest"
    """The line and all below it."""
    OUTSIDE = "outside"
    """Every line but the ones it matches."""
    NOTHING = "nothing"
    """Protects the line from all other rules."""


class Where(StrEnum):
    """In which half of the page a line must stand, measured on the original."""

    HEAD = "head"
    TAIL = "tail"
    ANYWHERE = "anywhere"


@dataclass(frozen=True, slots=True)
class Match:
    """What a line must look like. Given kinds must all hold; of the alternatives of one kind, any."""

    equals: tuple[str, ...] = ()
    starts_with: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    ends_with: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    """An ancestor of an HTML line: ``div``, ``#id``, ``.class`` or together, ``div.class``."""
    regex: tuple[str, ...] = ()
    """Searched in the line; ``^`` and ``$`` are its ends. For what the other kinds cannot say."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One cleaning rule."""

    id: str
    """``ja/print-button``: where it comes from, then its name."""
    why: str
    takes: Takes
    match: Match
    where: Where = Where.ANYWHERE
    at_most: float = 1.0
    """Share of the page's lines (below 1) it may take; more sends the article to review."""
    at_most_lines: int = 0
    """The same as a number of lines; 0: no such limit."""
    specimens_taken: tuple[str, ...] = ()
    specimens_kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a rule, by a code of the message catalogue; who knows the file makes a Diagnostic of it."""

    code: str
    place: yaml_source.Path = ()
    """Keys and indexes to the value at fault: from the rule, or from the list where ``read_rules`` gives it."""
    values: dict[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    on_key: bool = False
    """True where the key itself is at fault."""


_KEYS = ("id", "why", "takes", "where", "match", "at_most", "specimens")


class _Faulty(Exception):  # noqa: N818  # becomes a Fault, is no error of the program
    def __init__(self, code: str, *place: str, on_key: bool = False, **values: str) -> None:
        self.fault = Fault(code, place, values, on_key=on_key)


def _texts(value: Any, *place: str) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    if not found or not all(isinstance(v, str | int) and not isinstance(v, bool) and str(v) for v in found):
        raise _Faulty("rule/not-text", *place, key=".".join(place))
    return tuple(str(v) for v in found)


def _choice(kind: type[StrEnum], value: Any, key: str) -> Any:
    if value not in list(kind):
        raise _Faulty("rule/not-a-choice", key, key=key, value=str(value), choices=", ".join(kind))
    return kind(value)


def _unknown(keys: Iterable[str], known: tuple[str, ...], *place: str) -> None:
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            told = {"key": key, "near": "".join(near), "known": ", ".join(known)}
            raise _Faulty("rule/unknown-key", *place, key, on_key=True, **told)


def _match(value: Any) -> Match:
    if not isinstance(value, dict) or not value:
        raise _Faulty("rule/no-match", "match")
    _unknown(value, Match.__slots__, "match")
    made = {kind: _texts(alternatives, "match", kind) for kind, alternatives in value.items()}
    for pattern in made.get("regex", ()):
        try:
            re.compile(pattern)
        except re.error as error:
            raise _Faulty("rule/bad-regex", "match", "regex", value=pattern, detail=str(error)) from None
    return Match(**made)


def _limit(value: Any) -> tuple[float, int]:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return 1.0, value
    share = re.fullmatch(r"([1-9][0-9]?|100)\s*%", str(value))
    if not share:
        raise _Faulty("rule/bad-limit", "at_most", value=str(value))
    return int(share[1]) / 100, 0


def _rule(row: Any, prefix: str) -> Rule:
    if not isinstance(row, dict):
        raise _Faulty("rule/not-a-mapping")
    _unknown(row, _KEYS)
    for key in ("id", "why", "takes", "match"):
        if key not in row:
            raise _Faulty("rule/missing-key", key=key)
    name = str(row["id"])
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*", name):
        raise _Faulty("rule/bad-id", "id", value=name)
    share, lines = _limit(row["at_most"]) if "at_most" in row else (1.0, 0)
    proof = row.get("specimens") or {}
    if not isinstance(proof, dict):
        raise _Faulty("rule/not-text", "specimens", key="specimens")
    _unknown(proof, ("takes", "keeps"), "specimens")
    return Rule(
        id=name if "/" in name or not prefix else f"{prefix}/{name}",
        why=str(row["why"]),
        takes=_choice(Takes, row["takes"], "takes"),
        match=_match(row["match"]),
        where=_choice(Where, row.get("where", "anywhere"), "where"),
        at_most=share,
        at_most_lines=lines,
        specimens_taken=_texts(proof["takes"], "specimens", "takes") if proof.get("takes") else (),
        specimens_kept=_texts(proof["keeps"], "specimens", "keeps") if proof.get("keeps") else (),
    )


def read_rules(data: Any, prefix: str = "") -> tuple[dict[int, Rule], tuple[Fault, ...]]:
    """Rules from a list of mappings, as YAML gives it, by their index in it; and why others are left out.

    ``prefix`` goes before ids that name no origin (``minato/…``).
    """
    rules: dict[int, Rule] = {}
    faults: list[Fault] = []
    if data is not None and not isinstance(data, list):
        return {}, (Fault("rule/not-a-list"),)
    ids: set[str] = set()
    for index, row in enumerate(data or ()):
        name = str(row.get("id", index + 1)) if isinstance(row, dict) else str(index + 1)
        try:
            rule = _rule(row, prefix)
            if rule.id in ids:
                raise _Faulty("rule/duplicate-id", "id", value=rule.id)
        except _Faulty as faulty:
            fault = faulty.fault
            faults.append(replace(fault, place=(index, *fault.place), values={"rule": name, **fault.values}))
            continue
        ids.add(rule.id)
        rules[index] = rule
    return rules, tuple(faults)


@cache
def built_in() -> tuple[Rule, ...]:
    """The rules that come with the program. Raises ValueError if one is broken: that is a fault of the program."""
    made: list[Rule] = []
    folders = (files("builder.data") / "rules").iterdir()
    for file in sorted((file for folder in folders for file in folder.iterdir()), key=str):
        rules, faults = read_rules(yaml_source.load(file.read_text(encoding="utf-8")))
        if faults:
            raise ValueError(f"{file.name}: {faults[0].code} {faults[0].values}")
        made += rules.values()
    return tuple(made)
