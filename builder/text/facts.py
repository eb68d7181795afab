"""The tables of ``builder/data``, read once on first use."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from .. import yaml_source


@cache
def facts(name: str) -> dict[str, Any]:
    """The plain values of ``builder/data/<name>.yaml``, such as ``dates`` or ``ja/eras``. Treat them as constants."""
    data: dict[str, Any] = yaml_source.load((files("builder.data") / f"{name}.yaml").read_text(encoding="utf-8"))
    return data
