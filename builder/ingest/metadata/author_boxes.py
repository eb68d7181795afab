"""What the names of elements say of a name that stands in them: a by-line's, one beside the article, of other works."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from ..html.block import Place

_NAMED = re.compile(
    r"by-?line|hissha|(?<![a-z])(?:authors?|writer|reporter|vcard|journalist|autor(?:en)?|auteur|posted-?by|shippitsu|writtenby"
    r"|written-by)(?![a-z])|author-?(?:name|info|list|link|wrap)|(?:article|post|entry|credit)-?author|assetauthor",
    re.I,
)
_ASIDE = re.compile(
    r"comment|related|recommend|sidebar|widget|ranking|popular|trending|latest|more-|(?<!author v)card|teaser|carousel"
    r"|read-?next|lateral|(?<![a-z])(?:nav|menu|(?<!post-)(?<!entry-)(?<!article-)(?<!asset-)footer|rail)(?![a-z])|promo|list-?item|stories"
    r"|author-?bio|bio(?![a-z])",
    re.I,
)
_PICTURES = re.compile(r"licen[cs]e|(?:image|photo|img|picture)-?(?:credit|author|info)")
_GOODS = re.compile(
    r"product|asin|amazon|affiliate|kaereba|yomereba|booklink|rinker|pochipp"
    r"|(?<![a-z])(?:book|item|goods|shop)-?(?:info|detail|data|box|card|link)"
)
"""Boxes that offer a book or a record: whom they name made that."""
_BIOGRAPHY = re.compile(r"bio(?![a-z])|about|profile|licen[cs]e")
_ASIDE_TAGS = frozenset(("aside", "footer", "nav"))


def is_named(place: Place) -> bool:
    """True where the element, or one close around it, is named as a by-line's."""
    return any(box.names and _names_author(box.names) for box in islice(place.outward(), 3))


def is_of_picture(place: Place) -> bool:
    """True where the element names who made a picture."""
    return any(box.names and _names_picture(box.names) for box in islice(place.outward(), 2))


def is_of_goods(place: Place) -> bool:
    """True where the element, or one close around it, offers something for sale, with its maker's name."""
    return any(box.names and _names_goods(box.names) for box in place.boxes(4))


@lru_cache(maxsize=4096)
def _names_picture(names: str) -> bool:
    return bool(_PICTURES.search(names))


@lru_cache(maxsize=4096)
def _names_goods(names: str) -> bool:
    return bool(_GOODS.search(names))


@lru_cache(maxsize=4096)
def _names_author(names: str) -> bool:
    return bool(_NAMED.search(names)) and not _BIOGRAPHY.search(names)


@lru_cache(maxsize=4096)
def _names_aside(names: str) -> bool:
    return bool(_ASIDE.search(names))


def is_aside(place: Place) -> bool:
    """True where the element stands beside the article: in a menu, among comments, on a card of another article."""
    return any(_is_aside_tag(box) or (box.names and _names_aside(box.names)) for box in place.boxes(7))


def _is_aside_tag(box: Place) -> bool:
    of_article = box.tag == "footer" and any(around.tag == "article" for around in islice(box.outward(), 3))
    return box.tag in _ASIDE_TAGS and not of_article
