"""Inline markup gathered as marked text, and turned into plain text and Markdown.

While a block is being read its text and its marks stand in one string; marks are Unicode noncharacters, which no
page may contain. Spaces are settled first, Markdown is written last, so that an emphasis never starts with a space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...text.escaping import escape, escape_line, escape_start

STRONG, STRONG_END = "\ufdd0", "\ufdd1"
EM, EM_END = "\ufdd2", "\ufdd3"
CODE, CODE_END = "\ufdd4", "\ufdd5"
LINK, LINK_END = "\ufdd6", "\ufdd7"
RUBY, RUBY_TEXT, RUBY_END = "\ufdd8", "\ufdd9", "\ufdda"
BREAK = "\ufdde"
NOTE, NOTE_END = "\ufde0", "\ufde1"

MARKS = "\ufdd0-\ufdde\ufde0\ufde1"
ANY_MARK = re.compile(f"[{MARKS}\ufddf]")
_OPEN = f"{STRONG}{EM}{CODE}{LINK}"
_CLOSE = f"{STRONG_END}{EM_END}{CODE_END}{LINK_END}"
_WIDE = r"\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
_OTHER_SPACE = r"\t\n\r\f\v\xa0\u200b\ufeff"
_SPACE = re.compile(rf"[{_OTHER_SPACE}][ {_OTHER_SPACE}]*| [ {_OTHER_SPACE}]+")
"""What is more than one space, or another: lone spaces, which are most, stay as they are."""
_HAS_OTHER_SPACE = re.compile(rf"[{_OTHER_SPACE}]")
_WIDE_BREAK = re.compile(f"(?<=[{_WIDE}])([{MARKS}]*)[ \\t]*\n\\s*([{MARKS}]*)(?=[{_WIDE}])")
_AROUND_BREAK = re.compile(f" *{BREAK} *")
_SPACE_AFTER_OPEN = re.compile(f"([{_OPEN}]+)([ \u3000]+)")
_SPACE_BEFORE_CLOSE = re.compile(f"([ \u3000]+)([{_CLOSE}]+)")
_WIDEST = "\u3000" * 40
"""A line of a page holds no more: a longer run is no lay-out."""
_WIDE_BLANKS = re.compile(f"{_WIDEST}\u3000+")
_EMPTY = re.compile(
    f"{STRONG}[{BREAK} ]*{STRONG_END}|{EM}[{BREAK} ]*{EM_END}|{CODE}{CODE_END}"
    f"|{STRONG_END}{STRONG}|{EM_END}{EM}|{RUBY}{RUBY_TEXT}?{RUBY_END}"
)
_WRITTEN = {
    **dict.fromkeys((STRONG, STRONG_END), "**"),
    **dict.fromkeys((EM, EM_END), "*"),
    **dict.fromkeys((CODE, CODE_END), "`"),
    **{mark: mark for mark in (RUBY, RUBY_TEXT, RUBY_END)},
    BREAK: "\n",
    NOTE: "[^",
    NOTE_END: "]",
}
"""Each mark in Markdown, but for links; readings are written last."""
_OPENED_BY = {STRONG_END: STRONG, EM_END: EM}
"""Marks that may stand in each other, of which the outermost is written."""
_NOTE = re.compile(f"{NOTE}(\\d+){NOTE_END}")
_RUBY = re.compile(f"{RUBY}([^{RUBY}{RUBY_END}]*){RUBY_END}")


def settle(marked: str) -> str:
    """Collapse white space as a browser does; a line broken between two wide characters leaves no space."""
    if "\n" in marked:
        marked = _WIDE_BREAK.sub(r"\1\2", marked)
    if "  " in marked or _HAS_OTHER_SPACE.search(marked):
        marked = _SPACE.sub(" ", marked)
    if _WIDEST in marked:
        marked = _WIDE_BLANKS.sub(_WIDEST, marked)
    if BREAK in marked:
        marked = _AROUND_BREAK.sub(BREAK, marked)
    return marked.strip(" \u3000" + BREAK)


def plain(settled: str) -> str:
    """Return the text as the rules judge it: no marks, no ruby readings; breaks are newlines."""
    if RUBY in settled:
        settled = _RUBY.sub(lambda m: "".join(base for base, _ in _ruby_pairs(m.group(1))), settled)
    if settled.isascii():
        return settled.strip()
    return _bare(settled.replace(BREAK, "\n"))


def link_labels(settled: str) -> list[str]:
    """Return the texts of all links in order; empty ones, too."""
    return [_bare(link.partition(LINK_END)[0]) for link in settled.split(LINK)[1:]]


def note_marks(settled: str) -> list[str]:
    """Return the numbers of the footnotes that the text refers to."""
    return _NOTE.findall(settled) if NOTE in settled else []


def markdown(settled: str, links: Sequence[str]) -> str:
    """Write Markdown.

    Args:
        settled: The marked text of one block.
        links: Targets of its links, in the order of their opening marks; an empty one leaves just the text.
    """
    if not ANY_MARK.search(settled):
        return escape_line(settled)
    while True:
        tidy = _EMPTY.sub("", _SPACE_BEFORE_CLOSE.sub(r"\2\1", _SPACE_AFTER_OPEN.sub(r"\2\1", settled)))
        if tidy == settled:
            break
        settled = tidy
    return "  \n".join(escape_start(line) for line in _written(settled, links).split("\n"))


def _written(settled: str, links: Sequence[str]) -> str:
    out: list[str] = []
    targets = iter(links)
    open_links: list[tuple[int, str]] = []
    depth = {STRONG: 0, EM: 0}
    for piece in re.split(f"([{MARKS}])", settled):
        if piece == LINK:
            open_links.append((len(out), next(targets, "")))
        elif piece == LINK_END:
            if open_links:
                _close_link(out, *open_links.pop())
        elif piece in depth:
            depth[piece] += 1
            out.append(_WRITTEN[piece] if depth[piece] == 1 else "")
        elif piece in _OPENED_BY:
            depth[_OPENED_BY[piece]] -= 1
            out.append(_WRITTEN[piece] if depth[_OPENED_BY[piece]] == 0 else "")
        else:
            out.append(_WRITTEN.get(piece) or escape(piece))
    return _with_ruby("".join(out))


def _close_link(out: list[str], start: int, target: str) -> None:
    label = "".join(out[start:])
    del out[start:]
    if not target or not label.strip() or label.startswith("!["):
        out.append(label)
    else:
        out.append(f"[{label.strip()}]({target})")


def _ruby_pairs(inner: str) -> list[tuple[str, str]]:
    """Split ``漢<RT>かん字<RT>じ`` written as base, mark, reading, mark … into pairs."""
    parts = inner.split(RUBY_TEXT)
    return [(parts[i], parts[i + 1] if i + 1 < len(parts) else "") for i in range(0, len(parts), 2)]


def _bare(text: str) -> str:
    return ANY_MARK.sub("", text).strip()


def _with_ruby(text: str) -> str:
    if RUBY not in text:
        return text

    def write(match: re.Match[str]) -> str:
        pairs = [(_bare(base), _bare(reading)) for base, reading in _ruby_pairs(match.group(1))]
        return "".join(f"{{{base}|{reading}}}" if base and reading else base for base, reading in pairs)

    return ANY_MARK.sub("", _RUBY.sub(write, text))
