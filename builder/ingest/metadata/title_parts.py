"""What a stated title holds beside the headline: the outlet's name, the section, the author, page marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from ...text.dates import find_dates
from ...text.facts import facts
from ...text.names import is_organisation, is_person_name
from ..addresses import parts_of
from ..body.looks import squeeze
from ..html.block import Block

_SEPARATOR = re.compile(
    r"(\s+[|\-‐‑−–—―－:»«•·・/<>~]+\s+|\s*[｜|┃│❘‖]\s*|\s*：\s*|\s+::\s+|:\s+|\s*[»«›]\s*|\s+-|-\s+|\s*[＜<≪](?![^<>＜＞≪≫]{1,20}[>＞≫])\s*|\s*／\s*"
    r"|(?<=[\u3040-\u9fff！？」』）])[\-‐−－](?=[^\W\d])"
    r"|(?<=[\u3040-\u9fff！？」』）)])\s*[_＿]\s*(?=[^\W\d_]))"
)
_PAGE_MARK = re.compile(
    r"\s*[\(（\[【]\s*(?:\d+\s*[/／]\s*\d+\s*(?:ページ|頁|page)?|\d+\s*(?:ページ|頁)(?:目)?|ページ\s*\d+|page\s*\d+)\s*[\)）\]】]\s*$"
    r"|\s+[-–—|｜]\s*(?:page|p\.?|ページ)\s*\d+\s*$",
    re.I,
)
_BRACKETED_FIRST = re.compile(r"^\s*[【\[［](?P<name>[^】\]］]{2,30})[】\]］]\s*(?=\S)")
_BRACKETED_LAST = re.compile(r"(?<=\S)\s*[【\[［(（](?P<name>[^】\]］)）【\[［(（]{2,30})[】\]］)）]\s*$")
_UNKNOWN_SUFFIX = re.compile(r"\s*[|｜┃│❘»«＜<≪]|\s[-‐‑−–—―－·•・/]\s?")
"""Behind one of these marks the last part is taken for the outlet, even where nothing else names it."""
_LOW_LINE = re.compile(r"\s*[_＿]\s*")
"""Between a headline, the section and the outlet, as Chinese pages set it."""
_PARTICLE = re.compile("[をにがはへので]|[^ぁ-ゖ]と[^ぁ-ゖ]")
_MOST_PARTS = 20
"""A title of more parts is taken as it is: to look at all its stretches would take too long."""
_LONGEST_OUTLET = 36
_LONGEST_LABEL = 20
_LONGEST_CHANNEL = 8
_MORE = 12
"""Letters that an outlet's name may have more in the title than elsewhere: 架空新聞 TOKYO Web."""
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved|無断", re.I)


@dataclass(frozen=True, slots=True)
class _Outlet:
    sites: Sequence[str]
    host: str
    labels: Collection[str]

    def is_named(self, part: str, *, generic: bool, leading: bool = False) -> bool:
        """Is ``part`` what the outlet calls itself, or a word that every outlet uses?"""
        key = squeeze(part)
        if not key:
            return True
        if key in self.sites or (
            self.host and len(key) > 3 and (key == self.host or (not leading and key in self.host))
        ):
            return True
        if generic and key in title_words("generic"):
            return True
        for site in self.sites:
            if len(site) > 3 and (site in key or (key in site and len(key) > 3)) and len(key) < 2.2 * len(site):
                return True
            if len(site) > 2 and key.startswith(site) and len(key) <= len(site) + _MORE and not leading:
                return True
        return False

    def is_label(self, part: str) -> bool:
        """Does ``part`` stand on the page as a word of its own (menu, path, logo), or is it a section's name?"""
        key = squeeze(part)
        return key in self.labels or key in known_sections()


@cache
def title_words(kind: str) -> frozenset[str]:
    """Words of one kind that stand in titles (``data/titles.yaml``), squeezed."""
    return frozenset(map(squeeze, facts("titles")[kind]))


@cache
def known_sections() -> frozenset[str]:
    """Names of sections that outlets share, squeezed."""
    return frozenset(squeeze(word) for words in facts("sections")["labels"].values() for word in words)


def without_page_mark(text: str) -> str:
    """``text`` without its （2/3ページ）."""
    return _PAGE_MARK.sub("", text)


def labels_of(blocks: Sequence[Block], body_start: int) -> frozenset[str]:
    """Short texts around the article that are words of the outlet: of the menu, the path, the logo, the rights line."""
    found: set[str] = set()
    for number, block in enumerate(blocks):
        if 1 < len(block.text) <= _LONGEST_LABEL and (number < body_start or block.link_chars):
            found.add(squeeze(block.text))
        elif len(block.text) <= 160 and number > body_start and _RIGHTS.search(block.text):
            named = re.sub(r"all rights reserved|copyright|\(c\)|[©\d.,–-]|無断.*", " ", block.text, flags=re.I)
            found.update(squeeze(part) for part in (named, re.sub(r"社\s*$", "", named.strip())))
    return frozenset(key for key in found if len(key) > 1)


def without_site(
    text: str, site_names: Sequence[str], url: str, others: Sequence[str], labels: Collection[str] = ()
) -> str:
    """Return a stated title without the outlet's name, section and page marks around it.

    Args:
        text: As stated.
        site_names: What the outlet calls itself.
        url: The page's address; its host may be the outlet's name.
        others: Other statements of the title; a shorter one tells where it ends.
        labels: Squeezed words of the outlet printed on the page (``labels_of``).
    """
    sites = [squeeze(name) for name in site_names if name]
    host = squeeze(re.sub(r"^www\.|\.[a-z]{2,4}(?:\.[a-z]{2})?$", "", parts_of(url).netloc)) if url else ""
    outlet = _Outlet(sites, host, labels)
    text = _without_brackets(_PAGE_MARK.sub("", text), outlet)
    pieces = _SEPARATOR.split(text)
    parts, marks = pieces[0::2], pieces[1::2]
    if len(parts) == 1 or len(parts) > _MOST_PARTS:
        return text
    low, high = _span(parts, marks, outlet)
    shorter = {squeeze(other) for other in others if len(other) < len(text)}
    for start in range(low, high):
        for end in range(high, start, -1):
            if (start, end) != (low, high) and squeeze("".join(pieces[2 * start : 2 * end - 1])) in shorter:
                return "".join(pieces[2 * start : 2 * end - 1]).strip()
    if (low, high) == (0, len(parts)) and len(parts[-1]) <= _LONGEST_OUTLET:
        outweighed = sum(map(_width, parts[:-1])) > _width(parts[-1]) or is_organisation(parts[-1])
        outweighed = outweighed and not _is_outlet(parts[0])
        if _is_outlet(parts[-1]) or (_hides_outlet(marks[-1], parts[-1]) and outweighed):
            high -= 1
            high = _without_labels(parts, marks, outlet, low, high)
        elif _is_outlet(parts[0]) and _width(parts[0]) < sum(map(_width, parts[1:])):
            low += 1
    return _PAGE_MARK.sub("", "".join(pieces[2 * low : 2 * high - 1])).strip()


def _hides_outlet(mark: str, part: str) -> bool:
    """Is what stands behind the mark the outlet, though nothing tells?"""
    if _LOW_LINE.fullmatch(mark):
        return squeeze(part) not in title_words("parts") and _PARTICLE.search(part) is None
    return _UNKNOWN_SUFFIX.match(mark) is not None


def _is_outlet(part: str) -> bool:
    """Is it an outlet by its last word, 架空新聞オンライン, and no phrase that ends in one, 岐路に立つ新聞社?"""
    return _outlets_end().search(part) is not None and not _PARTICLE.search(part)


@cache
def _outlets_end() -> re.Pattern[str]:
    return re.compile(rf".(?:{'|'.join(facts('titles')['outlets_end'])})\s*$")


def _width(text: str) -> int:
    """Count columns: a kanji or kana is as wide as two letters."""
    return sum(2 if char > "\u2e7f" else 1 for char in text)


def _without_brackets(text: str, outlet: _Outlet) -> str:
    for pattern in (_BRACKETED_LAST, _BRACKETED_FIRST):
        found = pattern.search(text)
        if found and len(found[0]) < len(text) and _is_in_brackets(found["name"], outlet):
            text = (text[: found.start()] + text[found.end() :]).strip()
    return text


def _is_in_brackets(name: str, outlet: _Outlet) -> bool:
    key = squeeze(name)
    return (
        _is_outlet(name)
        or key in outlet.labels
        or key in outlet.sites
        or any(len(s) > 3 and key.startswith(s) for s in outlet.sites)
    )


def _span(parts: Sequence[str], marks: Sequence[str], outlet: _Outlet) -> tuple[int, int]:
    """The parts that are the headline: what names the outlet is taken off both ends, and sections next to it."""
    low, high = 0, len(parts)
    if _LOW_LINE.fullmatch(marks[-1]) and _is_outlet(parts[-1]):
        high -= 1
    while high - low > 1 and outlet.is_named(parts[high - 1], generic=marks[high - 2].strip() != ":"):
        high -= 1
    slogan = next((n for n in range(1, high) if squeeze(parts[n]) in outlet.sites and marks[n].strip() in "|｜"), 0)
    if slogan and slogan == high - 2 and len(parts[0]) > len(parts[slogan]):
        high = slogan
    if high < len(parts) or (_is_headed(parts[:-1], outlet) and outlet.is_label(parts[-1])):
        high = _without_labels(parts, marks, outlet, low, high)
    while high - low > 1 and outlet.is_named(parts[low], generic=marks[low].strip() != ":", leading=True):
        low += 1
    if high - low > 1 and outlet.is_label(parts[low]) and len(parts[low]) < len("".join(parts[low + 1 : high])):
        low += 1
    return low, high


def _is_headed(parts: Sequence[str], outlet: _Outlet) -> bool:
    """Is there a part that can be the headline?"""
    return any(len(part) > 5 and not outlet.is_label(part) for part in parts)


def _without_labels(parts: Sequence[str], marks: Sequence[str], outlet: _Outlet, low: int, high: int) -> int:
    """Take off the sections (and the author) that stand between the headline and the outlet."""
    while high - low > 1 and _is_headed(parts[low : high - 1], outlet):
        label = outlet.is_label(parts[high - 1]) or squeeze(parts[high - 1]) in title_words("generic")
        author = high < len(parts) and is_person_name(parts[high - 1], strict=True)
        alike = high < len(parts) and marks[high - 2].strip() == marks[high - 1].strip()
        short = len(parts[high - 1]) <= 10 and parts[high - 1].endswith(("ニュース", "コラム", "特集"))
        kind = alike and (_is_outlet(parts[high - 1]) or _is_channel(marks[high - 1], parts[high - 1]))
        if not (label or author or kind or (alike and short)):
            break
        high -= 1
    return high


def _is_channel(mark: str, part: str) -> bool:
    """Is it a section between two low lines: 标题_评论频道_海岸网?"""
    return len(part) <= _LONGEST_CHANNEL and _LOW_LINE.fullmatch(mark) is not None


def _is_beside_title(printed: str, title: str) -> bool:
    """Is all that is printed beside the title a section's name without a mark (社会), the day, or a name?"""
    before, found, behind = printed.partition(title)
    rest = f"{before}{behind}".strip(" \u3000\n")
    if not found or (before.strip() and behind.strip()):
        return False
    days = find_dates(rest)
    dated = len(days) == 1 and days[0].end - days[0].start >= len(rest) - 2
    section = rest == squeeze(rest) and rest in known_sections()
    return dated or section or is_person_name(rest, strict=True)


def without_marks(printed: str, stated: Sequence[str]) -> str:
    """A printed headline without what shares its element, in no stated title: 有料会員限定, 社会, a day, a name."""
    key = squeeze(printed)
    for text in stated:
        whole = squeeze(text)
        if 8 <= len(whole) < len(key) and (key.startswith(whole) or key.endswith(whole)):
            rest = key[len(whole) :] if key.startswith(whole) else key[: -len(whole)]
            if rest.strip("[]【】()（）<>＜＞") in title_words("marks") or _is_beside_title(printed, text):
                return text
    return printed
