"""Fragments of pages that are drawn once and used many times, kept as long as the environment.

``{% once key, … %} … {% endonce %}`` is drawn once for each value of its keys: the header and footer of a page are the
same for all pages of one depth. The macros ``card`` and ``brief`` of parts.html are drawn once for each article: its
entry is the same in each list that holds it, but for the way to the site's root, which is put in afterwards. Both may
use ``site`` and what they are given, and nothing else of the page; ``root`` only to put it before addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from markupsafe import Markup

from ..model import Card

_MOST = 20_000
"""Fragments kept by each; at about a kilobyte a fragment."""
_ROOT = "\0root\0"
"""Stands in an entry that is kept for the way to the site's root."""


class Once(Extension):
    """The tag and its memory."""

    tags = {"once"}  # noqa: RUF012  # as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.drawn: dict[Hashable, Markup] = {}
        """What templates ask first; ``draw`` is called where it lacks something."""

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag's keys and body: what is known for the keys, else a call of ``draw``."""
        line = next(parser.stream).lineno
        keys = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            keys.append(parser.parse_expression())
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        place = f"{parser.name}:{parser.free_identifier().name}"  # two may stand in one line
        kinds = [nodes.Getattr(key, "__class__", "load") for key in keys]  # 1 is True, and a text equals its Markup
        key = nodes.Tuple([nodes.Const(place), *keys, *kinds], "load")
        known = nodes.Compare(key, [nodes.Operand("in", self.attr("drawn"))])
        again = nodes.Output([nodes.Getitem(self.attr("drawn"), key, "load")])
        first = nodes.CallBlock(self.call_method("draw", [key]), [], [], body)
        return nodes.If(known, [again], [], [first]).set_lineno(line)

    def draw(self, key: Hashable, caller: Callable[[], Markup]) -> Markup:
        """The fragment for ``key``, which is new, to be known from now on."""
        if len(self.drawn) >= _MOST:
            self.drawn.clear()
        self.drawn[key] = found = caller()
        return found


class Entries:
    """A filter: cards -> their entries in a list, each by one macro of parts.html."""

    def __init__(self, environment: Environment, macro: str) -> None:
        self._environment, self._macro = environment, macro
        self._drawn: dict[str, str] = {}

    def __call__(self, cards: Iterable[Card], root: str) -> Markup:
        """The entries, one after the other."""
        drawn = self._drawn
        if len(drawn) >= _MOST:
            drawn.clear()
        parts = []
        macro = None
        for card in cards:
            found = drawn.get(card.digest)
            if found is None:
                macro = macro or getattr(self._environment.get_template("parts.html").module, self._macro)
                found = drawn[card.digest] = str(macro(card, _ROOT))
            parts.append(found)
        return Markup("".join(parts).replace(_ROOT, root))  # noqa: S704  # made by a template, which escapes
