"""What is found on invented Japanese pages (``bench/japanese_pages``), each read by itself or all ingested together.

    python -m bench.pages_invented [--together] [--misses]

Titles, names, sections, series and outlets are right where letters and digits are equal; authors as a set, whoever else
the page names aside; body: F1 of pairs of characters. Prints one line a set.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from builder import config
from builder.archive.load import load
from builder.ingest.extract import extract
from builder.ingest.ingest import ingest
from builder.model import Contributor, SeriesPlace

FOLDER = Path(__file__).parent / "japanese_pages"


class Found(NamedTuple):
    """What was made of a page."""

    title: str = ""
    authors: tuple[Contributor, ...] = ()
    date: str = ""
    section: str = ""
    series: SeriesPlace | None = None
    publication: str = ""
    body: str = ""


def alone(name: str) -> Found:
    """A page by itself."""
    told = extract((FOLDER / f"{name}.html").read_bytes(), f"raw/{name}.html")
    return Found(told.title, told.authors, told.date, told.section, told.series, told.publication, told.body)


def together() -> dict[str, Found]:
    """All pages, ingested into a new archive."""
    found: dict[str, Found] = {}
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder)
        (archive / "archive.yaml").write_text("title: Pages\n", encoding="utf-8")
        shutil.copytree(FOLDER, archive / "raw", ignore=shutil.ignore_patterns("*.md", "*.jsonl"))
        settings = config.load(archive)
        ingest(archive, settings, [archive / "raw"])
        for each in load(archive, settings)[0].articles:
            body = (archive / each.body.path).read_bytes()[each.body.offset :].decode()
            outlet = each.source.publication
            for file in each.source.files:
                name = file.removeprefix("raw/").removesuffix(".html")
                found[name] = Found(each.title, each.authors, str(each.date), each.section, each.series, outlet, body)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--together", action="store_true", help="ingest all pages into one archive")
    parser.add_argument("--misses", action="store_true", help="also print what is missed")
    arguments = parser.parse_args()
    known = [json.loads(line) for line in (FOLDER / "known.jsonl").read_text(encoding="utf-8").splitlines()]
    archive = together() if arguments.together else None
    find: Callable[[str], Found] = (lambda name: archive.get(name, Found())) if archive is not None else alone
    for which in sorted({each["set"] for each in known}):
        pages = [(each, find(each["id"])) for each in known if each["set"] == which]
        print(f"set {which}, {len(pages)} pages: {_figures(pages, tell=arguments.misses)}")


def _figures(pages: Iterable[tuple[dict[str, Any], Found]], *, tell: bool) -> str:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    bodies: list[float] = []
    for known, found in pages:
        for what, is_right in _judged(known, found).items():
            asked[what] += 1
            right[what] += is_right
            if tell and not is_right:
                print(f"  {known['id']}: {what}: {getattr(found, what, found.date)!r}")
        bodies.append(_f1(_pairs(known["body"]), _pairs(found.body)))
    shares = [f"{what} {right[what]}/{asked[what]}" for what in asked]
    return ", ".join([*shares, f"body {100 * sum(bodies) / len(bodies):.1f}"])


def _judged(known: dict[str, Any], found: Found) -> dict[str, bool]:
    """What the page has, and whether it was found; ``nobody``: no author where none is named."""
    told = {"title": found.title, "section": found.section, "publication": found.publication}
    told["series"] = found.series.name if found.series else ""
    judged = {what: _key(value) == _key(known[what]) for what, value in told.items() if known[what]}
    others = {_key(name) for name in known["others"]}
    wanted, named = {_key(name) for name in known["authors"]}, {_key(person.name) for person in found.authors}
    judged["authors" if wanted else "nobody"] = wanted <= named and named - wanted <= others
    day, _, time = known["date"].partition("T")
    judged["day"] = found.date[:10] == day
    if time:
        judged["minute"] = found.date[:16] == known["date"]
    return judged


def _key(text: str) -> str:
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", text)).casefold()


def _pairs(text: str) -> Counter[str]:
    key = _key(text)
    return Counter(key[at : at + 2] for at in range(len(key) - 1))


def _f1(wanted: Counter[str], found: Counter[str]) -> float:
    return 2 * sum((wanted & found).values()) / max(1, sum(wanted.values()) + sum(found.values()))


if __name__ == "__main__":
    main()
