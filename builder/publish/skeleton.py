"""A view -> a few hundred bytes that name its articles and cards instead of holding them, and back.

With the skeleton of a page and the articles and cards as they are now, a page that shows what was corrected is made
again without planning the whole site.
"""

from __future__ import annotations

import importlib
import marshal
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any
from zlib import crc32

from ..model import Article, ArticleId, BodyRef, Card
from .fingerprint import values_of

_ARTICLE, _CARD, _BODY, _ENUM, _VALUE = range(5)


def mark(name: str) -> bytes:
    """What stands for the name of an article (its path) or of a card (its id) among the marks of a page.

    Four bytes: two names may have the same, so a mark says where to look, not what is there.
    """
    return crc32(name.encode("utf-8", "surrogatepass")).to_bytes(4, "big")


def pack(view: Any) -> tuple[bytes, bytes]:
    """The skeleton, and the marks of all articles and cards it names, one behind the other."""
    names: dict[str, None] = {}
    skeleton = marshal.dumps(_pack(view, names))
    return skeleton, b"".join(map(mark, names))


def _pack(value: Any, names: dict[str, None]) -> Any:
    kind = type(value)
    if kind is str or value is None or kind is bool or kind is int:
        return value
    if kind is tuple:
        return [_pack(item, names) for item in value]
    if kind is Card:
        names[value.id] = None
        return (_CARD, value.id)
    if kind is Article and value.body.path:  # one whose text is withheld names no file: it is kept as it is
        names[value.body.path] = None
        return (_ARTICLE, value.body.path)
    if kind is BodyRef and value.path:
        names[value.path] = None
        return (_BODY, value.path)
    if isinstance(value, Enum):
        return (_ENUM, kind.__module__, kind.__qualname__, value.value)
    values = [_pack(item, names) for item in values_of(value)]
    return (_VALUE, kind.__module__, kind.__qualname__, values)


class Unpacker:
    """Skeletons -> views, given articles by path and cards by id."""

    def __init__(self, article: Callable[[str], Article], card: Callable[[ArticleId], Card]) -> None:
        self._article, self._card = article, card

    def __call__(self, data: bytes) -> Any:
        """The view. Raises KeyError for an article or card that is not there."""
        return self._value(marshal.loads(data))  # noqa: S302  # our own, its check was right

    def _value(self, packed: Any) -> Any:
        if isinstance(packed, list):
            return tuple([self._value(item) for item in packed])
        if not isinstance(packed, tuple):
            return packed
        tag = packed[0]
        if tag == _CARD:
            return self._card(packed[1])
        if tag == _ARTICLE:
            return self._article(packed[1])
        if tag == _BODY:
            return self._article(packed[1]).body
        kind = _class(packed[1], packed[2])
        if tag == _ENUM:
            return kind(packed[3])
        return kind(*[self._value(item) for item in packed[3]])


@cache
def _class(module: str, name: str) -> Any:
    return getattr(importlib.import_module(module), name)
