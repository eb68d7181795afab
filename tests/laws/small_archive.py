"""A tiny archive that a test can change at will, and templates that show everything they are given."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

from builder import config
from builder.diagnostics import ArchiveError
from builder.publish import compaction, slices
from builder.publish.build import Builder
from builder.publish.report import BuildOptions, BuildReport

# So small an archive would never make its store worth compacting.
compaction.compacted.__kwdefaults__["small"] = 4_000  # type: ignore[index]  # it has one
# Nor would its state have more than one slice.
slices._FULL = 2

PICTURES = ["GIF89a\n\0\5\0", "GIF89a\n\0\6\0"]
"""Heads of two pictures that differ in their height."""
TEMPLATES = {
    "base.html": "<title>{{ site.title }}</title><link href='{{ root }}{{ asset('site.css') }}'>"
    "{% block main %}{% endblock %}",
    "part.html": "{% macro card(c) %}<li>{{ c.id }} {{ c.title }} {{ c.date }} {{ c.excerpt }} {{ c.authors }}"
    "{% endmacro %}",
    "article.html": "{% extends 'base.html' %}{% import 'part.html' as p %}{% block main %}{{ page.article.title }}"
    "{{ page.bylines }}{{ page.article.topics }}{{ page.sizes }}{{ body.html if body else page.article.excerpt }}"
    "{% for c in page.related %}{{ p.card(c) }}{% endfor %}{% for c in page.same_author %}{{ p.card(c) }}{% endfor %}"
    "{{ page.previous.id if page.previous }}{{ page.next.id if page.next }}{% endblock %}",
    "list.html": "{% extends 'base.html' %}{% import 'part.html' as p %}{% block main %}{{ route }}"
    "{% for c in page.list.cards %}{{ p.card(c) }}{% endfor %}{{ page.list.before }} {{ page.list.after }}"
    "{% endblock %}",
    "index.html": "{% extends 'base.html' %}{% block main %}{{ page }}{% endblock %}",
    "home.html": "{% extends 'base.html' %}{% block main %}{{ body.html if body }}{{ page.leads }}{{ page.latest }}"
    "{{ page.authors }}{{ page.topics }}{{ page.series }}{{ page.years }}{{ page.publications }}"
    "{{ page.articles_total }}{{ page.authors_total }}{{ page.topics_total }}{{ page.series_total }}{% endblock %}",
    "feed.xml": "{{ page.name }}{% for c in page.cards %}{{ c.id }}{{ c.title }}{{ c.excerpt }}{% endfor %}",
    "about.html": "{{ page.articles }}{{ body.html if body }}",
}
SAME = {
    "list.html": ["author.html", "topic.html", "series.html", "publication.html"],
    "index.html": [
        "authors.html", "topics.html", "series-index.html", "publications.html", "years.html", "year.html",
        "month.html", "search.html", "sitemap.xml", "sitemap-index.xml", "redirect.html",
        "withdrawn.html", "404.html", "robots.txt", "nojekyll.txt", "opensearch.xml",
    ],
}  # fmt: skip


class SmallArchive:
    """An archive in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for part in ("content/articles/2020", "content/authors", "content/topics", "templates/static"):
            (folder / part).mkdir(parents=True)
        self.write("archive.yaml", "title: 試\nsearch: {engine: none}\n")
        for name, text in TEMPLATES.items():
            self.write(f"templates/{name}", text)
        for name, others in SAME.items():
            for other in others:
                self.write(f"templates/{other}", f"{{% extends '{name}' %}}")
        self.write("templates/static/site.css", "p { color: red }")

    def write(self, path: str, text: str) -> None:
        """A file, in place, as a careless editor does it."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def replace(self, path: str, text: str) -> None:
        """A file, by a rename, as a careful editor does it."""
        new = self.folder / (path + ".new~")
        new.write_text(text, encoding="utf-8")
        new.replace(self.folder / path)

    def inputs(self) -> dict[str, tuple[int, int, int]]:
        """Everything a build reads, with what tells of a change."""
        found = {"archive.yaml": self.folder / "archive.yaml"}
        for below in ("content", "templates"):
            found |= {p.relative_to(self.folder).as_posix(): p for p in (self.folder / below).rglob("*") if p.is_file()}
        return {name: ((s := path.stat()).st_mtime_ns, s.st_size, s.st_ino) for name, path in found.items()}

    def build(self, out: str = "site", **options: object) -> BuildReport:
        """Builds into ``out``."""
        return self.builder(out, **options).build()

    def builder(self, out: str = "site", **options: object) -> Builder:
        """A builder into ``out``, as a new process has one."""
        chosen = replace(BuildOptions(jobs=1, out=self.folder / out), **options)
        return Builder(self.folder, config.load(self.folder), chosen)

    def outcome(self, out: str = "site", **options: object) -> tuple[bool, frozenset[str]]:
        """(published, codes of the errors)."""
        try:
            report = self.build(out, **options)
        except ArchiveError as error:
            return False, frozenset(problem.code for problem in error.diagnostics)
        return report.published, frozenset(p.code for p in report.diagnostics if p.severity == "error")

    def clean(self, out: str = "clean", **options: object) -> tuple[bool, frozenset[str]]:
        """The outcome of a build that nothing is left for, neither a site nor what an earlier build remembered."""
        for left in (self.folder / out, self.folder / ".rondan" / out):
            shutil.rmtree(left, ignore_errors=True)
        return self.outcome(out, **options)


def tree(folder: Path) -> dict[str, str]:
    """Every file beneath ``folder`` with a digest of its bytes; folders without files too."""
    found = {}
    for here, folders, files in os.walk(folder):
        where = Path(here).relative_to(folder).as_posix()
        if not folders and not files and where != ".":
            found[where + "/"] = ""
        for name in files:
            path = Path(here) / name
            found[path.relative_to(folder).as_posix()] = hashlib.blake2b(path.read_bytes()).hexdigest()
    return found
