"""The names of templates -> files. What a build has looked at is found, and nothing else: links to folders are not
followed, neither out of the archive nor within it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import jinja2
from jinja2.loaders import split_template_path


def find(folders: Iterable[Path], name: str) -> Path | None:
    """The file that ``name`` stands for: that of the first folder which has one."""
    return next((path for path in _paths(folders, name) if link_to(path, name) is None), None)


def link_to(path: Path, name: str) -> Path | None:
    """The link to a folder by which ``path``, which ends in ``name``, is reached beneath its folder of templates."""
    above = path.parents[: len(Path(name).parts) - 1]
    return next((folder for folder in above if folder.is_symlink()), None)


def behind_link(folders: Iterable[Path], name: str) -> Path | None:
    """The link to a folder for which ``name`` stands for no file."""
    return next(filter(None, (link_to(path, name) for path in _paths(folders, name))), None)


def _paths(folders: Iterable[Path], name: str) -> list[Path]:
    try:
        parts = split_template_path(name)
    except jinja2.TemplateNotFound:  # it would lead out of the folder
        return []
    return [path for folder in folders if (path := folder.joinpath(*parts)).is_file()]


class Loader(jinja2.FileSystemLoader):
    """Gives Jinja the files that ``find`` finds."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Jinja's hook; a template is loaded once, so it is taken to be up to date."""
        path = find(map(Path, self.searchpath), template)
        if path is None:
            raise jinja2.TemplateNotFound(template)
        return path.read_text(encoding="utf-8"), str(path), lambda: True
