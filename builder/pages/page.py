"""What a page is before it is rendered: where it goes, which template draws it, and all it may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One output file, planned. The view is at once what the template sees and what the page depends on.

    Views are frozen dataclasses made of model values (Article, Card, Author …), text, numbers and tuples of those,
    and nothing else: no dict, no clock, no derived prose. Making one costs microseconds; dates, counts and citations
    are put into words by the templates' filters. Two equal views draw the same bytes.
    """

    route: str
    """Output path relative to the site, with forward slashes: ``articles/<id>/index.html``, ``feed.xml``."""
    template: str
    """File name under templates/: ``article.html``."""
    view: Any


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every template knows as ``site``. Holds no counter and no date: one number here would stale every page."""

    title: str
    description: str
    language: str
    base_url: str
    """Empty, or absolute with a closing slash."""
    base_path: str
    """Path part of base_url, with slashes at both ends; only the 404 page links by it, all others relatively."""
    curator: str
    curator_email: str
    rights_statement: str
    search: str
    """builtin, pagefind or none."""
    version: str
    """Rondan's version."""
