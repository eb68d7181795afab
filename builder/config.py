"""archive.yaml -> one frozen Config. Read in the command line's layer only; below it, functions receive values."""

from __future__ import annotations

import difflib
import posixpath
import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from . import yaml_source
from .diagnostics import ArchiveError, Diagnostic, Location, system_reason
from .model import Rights

FILE_NAME = "archive.yaml"
LANGUAGES = ("ja", "en")
BASE_URL_EXAMPLE = "https://example.org/archive/"
ENGINES = ("builtin", "pagefind", "none")


@dataclass(frozen=True, slots=True)
class Curator:
    """Who keeps the archive; shown in the footer, the feeds and the about page."""

    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, relative to the archive's own, which they may lie outside of; in their shortest form."""

    content: str = "content"
    raw: str = "raw"
    templates: str = "templates"
    site: str = "site"


@dataclass(frozen=True, slots=True)
class RightsPolicy:
    """What holds where an article does not say."""

    default: Rights = Rights.FULL
    statement: str = ""
    """A sentence shown under every article."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Sizes of lists."""

    per_page: int = 50
    feed_entries: int = 50


@dataclass(frozen=True, slots=True)
class SearchChoice:
    """Which search engine the site carries."""

    engine: str = "builtin"


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of an archive."""

    title: str = ""
    description: str = ""
    language: str = "ja"
    """Of the site's own words: ja or en. Articles have their own."""
    timezone: str = "+09:00"
    """Offset given to a printed time that names none."""
    base_url: str = ""
    """Where the site will stand, such as https://example.org/archive/; for feeds, the sitemap and canonical links."""
    curator: Curator = field(default_factory=Curator)
    paths: Paths = field(default_factory=Paths)
    rights: RightsPolicy = field(default_factory=RightsPolicy)
    lists: Lists = field(default_factory=Lists)
    search: SearchChoice = field(default_factory=SearchChoice)


def load(folder: Path) -> Config:
    """The settings of the archive in ``folder``. Raises ArchiveError with every problem found in the file."""
    path = folder / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveError([Diagnostic("file/not-utf8", Location(str(path)))]) from None
    except OSError as error:
        problem = Diagnostic("file/unreadable", Location(str(path)), values={"reason": system_reason(error)})
        if isinstance(error, FileNotFoundError) and not path.is_symlink():
            problem = Diagnostic("config/missing", Location(str(path)), values={"folder": str(folder.resolve())})
        raise ArchiveError([problem]) from None
    try:
        data = yaml_source.load(text)
    except yaml_source.YamlProblem as problem:
        raise ArchiveError([problem.diagnostic(FILE_NAME, text)]) from None
    reader = _Reader(text)
    config: Config = reader.read(Config(), {} if data is None else data, ())
    if reader.problems:
        raise ArchiveError(reader.problems)
    return replace(config, base_url=with_slash(config.base_url))


def is_base_url(text: str) -> bool:
    """True for what ``base_url`` may be: an http or https address without query or fragment, or nothing."""
    return bool(_PATTERNS[("base_url",)][0].match(text))


def base_path(base_url: str) -> str:
    """The path part of a ``base_url`` that is closed by a slash: ``/archive/``; ``/`` for none."""
    return urlsplit(base_url).path or "/"


def with_slash(base_url: str) -> str:
    """``base_url`` with the slash that closes it; nothing stays nothing."""
    return base_url if not base_url or base_url.endswith("/") else base_url + "/"


_CHOICES: dict[tuple[str | int, ...], tuple[str, ...]] = {
    ("language",): LANGUAGES,
    ("search", "engine"): ENGINES,
    ("rights", "default"): tuple(Rights),
}
_PATHS = "paths"
_FOLDER = re.compile(r"^(?!/*$|(?:\.{1,2}/)*\.{1,2}$)[^\x00-\x1f]+$")
"""A path in its shortest form to a folder that is neither the archive's own nor one that holds it."""
_PATTERNS: dict[tuple[str | int, ...], tuple[re.Pattern[str], str]] = {
    ("timezone",): (re.compile(r"^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$"), "+09:00"),
    ("base_url",): (re.compile(r"^(?:https?://[^\s/?#@]+(?:/[^\s?#]*)?)?$"), BASE_URL_EXAMPLE),
    **{(_PATHS, name): (_FOLDER, name) for name in ("content", "raw", "templates", "site")},
}


class _Reader:
    """Lays YAML values over the defaults and collects every problem, each with its place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.problems: list[Diagnostic] = []

    def read(self, default: Any, data: Any, path: yaml_source.Path) -> Any:
        if not isinstance(data, dict):
            key, first = ".".join(map(str, path)), fields(default)[0].name
            written = str(data) if isinstance(data, str | int) else "…"
            example = f"{key}: {{{first}: {written}}}" if key else f"{first}: …"
            self._problem("config/not-a-mapping", path, key=key or FILE_NAME, example=example)
            return default
        known = {f.name for f in fields(default)}
        changes: dict[str, Any] = {}
        for key, value in data.items():
            here = (*path, key)
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                names = ", ".join(sorted(known))
                self._problem("config/unknown-key", here, key=key, near=near[0] if near else "", known=names)
            elif value is not None:
                changes[key] = self._value(getattr(default, key), value, here)
        return replace(default, **changes)

    def _value(self, default: Any, value: Any, path: yaml_source.Path) -> Any:
        if is_dataclass(default):
            return self.read(default, value, path)
        key = ".".join(map(str, path))
        if isinstance(default, int):
            if isinstance(value, int) and not isinstance(value, bool) and value > 0:
                return value
            self._problem("config/not-a-number", path, key=key, value=str(value), on_value=True)
            return default
        if not isinstance(value, str | int) or isinstance(value, bool):
            self._problem("config/not-text", path, key=key, value=str(value), on_value=True)
            return default
        text = posixpath.normpath(str(value)) if path[0] == _PATHS else str(value)
        if control := yaml_source.CONTROL.search(text):
            character, near = f"U+{ord(control.group()):04X}", yaml_source.CONTROL.sub("", text)
            told = {"name": key, "character": character, "near": near}
            self._problem("field/control-character", path, value=text, on_value=True, **told)
            return default
        if path in _CHOICES and text not in _CHOICES[path]:
            choices = ", ".join(_CHOICES[path])
            self._problem("config/not-a-choice", path, key=key, value=text, choices=choices, on_value=True)
            return default
        if path in _PATTERNS and not _PATTERNS[path][0].match(text):
            self._problem("config/bad-form", path, key=key, value=str(value), example=_PATTERNS[path][1], on_value=True)
            return default
        return Rights(text) if isinstance(default, Rights) else text

    def _problem(self, code: str, path: yaml_source.Path, on_value: bool = False, **values: str) -> None:
        line, column, excerpt = yaml_source.place(self._text, path, on_key=not on_value)
        length = len(values["value"] if on_value else str(path[-1])) if path else 0
        at = Location(FILE_NAME, line, column, length)
        self.problems.append(Diagnostic(code, at, values=values, excerpt=excerpt))
