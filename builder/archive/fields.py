"""Typed values out of a mapping read from YAML; every fault becomes a Diagnostic at its own place in the file."""

from __future__ import annotations

import datetime
import difflib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from .. import yaml_source
from ..diagnostics import Diagnostic, Location, Severity
from ..model import IsoDate
from ..text.controls import without_controls
from ..yaml_source import CONTROL

_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?[ ]?(Z|[+-]\d\d:?\d\d)?)?)?)?\Z",
)
_COMMA = re.compile(r"\s*[、，]\s*|,\s*")
_PLAIN_ITEM = re.compile(r"[^\W\d][\w ・ー&.-]*")
_Choice = TypeVar("_Choice", bound=str)


class Fields:
    """Reads one mapping of a file. Problems gather in ``problems``; a faulty value reads as absent."""

    def __init__(
        self,
        values: Mapping[str, Any],
        path: str,
        text: str,
        first_line: int = 1,
        written: Mapping[str, str] | None = None,
    ) -> None:
        """``text`` is the YAML that ``values`` came from; its first line is line ``first_line`` of ``path``.

        ``written`` names the keys that stand in the text under another name.
        """
        self._written = written or {}
        self.values = values
        self.problems: list[Diagnostic] = []
        self._path, self._text, self._first_line = path, text, first_line
        self._has_escapes = "\\" in text
        """Without any there are no control characters."""

    def text(self, *key: str | int) -> str:
        """A text; a number is read as its digits.

        An empty item of a list is a problem, and so are control characters, save in the name of an original.
        """
        value = self._get(key)
        if value is None and not isinstance(key[-1], int):
            return ""
        if isinstance(value, str):
            if self._has_escapes and "file" not in key and (control := CONTROL.search(value)):
                name, near = self._written.get(_dotted(key), _dotted(key)), without_controls(value).strip()
                character = f"U+{ord(control.group()):04X}"
                self.problem("field/control-character", key, name=name, character=character, near=_shown(near))
                return near  # so that nothing else is said of it
            return value.strip()
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self.problem("field/not-text", key, name=_dotted(key), value=_shown(value))
        return ""

    def needed(self, code: str, key: str) -> str:
        """The text under ``key``; where there is none, and nothing was said of it, that is the problem ``code``."""
        said = len(self.problems)
        text = self.text(key)
        if not text and len(self.problems) == said:
            self.problem(code, (key,), on_key=True)
        return text

    def texts(self, *key: str | int) -> tuple[str, ...]:
        """A list of texts; a single text is read as a list of one."""
        value = self._get(key)
        if not isinstance(value, list):
            single = self.text(*key)
            return (single,) if single else ()
        return tuple(dict.fromkeys(filter(None, (self.text(*key, index) for index in range(len(value))))))

    def names(self, *key: str | int) -> tuple[str, ...]:
        """Like ``texts``; a single text with commas is a problem, as it may be one name or several."""
        self.check_single(*key)
        return self.texts(*key)

    def check_single(self, *key: str | int) -> None:
        """Reports a single text in the place of a list that may be several: 交通、海, or items such as -交通."""
        value = self._get(key)
        if isinstance(value, str) and value.startswith("-"):
            self.problem("yaml/hyphen", key, detail=f"- {value.split(' -')[0].lstrip('-')}")
            return
        parts = _COMMA.split(value.strip()) if isinstance(value, str) else []
        if len(parts) > 1 and all(parts):
            name = self._written.get(_dotted(key), _dotted(key))
            several, single = f"[{', '.join(map(_in_list, parts))}]", f"[{_in_list(value.strip())}]"
            self.problem("field/one-or-several", key, name=name, value=_shown(value), several=several, single=single)

    def items(self, *key: str | int, known: Iterable[str] = ()) -> tuple[tuple[str | int, ...], ...]:
        """The keys of a list's items (a single value counts as a list of one); mappings among them are checked."""
        value = self._get(key)
        if value is None:
            return ()
        paths = [(*key, index) for index in range(len(value))] if isinstance(value, list) else [key]
        for path in paths:
            if isinstance(self._get(path), dict):
                self.check_keys(known, *path)
        return tuple(paths)

    def mapping(self, *key: str | int, known: Iterable[str]) -> bool:
        """True where a mapping stands; its keys are checked. Anything else but nothing is a problem."""
        value = self._get(key)
        if value is None:
            return False
        if isinstance(value, dict):
            self.check_keys(known, *key)
            return True
        self.problem("field/not-a-mapping", key, name=_dotted(key), value=_shown(value), known=", ".join(known))
        return False

    def is_mapping(self, *key: str | int) -> bool:
        """True where a mapping stands."""
        return isinstance(self._get(key), dict)

    def number(self, *key: str | int, least: int = 1) -> int | None:
        """A whole number from ``least`` on."""
        value = self._get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= least):
            return value
        self.problem("field/not-a-number", key, name=_dotted(key), value=_shown(value))
        return None

    def truth(self, *key: str | int) -> bool:
        """True or false; absent is false."""
        value = self._get(key)
        if value is None or isinstance(value, bool):
            return bool(value)
        self.problem("field/not-true-or-false", key, name=_dotted(key), value=_shown(value))
        return False

    def choice(self, choices: Iterable[_Choice], default: _Choice, *key: str | int) -> _Choice:
        """One of ``choices``."""
        value = self.text(*key)
        if not value:
            return default
        for known in choices:
            if known == value:
                return known
        names = [str(known) for known in choices]
        self.problem(
            "field/not-a-choice",
            key,
            name=_dotted(key),
            value=value,
            choices=", ".join(names),
            near=_near(value, names),
        )
        return default

    def date(self, timezone: str, *key: str | int) -> IsoDate:
        """A civil date as ``model`` describes it; a time without a zone gets ``timezone``, seconds are cut off."""
        value = self.text(*key)
        iso = civil_date(value, timezone)
        if value and not iso:
            self.problem("field/bad-date", key, name=_dotted(key), value=value, near=_reading(value, timezone))
        return iso

    def check_keys(self, known: Iterable[str], *key: str | int, meant: Mapping[str, str] = {}) -> None:
        """Reports every key of the mapping at ``key`` that is not ``known``; ``meant``: what others may mean."""
        names = tuple(known)
        for name in self._get(key) if key else self.values:
            if name not in names:
                near = meant.get(name) or _near(name, names)
                self.problem(
                    "field/unknown-key", (*key, name), on_key=True, name=name, near=near, known=", ".join(names)
                )

    def problem(
        self,
        code: str,
        key: tuple[str | int, ...],
        /,
        *,
        on_key: bool = False,
        severity: Severity = Severity.ERROR,
        **values: str,
    ) -> None:
        """Reports ``code`` at the value (or the key) that stands under ``key``, or else where most of it leads."""
        head = self._written.get(str(key[0]), key[0]) if key else ""
        line, column, excerpt = yaml_source.place(self._text, (head, *key[1:]), on_key=on_key)
        marked = len(str(key[-1])) if on_key and key else len(excerpt[column - 1 :].rstrip())
        at = Location(self._path, line + self._first_line - 1, column, marked)
        self.problems.append(Diagnostic(code, at, severity, values, excerpt))

    def _get(self, key: tuple[str | int, ...]) -> Any:
        value: Any = self.values
        for part in key:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list):
                value = value[int(part)]
            else:
                return None
        return value


def _in_list(text: str) -> str:
    """A text as it is written between square brackets, where it must stay one: true and null are none."""
    plain = _PLAIN_ITEM.fullmatch(text) and yaml_source.load(text) == text
    return text if plain else json.dumps(text, ensure_ascii=False)


def _dotted(key: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in key if isinstance(part, str))


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"


def _near(word: str, names: Iterable[str]) -> str:
    found = difflib.get_close_matches(word.lower().replace("-", "_"), list(names), 1, 0.6)
    return found[0] if found else ""


def civil_date(text: str, timezone: str) -> IsoDate:
    """``text`` as ``Fields.date`` reads it; empty where it is no date."""
    found = _DATE.match(text)
    if not found:
        return IsoDate("")
    year, month, day, hour, minute, zone = found.groups()
    iso = "-".join(part for part in (year, month, day) if part)
    if hour:
        zone = zone or timezone
        if zone == "Z":
            zone = "+00:00"
        if ":" not in zone:
            zone = f"{zone[:3]}:{zone[3:]}"
        iso += f"T{hour}:{minute}{zone}"
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
        if hour:
            datetime.datetime.fromisoformat(iso)
    except ValueError:
        return IsoDate("")
    return IsoDate(iso)


def _reading(value: str, timezone: str) -> str:
    """How a date in another form would be written here; empty where it is none."""
    from ..text.dates import parse_date  # only where there is something to suggest

    found = parse_date(value, timezone=timezone)
    return found.iso if found else ""
