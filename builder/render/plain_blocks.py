"""Blocks recognised by their shape, so that markdown-it-py's block parser sees only what needs it.

An article is paragraphs, headings, a few flat lists and quotations, parted by blank lines. Each such block closes
whatever stood before it (its first line is not indented), and can be turned into tokens at once; its inline text
still goes to the inline parser unless ``plain_inline`` is sure of it. All other blocks, and runs of them, are parsed as
always, in the same environment, so that definitions and footnotes keep their scope.

tests/laws/test_plain_blocks.py holds the outcome equal to that of the parser alone.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType

from . import plain_inline
from .markdown_rules.blocks import READY

_NEEDS_PARSER = re.compile(r"^ {0,3}(?:```|~~~)|[\x00-\x08\x0b-\x1f\x85\u2028\u2029]", re.MULTILINE)
"""A fence may hold blank lines; the other characters are line ends or white space to some and not to others."""
_BLANK_LINES = re.compile(r"(\n(?:[ \t]*\n)+)")

_TEXT = r"(?:[^\s#>+\-=:|*_~`\[\d]|\*{1,2}[^\s*_]|`[^`\s]|\[[^\]^\n]+\]\(|\d+(?![\d.)])|\u3000(?=\S))"
"""What a line of text may start with: nothing that could open another block."""
_PARAGRAPH = re.compile(rf"(?:{_TEXT}[^\n]*(?:\n|\Z))+\Z")
_HEADING = re.compile(rf"(#{{1,6}}) ({_TEXT}[^\n#]*)\Z")
_BULLETS = re.compile(rf"([-+*]) {_TEXT}[^\n]*(?:\n\1 {_TEXT}[^\n]*)*\Z")
_NUMBERS = re.compile(rf"(\d{{1,9}})([.)]) {_TEXT}[^\n]*(?:\n\d{{1,9}}\2 {_TEXT}[^\n]*)*\Z")
_QUOTE = re.compile(rf"> {_TEXT}[^\n]*(?:\n> {_TEXT}[^\n]*)*\Z")
_NOTES = re.compile(rf"\[\^[^\s\[\]\\]+\]: {_TEXT}[^\n]*(?:\n\[\^[^\s\[\]\\]+\]: {_TEXT}[^\n]*)*\Z")
_REFERENCE = re.compile(r"\[\^([^\s\[\]\\^]+)\]")
_ITEM_MARK = re.compile(r"^(?:[-+*]|\d{1,9}[.)]) ", re.MULTILINE)


def _inline(text: str, level: int) -> Token:
    ready = plain_inline.html(text)
    if ready is None:
        return Token("inline", "", 0, content=text, level=level, children=[])
    return Token("inline", "", 0, level=level, children=[Token(READY, "", 0, content=ready)])


def _open(kind: str, tag: str, level: int = 0, hidden: bool = False) -> Token:
    return Token(f"{kind}_open", tag, 1, level=level, block=True, hidden=hidden)


def _close(kind: str, tag: str, level: int = 0, hidden: bool = False) -> Token:
    return Token(f"{kind}_close", tag, -1, level=level, block=True, hidden=hidden)


def _paragraph(text: str, level: int = 0) -> list[Token]:
    ready = plain_inline.html(text)
    if ready is not None:
        return [Token(READY, "", 0, content=f"<p>{ready}</p>\n")]
    inner = Token("inline", "", 0, content=text, level=level + 1, children=[])
    return [_open("paragraph", "p", level), inner, _close("paragraph", "p", level)]


def _item(text: str) -> list[Token]:
    opened, closed = _open("paragraph", "p", 2, hidden=True), _close("paragraph", "p", 2, hidden=True)
    return [_open("list_item", "li", 1), opened, _inline(text, 3), closed, _close("list_item", "li", 1)]


def _list(block: str, kind: str, tag: str, start: int = 1) -> list[Token]:
    texts = [text.strip() for text in _ITEM_MARK.split(block)[1:]]
    ready = [plain_inline.html(text) for text in texts]
    if None not in ready:
        numbered = f' start="{start}"' if start != 1 else ""
        html = "".join(f"<li>{text}</li>\n" for text in ready)
        return [Token(READY, "", 0, content=f"<{tag}{numbered}>\n{html}</{tag}>\n")]
    opened = _open(f"{kind}_list", tag)
    if start != 1:
        opened.attrs = {"start": start}
    items = [token for text in texts for token in _item(text)]
    return [opened, *items, _close(f"{kind}_list", tag)]


def _simple(block: str) -> list[Token] | None:
    """Tokens of a block that is certain by itself, lists apart; None for all others."""
    if _PARAGRAPH.match(block) and (text := block.strip()):
        return _paragraph(text)
    if heading := _HEADING.match(block):
        tag = f"h{len(heading[1])}"
        return [_open("heading", tag), _inline(heading[2].strip(), 1), _close("heading", tag)]
    if _QUOTE.match(block):
        text = block[2:].replace("\n> ", "\n").strip()
        ready = plain_inline.html(text)
        if ready is not None:
            return [Token(READY, "", 0, content=f"<blockquote>\n<p>{ready}</p>\n</blockquote>\n")]
        return [_open("blockquote", "blockquote"), *_paragraph(text, 1), _close("blockquote", "blockquote")]
    return None


def _notes(block: str, env: EnvType) -> list[Token]:
    """Footnotes of one line each, as the plugin has them."""
    tokens = []
    for line in block.split("\n"):
        label, text = line[2:].split("]: ", 1)
        env.setdefault("footnotes", {"refs": {}, "list": {}})["refs"][f":{label}"] = -1
        opened = Token("footnote_reference_open", "", 1, meta={"label": label})
        inner = [_open("paragraph", "p", 1), _inline(text.strip(), 2), _close("paragraph", "p", 1)]
        tokens += [opened, *inner, Token("footnote_reference_close", "", -1)]
    return tokens


def _flat(block: str, env: EnvType) -> list[Token] | None:
    """Tokens of a tight one-level list or of footnotes; certain only where no such or indented block is next to it."""
    if _NOTES.match(block):
        return _notes(block, env)
    if _BULLETS.match(block):
        return _list(block, "bullet", "ul")
    if numbers := _NUMBERS.match(block):
        return _list(block, "ordered", "ol", int(numbers[1]))
    return None


def _blocks(state: StateCore) -> None:
    """The core rule in place of markdown-it's own ``block``."""
    parse = state.md.block.parse
    if _NEEDS_PARSER.search(state.src):
        parse(state.src, state.md, state.env, state.tokens)
        return
    pending: list[str] = []
    blocks = _BLANK_LINES.split(state.src.strip("\n"))
    for index in range(0, len(blocks), 2):
        tokens = _simple(blocks[index])
        if tokens is None:
            pending += (blocks[index - 1] if pending else "", blocks[index])
            continue
        _flush(pending, state)
        state.tokens += tokens
    _flush(pending, state)


def _flush(pending: list[str], state: StateCore) -> None:
    """``pending``: blocks, and before each the blank lines that part it from the one before."""
    if not pending:
        return
    tokens = _flat(pending[1], state.env) if len(pending) == 2 else None
    if tokens is None:
        state.md.block.parse("".join(pending), state.md, state.env, state.tokens)
    else:
        state.tokens += tokens
    pending.clear()


def _inlines(state: StateCore) -> None:
    """The core rule in place of markdown-it's own ``inline``: all but what is ready."""
    for token in state.tokens:
        if token.type == "inline" and not token.children:
            ready = _with_references(token.content, state.env)
            token.children = [] if ready is None else ready
            if ready is None:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _with_references(text: str, env: EnvType) -> list[Token] | None:
    """Tokens of text that is plain but for references to footnotes; None where only the parser can tell."""
    parts = _REFERENCE.split(text)
    known = env.get("footnotes", {}).get("refs", {})
    if len(parts) == 1 or any(f":{label}" not in known for label in parts[1::2]):
        return None
    made: list[str] = []
    for index, part in enumerate(parts[::2]):
        html = plain_inline.html(part)
        if html is None or part.endswith("\n") or (index and part.startswith(("\n", "(", "[", ":"))):
            return None
        made.append(html)
    tokens = [Token(READY, "", 0, content=made[0])]
    for label, html in zip(parts[1::2], made[1:], strict=True):
        tokens += [_reference(label, env["footnotes"]), Token(READY, "", 0, content=html)]
    return tokens


def _reference(label: str, notes: dict[str, Any]) -> Token:
    """A reference, numbered as the plugin numbers it: notes in the order in which they are first referred to."""
    number = notes["refs"][f":{label}"]
    if number < 0:
        number = notes["refs"][f":{label}"] = len(notes["list"])
        notes["list"][number] = {"label": label, "count": 0}
    note = notes["list"][number]
    note["count"] += 1
    return Token("footnote_ref", "", 0, meta={"id": number, "subId": note["count"] - 1, "label": label})


def plain_blocks(md: MarkdownIt) -> None:
    """Put the rules in their places."""
    md.core.ruler.at("block", _blocks)
    md.core.ruler.at("inline", _inlines)
    md.add_render_rule(READY, lambda self, tokens, index, options, env: tokens[index].content)
