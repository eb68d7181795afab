"""What is to be built, from what, to where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..archive.article_file import Defaults
from ..archive.load import defaults
from ..config import Config
from .report import BuildOptions


@dataclass(frozen=True, slots=True)
class Order:
    """The archive, the choices, and the folders."""

    folder: Path
    """The archive's, resolved."""
    config: Config
    options: BuildOptions
    out: Path
    work: Path
    """Rondan's own folder for this output."""

    @property
    def store(self) -> Path:
        """The folder of ``store.Store``."""
        return self.work / "store"

    @property
    def base_url(self) -> str:
        """Where the site will stand; empty, or with a closing slash."""
        chosen = self.config.base_url if self.options.base_url is None else self.options.base_url
        return chosen and chosen.rstrip("/") + "/"

    @property
    def search(self) -> str:
        """The search engine's name."""
        return self.options.search or self.config.search.engine

    @property
    def defaults(self) -> Defaults:
        """What articles are read with."""
        return defaults(self.config)

    @property
    def settings(self) -> str:
        """All that decides what the same content becomes, as text to compare."""
        return repr((self.config, self.base_url, self.search, self.options.drafts, self.options.preview))
