"""``{% once key, … %} … {% endonce %}``: a fragment of a template that is drawn once for each value of its keys.

The header and footer of a page are the same for all pages of one depth, and an article's entry is the same in each list
that holds it. What stands inside may use ``site``, its keys and what hangs on them, and nothing else of the page; the
fragments live as long as the environment.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

_MOST = 20_000
"""Fragments kept; at about a kilobyte each."""


class Once(Extension):
    """The tag and its memory."""

    tags = {"once"}  # noqa: RUF012  # as Jinja declares it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._drawn: dict[Hashable, str] = {}

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag's keys and body as a call of ``draw``."""
        line = next(parser.stream).lineno
        keys = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            keys.append(parser.parse_expression())
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        place = nodes.Const(f"{parser.name}:{line}")
        call = self.call_method("draw", [nodes.Tuple([place, *keys], "load")])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def draw(self, key: Hashable, caller: Callable[[], Any]) -> str:
        """The fragment for ``key``: the one drawn before, or a new one."""
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= _MOST:
                self._drawn.clear()
            found = self._drawn[key] = caller()
        return found
