"""Who wrote it: stated for machines, in elements named for it, or printed. No author rather than an invented one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Contributor
from ...text.bylines import HELPERS
from ...text.names import is_named_desk
from ..body.looks import squeeze
from ..extraction import Finding
from ..html.block import Block
from .head import Head
from .persons import Persons
from .printed_authors import printed
from .profiles import profile_of
from .stated_authors import stated

_JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LEAST = 0.55
_SURE = 0.75
"""A helper's line so near the headline counts wherever the author is named: in the head, behind the text."""
_SURE_PRINTED = 0.68
"""A printed by-line's, from which on it tells how a name that is stated in Latin letters is written."""
_STAFF = 0.05
"""An outlet's staff is its author less surely than any person named."""
_BESIDE = 2
"""Blocks between the author's line and a helper's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The authors one place of the page names."""

    names: tuple[Contributor, ...]
    locator: str
    confidence: float
    block: int = -1
    """Index of the block that holds nothing but this; -1 where it holds more."""


@dataclass(frozen=True, slots=True)
class AuthorsFound:
    """The contributors, how they were found, and the blocks that only name or describe them."""

    authors: tuple[Contributor, ...]
    findings: tuple[Finding, ...]
    blocks: tuple[int, ...]


def find_authors(
    head: Head,
    blocks: Sequence[Block],
    title_block: int,
    body: Sequence[int],
    sites: Sequence[str],
    posted_by: str = "",
    *,
    japanese: bool,
) -> AuthorsFound:
    """Choose the authors.

    Args:
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        body: Indexes of the body's blocks.
        sites: What the outlet calls itself: rarely an author.
        posted_by: Whom the line below a blog's entry names.
        japanese: Whether the page is Japanese.
    """
    persons = Persons(sites, staff=japanese)
    found = [
        *(Candidate(names, locator, sure) for names, locator, sure in stated(head, persons)),
        *(Candidate(*hit) for hit in printed(blocks, title_block, body, persons)),
    ]
    if posted_by and (names := persons.stated(posted_by)):
        found.append(Candidate(names, "posting line", _LEAST))
    findings = tuple(Finding("author", c.name, f.locator, f.confidence) for f in found for c in f.names)
    names = _choose(found, japanese=japanese)
    alone = len([c for c in names if not c.role]) == 1 and not names[0].role
    profile, described = profile_of(names[:1], blocks, body) if alone else ("", ())
    if alone and len(profile) > len(names[0].profile):
        names = (replace(names[0], profile=_with_title(names[0].profile, profile)), *names[1:])
    spent = {c.block for c in found if c.block >= 0 and _share_a_name(c.names, names)}
    return AuthorsFound(names, findings, tuple(sorted(spent | set(described))))


def _choose(found: Sequence[Candidate], *, japanese: bool) -> tuple[Contributor, ...]:
    """Take the surest; a name told at two places is surer, a login name gives way to a printed full name.

    So does, on a ``japanese`` page, a name stated in Latin letters to the one that its by-line prints in others.
    """
    ranked = sorted(found, key=lambda c: -_rank(c, found))
    if not ranked or ranked[0].confidence < _LEAST:
        return ()
    best = ranked[0]
    if all(_is_login(c.name) for c in best.names):
        best = next((c for c in ranked if c.confidence >= 0.5 and not any(_is_login(n.name) for n in c.names)), best)
    elif japanese and best.block < 0 and all(c.name.isascii() for c in best.names):
        best = next((c for c in ranked if _prints_in_japanese(c, len(best.names))), best)
    return tuple(_with_role(c, found) for c in (*best.names, *_helpers(best, found)))


def _prints_in_japanese(candidate: Candidate, count: int) -> bool:
    """Does a by-line near the headline name so many authors in Japanese letters?"""
    written = all(_JAPANESE.search(c.name) and not c.role for c in candidate.names)
    return written and len(candidate.names) == count and candidate.confidence >= _SURE_PRINTED


def _helpers(best: Candidate, found: Sequence[Candidate]) -> Iterator[Contributor]:
    """Translators and interviewers whom one by-line names with the author, or a line of their own beside it."""
    for candidate in found:
        if _keys(best.names) < _keys(candidate.names) and candidate.confidence >= _LEAST:
            others = [c for c in candidate.names if squeeze(c.name) not in _keys(best.names)]
            if all(c.role for c in others):
                yield from others
                return
    lines = {c.block for c in found if c.block >= 0 and _share_a_name(c.names, best.names)}
    for candidate in found:
        beside = candidate.block >= 0 and any(0 < abs(candidate.block - line) <= _BESIDE for line in lines)
        beside = beside or candidate.confidence >= _SURE
        if beside and candidate.confidence >= _LEAST and all(c.role in HELPERS for c in candidate.names):
            yield from (c for c in candidate.names if squeeze(c.name) not in _keys(best.names))
            return


def _rank(candidate: Candidate, found: Sequence[Candidate]) -> float:
    own = candidate.locator.split(" ")[0]
    told = {f.locator.split(" ")[0] for f in found if _share_a_name(candidate.names, f.names)} - {own}
    only_helped = all(c.role for c in candidate.names)
    staff = all(is_named_desk(c.name) for c in candidate.names)
    return candidate.confidence + 0.05 * len(told) - (0.25 if only_helped else 0.0) - (_STAFF if staff else 0.0)


def _with_title(title: str, profile: str) -> str:
    """Put the occupation that the by-line prints over the profile, which does not always repeat it."""
    return profile if squeeze(title) in squeeze(profile) else f"{title}\n{profile}"


def _is_login(name: str) -> bool:
    return name.isascii() and " " not in name and (name.islower() or any(c.isdigit() or c in "._" for c in name))


def _keys(names: Iterable[Contributor]) -> set[str]:
    return {squeeze(c.name) for c in names}


def _share_a_name(one: Sequence[Contributor], other: Sequence[Contributor]) -> bool:
    return bool(_keys(one) & _keys(other))


def _with_role(person: Contributor, found: Sequence[Candidate]) -> Contributor:
    """Add the role and title that another mention of the same person gives."""
    for candidate in found:
        for other in candidate.names:
            if squeeze(other.name) == squeeze(person.name):
                person = replace(person, role=person.role or other.role, profile=person.profile or other.profile)
    return person
