"""The trail: every line of an article's original pages, and which rule took it. Made anew from the kept originals."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from ..config import Config
from ..diagnostics import ArchiveError
from .comparing.identity import title_key
from .extract import extract
from .extraction import Extraction, Finding
from .pile.collect import RawFile, collect
from .pile.learn import learn
from .pile.origin import host_in
from .pile.originals import Originals
from .pile.sources import read_sources
from .shelf import Held, Shelf

_GUTTER, _WIDTH = 24, 100
"""Columns of the rules, and of all."""
_PLACED = "its place, as other pages of the outlet print theirs, or its record"
"""Where an author was found whom the page by itself does not name."""
_PLACES = ("before-body", "inside-body", "after-body", "outside-body")
"""Ends of claims that only tell where a line stands; in the gutter any other goes first."""


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line of the raw page."""

    number: int
    text: str
    rules: tuple[str, ...]
    """The rules that claim it; empty for a line that is kept."""


@dataclass(frozen=True, slots=True)
class TrailPage:
    """One original of an article."""

    name: str
    verdict: str
    """``gone`` where the original is no longer there, or no longer the same."""
    confidence: float
    lines: tuple[TrailLine, ...]
    findings: tuple[Finding, ...]


def trail(archive: Path, config: Config, article_id: str) -> tuple[TrailPage, ...] | None:
    """The pages of one article, those of its other appearances last; None where there is no such article.

    ``article_id`` may also be the path of its file or of one of its originals, absolute, or from the archive's folder
    or the current one; so may it be of an original of which no article was made.
    Raises ArchiveError where its file is broken: which originals it has cannot be read then.
    """
    paths = _meant(archive, article_id)
    articles = Shelf.read(archive, config.paths.content).articles
    named = (each.id == article_id or not paths.isdisjoint(map(_composed, _paths(each))) for each in articles)
    held = next((each for each, is_it in zip(articles, named, strict=True) if is_it), None)
    if held is None:
        files = collect(archive, config.paths.raw, [archive / path for path in paths]).files
        refused = [(file.name, None) for file in files if file.kept and _composed(file.name) in paths]
        return tuple(_page(*found) for found in _read(archive, config, refused)) or None
    if held.fault is not None:
        raise ArchiveError([held.fault])
    read = list(read_again(archive, config, held))
    shared = () if any(found and found.series for _, found in read) else tuple(_shared(held, articles))
    if not (held.edited or any(found and found.authors for _, found in read)):
        shared += tuple(Finding("author", name, _PLACED, 0.6) for name in held.authors)
    pages = [_page(name, found) for name, found in read]
    return tuple(replace(page, findings=(*page.findings, *shared)) if page.lines else page for page in pages)


def _shared(held: Held, articles: Sequence[Held]) -> Iterator[Finding]:
    """The series of an article, where others of its outlet have it too: its page alone does not tell."""
    same = [each for each in articles if each.publication == held.publication and _series(each) == _series(held)]
    if held.series and len(same) > 1:
        where = " ".join(filter(None, (f"shared by {len(same)} articles of", held.publication)))
        yield Finding("series", held.series.name, where.removesuffix(" of"), 0.8)


def _series(held: Held) -> str:
    return title_key(held.series.name) if held.series else ""


def _paths(held: Held) -> tuple[str, ...]:
    return held.path, *held.files, *held.also_files


def _meant(archive: Path, given: str) -> set[str]:
    """What a path may name in the archive, with links followed and as it is written, with the slashes of any system."""
    found: set[str] = set()
    for resolve in (os.path.abspath, os.path.realpath):
        root = Path(resolve(archive))
        for base, written in product((archive, Path.cwd()), (given, given.replace("\\", "/"))):
            path = Path(resolve(base / written))
            if path.is_relative_to(root):
                found.add(_composed(path.relative_to(root).as_posix()))
    return found


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)  # some systems give が in two parts


def read_again(archive: Path, config: Config, held: Held) -> Iterator[tuple[str, Extraction | None]]:
    """The originals of an article, extracted as ingest does it; None for one that is gone."""
    pages = [*zip(held.files, held.sha256, strict=False), *zip(held.also_files, held.also_sha256, strict=False)]
    return _read(archive, config, pages)


def _read(
    archive: Path, config: Config, pages: Sequence[tuple[str, str | None]]
) -> Iterator[tuple[str, Extraction | None]]:
    originals = Originals(archive, config.paths.raw)
    files = [RawFile(archive / name, name, True) for name, _ in pages]
    learned = learn(archive, config.paths.raw, files)
    sources, _ = read_sources(archive, config.paths.content)
    for name, sha256 in pages:
        data = originals.read(name, sha256)
        if data is None:
            yield name, None
            continue
        furniture, rules = learned.furniture(name, data), sources.rules(host_in(data), name)
        yield name, extract(data, name, furniture=furniture, rules=rules)


def _page(name: str, found: Extraction | None) -> TrailPage:
    if found is None:
        return TrailPage(name, "gone", 0.0, (), ())
    claims: dict[int, list[str]] = {}
    for claim in found.claims:
        claims.setdefault(claim.line, []).append(claim.rule)
    lines = tuple(TrailLine(line.number, line.text, tuple(claims.get(line.number, ()))) for line in found.lines)
    return TrailPage(name, found.verdict, found.confidence, lines, found.findings)


def gutter(page: TrailPage) -> Iterator[str]:
    """The page as text: line number, the rule that took the line or a bar where it was kept, the line itself."""
    for finding in page.findings:
        value = _cut(" ".join(finding.value.split()), _WIDTH - 40)
        yield f"  {finding.field:<18} {value}  <- {finding.locator} ({finding.confidence:.2f})"
    for line in page.lines:
        told = sorted(line.rules, key=lambda rule: rule.endswith(_PLACES))
        rules = _cut(", ".join(told), _GUTTER)
        bar = "│" if line.rules else "┃"
        text = _cut(" ".join(line.text.split()), _WIDTH - _GUTTER - 9)
        yield f"{line.number:>5} {rules}{' ' * (_GUTTER - _columns(rules))} {bar} {text}".rstrip()


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(text: str, columns: int) -> str:
    if _columns(text) <= columns:
        return text
    room = columns - 1
    for at, character in enumerate(text):
        room -= _columns(character)
        if room < 0:
            return text[:at] + "…"
    return text
