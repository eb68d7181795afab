"""Which source a page is from: an outlet's host, where the page names its own address, else the folder it lies in."""

from __future__ import annotations

import re

from ..addresses import SAVED_FROM
from ..comparing.identity import host_of, title_key

_OWN_ADDRESS = re.compile(
    rb"""<link[^>]{0,200}?rel=["']?canonical["']?[^>]{0,200}?href=["']?([^"'\s>]+)"""
    rb"""|<meta[^>]{0,100}?property=["']?og:url["']?[^>]{0,100}?content=["']?([^"'\s>]+)"""
    rb"""|""" + SAVED_FROM.encode(),
    re.IGNORECASE,
)


def source_of(name: str, data: bytes) -> str:
    """The source of a page: ``host:…`` or ``folder:…``."""
    host = host_in(data)
    return f"host:{host}" if host else f"folder:{folder_of(name)}"


def host_in(data: bytes) -> str:
    """The host that a page gives as its own; empty where it gives none."""
    found = _OWN_ADDRESS.search(data, 0, 60_000)
    if not found:
        return ""
    return host_of(next(part for part in found.groups() if part is not None).decode("ascii", "replace"))


def outlet_key(publication: str, host: str, name: str) -> str:
    """Equal for pages of one outlet: of one name, else from one host, else in one folder; empty where nothing tells."""
    if publication:
        return title_key(publication)
    return f"host:{host}" if host else folder_of(name) and f"folder:{folder_of(name)}"


def folder_of(name: str) -> str:
    """The folder directly below the folder of originals; empty for a file directly in it."""
    parts = name.split("/")
    return parts[1] if len(parts) > 2 else ""
