"""Which files of the site must be made again, and why: a function of the plan and of what the last build left."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ..pages.page import Page
from .fingerprint import view_digest
from .state import Row, State


class Reason(StrEnum):
    """Why a page is drawn; the first that holds."""

    NEW = "new"
    PROGRAM = "program"
    SETTINGS = "settings"
    TEMPLATE = "template"
    CONTENT = "content"
    DAMAGED = "damaged"


def stale_pages(pages: Mapping[str, Page], last: State, now: State, damaged: set[str]) -> dict[str, Reason]:
    """Route -> reason, for every page whose file is not what it would become.

    Of ``last`` and ``now`` only program, settings, templates and the rows of ``last`` are compared.
    """
    everything = None
    if last.program != now.program:
        everything = Reason.PROGRAM
    elif last.settings != now.settings:
        everything = Reason.SETTINGS
    found: dict[str, Reason] = {}
    rows = last.rows.whole()
    for route, page in pages.items():
        row = rows.get(route)
        if row is None:
            found[route] = Reason.NEW
        elif everything:
            found[route] = everything
        else:
            name = page.template
            if row.template != name or last.templates.get(name) != now.templates[name]:
                found[route] = Reason.TEMPLATE
            elif row.view != view_digest(page.view):
                found[route] = Reason.CONTENT
            elif route in damaged:
                found[route] = Reason.DAMAGED
    return found


def stale_copies(
    copies: Mapping[str, str], digests: Mapping[str, bytes], rows: Mapping[str, Row], damaged: set[str]
) -> dict[str, Reason]:
    """The same for files that are copied. ``digests``: input -> digest of its bytes."""
    found: dict[str, Reason] = {}
    for route, source in copies.items():
        row = rows.get(route)
        if row is None:
            found[route] = Reason.NEW
        elif row.view != digests[source]:
            found[route] = Reason.CONTENT
        elif route in damaged:
            found[route] = Reason.DAMAGED
    return found
