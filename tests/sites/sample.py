"""The sample archive, ingested anew, against what tests/sample_truth.yaml says it should become."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from builder import config
from builder.archive.load import load
from builder.ingest.comparing.likeness import letters
from builder.ingest.ingest import ingest
from builder.ingest.report import IngestReport
from builder.model import Article

ROOT = Path(__file__).parents[2]
KNOWN = Path(__file__).with_name("sample_known.txt")
_NO_PARAGRAPH = re.compile(r"#|>|[-*+] |\d+[.)] |\||!\[|\[\^|```|<")


def make(archive: Path) -> IngestReport:
    """The repository's raw pages and records, without its articles, ingested in ``archive``."""
    archive.mkdir()
    shutil.copy(ROOT / "archive.yaml", archive)
    shutil.copytree(ROOT / "raw", archive / "raw")
    shutil.copytree(ROOT / "content", archive / "content", ignore=shutil.ignore_patterns("articles"))
    return ingest(archive, config.load(archive), [archive / "raw"])


def where(difference: str) -> str:
    """The file and the field of a difference."""
    return ": ".join(difference.split(": ")[:2])


def known_differences() -> list[str]:
    """Files and fields in which the sample is known to differ; nothing where nobody has written it down."""
    return KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []


def truth() -> list[dict[str, Any]]:
    """The works; every scalar as the text it is written as."""
    text = (ROOT / "tests" / "sample_truth.yaml").read_text(encoding="utf-8")
    works: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)["works"]  # plain text only
    return works


def differences(archive: Path) -> Iterator[str]:
    """Everything that is not as the truth says, one sentence each."""
    loaded, problems = load(archive, config.load(archive))
    for problem in problems:
        yield f"{problem.code} {problem.at}"
    by_file = {name: article for article in loaded.articles for name in article.source.files}
    also = {place.file: article for article in loaded.articles for place in article.also_in}
    works = {work["id"]: work for work in truth()}
    articles = set()
    for work in works.values():
        first = work["files"][0]
        if "duplicate_of" in work:
            original = by_file.get(works[work["duplicate_of"]]["files"][0])
            if also.get(first) is not original or original is None:
                yield f"{first}: not linked as another appearance of {work['duplicate_of']}"
            continue
        article = by_file.get(first)
        if article is None:
            yield f"{first}: no article"
            continue
        articles.add(article.id)
        body = (archive / article.body.path).read_bytes()[article.body.offset :].decode()
        yield from (f"{first}: {text}" for text in _of_work(work, article, body))
    for article in loaded.articles:
        if article.id not in articles:
            yield f"{article.source.files}: an article too many"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else f"{text[:60]} … {text[-50:]}"


def _of_work(work: dict[str, Any], article: Article, body: str) -> Iterator[str]:
    people = [(person.name, person.role) for person in article.authors]
    series = (article.series.name, article.series.number) if article.series else None
    wanted_series = (work["series"]["name"], int(work["series"]["number"])) if "series" in work else None
    blocks = [block for block in re.split(r"\n{2,}", body.strip()) if not re.match(r"!\[|\[\^", block)]
    headings = [re.sub(r"^#+ ", "", block) for block in blocks if block.startswith("#")]
    paragraphs = [block for block in blocks if not _NO_PARAGRAPH.match(block)]
    pairs = (
        ("title", work["title"], article.title),
        ("subtitle", work.get("subtitle", ""), article.subtitle),
        ("authors", [(person["name"], person.get("role", "")) for person in work["authors"]], people),
        ("date", str(work["date"]), str(article.date)),
        ("section", work["section"], article.section),
        ("series", wanted_series, series),
        ("publication", work["publication"], article.source.publication),
        ("language", work["language"], article.language),
        ("note", work.get("note", ""), article.note),
        ("republished_from", work.get("republished_from", ""), article.republished_from),
        ("files", tuple(work["files"]), article.source.files),
        ("incomplete", work.get("incomplete") == "true", article.incomplete),
        ("first line", letters(work["first_line"]), letters(blocks[0]) if blocks else ""),
        ("last line", letters(work["last_line"]), letters(paragraphs[-1]) if paragraphs else ""),
        ("headings", [letters(text) for text in work["headings"]], [letters(text) for text in headings]),
        ("paragraphs", int(work["paragraphs"]), len(paragraphs)),
    )
    for name, wanted, got in pairs:
        if wanted != got:
            yield f"{name}: wanted {_short(wanted)}, got {_short(got)}"
    told = body + repr(article)
    for text in work["must_not_appear"]:
        if str(text) in told:
            yield f"furniture: {text}"
