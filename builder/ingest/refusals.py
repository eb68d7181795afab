"""Files that do not become an article, and the message that says why."""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Diagnostic, Location

_KINDS = (
    "archive", "binary", "blocked", "document", "empty", "frames", "image", "listing", "login", "mojibake", "not-found",
    "paywall-stub", "pdf", "program", "too-deep", "too-large",
)  # fmt: skip
"""What a page may be instead of an article; each has its message."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that did not become an article."""

    name: str
    verdict: str
    """``not-an-article: listing``, ``unreadable``, ``too-large``, ``link`` …"""
    problem: Diagnostic


def refusal(code: str, name: str, **values: str) -> Refusal:
    """A file that is not taken in, with the message ``code``; the verdict is the code without its area."""
    return Refusal(name, code.partition("/")[2], Diagnostic(code, Location(name), values=values))


def no_article(name: str, verdict: str) -> Refusal:
    """A page whose extraction says what it is instead of an article."""
    head, _, kind = verdict.partition(": ")
    if head == "failed":
        return refusal("ingest/failed", name, reason=kind)
    code = f"ingest/is-{kind}" if kind in _KINDS else "ingest/not-an-article"
    return Refusal(name, verdict, Diagnostic(code, Location(name), values={"verdict": kind}))
