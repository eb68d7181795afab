"""The outlet and where the article stands in it: site name, address, section, page n of m, language, summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...text.dates import find_dates
from ...text.names import is_person_name
from ...text.notes import counts, leads_on
from ..addresses import joined, parts_of
from ..body.looks import interface, squeeze
from ..draft import Finding, LineKind
from ..formats.html_block import Block
from .crumbs import path_over, printed_crumbs
from .head import Head, text_value, type_of
from .title_parts import known_sections

_NOT_SECTION = re.compile(
    r"^(?:home|top|news|ホーム|トップ|トップページ|top ?page|ニュース|記事|index|articles?|uncategorized|blog|未分類"
    r"|ブログ|メニュー|閉じる|検索|一覧|もっと見る|menu|close|search|more|닫기|메뉴|검색|더보기|关闭|菜单|搜索|更多)$",
    re.I,
)
_LEAST_TITLE = 10
"""Letters of a headline; a section's name, which a headline may hold, is shorter."""
_SECTION_NAMES = re.compile(
    r"(?<![a-z])(?:section|categor(?:y|ies)|cat|genre|kicker|rubric|column-?name|eyebrow|channel|label|theme|corner)"
    r"(?![a-z])",
    re.I,
)
_LABELLED = re.compile(
    r"(?:(?:カテゴリ(?:ー|(?!ー))|ジャンル|分類)(?:\s*[:：]|(?![ぁ-ん]))"
    r"|(?:category|filed under|posted in|rubrik)\s*[:：]?)\s*([^|｜\n,、]{2,24}?)\s*"
    r"(?:$|[|｜\n,、])",
    re.I,
)
_LEADS = re.compile(r"次|続|next|more|continu|older|下一|다음|weiter|suivant|siguiente|→|»|>|≫|＞", re.I)
_PAGE_IN_URL = re.compile(r"[?&](?:page|p|pg)=(\d{1,2})\b|[_/-](?:page[_/-]?)?(\d{1,2})(?:\.\w+)?/?$")


def site_names(head: Head) -> list[str]:
    """Return what the outlet calls itself, surest first."""
    names = head.all(
        "og:site_name", "application-name", "apple-mobile-web-app-title", "cxenseparse:publication", "al:ios:app_name"
    )
    for record in head.records:
        kind = type_of(record)
        if "publisher" in record and not _is_person(record["publisher"]):
            names.append(text_value(record["publisher"]))
        if re.search(r"WebSite|NewsMediaOrganization", kind):
            names.append(text_value(record.get("name")))
        if re.search(r"Organization", kind):
            names.append(text_value(record.get("name")))
    names.extend(head.all("publisher", "dc.publisher", "twitter:app:name:iphone"))
    writers = {squeeze(name) for name in head.all("author") if is_person_name(name, strict=True)}
    names.extend(name for name in head.all("copyright") if squeeze(name) not in writers)
    return [name for name in dict.fromkeys(map(str.strip, names)) if name and len(name) < 80]


def _is_person(value: object) -> bool:
    """Does somebody publish under the own name, as on a personal page?"""
    return isinstance(value, dict) and type_of(value) == "Person"


def find_site(head: Head, blocks: Sequence[Block], title: str) -> Finding | None:
    """Choose the name of the outlet.

    Args:
        head: The page's head.
        blocks: All blocks; the logo may be text.
        title: The article's own title: what the title element adds to it is likely the outlet.
    """
    name = head.first("og:site_name")
    if name:
        return Finding("publication", _shorter(name), "meta og:site_name", 0.9)
    stated = site_names(head)
    if stated:
        return Finding("publication", stated[0], "json-ld publisher", 0.7)
    parts = [part.strip() for part in re.split(r"\s*[|｜]\s*|\s+[-–—―]\s+|\s*[：:]\s*|\s*«\s*", head.title)]
    key = squeeze(title)
    added = [p for p in parts if squeeze(p) and squeeze(p) not in key and squeeze(p) not in known_sections()]
    if added and len(parts) > 1 and 1 < len(added[-1]) <= 30:
        return Finding("publication", added[-1], "title element", 0.5)
    for number, block in enumerate(blocks[:8]):
        if "logo" in block.place.names and 1 < len(block.text) <= 30:
            return Finding("publication", block.text, f"block {number + 1}", 0.4)
    return None


def _shorter(name: str) -> str:
    """Return a site name without the slogan before or behind it."""
    parts = [part for part in re.split(r"\s*[|｜]\s*|\s+[-–—]\s+", name) if len(part) > 1]
    if len(parts) < 2:
        return name
    first, last = parts[0].strip(), parts[-1].strip()
    return last if len(first) > 2 * len(last) and len(first) > 12 else first


def find_section(
    head: Head, blocks: Sequence[Block], title_block: int, title: str, sites: Sequence[str], *, japanese: bool
) -> Finding | None:
    """Find the section or column: stated, in the breadcrumb, labelled, or a short line over the headline.

    On a Japanese page an ASCII slug (``entertainment``) gives way to what is printed.
    """
    slug: Finding | None = None
    for value, locator, sure in _candidates(head, blocks, title_block, title, sites):
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
    head: Head, blocks: Sequence[Block], title_block: int, title: str, sites: Sequence[str]
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
    if title_block < 0:
        return
    near = range(max(0, title_block - 5), min(len(blocks), title_block + 6))
    for number in near:
        match = _LABELLED.search(blocks[number].text[:200])
        if match:
            yield match[1], f"block {number + 1}", 0.6
    for number in (*range(title_block - 1, max(-1, title_block - 6), -1), *range(title_block + 1, near.stop)):
        for value in (value for what, value in blocks[number].named if what == "section"):
            yield value, f"block {number + 1}", 0.55
    for number in range(title_block - 1, max(-1, title_block - 6), -1):
        place = blocks[number].place
        if _SECTION_NAMES.search(place.names) or _SECTION_NAMES.search((place.parent or place).names):
            yield blocks[number].text, f"block {number + 1}", 0.5
    for number in range(title_block - 1, max(-1, title_block - 4), -1):
        block = blocks[number]
        if number == 0 and squeeze(block.text) not in known_sections():
            break  # what a page begins with is its outlet's name
        if block.link_chars > len(block.text) / 2:
            if number == title_block - 1 and _is_label(block.text) and _beside(block, blocks[title_block]):
                yield block.text, f"block {number + 1}", 0.4
            break  # over the menu stands the outlet's own head
        if block.kind is LineKind.PARAGRAPH and block.place.tag != "button" and _is_label(block.text):
            yield block.text, f"block {number + 1}", 0.4
    yield _last_crumb(path_over(blocks, title_block), title, sites), "breadcrumb", 0.4


def _is_label(text: str) -> bool:
    """Is it a short word such as コラム, and nothing else?"""
    if not 2 <= len(text) <= 12 or text.isascii() or re.search(r"[\d。、！？!?…:：]", text):
        return False
    return not interface(text.lower(), len(text.encode("utf-8", "replace")))


def _section(value: str, title: str, sites: Sequence[str]) -> str:
    value = value.strip(" 　>＞»/›・")
    if value.endswith((":", "：")):  # announces what follows, unless it is a section's known name
        value = value.rstrip(" :：") if squeeze(value) in known_sections() else ""
    key = squeeze(value)
    if not key or key.isdecimal() or len(value) > 40 or _NOT_SECTION.match(value) or key == squeeze(title):
        return ""
    named = (squeeze(s) for s in sites)
    return "" if any(key == s or (len(s) > 3 and key.startswith(s)) for s in named) or counts(value) else value


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
    return crumb[:20] == title[:20] or (len(crumb) >= _LEAST_TITLE and crumb in title)


def find_next(head: Head, url: str, blocks: Sequence[Block]) -> str:
    """Return the address of the next page of the same work; empty where none is linked."""
    for rel, href in head.links:
        if "next" in rel.split() and _same_work(joined(url, href), url):
            return joined(url, href)
    for block in blocks:
        if block.links and len(block.text) < 80 and _LEADS.search(block.text) and leads_on(block.text):
            target = block.links[-1]
            if target and _same_work(target, url):
                return target
    return ""


def _same_work(target: str, url: str) -> bool:
    """Does the address differ from the page's own only by a page number?"""
    if not any(parts_of(target)):
        return False
    if not url:
        return bool(_PAGE_IN_URL.search(target))
    one, other = parts_of(target), parts_of(url)
    if one.netloc and other.netloc and one.netloc != other.netloc:
        return False
    if target.rstrip("/") == url.rstrip("/"):
        return False
    return _stem(target) == _stem(url)


def _stem(url: str) -> str:
    parts = parts_of(url)
    path = re.sub(r"(?:[_/-](?:page[_/-]?)?\d{1,2})?(?:\.\w{2,5})?/?$", "", parts.path)
    return f"{parts.netloc}{path}"
