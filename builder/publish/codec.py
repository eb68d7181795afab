"""What was read from content/ <-> plain tuples that ``marshal`` keeps: a third of the time of parsing it again."""

from __future__ import annotations

import marshal
from typing import Any

from ..archive.article_file import ArticleFile
from ..archive.load import AboutFile, ContentFile
from ..archive.records import RecordFile
from ..model import (
    Appearance,
    Article,
    Author,
    BodyRef,
    Card,
    Contributor,
    Link,
    Rights,
    Series,
    SeriesPlace,
    Source,
    Status,
    Topic,
)

Plain = tuple[Any, ...]


def dumps(file: ContentFile) -> bytes:
    """A file without problems as bytes for the store."""
    return marshal.dumps(_pack(file))


def loads(data: bytes) -> ContentFile:
    """The inverse of ``dumps``."""
    return _unpack(marshal.loads(data))  # noqa: S302  # from our own store, whose check was right


def dump_card(card: Card) -> bytes:
    """A card as bytes for the store."""
    values = list(_values(card))
    values[_CARD_STATUS] = card.status.value
    return marshal.dumps(values)


def load_card(data: bytes) -> Card:
    """The inverse of ``dump_card``."""
    values = list(marshal.loads(data))  # noqa: S302  # from our own store, whose check was right
    values[_CARD_STATUS] = _STATUS_BY_NAME[values[_CARD_STATUS]]
    return Card(*values)


def _pack(file: ContentFile) -> Plain:
    if isinstance(file, ArticleFile):
        assert file.article is not None
        return ("article", _pack_article(file.article), file.accepted)
    if isinstance(file, AboutFile):
        assert file.body is not None
        return ("about", _values(file.body))
    assert file.record is not None
    if isinstance(file.record, Author):
        *head, links, has_record = _values(file.record)
        return ("author", (*head, tuple(map(_values, links)), has_record))
    return ("topic" if isinstance(file.record, Topic) else "series", _values(file.record))


def _unpack(plain: Plain) -> ContentFile:
    kind, values = plain[0], plain[1]
    if kind == "article":
        return ArticleFile(_unpack_article(values), (), plain[2])
    if kind == "about":
        return AboutFile(BodyRef(*values))
    if kind == "author":
        *head, links, has_record = values
        whole = (*head, tuple(Link(*link) for link in links), has_record)
        return RecordFile(Author(*whole))
    return RecordFile(Topic(*values) if kind == "topic" else Series(*values))


def _values(value: Any) -> Plain:
    return tuple(getattr(value, name) for name in type(value).__slots__)


def _pack_article(a: Article) -> Plain:
    values = dict(zip(Article.__slots__, _values(a), strict=True))
    values["body"] = _values(a.body)
    values["authors"] = tuple(map(_values, a.authors))
    values["series"] = a.series and _values(a.series)
    values["source"] = None if a.source == _NO_SOURCE else _values(a.source)
    values["also_in"] = tuple(map(_values, a.also_in))
    values["rights"] = a.rights.value
    values["status"] = a.status.value
    return tuple(values.values())


_NO_SOURCE = Source()
_BODY, _AUTHORS, _SERIES, _SOURCE, _ALSO_IN, _RIGHTS, _STATUS = (
    Article.__slots__.index(name) for name in ("body", "authors", "series", "source", "also_in", "rights", "status")
)
_CARD_STATUS = Card.__slots__.index("status")
_RIGHTS_BY_NAME = {rights.value: rights for rights in Rights}
_STATUS_BY_NAME = {status.value: status for status in Status}


def _unpack_article(plain: Plain) -> Article:
    values = list(plain)
    values[_BODY] = BodyRef(*values[_BODY])
    values[_AUTHORS] = tuple([Contributor(*person) for person in values[_AUTHORS]])
    if values[_SERIES]:
        values[_SERIES] = SeriesPlace(*values[_SERIES])
    values[_SOURCE] = Source(*values[_SOURCE]) if values[_SOURCE] else _NO_SOURCE
    if values[_ALSO_IN]:
        values[_ALSO_IN] = tuple(Appearance(*place) for place in values[_ALSO_IN])
    values[_RIGHTS] = _RIGHTS_BY_NAME[values[_RIGHTS]]
    values[_STATUS] = _STATUS_BY_NAME[values[_STATUS]]
    return Article(*values)
