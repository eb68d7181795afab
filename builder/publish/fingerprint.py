"""A view -> the digest of all it shows. A page depends on what it was given, so this is all the tracking there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from ..model import Article, BodyRef, Card


def view_digest(view: Any) -> bytes:
    """16 bytes; equal for equal views. Articles, cards and bodies stand for themselves by their own digests.

    Raises TypeError for a value that a view may not hold.
    """
    parts: list[str] = []
    _add((view,), parts)
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _add(values: tuple[Any, ...], parts: list[str]) -> None:
    for value in values:
        kind = type(value)
        if kind is str:
            parts.append(value)
        elif kind is Card or kind is Article:
            parts.append(value.digest)
        elif kind is BodyRef:
            parts += (value.path, value.digest)  # two articles may say the same, until one is corrected
        elif kind is tuple:
            parts.append("\1(")
            _add(value, parts)
            parts.append("\1)")
        elif value is None or kind is bool or kind is int:
            parts.append(f"\1{value}")
        elif is_dataclass(value):
            parts.append(f"\1{kind.__name__}")
            _add(values_of(value), parts)
        elif isinstance(value, Enum):
            parts.append(str(value.value))
        else:
            raise TypeError(f"a view cannot hold a {kind.__name__}")


def values_of(value: Any) -> tuple[Any, ...]:
    """The fields of a dataclass's instance, in order."""
    kind: Any = type(value)
    return _getter(kind)(value)


@cache
def _getter(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = tuple(kind.__dataclass_fields__)
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def models(view: Any) -> Iterator[Any]:
    """Every frozen value inside a view, itself included, outermost first: what ``explain`` reads sources from."""
    if isinstance(view, tuple):
        for item in view:
            yield from models(item)
    elif is_dataclass(view):
        yield view
        if not isinstance(view, Card):
            for item in values_of(view):
                yield from models(item)
