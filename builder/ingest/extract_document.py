"""An extraction as a Markdown document with front matter: what ``rondan extract`` writes."""

from __future__ import annotations

from typing import Any

import yaml

from .extraction import Extraction

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Base):  # type: ignore[misc]  # the base is chosen at run time
    """Quotes what any reader of YAML could take for something else. libyaml's writer where it is there, PyYAML's own
    (six times slower) where not."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write equal values twice rather than by reference."""
        return True


def document(found: Extraction) -> str:
    """Write front matter and body. Empty fields are left out; what is no article says so under ``verdict``."""
    matter = yaml.dump(front_matter(found), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{matter}---\n\n{found.body}"


def front_matter(found: Extraction) -> dict[str, Any]:
    """Return what is known, in the order of the content format, then what only ``extract`` tells."""
    authors: list[Any] = []
    for author in found.authors:
        record = {"name": author.name, "role": author.role, "profile": author.profile}
        authors.append(author.name if not author.role and not author.profile else _filled(record))
    series = {"name": found.series.name, "number": found.series.number} if found.series else None
    return _filled(
        {
            "title": found.title,
            "subtitle": found.subtitle,
            "date": found.date,
            "updated": found.updated,
            "authors": authors,
            "series": _filled(series) if series else None,
            "section": found.section,
            "site": found.publication,
            "url": found.url,
            "republished_from": found.republished_from,
            "note": found.note,
            "page": found.page,
            "pages": found.pages,
            "next": found.next_url,
            "starts_mid_article": found.starts_mid_article or None,
            "ends_mid_article": found.ends_mid_article or None,
            "language": found.language,
            "summary": found.summary,
            "verdict": found.verdict if found.verdict != "article" else None,
            "confidence": round(found.confidence, 2) if found.confidence < 1 else None,
        }
    )


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, "", [], ())}
