"""What templates may call: addresses, words, dates, counts, citations. Pure functions of arguments and site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..model import Article, Card
from ..pages import routes
from ..pages.article import ArticleView
from ..pages.page import SiteView
from ..pages.views import Entry
from ..text.roles import translates
from . import citations, head, metadata
from .body import numbered
from .escaping import shown
from .once import Entries, Once
from .wording import Wording, era, named, number

_CHARACTERS_A_MINUTE = {"ja": 550, "zh": 550, "ko": 600}
_OTHERS_A_MINUTE = 1150
"""About 230 English words of five letters."""
_OPENING = 160
"""Characters of the first lead on the front page; whole paragraphs are shown."""
_PARAGRAPH = re.compile(r"^<p>(.*?)</p>$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"</?a\b[^>]*>")
_NOTE = re.compile(r'<sup class="footnote-ref">.*?</sup>', re.DOTALL)
_JOINT = re.compile("\u3000|[^─―—][─―—]{2,}.")
"""Where a Japanese headline falls into parts: ideographic spaces, and behind a dash."""
_PART = re.compile("[^\u3000].*?(?:(?<=[^─―—])[─―—]{2,}|(?=\u3000)|$)")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"(?<=[/?&=._-])(?![/?&=._-])")
_BARS = 12
"""Length of the longest bar."""
_GAPS = 10
"""Numbers missing in one place of a series up to which each has its entry."""


def install(env: Environment, site: SiteView, assets: Mapping[str, str]) -> None:
    """Give ``env`` the filters and functions of docs/templates.md, and the globals ``site``, ``t`` and ``asset``.

    ``assets`` names what each file under templates/static is published as: ``site.css`` -> ``static/site.1a2b3c.css``.
    """
    words = Wording(site.language)
    env.add_extension(Once)
    if isinstance(env.bytecode_cache, FileSystemBytecodeCache):
        # "key" | t is folded into what is compiled
        env.bytecode_cache.pattern = f"%s-{words.digest}.cache"
    env.globals.update(site=site, t=words.t, asset=partial(named, assets))
    env.tests["asset"] = _is_asset(assets)
    env.filters.update(t=words.t, cards=Entries(env, "card"), briefs=Entries(env, "brief"))
    env.filters.update(_addresses(site))
    env.filters.update(_wordings(words))
    env.filters.update(_references(site))
    env.filters.update(
        xml=xml,
        short=head.short,
        breakable=breakable,
        headline=headline,
        opening=opening,
        numbered=numbered(words),
        is_web=metadata.is_web,
        translates=translates,
        urn=metadata.urn,
        by_year=by_year,
        by_month=by_month,
        with_gaps=with_gaps,
        heights=heights,
        month_heights=month_heights,
        last_change=last_change,
    )


def _is_asset(assets: Mapping[str, str]) -> Callable[[Context, str], bool]:
    """Whether templates/static has a file. Takes the context only to be asked anew for each page: an answer folded
    into a compiled template would outlive the file."""

    @pass_context
    def is_asset(context: Context, name: str) -> bool:
        return name in assets

    return is_asset


def _addresses(site: SiteView) -> dict[str, Callable[..., str]]:
    @cache
    def address(identifier: str, kind: str) -> str:
        return routes.url(routes.folder(kind, identifier) + "index.html")

    return {
        "url": routes.url,
        "address": address,
        "absolute": lambda route: site.base_url + routes.url(route),
        "article_url": "articles/{}/".format,
        "author_url": partial(address, kind="authors"),
        "topic_url": partial(address, kind="topics"),
        "series_url": partial(address, kind="series"),
        "publication_url": partial(address, kind="publications"),
    }


def _wordings(words: Wording) -> dict[str, Callable[..., Any]]:
    return {
        "date_text": words.date,
        "date_short": words.short,
        "day_text": words.day,
        "month_text": words.month,
        "year_text": words.year,
        "span": words.span,
        "era": era,
        "number": number,
        "rfc3339": rfc3339,
        "minutes": minutes,
    }


def _references(site: SiteView) -> dict[str, Callable[..., str]]:
    def here(view: ArticleView) -> str:
        return site.base_url + routes.url(routes.article(view.article.id)) if site.base_url else ""

    return {
        "japanese_note": lambda view: citations.japanese(view, here(view)),
        "sist02": lambda view: whole_days(citations.sist02(view, here(view))),
        "bibtex": lambda view: citations.bibtex(view, here(view)),
        "ris": lambda view: citations.ris(view, here(view)),
        "csl_json": lambda view: citations.csl_json(view, here(view)),
        "article_head": lambda view, route, root: head.article(view, site, route, root),
        "author_ld": lambda author, route: metadata.author(author, site, route),
        "site_ld": metadata.site,
    }


def xml(text: str) -> str:
    """Text without the characters XML 1.0 cannot hold; escaping is the template's."""
    return _NOT_XML.sub("", text)


def opening(html: str) -> Markup:
    """The first plain paragraphs of a body, until about _OPENING characters are reached; notes are left out, and
    links, which count their way from the article's own page."""
    found: list[str] = []
    length = 0
    for match in _PARAGRAPH.finditer(html):
        if "<img" not in match[0]:
            found.append(_LINK.sub("", _NOTE.sub("", match[0])))
            length += len(match[1])
            if length >= _OPENING:
                break
    return Markup("\n".join(found))  # noqa: S704  # paragraphs of a rendered body


def headline(title: str) -> str:
    """A title whose lines break between its parts rather than within one, where it has several that fit."""
    if not _JOINT.search(title):
        return title
    return Markup(_PART.sub(r'<span class="part">\g<0></span>', str(escape(title))))  # noqa: S704  # escaped


def breakable(url: str) -> Markup:
    """An address as readers see it: percent-encoded text decoded where that is unambiguous, with places to break it."""
    return Markup("<wbr>".join(map(shown, _BREAKS.split(_decoded(url)))))  # noqa: S704  # escaped


def _decoded(url: str) -> str:
    try:
        decoded = unquote(url, errors="strict")
    except UnicodeDecodeError:
        return url
    is_ambiguous = " " in decoded or not decoded.isprintable() or re.search(r"%(?:2[0356fF]|3[fF])", url)
    return url if is_ambiguous else decoded


def whole_days(text: str) -> Markup:
    """A text whose dates 2017-03-24 are not broken at the end of a line."""
    return Markup(_DAY.sub(_unbroken, str(escape(text))))  # noqa: S704  # escaped


def _unbroken(day: re.Match[str]) -> str:
    return f'<span class="whole">{day[0]}</span>'


def rfc3339(iso: str) -> str:
    """A date and time as Atom wants it; what the civil date leaves open is filled with its beginning, in UTC."""
    if not iso:
        return "1970-01-01T00:00:00Z"
    day, _, clock = iso.partition("T")
    day = (day + "-01-01")[:10] if len(day) < 10 else day
    match = re.fullmatch(r"(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?", clock)
    return f"{day}T{match[1]}{match[2] or ':00'}{match[3] or 'Z'}" if match else f"{day}T00:00:00Z"


def last_change(cards: Sequence[Card]) -> str:
    """When a feed last changed: the date of its newest entry, never the clock."""
    return rfc3339(max((card.date for card in cards), default=""))


def minutes(article: Article) -> int:
    """Reading time, by characters of the article's language; at least one."""
    pace = _CHARACTERS_A_MINUTE.get(article.language[:2], _OTHERS_A_MINUTE)
    return max(1, round(article.length / pace))


def by_year(cards: Iterable[Card]) -> Iterator[tuple[str, list[Card]]]:
    """Runs of cards of the same year, in the order given."""
    return ((year, list(group)) for year, group in groupby(cards, key=lambda card: card.date[:4]))


def by_month(cards: Iterable[Card]) -> Iterator[tuple[str, list[Card]]]:
    """Runs of cards of the same month, in the order given."""
    return ((month, list(group)) for month, group in groupby(cards, key=lambda card: card.date[:7]))


def with_gaps(cards: Iterable[Card]) -> Iterator[tuple[Card | None, int | None]]:
    """(card, its number in the series), with (None, n) for each number between two cards that is not there.

    More than ten numbers missing in one place are one entry, the first of them.
    """
    last: int | None = None
    for card in cards:
        current = card.series[2] if card.series else None
        if current is not None and last is not None and current > last + 1:
            missing = range(last + 1, current)
            yield from ((None, n) for n in (missing if len(missing) <= _GAPS else missing[:1]))
        last = current if current is not None else last
        yield card, current


def heights(entries: Sequence[Entry]) -> Iterator[tuple[Entry, int]]:
    """Entries with the height of their bar, 1 to 12, in proportion to the fullest."""
    return zip(entries, _bars([entry.count for entry in entries]), strict=True)


def month_heights(months: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int, int]]:
    """(month, count, length of its bar)."""
    bars = _bars([count for _, count in months])
    return ((month, count, bar) for (month, count), bar in zip(months, bars, strict=True))


def _bars(counts: Sequence[int]) -> list[int]:
    most = max(counts, default=1)
    return [max(1, round(count * _BARS / most)) for count in counts]
