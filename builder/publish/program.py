"""Which version of Rondan, and of the libraries that decide what a page looks like, is at work."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = ("jinja2", "markupsafe", "markdown-it-py", "mdit-py-plugins", "pyyaml")


@cache
def digest() -> str:
    """Changes when the code that makes a site from an archive changes; of a running process it does not."""
    package = Path(__file__).resolve().parent.parent
    made = blake2b(digest_size=16)
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".yaml") and "__pycache__" not in path.parts and path.is_file():
            made.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for library in _LIBRARIES:
        try:
            made.update(f"{library} {version(library)}\n".encode())
        except PackageNotFoundError:
            made.update(f"{library}\n".encode())
    return made.hexdigest()
