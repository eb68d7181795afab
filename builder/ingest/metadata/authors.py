"""Who wrote it: stated for machines, in elements named for it, or printed. No author rather than an invented one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ...model import Contributor
from ...text.bylines import clean_name, find_byline, split_names
from ...text.names import is_organisation
from ...text.notes import heads_profile
from ..body.features import squeeze
from ..draft import Finding, LineKind
from ..formats.html_blocks import Block, Place
from .head import Head, text_value, type_of

_METAS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor",
    "cxenseparse:author", "byl", "article:author_name", "twitter:creator:name", "creator", "citation_author", "article.author",
    "rbauthors", "bt:author", "shareaholic:article_author_name", "mediator_author", "page.content.author",
)  # fmt: skip
_AUTHOR_NAMES = re.compile(
    r"(?<![a-z])(?:by-?line|author|authors|writer|reporter|vcard|journalist|contributor|autor|auteur|redakteur|posted-?by|"
    r"author-?name|article-?author|post-?author|entry-?author|shippitsu|writtenby|written-by|credit-?author)(?![a-z])|byline|author",
    re.I,
)
_NOT_AUTHOR_NAMES = re.compile(
    r"comment|related|recommend|bio|about|avatar|image|img|photo|social|follow|more|list|card|sidebar|widget|footer",
    re.I,
)
_PROFILE_NAMES = re.compile(
    r"author-?(?:bio|box|info|profile|description|desc|text)|(?<![a-z])bio(?![a-z])|profile|about-?(?:the-?)?author|writer-?profile|biography",
    re.I,
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|net|org|co)\b", re.I)
_GENERIC = re.compile(
    r"^(?:admin|administrator|editor(?:s|ial)?(?: (?:team|staff|board))?|staff|webmaster|guest|user|author|redaktion|redazione|redacción"
    r"|redaction|rédaction|newsroom|news desk|team|contributors?|unknown|anonymous|none|null|n/?a|by|posted by|編集部|編集|管理人|運営|スタッフ"
    r"|.*編集部|.*取材班|.*新聞社|.*通信社|web ?master|press release|プレスリリース)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class AuthorsFound:
    """The contributors, how they were found, and the blocks that only name or describe them."""

    authors: tuple[Contributor, ...]
    findings: tuple[Finding, ...]
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    names: tuple[Contributor, ...]
    locator: str
    confidence: float
    block: int = -1


def find_authors(
    root: etree._Element,
    head: Head,
    blocks: Sequence[Block],
    title_block: int,
    body: Sequence[int],
    sites: Sequence[str],
) -> AuthorsFound:
    """Choose the authors.

    Args:
        root: The page's tree, for elements named as by-lines.
        head: The page's head.
        blocks: All blocks.
        title_block: Index of the headline; -1 where it is not printed.
        body: Indexes of the body's blocks.
        sites: What the outlet calls itself: never an author.
    """
    outlets = {squeeze(name) for name in sites}
    found = [*_from_records(head, outlets), *_from_metas(head, outlets)]
    found += _from_elements(root, outlets)
    found += _from_blocks(blocks, title_block, body, outlets)
    findings = tuple(
        Finding("author", c.name, candidate.locator, candidate.confidence)
        for candidate in found
        for c in candidate.names
    )
    best = _choose(found)
    if best is None:
        return AuthorsFound((), findings, ())
    names = _with_roles(best.names, found)
    profile, described = _profile(names, blocks, body)
    if profile and len(names) == 1 and not names[0].profile:
        names = (Contributor(names[0].name, names[0].role, profile),)
    spent = tuple(sorted({c.block for c in found if c.block >= 0 and _same(c.names, names)} | set(described)))
    return AuthorsFound(names, findings, spent)


def _choose(found: Sequence[_Candidate]) -> _Candidate | None:
    """Take the surest; a name that is told at two places is surer."""
    best: _Candidate | None = None
    best_score = 0.0
    for candidate in found:
        keys = {squeeze(c.name) for c in candidate.names}
        told = sum(bool(keys & {squeeze(c.name) for c in other.names}) for other in found if other is not candidate)
        score = candidate.confidence + 0.04 * min(told, 3)
        if score > best_score:
            best, best_score = candidate, score
    return best if best_score >= 0.55 else None


def _same(one: Sequence[Contributor], other: Sequence[Contributor]) -> bool:
    return bool({squeeze(c.name) for c in one} & {squeeze(c.name) for c in other})


def _with_roles(names: tuple[Contributor, ...], found: Sequence[_Candidate]) -> tuple[Contributor, ...]:
    """Add roles and titles that another mention of the same person gives; and who is only in a role (訳, 聞き手)."""
    known = {squeeze(c.name): c for candidate in found for c in candidate.names if c.role or c.profile}
    return tuple(
        c
        if c.role or c.profile or squeeze(c.name) not in known
        else Contributor(c.name, known[squeeze(c.name)].role, known[squeeze(c.name)].profile)
        for c in names
    )


def _persons(text: str, outlets: set[str], *, labelled: bool = True) -> tuple[Contributor, ...]:
    """Read a value known to name authors; outlets, addresses and desks are none."""
    text = " ".join(text.split()).strip(" ,;|·•-–—/")
    if not text or len(text) > 200 or _ADDRESS.search(text):
        return ()
    byline = find_byline(text)
    if byline and byline.confidence >= 0.8 and byline.form in ("label", "bracket", "reporter"):
        names: tuple[Contributor, ...] = byline.contributors
    else:
        names = split_names(text)
        if not names and labelled:
            bare = clean_name(
                re.sub(
                    r"^(?:by|von|por|par|di|door|av|文|著者|執筆|筆者|投稿者|記者)\s*[:：]?\s*", "", text, flags=re.I
                )
            )
            if (
                2 <= len(bare) <= 30
                and len(bare.split()) <= 4
                and not re.search(r"\d", bare)
                and not is_organisation(bare)
            ):
                names = (Contributor(bare),)
    out: list[Contributor] = []
    for person in names:
        key = squeeze(person.name)
        if not key or key in outlets or _GENERIC.match(person.name) or any(key == squeeze(o.name) for o in out):
            continue
        out.append(person)
    return tuple(out[:8])


def _from_records(head: Head, outlets: set[str]) -> Iterator[_Candidate]:
    article = head.article()
    for key, confidence in (("author", 0.92), ("creator", 0.8), ("contributor", 0.55)):
        value = article.get(key)
        if not value:
            continue
        names: list[Contributor] = []
        for person in value if isinstance(value, list) else [value]:
            names.extend(_of_record(person, outlets))
        if names:
            unique = {squeeze(c.name): c for c in reversed(names)}
            yield _Candidate(tuple(reversed(unique.values())), f"json-ld {key}", confidence)


def _of_record(person: Any, outlets: set[str]) -> tuple[Contributor, ...]:
    if isinstance(person, dict):
        if "Organization" in type_of(person) or "Corporation" in type_of(person):
            return ()
        name = person.get("name") or ""
        if isinstance(name, list):
            return tuple(c for n in name for c in _persons(str(n), outlets))
        return _persons(text_value(name), outlets)
    return _persons(text_value(person), outlets)


def _from_metas(head: Head, outlets: set[str]) -> Iterator[_Candidate]:
    for rank, name in enumerate(_METAS):
        values = head.all(name)
        names: list[Contributor] = []
        for value in values[:6]:
            names.extend(_persons(value, outlets))
        if names:
            unique = {squeeze(c.name): c for c in reversed(names)}
            yield _Candidate(tuple(reversed(unique.values())), f"meta {name}", 0.84 - 0.005 * rank)


def _from_elements(root: etree._Element, outlets: set[str]) -> Iterator[_Candidate]:
    """Elements marked as the author by rel, itemprop or class."""
    by_rel: list[Contributor] = []
    by_name: list[_Candidate] = []
    for element in root.iter(
        "a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5", "dd", "em", "b", "td"
    ):
        attributes = element.attrib
        if not attributes:
            continue
        rel = (attributes.get("rel") or "").lower().split()
        prop = (attributes.get("itemprop") or "").lower()
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        is_author = "author" in rel or prop in ("author", "creator")
        if not is_author and not (
            names.strip() and _AUTHOR_NAMES.search(names) and not _NOT_AUTHOR_NAMES.search(names)
        ):
            continue
        text = " ".join(" ".join(map(str, element.itertext())).split())
        if not 2 <= len(text) <= 120:
            continue
        persons = _persons(text, outlets, labelled=is_author)
        if not persons:
            continue
        if _is_aside(element):
            continue
        if is_author:
            by_rel.extend(p for p in persons if squeeze(p.name) not in {squeeze(o.name) for o in by_rel})
        elif len(by_name) < 4:
            by_name.append(
                _Candidate(
                    persons, f"element {element.tag}.{attributes.get('class', '')[:40]}", 0.72 - 0.03 * len(by_name)
                )
            )
    if by_rel:
        yield _Candidate(tuple(by_rel[:4]), "element rel=author", 0.78 if len(by_rel) <= 3 else 0.5)
    yield from by_name


def _is_aside(element: etree._Element) -> bool:
    """Does the element stand in comments, a sidebar or a list of other articles?"""
    at: etree._Element | None = element
    for _ in range(12):
        at = at.getparent() if at is not None else None
        if at is None:
            return False
        names = f"{at.get('class') or ''} {at.get('id') or ''}".lower()
        if at.tag in ("aside", "footer", "nav") or re.search(
            r"comment|related|recommend|sidebar|widget|ranking|popular|trending|latest|more-", names
        ):
            return at.tag != "body"
    return False


def _from_blocks(
    blocks: Sequence[Block], title_block: int, body: Sequence[int], outlets: set[str]
) -> Iterator[_Candidate]:
    """By-lines printed around the headline, and at the body's end."""
    anchor = title_block if title_block >= 0 else (body[0] if body else -1)
    if anchor < 0:
        return
    first, last = (body[0], body[-1]) if body else (anchor, anchor)
    head = range(max(0, anchor - 4), min(len(blocks), max(anchor + 12, min(first, anchor + 25) + 4)))
    tail = range(max(0, last - 2), min(len(blocks), last + 8))
    in_body = set(body)
    for number in (*head, *(n for n in tail if n not in head)):
        block = blocks[number]
        if block.kind is LineKind.IMAGE or (number in in_body and len(block.text) > 400 and number != last):
            continue
        for line in block.text.split("\n")[:6]:
            byline = find_byline(line)
            if byline is None or byline.form == "weak":
                continue
            names = tuple(
                c for c in byline.contributors if squeeze(c.name) not in outlets and not _GENERIC.match(c.name)
            )
            if not names:
                continue
            confidence = byline.confidence - 0.1 - (0.12 if number in tail and number not in head else 0.0)
            if byline.form == "name-title":
                confidence -= 0.2
            if len(line) > 80 and number in in_body:
                confidence -= 0.1
            whole = byline.end - byline.start > 0.6 * len(line) and len(block.text) < 90
            yield _Candidate(names, f"block {number + 1}", round(confidence, 3), number if whole else -1)
            break


def _profile(names: Sequence[Contributor], blocks: Sequence[Block], body: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Find the lines that say who the single author is: a box named so, or under a heading such as プロフィール."""
    if len(names) != 1 or not body:
        return "", ()
    key = squeeze(names[0].name)
    in_body = set(body)
    under = False
    lines: list[str] = []
    numbers: list[int] = []
    for number in range(max(0, body[0] - 6), min(len(blocks), body[-1] + 40)):
        block = blocks[number]
        if block.kind is LineKind.IMAGE or (number in in_body and number < body[-1] - 3):
            continue
        if heads_profile(block.text):
            under = True
            continue
        if under or _in_profile(block.place):
            if squeeze(block.text) == key:
                under = under or number > body[0]
                continue
            if len(block.text) >= 15 and block.link_chars < 0.5 * len(block.text):
                lines.append(block.text)
                numbers.append(number)
                under = False
            elif lines:
                break
        if len(lines) >= 3:
            break
    return "\n".join(lines)[:1200], tuple(numbers)


def _in_profile(place: Place | None) -> bool:
    for _ in range(3):
        if place is None:
            return False
        if _PROFILE_NAMES.search(place.names):
            return True
        place = place.parent
    return False
