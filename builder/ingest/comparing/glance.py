"""What joining pages and finding duplicates need to know of a page: a small value, kept in memory for a whole pile."""

from __future__ import annotations

from dataclasses import dataclass

from ..extraction import Extraction
from ..shelf import Held
from .identity import clean_url, title_key, url_family
from .likeness import Sketch, letters, runs_of_letters, sketch

_ENDS = "。．.！!？?」』）)”’…♪〉》】"


@dataclass(frozen=True, slots=True)
class Glance:
    """One page of the pile, or one page of an article that the archive holds."""

    number: int
    """Its place in the spool."""
    name: str
    """Relative to the archive's folder, where the original is or will be kept."""
    sha256: str
    title: str
    """The title's comparable form."""
    headline: str
    """The title as printed."""
    series: str
    """The column that the page itself names; empty for none."""
    url: str
    """In its comparable form, which has no scheme."""
    family: str
    """The address without its page number."""
    family_page: int | None
    next_url: str
    page: int | None
    """n of "page n of m", where printed."""
    pages: int | None
    starts_mid: bool
    ends_mid: bool
    date: str
    authors: tuple[str, ...]
    publication: str
    republished_from: str
    length: int
    """Characters of the body."""
    opening: str
    """The first letters of the body."""
    confidence: float
    marks: Sketch

    @property
    def host(self) -> str:
        """Of its address; empty where that is unknown."""
        return self.url.partition("/")[0].partition("?")[0]


def glance(extraction: Extraction, number: int, name: str) -> Glance:
    """The page in short."""
    text = letters(extraction.body)
    family, family_page = url_family(extraction.url)
    last = extraction.body.rstrip()
    return Glance(
        number=number,
        name=name,
        sha256=extraction.raw.sha256,
        title=title_key(extraction.title),
        headline=extraction.title,
        series=extraction.series.name if extraction.series else "",
        url=clean_url(extraction.url),
        family=family,
        family_page=family_page,
        next_url=clean_url(extraction.next_url),
        page=extraction.page,
        pages=extraction.pages,
        starts_mid=extraction.starts_mid_article,
        ends_mid=extraction.ends_mid_article or bool(last and last[-1] not in _ENDS),
        date=extraction.date,
        authors=tuple(title_key(person.name) for person in extraction.authors),
        publication=extraction.publication,
        republished_from=extraction.republished_from,
        length=len(extraction.body),
        opening=text[:60],
        confidence=extraction.confidence,
        marks=sketch(runs_of_letters(text)),
    )


def stand_in(held: Held, body: str) -> Glance:
    """An article of the archive whose originals are gone, as if it were one page."""
    text = letters(body)
    return Glance(
        number=-1,
        name=held.path,
        sha256="",
        title=title_key(held.title),
        headline=held.title,
        series=held.series.name if held.series else "",
        url=clean_url(held.url),
        family=url_family(held.url)[0],
        family_page=None,
        next_url="",
        page=None,
        pages=None,
        starts_mid=False,
        ends_mid=False,
        date=held.date,
        authors=tuple(title_key(name) for name in held.authors),
        publication=held.publication,
        republished_from="",
        length=len(body),
        opening=text[:60],
        confidence=1.0,
        marks=sketch(runs_of_letters(text)),
    )
