"""Values found out when they are first asked for.

As ``functools.cached_property``, which up to Python 3.11 takes a lock for each: more work than most of what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801  # stands where property stands
    """A method without arguments as an attribute, whose value stays. Its object needs a ``__dict__``."""

    def __init__(self, find: Callable[[Any], Value]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[Value]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[Value] | Value:
        if instance is None:
            return self
        value = self._find(instance)
        object.__setattr__(instance, self._name, value)  # a frozen one too; and no dictionary is made for it
        return value
