"""schema.org descriptions as JSON-LD, written so that no text can end the script element or the page's line.

Inside ``<script type="application/ld+json">`` only ``<`` could do harm (``</script``, ``<!--``); ``<``, ``>``, ``&``
and the line separators U+2028 and U+2029 are written as JSON escapes, which leave the data what it was.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from markupsafe import Markup

from ..model import Author
from ..pages import routes
from ..pages.article import ArticleView, Byline
from ..pages.page import SiteView

_ESCAPES = (("<", r"\u003c"), (">", r"\u003e"), ("&", r"\u0026"), ("\u2028", r"\u2028"), ("\u2029", r"\u2029"))
_NAMESPACE = UUID("0f6d6f5e-5f0a-5b0c-9f5b-4f8d1e2a7c31")
"""Of every name this program gives; never to be changed, or feed readers would show all articles anew."""
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_VOCABULARY = "https://schema.org"


@lru_cache(maxsize=65536)
def urn(name: str) -> str:
    """A permanent name for an article id (or a list's address), the same wherever the site stands."""
    return uuid5(_NAMESPACE, name).urn


def article(view: ArticleView, site: SiteView, route: str, name: str) -> Markup:
    """An OpinionNewsArticle: who wrote it, where and when it was published, what copy this is. ``name``: its urn."""
    shown, card = view.article, view.card
    own = site.base_url + routes.url(route) if site.base_url else ""
    source = shown.source.url if is_web(shown.source.url) else ""
    data = {
        "@context": _VOCABULARY,
        "@type": "OpinionNewsArticle",
        "identifier": name,
        "headline": shown.title,
        "alternativeHeadline": shown.subtitle,
        "author": [_person(person, site) for person in view.writers],
        "translator": [_person(person, site) for person in view.translators],
        "datePublished": shown.date,
        "dateModified": shown.updated,
        "inLanguage": shown.language,
        "articleSection": shown.section,
        "keywords": [name for _, name in card.topics],
        "publisher": {"@type": "Organization", "name": card.publication} if card.publication else None,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": card.series[1]} if card.series else None,
        "position": card.series[2] if card.series else None,
        "isBasedOn": source,
        "url": own,
        "mainEntityOfPage": own,
        "sdPublisher": {"@type": "Organization", "name": site.title},
    }
    return _script(data)


def author(person: Author, site: SiteView, route: str) -> Markup:
    """A Person: the name in its forms, and pages elsewhere."""
    data = {
        "@context": _VOCABULARY,
        "@type": "Person",
        "name": person.name,
        "alternateName": [name for name in (person.reading, person.romaji, *person.variants) if name],
        "description": person.profile,
        "url": site.base_url + routes.url(route) if site.base_url else "",
        "sameAs": [link.url for link in person.links if is_web(link.url)],
    }
    return _script(data)


def site(view: SiteView) -> Markup:
    """The WebSite, with its search where the address is known."""
    action = None
    if view.base_url and view.search != "none":
        target = {"@type": "EntryPoint", "urlTemplate": view.base_url + "search/?q={q}"}
        action = {"@type": "SearchAction", "target": target, "query-input": "required name=q"}
    data = {
        "@context": _VOCABULARY,
        "@type": "WebSite",
        "name": view.title,
        "description": view.description,
        "inLanguage": view.language,
        "url": view.base_url,
        "potentialAction": action,
    }
    return _script(data)


def is_web(url: str) -> bool:
    """Whether an address may become a link: http or https, nothing else."""
    return url.startswith(("https://", "http://"))


def _person(person: Byline, site: SiteView) -> dict[str, Any]:
    address = site.base_url + routes.url(routes.folder("authors", person.id) + "index.html") if site.base_url else ""
    other = [name for name in (person.reading, person.romaji) if name]
    return _filled({"@type": "Person", "name": person.name, "alternateName": other, "url": address})


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value or value == 0}  # a series may have a part 0


def _script(data: dict[str, Any]) -> Markup:
    text = _JSON.encode(_filled(data))
    for char, escaped in _ESCAPES:
        text = text.replace(char, escaped)
    return Markup(text)  # noqa: S704  # escaped for its place by _ESCAPES
