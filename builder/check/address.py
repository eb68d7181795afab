"""Addresses on a page -> files of the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the site, and a place in it."""

    route: str
    """Relative to the site; for a folder its index page. Empty: beyond the site's own folder."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the site will stand."""

    base_url: str = ""
    """With a closing slash; empty where it is not known."""
    base_path: str = "/"

    def place(self, route: str, target: str) -> Place | None:
        """Where ``target``, written on the page ``route``, leads; None for what is not of this site."""
        if self.base_url and (target == self.base_url.rstrip("/") or target.startswith(self.base_url)):
            target = self.base_path + target[len(self.base_url) :]
        elif _SCHEME.match(target) or target.startswith("//"):
            return None
        path, _, anchor = target.partition("#")
        path = path.partition("?")[0]
        anchor = "" if anchor.startswith(":~:") else unquote(anchor.partition(":~:")[0])
        if not path:
            return Place(route, anchor)
        path = unquote(path)
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base_path):
                return Place("", anchor)
            path = path[len(self.base_path) :]
        else:
            path = posixpath.join(posixpath.dirname(route), path)
        return Place(_normal(path), anchor)


def _normal(path: str) -> str:
    """Without ``.`` and ``..``; a folder becomes its index page; empty where it leads out of the site."""
    is_folder = not path or path.endswith(("/", "/.", "/..")) or path in (".", "..")
    path = posixpath.normpath(path) if path else "."
    if path.startswith(".."):
        return ""
    if not is_folder:
        return path
    return "index.html" if path == "." else f"{path}/index.html"
