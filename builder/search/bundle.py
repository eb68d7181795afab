"""The browser's scripts: modules of ``client/`` joined into one file a page, with the facts they share with Python.

One request instead of a dozen that wait for each other, and a plain script also loads where a page is opened from a
folder, which modules do not. A module imports with one-line ``import { … } from "./x.js"`` and exports declarations.
Joined, each keeps its own scope; only what they export is known to all, so no two may export the same name.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources

from ..text import fold
from .layout import FOLDER

OWN = (("page.js", "page.js"), ("box.js", "box.js"), ("hits.js", "hits.js"))
"""Scripts of the site, each with the module that begins it."""
PAGEFINDS = (("page.js", "pagefind.js"), ("hits.js", "hits.js"))
"""The same, where Pagefind is the engine."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)


def facts() -> str:
    """The module ``facts.js``: the folding table as the browser needs it."""
    table = fold.table()
    shared = {
        "pairs": " ".join(old + new for old, new in fold.pairs().items()),
        "marks": table["marks"],
        "unseen": table["unseen"],
        "classes": table["classes"],
        "thousands": {name: table["thousands"][name] for name in ("commas", "digits")},
    }
    return f"export const FACTS = {json.dumps(shared, ensure_ascii=False)};\n"


def module(name: str) -> str:
    """The text of a module."""
    if name == "facts.js":
        return facts()
    return (resources.files("builder.search") / "client" / name).read_text(encoding="utf-8")


def modules(first: str) -> list[str]:
    """The modules that ``first`` needs, each behind those it imports, itself last."""
    order: list[str] = []

    def visit(name: str) -> None:
        if name not in order:
            for needed in _IMPORT.findall(module(name)):
                if needed != name and needed not in seen:
                    seen.add(needed)
                    visit(needed)
            order.append(name)

    seen = {first}
    visit(first)
    return order


def joined(first: str, behind: str = "") -> str:
    """One script of a module and all it needs; ``behind`` is run last and sees what the modules export."""
    parts = []
    for name in modules(first):
        text = _INDENT.sub("", _COMMENT.sub("", _IMPORT.sub("", module(name))))
        exported = ", ".join(_EXPORT.findall(text))
        text = re.sub(r"\n{2,}", "\n", _EXPORT.sub("", text)).strip()
        parts.append(
            f"const {{ {exported} }} = (() => {{\n{text}\nreturn {{ {exported} }};\n}})();"
            if exported
            else f"{{\n{text}\n}}"
        )
    return '(() => {\n"use strict";\n' + "\n".join([*parts, behind]).rstrip() + "\n})();\n"


@cache
def scripts(of: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    """The search scripts ``OWN`` or ``PAGEFINDS``, by route."""
    return {FOLDER + name: joined(first).encode() for name, first in of}
