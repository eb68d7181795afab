"""A page that leaves out its ``<body>`` tag, as HTML5 allows."""

from __future__ import annotations

from lxml import etree

_BODY_ONLY = {
    *("article", "aside", "details", "dialog", "figure", "footer"),
    *("header", "hgroup", "main", "nav", "search", "section"),
}
"""Elements that end the head (HTML Standard, 13.2.6.4.4), in which libxml2, which knows HTML 4, leaves them."""


def end_head(root: etree._Element) -> None:
    """Move what cannot stand in the head, and what follows it there, to the start of the body; ``root`` is changed."""
    head = root.find("head")
    if head is None:
        return
    children = list(head)
    first = next((n for n, child in enumerate(children) if child.tag in _BODY_ONLY), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = children[first:]
    moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = moved
