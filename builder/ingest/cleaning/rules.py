"""Rule files -> Rule values, validated. A rule is data with its own proof: why it is there, what it takes and keeps.

The files are ``builder/data/rules/**/*.yaml`` and, for one newspaper, the key ``rules`` of
``content/sources/<id>.yaml``; ``docs/rules.md`` explains the format to curators.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ... import yaml_source
from ...diagnostics import Diagnostic, Location


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


_KEYS = ("id", "why", "takes", "where", "match", "at_most", "specimens")
_KINDS = ("equals", "starts_with", "contains", "ends_with", "inside", "regex")


class _Fault(Exception):  # noqa: N818  # becomes a Diagnostic, is no error of the program
    def __init__(self, code: str, **values: str) -> None:
        self.code, self.values = code, values


def _texts(value: Any, key: str) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    if not found or not all(isinstance(v, str | int) and not isinstance(v, bool) and str(v) for v in found):
        raise _Fault("rule/not-text", key=key)
    return tuple(str(v) for v in found)


def _choice(kind: type[StrEnum], value: Any, key: str) -> Any:
    if value not in list(kind):
        raise _Fault("rule/not-a-choice", key=key, value=str(value), choices=", ".join(kind))
    return kind(value)


def _unknown(keys: Iterable[str], known: tuple[str, ...]) -> None:
    for key in keys:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            raise _Fault("rule/unknown-key", key=str(key), near=near[0] if near else "", known=", ".join(known))


def _match(value: Any) -> Match:
    if not isinstance(value, dict) or not value:
        raise _Fault("rule/no-match")
    _unknown(value, _KINDS)
    made = {kind: _texts(alternatives, f"match.{kind}") for kind, alternatives in value.items()}
    for pattern in made.get("regex", ()):
        try:
            re.compile(pattern)
        except re.error as error:
            raise _Fault("rule/bad-regex", value=pattern, detail=str(error)) from None
    return Match(**made)


def _limit(value: Any) -> tuple[float, int]:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return 1.0, value
    share = re.fullmatch(r"([1-9][0-9]?|100)\s*%", str(value))
    if not share:
        raise _Fault("rule/bad-limit", value=str(value))
    return int(share[1]) / 100, 0


def _rule(row: Any, prefix: str) -> Rule:
    if not isinstance(row, dict):
        raise _Fault("rule/not-a-mapping")
    _unknown(row, _KEYS)
    for key in ("id", "why", "takes", "match"):
        if key not in row:
            raise _Fault("rule/missing-key", key=key)
    name = str(row["id"])
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*", name):
        raise _Fault("rule/bad-id", value=name)
    share, lines = _limit(row["at_most"]) if "at_most" in row else (1.0, 0)
    proof = row.get("specimens") or {}
    if not isinstance(proof, dict):
        raise _Fault("rule/not-text", key="specimens")
    _unknown(proof, ("takes", "keeps"))
    return Rule(
        id=name if "/" in name or not prefix else f"{prefix}/{name}",
        why=str(row["why"]),
        takes=_choice(Takes, row["takes"], "takes"),
        match=_match(row["match"]),
        where=_choice(Where, row.get("where", "anywhere"), "where"),
        at_most=share,
        at_most_lines=lines,
        specimens_taken=_texts(proof["takes"], "specimens.takes") if proof.get("takes") else (),
        specimens_kept=_texts(proof["keeps"], "specimens.keeps") if proof.get("keeps") else (),
    )


def read_rules(data: Any, path: str, prefix: str = "") -> tuple[tuple[Rule, ...], tuple[Diagnostic, ...]]:
    """Rules from a list of mappings, as YAML gives it, and what is wrong with those that are left out.

    ``path`` names the file in the diagnostics; ``prefix`` goes before ids that name no origin (``minato/…``).
    """
    rules: dict[str, Rule] = {}
    problems: list[Diagnostic] = []
    if data is not None and not isinstance(data, list):
        return (), (Diagnostic("rule/not-a-list", Location(path)),)
    for place, row in enumerate(data or (), 1):
        name = str(row.get("id", place)) if isinstance(row, dict) else str(place)
        try:
            rule = _rule(row, prefix)
            if rule.id in rules:
                raise _Fault("rule/duplicate-id", value=rule.id)
            rules[rule.id] = rule
        except _Fault as fault:
            problems.append(Diagnostic(fault.code, Location(path), values={"rule": name, **fault.values}))
    return tuple(rules.values()), tuple(problems)


def _yaml_files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _yaml_files(entry)
        elif entry.name.endswith(".yaml"):
            yield entry


@cache
def built_in() -> tuple[Rule, ...]:
    """The rules that come with the program. Raises ValueError if one is broken: that is a fault of the program."""
    made: list[Rule] = []
    for file in _yaml_files(files("builder.data") / "rules"):
        rules, problems = read_rules(yaml_source.load(file.read_text(encoding="utf-8")), file.name)
        if problems:
            raise ValueError(f"{file.name}: {problems[0].code} {problems[0].values}")
        made += rules
    return tuple(made)
