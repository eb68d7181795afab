"""Groups of pages -> works: which appearances are one work, and which article of the archive it already is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ..shelf import Held
from .duplicates import Copy, Match, is_original, matches
from .parts import Group


@dataclass(slots=True)
class Work:
    """One article to be: its own pages, and other places where it appeared."""

    home: Group
    others: list[Group] = field(default_factory=list)
    """Other appearances, each recorded in the article."""
    held: Held | None = None
    """The article the archive has of it."""
    again: list[Group] = field(default_factory=list)
    """One of the appearances saved a second time; nothing new in it."""

    def groups(self) -> tuple[Group, ...]:
        """All its groups, its own first."""
        return (self.home, *self.others, *self.again)


@dataclass(frozen=True, slots=True)
class Alike:
    """A group that is, or may be, the same work as another."""

    group: Group
    of: Group
    likeness: float


def assemble(
    groups: Sequence[Group],
    fixed: Iterable[Work],
    is_fresh: Callable[[Group], bool],
    copy_of: Callable[[int, Group], Copy],
    runs_of: Callable[[Group], set[int]],
) -> tuple[list[Work], list[Alike]]:
    """All groups as works, in the order of ``groups``.

    Args:
        groups: Every group.
        fixed: Works as the archive has them; their groups are among ``groups`` and stay together.
        is_fresh: True for a group with a page the archive does not know.
        copy_of: The group's text in short, under the number given.
        runs_of: The group's text in full.
    """
    works = {id(group): work for work in fixed for group in work.groups()}
    for group in groups:
        works.setdefault(id(group), Work(group))
    fresh = [copy_of(number, group) for number, group in enumerate(groups) if is_fresh(group)]
    held = [copy_of(number, group) for number, group in enumerate(groups) if not is_fresh(group)] if fresh else []
    found = matches(fresh, held, lambda key: runs_of(groups[key]))
    alike = [_link(match, groups, works) for match in sorted(found, key=lambda m: (m.one, m.other))]
    return list({id(works[id(group)]): works[id(group)] for group in groups}.values()), alike


def _link(match: Match, groups: Sequence[Group], works: dict[int, Work]) -> Alike:
    one, other = groups[match.one], groups[match.other]
    here, there = works[id(one)], works[id(other)]
    if here is not there:
        if not match.sure or (here.held and there.held):
            return Alike(other, one, match.likeness)
        here = _merge(here, there) if here.held or not there.held else _merge(there, here)
        works.update((id(group), here) for group in here.groups())
    return Alike(other, one, match.likeness)


def _merge(keeps: Work, joins: Work) -> Work:
    """``joins`` goes into ``keeps``. What the archive has as an article's own text stays its own text."""
    home = keeps.home
    if not keeps.held and is_original(joins.home.first, keeps.home.first):
        home = joins.home
    others: list[Group] = []
    again = [*keeps.again, *joins.again]
    for group in (keeps.home, *keeps.others, joins.home, *joins.others):
        if group is not home:
            known = any(_same_appearance(group, there) for there in (home, *others))
            (again if known else others).append(group)
    keeps.home, keeps.others, keeps.again = home, others, again
    return keeps


def _same_appearance(one: Group, other: Group) -> bool:
    """The same page of the same outlet, saved twice."""
    if one.url and other.url:
        return one.family == other.family
    a, b = one.first, other.first
    if a.publication or b.publication:
        return a.publication == b.publication and a.date[:10] == b.date[:10]
    return a.name.rpartition("/")[0] == b.name.rpartition("/")[0]
