"""What a build found when it looked, and what it then has to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..archive.layout import ABOUT
from ..diagnostics import Diagnostic, Severity
from .content import Reading
from .inputs import Inputs
from .order import Order
from .state import State
from .tree import Tree

if TYPE_CHECKING:
    from ..pages.page import Page
    from ..search.engine import SearchDocument
    from .documents import Shown
    from .draw import Workshop
    from .stale import Reason


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything as it is before the build changes anything."""

    order: Order
    last: State
    """What the last build left behind."""
    now: State
    """What will be left behind; completed as the build goes on."""
    inputs: Inputs
    reading: Reading
    folders: tuple[Path, ...]
    """Of templates."""
    tree: Tree
    owned: frozenset[str]
    """The site's files, as its manifest names them."""
    damaged: set[str]
    """Those that are not as they were left."""
    hurried: bool = False
    """True where somebody waits for a preview: the search index may follow later, and the disk need not."""

    @property
    def comparable(self) -> bool:
        """True where only inputs may have changed since the last build, and the site stands as it left it."""
        last, now = self.last, self.now
        return (
            last.complete
            and (last.reading, last.program, last.settings) == (now.reading, now.program, now.settings)
            and not self.damaged
        )

    @property
    def nothing_changed(self) -> bool:
        """True where there is nothing to do."""
        return self.inputs_unchanged and (self.hurried or not self.last.index_due)

    @property
    def inputs_unchanged(self) -> bool:
        """True where the pages are what they should be."""
        return self.comparable and not self.reading.changed and not self.reading.faulty

    @property
    def article_files(self) -> int:
        """How many files of articles there are."""
        about = f"{self.order.config.paths.content}/{ABOUT}"
        return sum(path.endswith(".md") for path in self.inputs.content) - (about in self.inputs.content)


@dataclass(slots=True)
class Todo:
    """What is to be made, and what stays."""

    workshop: Workshop
    documents: Callable[[], tuple[SearchDocument, ...]]
    """What is published, for the search engine; made only when it is asked for."""
    shown: Shown
    """What is published of an article's text."""
    corrected: tuple[tuple[str, SearchDocument], ...] = ()
    """Where nothing but titles and texts of these documents changed: the digest each had, and what it is now."""
    as_indexed: bool = False
    """True where the documents are those that the search index was last to be made of."""
    pages: dict[str, Page] = field(default_factory=dict)
    """Route -> page to draw."""
    copies: dict[str, str] = field(default_factory=dict)
    """Route -> input to copy."""
    meanwhile: Callable[[], None] = lambda: None
    """Does what need not be done before the pages are drawn."""
    dropped: set[str] = field(default_factory=set)
    """Pages and copies of the last build that there will be no more."""
    reasons: dict[str, Reason] = field(default_factory=dict)
    """Why each page or copy is made."""
    problems: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """True where an error forbids to go on."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
