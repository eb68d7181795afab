"""``rondan rules suggest``: rules for a source, from the lines its pages repeat and the cleaner still keeps.

A suggestion is YAML that a curator can read, change and put under ``rules`` in ``content/sources/<id>.yaml``, and the
lines it would take. Lines that the rules at hand take already are no news; neither is what stands on too few pages.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..archive.yaml_text import dump
from ..config import Config
from ..diagnostics import ArchiveError, Diagnostic, Location
from ..progress import Progress, silent
from .cleaning.furniture import fingerprint
from .cleaning.matching import fold
from .cleaning.rules import Rule
from .comparing.identity import title_key
from .extract import extract
from .extraction import LineKind
from .pile.collect import collect
from .pile.origin import host_in, source_of
from .pile.sample import read_each, sample_of
from .pile.sources import read_sources

_OFTEN = 3
"""Works on which a line must stand."""
_SHARE = 0.2
"""Share of the source's works on which it must stand."""
_PROSE = 80
"""Longer lines are suggested only where nearly every page has them."""
_HEAD, _TAIL = 0.34, 0.66


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A line that a suggested rule would take."""

    text: str
    forms: int
    """In how many forms it stands there, with different numbers in it; ``text`` is one of them."""
    works: int
    """On how many works of the source it stands."""
    example: str
    """One of the pages."""


@dataclass(frozen=True, slots=True)
class RuleSuggestion:
    """Rules for one source."""

    source: str
    """``host:…`` or ``folder:…``."""
    works: int
    """That were looked at."""
    yaml: str
    """The rules, as a list for the key ``rules``."""
    lines: tuple[TakenLine, ...]
    """What they would take, most frequent first."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of one page that reached the article."""

    text: str
    place: float
    """0 at the top of the page, 1 at its end."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page as this module sees it."""

    name: str
    source: str
    work: str
    kept: tuple[KeptLine, ...]


@dataclass(slots=True)
class _Repeated:
    texts: dict[str, str] = field(default_factory=dict)
    """Text -> a page that has it."""
    works: set[str] = field(default_factory=set)
    places: list[float] = field(default_factory=list)


def _why(seen: int, works: int) -> str:
    return f"Repeated on {seen} of {works} works of this source."


def suggest_rules(
    archive: Path,
    config: Config,
    inputs: Iterable[Path] | None = None,
    *,
    why: Callable[[int, int], str] = _why,
    progress: Progress = silent,
) -> tuple[RuleSuggestion, ...]:
    """Suggestions for every source among ``inputs``; without any, among all originals of the archive.

    ``why``: what a rule says for itself, of the number of works that have its lines and of all that were looked at.
    Raises ArchiveError where there is nothing at one of ``inputs``.
    """
    paths = list(inputs or ())
    if missing := [path for path in paths if not path.exists()]:
        raise ArchiveError([Diagnostic("ingest/missing", Location(path.as_posix())) for path in missing])
    paths = paths or [archive / config.paths.raw]
    pile = collect(archive, config.paths.raw, paths)
    sample = sample_of(archive, config.paths.raw, pile.files)
    sources, _ = read_sources(archive, config.paths.content)
    by_source: defaultdict[str, list[PageReading]] = defaultdict(list)
    for done, (name, data) in enumerate(read_each(sample), 1):
        page = _read_page(name, data, sources.rules(host_in(data), name))
        progress("read", done, len(sample))
        by_source[page.source].append(page)
    found = (_of_source(source, pages, why) for source, pages in sorted(by_source.items()))
    return tuple(suggestion for suggestion in found if suggestion is not None)


def _read_page(name: str, data: bytes, rules: tuple[Rule, ...]) -> PageReading:
    """What the rules at hand keep of a page, without what is learned from the pile."""
    found = extract(data, name, rules=rules)
    claimed = {claim.line for claim in found.claims}
    count = max(len(found.lines) - 1, 1)
    kept = tuple(
        KeptLine(line.text.strip(), at / count)
        for at, line in enumerate(found.lines)
        if line.number not in claimed and line.text.strip() and line.kind is not LineKind.IMAGE
    )
    title = title_key(found.title)
    work = f"{title} {found.date[:10]}" if title else name  # a column may have one title for decades
    return PageReading(name, source_of(name, data), work, kept)


def _of_source(source: str, pages: Sequence[PageReading], why: Callable[[int, int], str]) -> RuleSuggestion | None:
    works = {page.work for page in pages}
    repeated: defaultdict[str, _Repeated] = defaultdict(_Repeated)
    for page in pages:
        for line in page.kept:
            one = repeated[fingerprint(line.text)]
            one.texts.setdefault(line.text, page.name)
            one.works.add(page.work)
            one.places.append(line.place)
    chosen = [one for one in repeated.values() if _is_furniture(one, len(works))]
    if not chosen:
        return None
    chosen.sort(key=lambda one: (-len(one.works), min(one.texts)))
    lines = tuple(
        TakenLine(text, len(one.texts), len(one.works), one.texts[text]) for one in chosen for text in [min(one.texts)]
    )
    return RuleSuggestion(source, len(works), _yaml(source, chosen, len(works), why), lines)


def _is_furniture(one: _Repeated, works: int) -> bool:
    count = len(one.works)
    if count < _OFTEN or count < _SHARE * works:
        return False
    return len(min(one.texts)) < _PROSE or count >= 0.8 * works


def _yaml(source: str, chosen: Sequence[_Repeated], works: int, why: Callable[[int, int], str]) -> str:
    """One rule for the lines of each part of the page, and one for each line that differs in its numbers."""
    parts: defaultdict[str, list[_Repeated]] = defaultdict(list)
    rules = []
    for one in chosen:
        if len(one.texts) == 1:
            parts[_where(one)].append(one)
        else:
            rules.append(_numbered_rule(one, why(len(one.works), works)))
    for where, those in sorted(parts.items()):
        texts = [min(one.texts) for one in those]
        most = max(len(one.works) for one in those)
        rules.append(_rule(f"repeated-{where}", where, {"equals": texts}, texts, why(most, works)))
    prefix = re.sub(r"[^a-z0-9]+", "-", source.partition(":")[2].lower()).strip("-") or "source"
    return "".join(_as_item(rule | {"id": f"{prefix}/{rule['id']}"}) for rule in rules)


def _numbered_rule(one: _Repeated, why: str) -> dict[str, object]:
    texts = sorted(one.texts)
    pattern = "^" + re.sub(r"\d+", r"\\d+", re.escape(fold(texts[0]))).replace("\\ ", " ") + "$"
    name = "numbered-" + hashlib.blake2b(texts[0].encode("utf-8", "replace"), digest_size=3).hexdigest()
    return _rule(name, _where(one), {"regex": pattern}, texts[:3], why)


def _rule(name: str, where: str, match: dict[str, object], takes: Sequence[str], why: str) -> dict[str, object]:
    return {
        "id": name,
        "why": why,
        "takes": "line",
        "where": where,
        "match": match,
        "at_most": "30%",
        "specimens": {"takes": list(takes)[:5]},
    }


def _where(one: _Repeated) -> str:
    if max(one.places) <= _HEAD:
        return "head"
    return "tail" if min(one.places) >= _TAIL else "anywhere"


def _as_item(rule: dict[str, object]) -> str:
    first, *rest = dump(rule).splitlines()  # type: ignore[arg-type]  # its values are plain
    return "\n".join([f"- {first}", *(f"  {line}" for line in rest)]) + "\n"
