"""``rondan ingest``: raw files into the archive, in one call.

    collect the pile -> learn what its pages repeat -> read every page -> join pages -> find duplicates
    -> see what titles of one outlet share -> compose articles -> write them, or propose where a person has been at work

Nothing but this call's arguments, the archive's files and the pile decides the result: run again, it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from ..archive.layout import STATE_FOLDER
from ..config import Config
from ..diagnostics import ArchiveError
from ..progress import Progress, silent
from .filing.authors import Register
from .filing.company import columns_of
from .filing.compose import Desk
from .filing.filing import Filing
from .filing.records import read_authors, read_topics
from .pile.collect import collect
from .pile.kept import Kept
from .pile.known import under_known_names
from .pile.learn import learn
from .pile.originals import Originals
from .pile.sample import sample_of
from .pile.sources import read_sources
from .pile.spool import Spool
from .pile.stock import Stock
from .report import IngestReport
from .shelf import Shelf
from .topics.terms import TopicTerms
from .works.renewed import renewed
from .works.sorting import sort_out


def ingest(
    archive: Path,
    config: Config,
    inputs: Iterable[Path],
    *,
    executor: Executor | None = None,
    force: bool = False,
    progress: Progress = silent,
) -> IngestReport:
    """Makes articles of the raw files at ``inputs`` (files and folders).

    Args:
        archive: The archive's folder.
        config: Its settings.
        inputs: What to read.
        executor: Any standard executor to read pages on; the result does not depend on it.
        force: Overwrite files that a person edited, keeping theirs beside the proposals.
        progress: Told how far the work is.

    Problems with single files are in the report; the rest of the pile goes on. Raises ArchiveError where the file of an
    article cannot be read: its originals would pass for new.
    """
    content, raw = config.paths.content, config.paths.raw
    own = (content, config.paths.templates, config.paths.site, STATE_FOLDER)
    pile = collect(archive, raw, inputs, own)
    shelf = Shelf.read(archive, content)
    if shelf.unreadable:
        raise ArchiveError(shelf.unreadable)
    originals = Originals(archive, raw)
    sources, source_faults = read_sources(archive, content)
    authors, author_faults = read_authors(archive, content)
    topics, topic_faults = read_topics(archive, content)
    desk = Desk(
        Register(authors),
        TopicTerms(topics),
        config.language,
        config.rights.default,
        sources,
    )
    with Kept(archive) as kept, Spool() as spool:
        named = under_known_names(pile.files, shelf, originals)
        learned = learn(archive, raw, named, executor, progress, kept)
        stock = Stock(spool, kept, originals, shelf, learned, sources, executor, progress)
        stock.read_pile(pile.files, sample_of(archive, raw, named))
        shelf = renewed(archive, shelf, stock, originals)
        works, alike = sort_out(archive, stock, shelf, kept)
        columns, brought = columns_of(works, shelf, stock, desk)
        works += brought
        filing = Filing(archive, content, replace(desk, columns=columns), shelf, stock, originals, kept, force=force)
        for number, work in enumerate(works, 1):
            progress("write", number, len(works))
            filing.file(work)
        faults = (*shelf.faults, *source_faults, *author_faults, *topic_faults)
        return filing.report(pile, alike, faults)
