"""YAML text -> plain values, and where each key and value stands.

A strict subset: mappings, sequences and scalars. Anchors, aliases, tags and repeated keys are refused (an alias
bomb is small to load and huge to walk). Scalars are text, except decimal integers, ``true``/``false`` and ``null``:
``no``, ``1:30``, ``012`` and ``2017-03-24`` stay what was typed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, ClassVar

import yaml

from .diagnostics import Diagnostic, Location
from .yaml_faults import fault_of, quoted

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"^(?:0|-?[1-9][0-9]*)$")
_BOOL = re.compile(r"^(?:true|false|True|False)$")
_NULL = re.compile(r"^(?:~|null|Null|)$")

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters but tabs and line ends. YAML refuses them as they are; an escape in double quotes (``\\e``) brings
them in."""
Path = tuple[str | int, ...]
"""Keys and indexes from the root to a value."""


class YamlProblem(Exception):  # noqa: N818  # a problem of the text, reported to people under this name
    """The text is not YAML, or not of our subset. ``line`` and ``column`` count from 1.

    ``reason`` is a code from the message catalogue (yaml/duplicate-key, yaml/open-quote, …), ``length`` the characters
    at fault, ``detail`` what the message needs.
    """

    def __init__(self, reason: str, line: int, column: int, detail: str = "", length: int = 1) -> None:
        self.reason, self.line, self.column, self.detail, self.length = reason, line, column, detail, length
        super().__init__(f"{reason} {line}:{column} {detail}")

    def diagnostic(self, path: str, text: str, first_line: int = 1) -> Diagnostic:
        """This problem of ``text``, the first line of which is line ``first_line`` of the file ``path``."""
        lines = text.splitlines()
        excerpt = lines[self.line - 1] if 0 < self.line <= len(lines) else ""
        at = Location(path, self.line + first_line - 1, self.column, self.length)
        return Diagnostic(self.reason, at, values={"detail": self.detail}, excerpt=excerpt)


class _Loader(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """Composes nodes only. libyaml's parser where it is there, PyYAML's own (nine times slower) where not."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


_LOOK_CLOSER = re.compile(r"(?:^|[\s\[{,])[&*!]\S|(?:[\[{][^\[{}\]]{0,80}){8}|(?:[-?:] +){8}|^ {32}", re.MULTILINE)
"""Text that could hold an anchor, an alias, a tag or deep nesting; most holds none, and is spared the second look."""
_DEEPEST = 32


def _refuse_references_and_depth(text: str) -> None:
    """Walk the events, which needs no recursion: the composer, which does, never sees what is refused here."""
    depth = 0
    for parsed in yaml.parse(text, _Loader):
        event: Any = parsed
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlProblem("yaml/alias", mark.line + 1, mark.column + 1)
        if getattr(event, "tag", None) not in (None, "!"):
            raise YamlProblem("yaml/tag", mark.line + 1, mark.column + 1, str(event.tag))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise YamlProblem("yaml/too-deep", mark.line + 1, mark.column + 1)


_TIGHT_COMMENT = re.compile(r"[ \t]+#[^\s#]")
"""Where it stands behind a value it is more likely text, 第1回 #春, than a comment, which has a blank behind the #."""


def _refuse_lost_text(node: yaml.Node, lines: list[str]) -> None:
    """Raise where an unquoted value loses its end as a comment."""
    if isinstance(node, yaml.CollectionNode):
        for child in node.value:
            _refuse_lost_text(child[1] if isinstance(node, yaml.MappingNode) else child, lines)
    elif isinstance(node, yaml.ScalarNode) and not node.style:
        start, end = node.start_mark, node.end_mark
        line = lines[end.line] if end.line < len(lines) else ""
        if start.line == end.line and _TIGHT_COMMENT.match(line, end.column):
            text = line[start.column :].strip()
            detail = f"{line[: start.column].strip()} {quoted(text)}"
            raise YamlProblem("yaml/comment", end.line + 1, line.index("#", end.column) + 1, detail)


def _scalar(node: yaml.ScalarNode) -> str | int | bool | None:
    value: str = node.value
    if node.style in ("'", '"', "|", ">"):
        return value
    if _NULL.match(value):
        return None
    if _BOOL.match(value):
        return value[0] in "tT"
    return int(value) if _INT.match(value) and len(value) < 19 else value


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        mark = key.start_mark
        if not isinstance(key, yaml.ScalarNode):
            raise YamlProblem("yaml/key", mark.line + 1, mark.column + 1)
        if key.value in values:
            raise YamlProblem("yaml/duplicate-key", mark.line + 1, mark.column + 1, key.value)
        values[key.value] = _plain(value)
    return values


def load(text: str) -> Any:
    """Plain values of one YAML document: dict, list, str, int, bool or None.

    Raises YamlProblem, with the line and column of the fault inside ``text``.
    """
    try:
        if _LOOK_CLOSER.search(text):
            _refuse_references_and_depth(text)
        node = yaml.compose(text, _Loader)
        if node is None:
            return None
        if _TIGHT_COMMENT.search(text):
            _refuse_lost_text(node, text.split("\n"))
        return _plain(node)
    except yaml.MarkedYAMLError as error:
        fault = fault_of(error, text)
        raise YamlProblem(fault.code, fault.line, fault.column, fault.detail, fault.length) from None
    except yaml.reader.ReaderError as error:
        before = text[: text.find(chr(error.character))]  # error.position counts the bytes, or the letters
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise YamlProblem("yaml/character", line, column, f"U+{error.character:04X}") from None
    except yaml.YAMLError as error:
        raise YamlProblem("yaml/syntax", 1, 1, str(error).splitlines()[0]) from None


def place(text: str, path: Path, *, on_key: bool = False) -> tuple[int, int, str]:
    """Line and column, from 1, of the value under ``path`` (or of its key), and the line itself.

    Where nothing stands there, those of the nearest value around it. Raises YamlProblem as ``load`` does.
    """
    places = positions(text)
    around = (places[path[:depth]] for depth in range(len(path), 0, -1) if path[:depth] in places)
    key_line, key_column, line, column = next(around, (1, 1, 1, 1))
    if on_key:
        line, column = key_line, key_column
    lines = text.splitlines()
    return line, column, lines[line - 1] if line <= len(lines) else ""


@lru_cache(maxsize=1)
def positions(text: str) -> dict[Path, tuple[int, int, int, int]]:
    """Where every value stands: path -> (line and column of its key, line and column of the value), from 1.

    For an item of a sequence the two are the same. Only called to place a problem, so it may be slow.
    Raises YamlProblem as ``load`` does.
    """
    load(text)
    found: dict[Path, tuple[int, int, int, int]] = {}

    def walk(node: yaml.Node, path: Path) -> None:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                at, to = key.start_mark, value.start_mark
                found[(*path, key.value)] = (at.line + 1, at.column + 1, to.line + 1, to.column + 1)
                walk(value, (*path, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                to = value.start_mark
                found[(*path, index)] = (to.line + 1, to.column + 1, to.line + 1, to.column + 1)
                walk(value, (*path, index))

    root = yaml.compose(text, yaml.SafeLoader)
    if root is not None:
        walk(root, ())
    return found
