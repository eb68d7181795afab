"""The bodies of a work's pages -> one body: what every page repeats stands once, a split sentence is whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..comparing.identity import title_key

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")
_ENDS = re.compile(r"[。．.！!？?」』）)”’…]\s*\Z")
_NOT_PROSE = re.compile(r"(?:#|>|[-*+] |\d+[.)] |\||!\[|```|<|\[\^|    |---|\*\*\*)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_WIDE = re.compile(r"[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def join_bodies(bodies: Sequence[str], titles: Sequence[str] = ()) -> str:
    """One Markdown body. ``titles``: title and subtitle, dropped where a later page opens with them again."""
    if len(bodies) == 1:
        return bodies[0].strip("\n")
    pages = [_blocks(_own_labels(body, number, bodies)) for number, body in enumerate(bodies, 1)]
    heads = {title_key(title) for title in titles} - {""}
    opening = [_key(block) for block in pages[0][:4]]
    closings = [{_key(block) for block in page[-4:]} for page in pages]
    joined: list[str] = []
    for number, page in enumerate(pages):
        if number:
            page = page[_repeated_head(page, opening, heads) :]
        if number + 1 < len(pages):
            page = _without_repeated_tail(page, closings[number + 1 :])
        if joined and page and _is_split(joined[-1], page[0]):
            between = "" if _WIDE.match(joined[-1][-1]) or _WIDE.match(page[0][0]) else " "
            joined[-1] += between + page[0]
            page = page[1:]
        joined.extend(page)
    return "\n\n".join(joined)


def _blocks(body: str) -> list[str]:
    """The blocks of a body; a fenced one is one block, whatever blank lines it has."""
    blocks: list[str] = []
    in_fence = False
    gap = ""
    for piece in re.split(r"(\n{2,})", body.strip("\n")):
        if not piece.strip("\n"):
            gap = piece
            continue
        if in_fence:
            blocks[-1] += gap + piece
        else:
            blocks.append(piece)
        in_fence ^= len(_FENCE.findall(piece)) % 2 == 1
    return blocks


def _key(block: str) -> str:
    return title_key(block) or block.strip()


def _repeated_head(page: list[str], opening: list[str], heads: set[str]) -> int:
    """How many of the page's first blocks only repeat the title or the first page's opening."""
    count = 0
    for block in page[:4]:
        if _key(block) in heads or _key(block) in opening:
            count += 1
        else:
            break
    return count


def _without_repeated_tail(page: list[str], later: list[set[str]]) -> list[str]:
    """The page without closing blocks (an author's note, a licence) that a later page ends with too."""
    cut = len(page)
    while cut and all(_key(page[cut - 1]) in keys for keys in later):
        cut -= 1
    return page[:cut]


def _is_split(before: str, after: str) -> bool:
    """True where a page break fell into a sentence."""
    if _NOT_PROSE.match(before) or _NOT_PROSE.match(after) or _ENDS.search(before):
        return False
    if re.match(r"[a-z,;]", after):
        return True
    return len(before) > 40 and bool(_WIDE.match(before[-1])) and after[0] not in "　「『（"


def _own_labels(body: str, number: int, bodies: Sequence[str]) -> str:
    """Footnote labels that another page uses too get the page's number before them."""
    others = {label for at, other in enumerate(bodies, 1) if at < number for label in _LABEL.findall(other)}
    return _LABEL.sub(lambda m: f"[^{number}-{m.group(1)}]" if m.group(1) in others else m.group(), body)
