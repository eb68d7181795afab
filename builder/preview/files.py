"""URL paths -> files of the built site. Nothing outside the site's folder can be named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".bib": "text/plain; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""The same everywhere; the system's own table differs from machine to machine."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be sent."""

    path: Path
    status: int = 200

    @property
    def media_type(self) -> str:
        """By the file's name."""
        return TYPES.get(self.path.suffix.lower(), "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Redirect:
    """A folder was named without its closing slash; relative links would lead astray there."""

    to: str


def find(site: Path, url_path: str) -> Found | Redirect | None:
    """What ``url_path`` (percent-decoded) names; None for nothing, and for anything not plainly inside ``site``."""
    parts = url_path.removeprefix("/").split("/")
    if not url_path.startswith("/") or any(map(_is_refused, parts[:-1])) or (parts[-1] and _is_refused(parts[-1])):
        return None
    path = site.joinpath(*parts)
    try:
        real, root = Path(os.path.realpath(path)), Path(os.path.realpath(site))
        if not real.is_relative_to(root):
            return None
        if path.is_dir():
            if parts[-1]:
                return Redirect(f"{url_path}/") if (path / "index.html").is_file() else None
            path /= "index.html"
        elif not parts[-1]:
            return None
        return Found(path) if path.is_file() else None
    except (OSError, ValueError):  # a name the system does not accept
        return None


def not_found(site: Path) -> Found | None:
    """The site's own 404 page."""
    path = site / "404.html"
    return Found(path, 404) if path.is_file() else None


def _is_refused(part: str) -> bool:
    """Empty and hidden names, ways out of the folder, and what only Windows reads otherwise."""
    hidden = part.startswith(".") and part not in (".well-known", ".nojekyll")
    return not part or hidden or any(c in part for c in "\\:\0")
