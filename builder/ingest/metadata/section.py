"""The section or column of an article: stated, in the path to it, labelled, or a short line over the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ...text.dates import find_dates
from ...text.names import is_organisation, is_person_name
from ...text.notes import counts, series_place
from ...text.sections import breadcrumbs_in, is_button, is_general, labelled_section, names_nothing
from ..body.looks import interface, squeeze
from ..extraction import Finding, LineKind
from ..html.block import Block
from .crumbs import path_over, printed_crumbs
from .head import Head, text_value, type_of
from .home_links import leads_within
from .masthead import beside_days
from .title_parts import known_sections, title_words

_ISSUE = re.compile(r"\d.*号(?:掲載)?$")
"""What tells the issue of a magazine tells no section."""
_MARKS = " \u3000>＞»/›・■●◆▼◇□○"
_VOLUME = re.compile(r"(?:vol|no)\.?\s*\d+|[#＃]\d+|第[\d〇一二三四五六七八九十廿卅百]{1,5}[便信夜通幕景]", re.I)
_MARKED = re.compile(r"\s+-\s+|[|｜/／・:：＝―—–«»•·【】〈〉＜＞《》［］]+")
"""Between the parts of a stated title: any mark."""
_LEAST_TITLE = 10
"""Letters of a headline; a section's name, which a headline may hold, is shorter."""
_SECTION_NAMES = re.compile(
    r"(?<![a-z])(?:section|categor(?:y|ies)|cat|genre|kicker|rubric|column-?name|eyebrow|channel|label|theme|corner)"
    r"(?![a-z])",
    re.I,
)


def find_section(
    head: Head,
    blocks: Sequence[Block],
    title_block: int,
    title: str,
    sites: Sequence[str],
    rubric: str = "",
    posting: str = "",
    *,
    japanese: bool,
) -> Finding | None:
    """Find the section or column, the surest first.

    On a Japanese page an ASCII slug (``entertainment``) gives way to what is printed. ``rubric`` stood in one line with
    the headline; ``posting`` is what the line below a blog's entry calls it.
    """
    slug: Finding | None = None
    for value, locator, sure in _candidates(head, blocks, title_block, title, sites, rubric, posting):
        section = _section(value, title, sites)
        if not section or (locator.startswith("block") and ("\n" in section or find_dates(section))):
            continue
        found = Finding("section", section, locator, sure)
        if japanese and section.isascii() and section.islower():
            slug = slug or found
        else:
            return found
    return slug


def _candidates(
    head: Head, blocks: Sequence[Block], title_block: int, title: str, sites: Sequence[str], rubric: str, posting: str
) -> Iterator[tuple[str, str, float]]:
    for name in ("article:section", "cxenseparse:category", "category", "section", "parsely-section"):
        yield head.first(name), f"meta {name}", 0.8
    yield text_value(head.article().get("articleSection")), "json-ld articleSection", 0.8
    for record in head.records:
        items = record.get("itemListElement")
        if type_of(record) == "BreadcrumbList" and isinstance(items, list):
            names = [text_value(i if "name" in i else i.get("item")) for i in items if isinstance(i, dict)]
            yield _last_crumb(names, title, sites), "json-ld BreadcrumbList", 0.7
    yield _last_crumb(printed_crumbs(blocks), title, sites), "breadcrumb", 0.7
    yield posting, "posting line", 0.6
    if title_block < 0:
        return
    near = range(max(0, title_block - 5), min(len(blocks), title_block + 6))
    over = range(title_block - 1, near.start - 1, -1)
    for number in near:
        if told := labelled_section(blocks[number].text[:200]):
            yield told, f"block {number + 1}", 0.6
    for number in near:
        name = (beside_days(blocks[number].text) or "").strip("【】[]［］ ")
        linked = name and leads_within(name, blocks) and not (is_organisation(name) or is_button(name))
        if linked or squeeze(name) in known_sections():
            yield name, f"block {number + 1}", 0.5
    for number in (*over, *range(title_block + 1, near.stop)):
        for value in (value for what, value in blocks[number].named if what == "section"):
            yield value, f"block {number + 1}", 0.55
    yield from _in_title_element(head, blocks[:title_block], title)
    for number in over:
        if any(_SECTION_NAMES.search(place.names) for place in islice(blocks[number].place.outward(), 2)):
            yield blocks[number].text, f"block {number + 1}", 0.5
    for number in over[:3]:
        block = blocks[number]
        if number == 0 and squeeze(block.text) not in known_sections():
            break  # what a page begins with is its outlet's name
        if block.link_chars > len(block.text) / 2:
            if number == title_block - 1 and _is_label(block.text) and _beside(block, blocks[title_block]):
                yield block.text, f"block {number + 1}", 0.4
            break  # over the menu stands the outlet's own head
        if block.kind is LineKind.PARAGRAPH and not _is_button(block) and _is_label(block.text):
            yield block.text, f"block {number + 1}", 0.4
    yield _last_crumb(path_over(blocks, title_block), title, sites), "breadcrumb", 0.4
    for number in over:
        crumbs = breadcrumbs_in(blocks[number].text, title)
        if crumbs and crumbs.from_home and not is_organisation(crumbs.section):
            yield crumbs.section, f"block {number + 1}", 0.4
    yield rubric, "headline", 0.4


def _in_title_element(head: Head, over: Sequence[Block], title: str) -> Iterator[tuple[str, str, float]]:
    """A section beside the headline, 港の声を聞く | 時評 | 架空新聞: a usual name, or what the page links over it.

    It stands between two marks, or anywhere where the headline is not told and an outlet is; a usual name always.
    """
    parts = [part.strip(" -") for part in _MARKED.split(head.title)]
    is_told = squeeze(title) in squeeze(head.title)
    beside = parts[1:-1] if is_told else parts if any(map(is_organisation, parts)) else []
    usual = beside if head.title.isascii() else parts
    yield from ((part, "title element", 0.55) for part in usual if squeeze(part) in known_sections())
    for part in beside:
        nobody = is_organisation(part) or is_person_name(part, strict=True) or re.search(r"\d", part)
        if leads_within(part, over) and not nobody:
            yield part, "title element", 0.5


def _is_button(block: Block) -> bool:
    """Is it a button, or a word of a menu?"""
    return any(place.tag in ("nav", "button") for place in block.place.boxes(3))


def _is_label(text: str) -> bool:
    """Is it a short word such as コラム, and nothing else?"""
    if not 2 <= len(text) <= 12 or text.isascii() or re.search(r"[\d。、！？!?…:：]", text):
        return False
    return not interface(text.lower(), len(text.encode("utf-8", "replace")))


def _section(value: str, title: str, sites: Sequence[str]) -> str:
    value = value.strip(_MARKS)
    if value.endswith((":", "：")):  # announces what follows, unless it is a section's known name
        value = value.rstrip(" :：") if squeeze(value) in known_sections() else ""
    key = squeeze(value)
    nameless = names_nothing(value) or is_general(value) or (key in title_words("marks") - known_sections())
    if not key or key.isdecimal() or len(value) > 40 or nameless or key == squeeze(title):
        return ""
    if "#" in value or value.endswith("…") or _ISSUE.search(value) or _VOLUME.fullmatch(value):
        return ""
    named = (squeeze(s) for s in sites)
    return "" if any(key == s or (len(s) > 3 and key.startswith(s)) for s in named) or _counts(value) else value


def _counts(value: str) -> bool:
    """Does it tell the number of a series?"""
    series = series_place(value)
    return bool(counts(value)) or (series is not None and series.number is not None)


def _beside(label: Block, headline: Block) -> bool:
    """Do they stand in one box?"""
    around = headline.place.parent
    return around is not None and around in (label.place, label.place.parent)


def _last_crumb(names: Sequence[str], title: str, sites: Sequence[str]) -> str:
    key = squeeze(title)
    names = [n for n in names if n and not (key and _is_titles(squeeze(n), key))]
    for name in reversed(names):
        value = _section(name, title, sites)
        if value:
            return value
    return ""


def _is_titles(crumb: str, title: str) -> bool:
    """Is the last step of a path the article itself, whole or cut short?"""
    if crumb[:20] == title[:20] or (len(crumb) >= _LEAST_TITLE and crumb in title):
        return True
    return len(title) >= _LEAST_TITLE and crumb.startswith(title)  # with its subtitle
