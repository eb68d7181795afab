"""Plain text: of HTML exactly; of Markdown only what lists show of it, its opening and its length, without a parser."""

from __future__ import annotations

import html
import re

from .scripts import joins_lines

_DROPPED = re.compile(r"<(rt|rp|script|style)\b[^>]*>.*?</\1>|<!--.*?-->", re.DOTALL)
_BLOCKS = "p|h[1-6]|[uod]l|li|d[td]|blockquote|pre|tr|table|figure|figcaption|section|div|[bh]r"
_BREAK = rf"</?(?:{_BLOCKS})/*(?: [^<>]*)?>"
_BREAKS = re.compile(rf"{_BREAK} *(?:{_BREAK} *)*")
_TAG = re.compile(r"<[^<>\n]*>")
_CELL_END = re.compile(r"</t[dh]/*(?: |>)")

_BLOCK = re.compile(r"\n[ \t]*\n\s*")
_IMAGE = r'!\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\]\((?:[^)"]|"[^"\n]*")*\)'
_NO_OPENING = re.compile(rf" {{0,3}}(?:#{{1,6}}(?:[ \t]|\Z)|(?:[-*_][ \t]*){{3,}}\Z|```|~~~|\||{_IMAGE}\Z|\[\^)")
_LINE_MARK = re.compile(r"^(?: {0,3}(?:>[ \t]?|[-*+][ \t]|\d{1,9}[.)][ \t])[ \t]*)+", re.MULTILINE)
_IMAGE_OR_NOTE = re.compile(rf"{_IMAGE}|\[\^[^\]]*\]")
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_TARGET = re.compile(r"\]\([^)\s]*\)")
_NOTE_MARK = re.compile(r"\[\^[^\]]*\]:?")
_RUBY = re.compile(r"\{([^{}|\n]{1,40})(?:\|[^{}|\n]{1,40})+\}")
_MARKUP = re.compile(r"\*+|~~|`+|\\(?=[!-/:-@\[-`{-~])|(?<!\w)_+|_+(?!\w)")
_UNCOUNTED = b" \n\t#*`>|~["
"""Blanks and marks; with the ideographic space, what the length of a text leaves out."""
_SENTENCE_END = re.compile(r"[。！？!?][」』）)\"”’]*|\.(?=\s|$)[\"”’)]*")


def from_html(source: str) -> str:
    """The text of an HTML fragment, one block a line; ruby readings left out, entities resolved."""
    if "<r" in source or "<s" in source or "<!--" in source:
        source = _DROPPED.sub("", source)
    source = _BREAKS.sub("\n", source.replace("\n", " "))
    plain = html.unescape(_TAG.sub(_inside_line if "</t" in source else "", source))
    for space in "\t\r\f\v":
        if space in plain:
            plain = plain.replace(space, " ")
    while "  " in plain:
        plain = plain.replace("  ", " ")
    return "\n".join(filter(None, [line.strip(" ") for line in plain.split("\n")])).strip()


def _inside_line(tag: re.Match[str]) -> str:
    """What stands in plain text for a tag that breaks no line."""
    return " " if _CELL_END.match(tag[0]) else ""


def opening(markdown: str, cells: int = 240) -> str:
    """The beginning of the first paragraph, cut at a sentence's end, as plain text.

    ``cells`` counts a Latin letter as one and a wide character as two.
    """
    start = markdown[: cells * 8].lstrip()
    blocks = (block for block in _BLOCK.split(start) if block and not _NO_OPENING.match(block))
    text = _LINE_MARK.sub("", next(blocks, ""))
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE_OR_NOTE.sub("", text))
    if "{" in text:
        text = _RUBY.sub(r"\1", text)
    return cut(_joined(_MARKUP.sub("", text)), cells)


def _joined(text: str) -> str:
    """Lines of one paragraph as one, as its page has them: without a space in Japanese, else with one."""
    if "\n" not in text:
        return text.strip()
    made = ""
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        joins = not made or (joins_lines(made[-1]) and joins_lines(line[0]))
        made += line if joins else " " + line
    return made


def length(markdown: str) -> int:
    """Characters without white space, marks and link targets; near enough to say how long a text is."""
    if "](" in markdown:
        markdown = _TARGET.sub("", markdown)
    if "[^" in markdown:
        markdown = _NOTE_MARK.sub("", markdown)
    if "|" in markdown and "{" in markdown:
        markdown = _RUBY.sub(r"\1", markdown)
    encoded = markdown.encode("utf-8", "surrogatepass")  # bytes are dropped in one pass, characters in one for each
    uncounted = len(encoded) - len(encoded.translate(None, _UNCOUNTED)) + markdown.count("\u3000")
    return len(markdown) - uncounted


def cut(text: str, cells: int) -> str:
    """``text`` if it fits, else its sentences that do, else its beginning and an ellipsis."""
    if len(text) * 2 <= cells:
        return text
    room = width = 0
    for character in text:
        width += 1 if character < "\u1100" else 2
        if width > cells:
            break
        room += 1
    else:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, room + 1) if match.end() <= room]
    if ends and ends[-1] * 3 >= room:
        return text[: ends[-1]]
    shown = text[:room]
    if shown.isascii() and " " in shown:
        shown = shown[: shown.rindex(" ")]
    return shown.rstrip(" ,;:、，") + "…"
