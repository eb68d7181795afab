"""The cleaner against trafilatura and readability-lxml, side by side on the same pages in the same run.

    python -m bench.extract [--data DIR] [--limit N] [--peers trafilatura,readability-lxml]

DIR holds ``gold/<set>.jsonl`` and ``html/<set>/<id>.html.gz`` (see ``extract_measure.py``); the environment variable
RONDAN_BENCH_EXTRACTION names it as well. Peers live in a virtual environment of their own under ``.rondan/bench``.
Times are of the processor, so that other work on the machine does not count; read the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.ingest.extract import extract

from .extract_measure import Page, body_score, folded, pages, same_day, same_names, snippet_score

PEERS = {
    "trafilatura": ["trafilatura==2.3.1", "lxml_html_clean"],
    "readability-lxml": ["readability-lxml==0.9", "lxml_html_clean"],
}
HOME = Path(".rondan/bench/extract")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("RONDAN_BENCH_EXTRACTION"))
    parser.add_argument("--limit", type=int, default=0, help="only so many pages of each set")
    parser.add_argument("--peers", default=",".join(PEERS))
    arguments = parser.parse_args()
    if not arguments.data or not Path(arguments.data).is_dir():
        print("Name the pages with --data DIR, or in RONDAN_BENCH_EXTRACTION.", file=sys.stderr)
        return 2
    chosen = _limited(pages(Path(arguments.data)), arguments.limit)
    results = {"rondan": [ours(page.data()) for page in chosen]}
    for peer in filter(None, arguments.peers.split(",")):
        results[peer] = theirs(peer, chosen)
    report(chosen, results)
    return 0


def _limited(found: Sequence[Page], limit: int) -> list[Page]:
    seen: dict[str, int] = {}
    out = []
    for page in found:
        seen[page.group] = seen.get(page.group, 0) + 1
        if not limit or seen[page.group] <= limit:
            out.append(page)
    return out


def ours(data: bytes) -> dict[str, Any]:
    """Extract one page; the text compared is that of the lines that were kept, without pictures and their captions."""
    started = time.process_time()
    found = extract(data, "page.html")
    seconds = time.process_time() - started
    claimed = {claim.line for claim in found.claims}
    kept = [line.text for line in found.lines if line.number not in claimed and line.kind != "image" and line.markdown]
    return {
        "body": "\n\n".join(kept),
        "title": found.title,
        "authors": [author.name for author in found.authors],
        "date": found.date,
        "seconds": seconds,
    }


def theirs(peer: str, chosen: Sequence[Page]) -> list[dict[str, Any]]:
    """What a peer finds."""
    names = "".join(f"{page.path}\n" for page in chosen)
    done = subprocess.run(command(peer), input=names, capture_output=True, text=True, check=True)
    lines = done.stdout.rstrip("\n").split("\n")  # not splitlines(), which also parts at U+0085 and U+2028
    return [json.loads(line) for line in lines]


def command(peer: str) -> list[str]:
    """How to run a peer in its own environment, made on first use; see ``extract_peers.py``."""
    home = HOME / peer
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS[peer]], check=True)
    return [str(python), str(Path(__file__).with_name("extract_peers.py")), peer]


def report(chosen: Sequence[Page], results: dict[str, list[dict[str, Any]]]) -> None:
    """Print F1 by set, metadata, and speed as a ratio."""
    groups = sorted({page.group for page in chosen if page.gold.get("body") and not page.language})
    languages = sorted({page.language for page in chosen if page.gold.get("body") and page.language})
    print(
        "| system | "
        + " | ".join([*groups, *languages, "snippets", "title", "authors", "invented", "day", "speed"])
        + " |"
    )
    print("| --- |" + " ---: |" * (len(groups) + len(languages) + 6))
    first = sum(row["seconds"] for row in next(iter(results.values())))
    for name, rows in results.items():
        pairs = list(zip(chosen, rows, strict=True))
        cells = [_body([(p, r) for p, r in pairs if p.group == group and not p.language]) for group in groups]
        cells += [_body([(p, r) for p, r in pairs if p.language == language]) for language in languages]
        snippets = [(page, row.get("body") or "") for page, row in pairs if page.gold.get("with")]
        cells.append(f"{100 * snippet_score(snippets):.1f}" if snippets else "-")
        cells.append(
            _share([folded(p.gold["title"]) == folded(r.get("title")) for p, r in pairs if p.gold.get("title")])
        )
        cells.append(
            _share([same_names(p.gold["authors"], r.get("authors") or []) for p, r in pairs if p.gold.get("authors")])
        )
        cells.append(_share([bool(r.get("authors")) for p, r in pairs if p.gold.get("authors") == []]))
        cells.append(_share([same_day(p.gold["date"], r.get("date") or "") for p, r in pairs if p.gold.get("date")]))
        cells.append(f"{first / max(1e-9, sum(row['seconds'] for row in rows)):.2f}")
        print(f"| {name} | " + " | ".join(cells) + " |")
    print("\nBody: F1 in per cent. Speed: pages a second of processor time, ours = 1.")


def _body(pairs: Sequence[tuple[Page, dict[str, Any]]]) -> str:
    wanted = [(page, row.get("body") or "") for page, row in pairs if page.gold.get("body")]
    return f"{100 * body_score(wanted)[0]:.1f}" if wanted else "-"


def _share(right: Sequence[bool]) -> str:
    return f"{100 * sum(right) / len(right):.1f}" if right else "-"


if __name__ == "__main__":
    raise SystemExit(main())
