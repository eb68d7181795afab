"""Plain values -> YAML text that ``yaml_source`` reads back as the same values, written for people.

Values are text, integers of up to 18 digits, true, false and null, mappings, and lists of those (no list in a list).

Text stands unquoted where YAML allows it, in double quotes where not, and as a block where it has several lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Value = str | int | bool | None | Sequence[Any] | Mapping[str, Any]

_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`<=~.+]")
_READ_AS_SOMETHING_ELSE = re.compile(r"(?:-?[0-9]+|true|false|True|False|null|Null|~|)\Z")
_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses, a byte order mark, and what only some take for a line end."""


def dump(values: Mapping[str, Value]) -> str:
    """The mapping as YAML, one key a line, in the order given. Every value round-trips through ``yaml_source.load``."""
    return "".join(line + "\n" for line in _mapping(values, 0))


def _mapping(values: Mapping[str, Any], depth: int) -> Iterator[str]:
    pad = "  " * depth
    for key, value in values.items():
        yield from _entry(f"{pad}{_scalar(key)}:", value, depth)


def _entry(head: str, value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        if not value:
            yield f"{head} {{}}"
            return
        yield head
        yield from _mapping(value, depth + 1)
    elif isinstance(value, list | tuple):
        if not value:
            yield f"{head} []"
            return
        yield head
        for item in value:
            yield from _item(item, depth)
    elif isinstance(value, str) and _fits_block(value):
        yield f"{head} |-"
        pad = "  " * (depth + 1)
        yield from (pad + line if line else "" for line in value.split("\n"))
    else:
        yield f"{head} {_scalar(value)}"


def _item(item: Any, depth: int) -> Iterator[str]:
    pad = "  " * depth
    if isinstance(item, Mapping) and item:
        first, *rest = _mapping(item, depth + 1)
        yield f"{pad}- {first[len(pad) + 2 :]}"
        yield from rest
    else:
        yield from _entry(f"{pad}-", item, depth)


def _fits_block(text: str) -> bool:
    """Several lines that a literal block keeps exactly: no odd characters, no blank or indented first line."""
    if "\n" not in text or _UNPRINTABLE.search(text) or "\t" in text:
        return False
    lines = text.split("\n")
    return (
        bool(lines[0]) and not lines[0].startswith(" ") and bool(lines[-1]) and all(x.strip() or not x for x in lines)
    )


def _scalar(value: str | int | bool | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return value if _is_plain(value) else _quoted(value)


def _is_plain(text: str) -> bool:
    return bool(
        _PLAIN_START.match(text)
        and not _READ_AS_SOMETHING_ELSE.match(text)
        and text == text.strip()
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not re.search(r"[\n\t]", text)
        and not _UNPRINTABLE.search(text)
        and not re.search(r"(?:^|\s)[&*!]\S", text)
        and not text.startswith(("---", "..."))
    )


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return re.sub(
        r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]",
        lambda found: f"\\u{ord(found.group()):04x}",
        escaped,
    )
