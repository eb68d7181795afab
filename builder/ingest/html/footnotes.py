"""Footnotes of a page: a mark in the text and its note below, believed where each links to the other.

Found pairs are told to the reader of blocks by attributes; a mark without its note, or with two, stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from .tables import text_of

MARK, NOTE = "data-rondan-mark", "data-rondan-note"
"""Attributes of a mark and of a note: the number both share."""
_LABEL = re.compile(r"[\[(（［〔<＜]?\s*(?:注|註|脚注|※|[*＊])?\s*(?P<number>\d{1,3})\s*[\])）］〕>＞]?")
_LEADING = re.compile(r"\A\s*[\[(（［〔]?\s*(?:注|註|脚注|※|[*＊])?\s*\d{1,3}\s*(?:[\])）］〕]|[.:．：])\s*")
_HOLDERS = frozenset(("li", "p", "div", "dd", "aside", "td"))
_DEEPEST = 3


def tell_notes(root: etree._Element) -> None:
    """Set ``MARK`` on each believed mark and ``NOTE`` on its note, and take the link back out of the note."""
    labels = ((a, _LABEL.fullmatch(text_of(a).strip())) for a in root.iter("a") if "#" in (a.get("href") or ""))
    marks = [(a, label["number"]) for a, label in labels if label is not None]
    if not marks:
        return
    named = {e.get("id") or e.get("name"): e for e in root.iter(etree.Element) if e.get("id") or e.get("name")}
    order = {element: place for place, element in enumerate(root.iter(etree.Element))}
    pairs = []
    for mark, number in marks:
        address, fragment = _fragment(mark)
        target = named.get(fragment) if fragment else None
        if target is None:
            continue
        note = _holder(target)
        if note is None or order[note] < order[mark] or note in mark.iterancestors():
            continue
        names = {(address, name) for name in _names(mark)}
        back = [a for a in note.iter("a") if _fragment(a) in names]
        if back:
            pairs.append((str(int(number)), mark, note, back))
    numbers = Counter(number for number, *_ in pairs)
    notes = Counter(note for _, _, note, _ in pairs)
    for number, mark, note, back in pairs:
        if numbers[number] == 1 and notes[note] == 1 and len(note.findall(".//p")) < 2:
            mark.set(MARK, number)
            note.set(NOTE, number)
            for link in back:
                _take_out(link)
            _without_number(note)


def _fragment(link: etree._Element) -> tuple[str, str]:
    """The page, and what on it, a link leads to: browsers that save a page write its own address in full."""
    address, _, fragment = (link.get("href") or "").partition("#")
    return address.strip(), fragment.strip()


def _holder(target: etree._Element) -> etree._Element | None:
    """The block that ``target`` names, or stands in."""
    at: etree._Element | None = target
    for _ in range(_DEEPEST):
        if at is None:
            return None
        if at.tag in _HOLDERS:
            return at
        at = at.getparent()
    return None


def _names(mark: etree._Element) -> Iterator[str]:
    """What a link back may name: the mark, what is in it, and the inline elements it stands in."""
    around = [a for _, a in zip(range(2), mark.iterancestors(), strict=False) if a.tag in ("sup", "span", "small")]
    for element in (*mark.iter(etree.Element), *around):
        for name in (element.get("id"), element.get("name")):
            if name:
                yield name


def _take_out(link: etree._Element) -> None:
    parent = link.getparent()
    if parent is None:
        return
    before, tail = link.getprevious(), link.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    link.tail = None
    parent.remove(link)


def _without_number(note: etree._Element) -> None:
    inner = note[0] if len(note) and not (note.text or "").strip() and note[0].tag == "p" else note
    if inner.text:
        inner.text = _LEADING.sub("", inner.text)
