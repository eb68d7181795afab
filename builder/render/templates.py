"""Jinja templates: where they are found, what each depends on, how a failing one is reported.

A template sees what ``builder.pages`` promises: ``page``, ``site``, ``root``, ``route``, and ``body`` where the view
has one; besides them the filters of ``builder.render.filters`` and nothing else. Templates are trusted; values are
escaped.
"""

from __future__ import annotations

import contextlib
import re
import traceback
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from .. import program
from ..diagnostics import Diagnostic, Location
from ..pages.page import Page, SiteView
from ..pages.routes import NOT_FOUND, root
from . import filters
from .escaping import shown
from .markdown import Rendered
from .template_files import Loader, behind_link, find
from .wording import UnknownNameError

_OTHER = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b\s*"""
    r"""(?:["']([^"']*)["']\s*(?=[-+]?%\}|(?:as|import|ignore|with|without)\s))?"""
)
"""A tag that names another template; the name, where it stands there as it is."""
_ASSET = re.compile(r"""\basset\s*\(\s*(?:["']([^"']*)["']\s*\))?""")


class TemplateProblem(Exception):  # noqa: N818  # a problem of a template, shown to people as the diagnostic it carries
    """A template cannot be read, or failed while drawing a page."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.code)


class _CodeGenerator(CodeGenerator):
    """Has values escaped by ``shown``. Under a Jinja that does not call this method pages are the same, only slower."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Environment(jinja2.Environment):
    """Gives every template the same globals in one dict: Jinja's chain of dicts is walked through for every page."""

    code_generator_class = _CodeGenerator
    shown = staticmethod(shown)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates on the disk; those that another version of Rondan or of Jinja compiled do not count."""

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{program.digest()}\0{source}")


class Templates:
    """The templates of one build. A file in an earlier folder takes the place of its namesake in a later one."""

    def __init__(
        self,
        folders: Sequence[Path],
        site: SiteView,
        assets: Mapping[str, str],
        bytecode: Path | None = None,
    ) -> None:
        """``assets``: file beneath templates/static -> its address relative to the site.

        ``bytecode``: an existing folder where compiled templates are kept between runs.
        """
        self._folders = tuple(folders)
        self._site = site
        self._assets = assets
        self._env = _Environment(
            loader=Loader(folders),
            bytecode_cache=_Compiled(str(bytecode)) if bytecode else None,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        filters.install(self._env, site, assets)
        self._env.get_template = cache(self._env.get_template)  # type: ignore[method-assign]  # Jinja's own is slow

    def draw(self, page: Page, body: Rendered | None) -> str:
        """The text of ``page``. Raises TemplateProblem."""
        try:
            template = self._env.get_template(page.template)
            up = self._site.base_path if page.route == NOT_FOUND else root(page.route)
            return template.render(page=page.view, route=page.route, root=up, body=body)
        except TemplateProblem:
            raise
        except Exception as error:
            raise TemplateProblem(self._diagnose(error, page)) from error

    def names(self) -> list[str]:
        """All templates that a page may be drawn with."""
        return self._env.list_templates(extensions=("html", "xml", "txt"))

    def compile(self, name: str) -> None:
        """Keeps the compiled template for whoever draws with it; what is wrong with one is told where it is drawn."""
        with contextlib.suppress(jinja2.TemplateError, OSError, UnicodeDecodeError):
            self._env.get_template(name)

    def digest(self, name: str) -> str:
        """Changes when ``name`` or any template it extends, includes or imports, however indirectly, changes."""
        texts = [f"{part}\0{self._source(part)}" for part in sorted(self.closure(name))]
        return blake2b("\0".join([*texts, *sorted(self.assets(name))]).encode(), digest_size=16).hexdigest()

    def assets(self, name: str) -> set[str]:
        """Addresses of the assets that ``name``, or a template it can reach, names."""
        return {asset for part in self.closure(name) for asset in self._assets_of(self._source(part))}

    def closure(self, name: str) -> frozenset[str]:
        """``name`` and every template it can reach; all of them where one computes another's name."""
        reached: set[str] = set()
        waiting = [name]
        while waiting:
            part = waiting.pop()
            if part in reached:
                continue
            reached.add(part)
            others = _OTHER.findall(self._source(part))
            if not all(others):  # one is computed
                return frozenset(self.names())
            waiting += others
        return frozenset(reached)

    def _assets_of(self, text: str) -> Iterable[str]:
        """Addresses of the assets that a template's text names; of all, where it computes a name."""
        named = _ASSET.findall(text)
        if all(named):
            return (self._assets.get(name, "") for name in named)
        return self._assets.values()

    def path(self, name: str) -> Path | None:
        """The file that ``name`` stands for."""
        return find(self._folders, name)

    def _source(self, name: str) -> str:
        path = self.path(name)
        return path.read_text(encoding="utf-8", errors="replace") if path else ""  # what is no text is told when drawn

    def _no_text_in(self, name: str) -> Path | None:
        """The file among those that ``name`` can reach that is not UTF-8."""
        for path in filter(None, map(self.path, sorted(self.closure(name)))):
            try:
                path.read_bytes().decode()
            except UnicodeDecodeError:
                return path
        return None

    def _diagnose(self, error: Exception, page: Page) -> Diagnostic:
        name, line, near = page.template, 0, ""
        if isinstance(error, jinja2.TemplateSyntaxError):
            code, name, line, detail = "template/syntax", error.name or name, error.lineno, error.message or ""
        elif isinstance(error, jinja2.TemplateNotFound):
            code, detail = "template/missing", str(error.name)
            if link := behind_link(self._folders, detail):
                return Diagnostic("template/behind-link", Location(str(link)), values={"template": detail})
        elif isinstance(error, UnknownNameError):
            code, detail, near = "template/unknown-name", error.name, error.near
        elif isinstance(error, UnicodeDecodeError) and (other := self._no_text_in(page.template)):
            return Diagnostic("file/not-utf8", Location(str(other)))
        else:
            code, detail = "template/failed", f"{type(error).__name__}: {error}"
        if code != "template/syntax":
            for frame in traceback.extract_tb(error.__traceback__):  # the innermost line of a template is the culprit
                if folder := next((each for each in self._folders if Path(frame.filename).is_relative_to(each)), None):
                    name, line = Path(frame.filename).relative_to(folder).as_posix(), frame.lineno or 0
        path = self.path(name)
        lines = self._source(name).splitlines()
        excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
        values = {"detail": re.sub(r"\s+", " ", detail), "route": page.route, "template": page.template}
        values |= {"near": near} if near else {}
        return Diagnostic(code, Location(str(path or name), line), values=values, excerpt=excerpt)
