"""A file's bytes -> text, and its text -> front matter and body."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any

from .. import yaml_source
from ..diagnostics import Diagnostic, Location
from . import plain_yaml

_OPEN = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\r")
"""Bytes of control characters; those from U+0080 on begin with C2 instead."""
_LINE_END = re.compile(rb"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart."""

    front: str
    """The YAML between the two lines of dashes."""
    values: dict[str, Any]
    body: str
    """Everything behind, with line feeds for line ends."""
    line: int
    """1-based line on which the body starts."""
    offset: int
    """Byte of the file at which the body starts."""


def body_of(data: bytes, offset: int) -> bytes:
    """The body of a file in which it starts at the byte ``offset``, with line feeds for line ends."""
    body = data[offset:] if offset else data.removeprefix(BOM_UTF8)
    return body.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in body else body


def body_digest(body: bytes) -> str:
    """What a body, as ``body_of`` has it, is known by; see ``model.BodyRef``."""
    return blake2b(body, digest_size=16).hexdigest()


def decode(data: bytes, path: str) -> str | Diagnostic:
    """UTF-8 text with line feeds; a byte order mark is skipped. A Diagnostic where the bytes are none, or hold control
    characters."""
    if b"\0" in data:
        return Diagnostic("file/not-text", Location(path))
    try:
        text = data.decode("utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8")  # the first is slow
    except UnicodeDecodeError as error:
        before = data[: error.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        line = data[start:].split(b"\n", 1)[0].decode("utf-8", "replace")
        return Diagnostic(
            "file/not-utf8", Location(path, before.count(b"\n") + 1, column, 1), excerpt=line.rstrip("\r")
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    if b"\xc2" in data or len(data.translate(None, _CONTROLS)) < len(data):  # quicker than the search, on most files
        control = yaml_source.CONTROL.search(text)
        if control:
            return _controlled(text, control, path)
    return text


def _controlled(text: str, control: re.Match[str], path: str) -> Diagnostic:
    start = text.rfind("\n", 0, control.start()) + 1
    at = Location(path, text.count("\n", 0, start) + 1, control.start() - start + 1, 1)
    more = len(yaml_source.CONTROL.findall(text, control.end()))
    values = {"character": f"U+{ord(control.group()):04X}", "more": str(more or "")}
    return Diagnostic("file/control-character", at, values=values, excerpt=text[start:].split("\n", 1)[0])


def split(data: bytes, path: str) -> Split | Diagnostic:
    """Front matter and body of a file; a Diagnostic where there is no readable front matter."""
    text = decode(data, path)
    if isinstance(text, Diagnostic):
        return text
    if not text.strip():
        return Diagnostic("file/empty", Location(path))
    opened = _OPEN.match(text)
    if not opened:
        first = text.split("\n", 1)[0]
        return Diagnostic("article/no-front-matter", Location(path, 1, 1, len(first)), excerpt=first)
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        return Diagnostic("article/open-front-matter", Location(path, 1, 1, 3), excerpt="---")
    front = text[opened.end() : closed.start()]
    values = mapping(front, path, 2)
    if isinstance(values, Diagnostic):
        return values
    lines = text.count("\n", 0, closed.start()) + 1
    return Split(front, values, text[closed.end() :], lines + 1, _offset(data, lines))


def mapping(yaml_text: str, path: str, first_line: int = 1) -> dict[str, Any] | Diagnostic:
    """The mapping that ``yaml_text``, from line ``first_line`` of ``path`` on, holds; empty for no text."""
    quick = plain_yaml.load(yaml_text)
    if quick is not None:
        return quick
    try:
        values = yaml_source.load(yaml_text)
    except yaml_source.YamlProblem as problem:
        return problem.diagnostic(path, yaml_text, first_line)
    if values is None:
        return {}
    if isinstance(values, dict):
        return values
    lines = yaml_text.splitlines()
    return Diagnostic("file/not-a-mapping", Location(path, first_line, 1, len(lines[0])), excerpt=lines[0])


def _offset(data: bytes, lines: int) -> int:
    """The byte behind so many lines, whichever line ends the file uses; its end, where the last of them has none."""
    last = next(islice(_LINE_END.finditer(data), lines - 1, None), None)
    return last.end() if last else len(data)
