"""The keys of archive.yaml, which documentation and scaffold name."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from builder.config import Config


def settings_keys(value: Any = None, prefix: str = "") -> Iterator[str]:
    """Every key in dotted form, such as ``curator.name``."""
    settings = Config() if value is None else value
    for field in fields(settings):
        inner = getattr(settings, field.name)
        if is_dataclass(inner):
            yield from settings_keys(inner, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name
