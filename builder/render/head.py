"""What an article's page says of itself to machines: meta elements and links for the page's head.

Highwire Press tags (``citation_*``) for Google Scholar and Zotero, without ``citation_journal_title``, which would
make a newspaper column a journal article; ``z:itemType`` and PRISM's publication name, which Zotero reads first;
Dublin Core; Open Graph; JSON-LD. Written here and not in a template: the same values stand in many places, and are
escaped once.
"""

from __future__ import annotations

from markupsafe import Markup

from ..model import Status
from ..pages import routes
from ..pages.article import ArticleView
from ..pages.page import SiteView
from . import metadata
from .escaping import shown

_SHORT = 120
"""Characters of a description; what search engines and link previews show of one."""


def article(view: ArticleView, site: SiteView, route: str, root: str) -> Markup:
    """The machine-readable head of an article's page."""
    own, card = view.article, view.card
    name = metadata.urn(own.id)
    title, date, language = shown(own.title), shown(own.date), shown(own.language)
    publication, about = shown(card.publication), shown(short(own.excerpt))
    authors = [shown(person.name) for person in view.writers]
    address = site.base_url and shown(site.base_url + routes.url(route))
    source = shown(own.source.url) if card.publication and metadata.is_web(own.source.url) else ""
    rows = [
        ("robots", "noindex" if own.status is not Status.PUBLISHED else ""),
        ("description", about),
        ("z:itemType", "newspaperArticle"),
        ("citation_title", f"{title}: {shown(own.subtitle)}" if own.subtitle else title),
        *(("citation_author", author) for author in authors),
        ("citation_publication_date", date[:10].replace("-", "/")),
        ("citation_language", language),
        ("citation_publisher", publication),
        *(("citation_keywords", shown(topic)) for _, topic in card.topics),
        ("citation_public_url", address),
        ("prism.publicationName", publication),
        ("DC.title", title),
        *(("DC.creator", author) for author in authors),
        *(("DC.contributor", shown(person.name)) for person in view.translators),
        ("DC.date", date[:10]),
        ("DC.language", language),
        ("DC.publisher", publication),
        ("DC.source", source),
        ("DC.identifier", name),
        ("DC.rights", shown(site.rights_statement)),
    ]
    properties = (
        ("og:type", "article"),
        ("og:title", title),
        ("og:site_name", shown(site.title)),
        ("og:description", about),
        ("og:url", address),
        ("article:published_time", date),
    )
    links = [
        ("canonical", address),
        *(("author", shown(root + routes.url(routes.folder("authors", p.id)))) for p in view.writers),
        ("prev", view.previous and f"{root}articles/{view.previous.id}/"),
        ("next", view.next and f"{root}articles/{view.next.id}/"),
    ]
    lines = [f'<meta name="{key}" content="{value}">' for key, value in rows if value]
    lines += [f'<meta property="{key}" content="{value}">' for key, value in properties if value]
    lines += [f'<link rel="{key}" href="{value}">' for key, value in links if value]
    lines.append(f'<script type="application/ld+json">{metadata.article(view, site, route, name)}</script>')
    return Markup("\n".join(lines))  # noqa: S704  # every value above is escaped


def short(text: str) -> str:
    """A description: the beginning of a text on one line, cut at a sentence end where one is near."""
    flat = " ".join(text.split())
    if len(flat) <= _SHORT:
        return flat
    cut = max(flat.rfind(mark, _SHORT // 2, _SHORT) for mark in "。！？.")
    return flat[: cut + 1] if cut > 0 else flat[: _SHORT - 1] + "…"
