"""An article as a reference: in words, as Japanese notes have it and by SIST 02; BibTeX, RIS and CSL-JSON for machines.

SIST 02: Standards for Information of Science and Technology, 科学技術情報流通技術基準 02-2007. Its form for a page of
the web sets titles in “ ”, Japanese ones too; notes in Japanese books and journals set them in 「」, papers in 『』.
BibTeX values are UTF-8 with TeX's special characters escaped. RIS: RefMan's format, type NEWS. CSL-JSON: CSL 1.0.2.
"""

from __future__ import annotations

import json
import re

from ..model import Article
from ..pages.article import ArticleView, Byline

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {char: "\\" + char for char in "#$%&_"}
_TEX_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_INNER_QUOTES = str.maketrans("“”", "‘’")
_INNER_BRACKETS = str.maketrans("「」", "『』")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’.\- ]+")


def sist02(view: ArticleView, address: str = "") -> str:
    """著者. “題名: 副題”. 訳者訳. 掲載紙. 年-月-日. URL, (参照 年-月-日).

    ``address`` is given where the source has none.
    """
    article, parts = view.article, []
    if view.writers:
        parts.append("; ".join(_inverted(person) for person in view.writers))
    parts.append(f"“{_title(article).translate(_INNER_QUOTES)}”")
    if view.translators:
        names = [_flat(person.name) for person in view.translators]
        parts.append(f"{', '.join(names)}訳" if article.language[:2] == "ja" else f"Translated by {', '.join(names)}")
    if view.card.publication:
        parts.append(_flat(view.card.publication))
    if article.date:
        parts.append(article.date[:10])
    text = ". ".join(parts) + "."
    url = _flat(article.source.url or address)
    if url:
        seen = article.source.retrieved[:10] if article.source.url else ""
        text += f" {url}, (参照 {seen})." if seen else f" {url}."
    return text


def japanese(view: ArticleView, address: str = "") -> str:
    """著者「題名――副題」訳者訳『掲載紙』年月日。URL（年月日参照）。 ``address`` is given where the source has none."""
    article = view.article
    title = _flat(article.title) + (f"――{_flat(article.subtitle)}" if article.subtitle else "")
    text = "・".join(_flat(person.name) for person in view.writers) + f"「{title.translate(_INNER_BRACKETS)}」"
    if view.translators:
        text += "・".join(_flat(person.name) for person in view.translators) + "訳"
        text += "、" if article.date and not view.card.publication else ""
    if view.card.publication:
        text += f"『{_flat(view.card.publication)}』"
    text += f"{_japanese_day(article.date)}。"
    url = _flat(article.source.url or address)
    if not url:
        return text
    seen = _japanese_day(article.source.retrieved) if article.source.url else ""
    return f"{text}{url}（{seen}参照）。" if seen else f"{text}{url}。"


def bibtex(view: ArticleView, address: str = "") -> str:
    """An ``@article`` entry under the article's id."""
    article = view.article
    names, translators = (" and ".join(map(_bib_name, people)) for people in (view.writers, view.translators))
    year, month, _ = _date_parts(article.date)
    fields = (
        ("author", names),
        ("translator", translators),
        ("title", "{" + _tex(_title(article)) + "}"),
        ("journal", _tex(view.card.publication)),
        ("year", year),
        ("month", month and str(int(month))),
        ("date", article.date[:10]),
        ("url", _flat(article.source.url or address).replace("{", "%7B").replace("}", "%7D")),
        ("urldate", article.source.retrieved[:10]),
        ("langid", _BABEL.get(article.language, "")),
    )
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    return f"@article{{{article.id},\n" + ",\n".join(lines) + "\n}\n"


def ris(view: ArticleView, address: str = "") -> str:
    """A RIS record; lines end in a plain newline, the script that saves it as a file writes CR LF."""
    article = view.article
    year, month, day = _date_parts(article.date)
    rows = [("TY", "NEWS"), ("ID", article.id)]
    rows += [("AU", _inverted(person)) for person in view.writers]
    rows += [("A4", _inverted(person)) for person in view.translators]
    rows += [("TI", _title(article)), ("T2", view.card.publication), ("PY", year)]
    rows += [("DA", f"{year}/{month}/{day}/" if year else ""), ("LA", article.language)]
    rows += [("KW", name) for _, name in view.card.topics]
    rows += [("UR", article.source.url or address), ("Y2", article.source.retrieved[:10].replace("-", "/"))]
    return "".join(f"{tag}  - {_flat(value)}\n" for tag, value in rows if value) + "ER  - \n"


def csl_json(view: ArticleView, address: str = "") -> str:
    """A CSL-JSON list of one ``article-newspaper``."""
    article = view.article
    record = {
        "id": article.id,
        "type": "article-newspaper",
        "title": _title(article),
        "author": [_csl_name(person) for person in view.writers],
        "translator": [_csl_name(person) for person in view.translators],
        "container-title": view.card.publication,
        "issued": _csl_date(article.date),
        "accessed": _csl_date(article.source.retrieved),
        "URL": article.source.url or address,
        "language": article.language,
    }
    filled = {key: value for key, value in record.items() if value}
    return f"[{_JSON.encode(filled)}]\n"


_BABEL = {"ja": "japanese", "en": "english"}


def _flat(text: str) -> str:
    return " ".join(text.split())


def _title(article: Article) -> str:
    title = _flat(article.title)
    return f"{title}: {_flat(article.subtitle)}" if article.subtitle else title


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda match: _TEX[match.group()], _flat(text))


def _split(person: Byline) -> tuple[str, str] | None:
    """(family, given) of a Latin name, where the author's record tells them apart by its family-first romaji."""
    if not person.romaji:
        return None
    parts, known = _flat(person.name).split(" "), _flat(person.romaji).split(" ")
    if len(parts) < 2 or len(known) < 2 or not _LATIN.fullmatch(person.name):
        return None
    family = known[0]
    if parts[-1].casefold() == family.casefold():
        return parts[-1], " ".join(parts[:-1])
    return (parts[0], " ".join(parts[1:])) if parts[0].casefold() == family.casefold() else None


def _inverted(person: Byline) -> str:
    split = _split(person)
    return f"{split[0]}, {split[1]}" if split else _flat(person.name)


def _bib_name(person: Byline) -> str:
    split = _split(person)
    if split:
        return f"{_tex(split[0])}, {_tex(split[1])}"
    name = _tex(person.name)
    # braces keep BibTeX from telling the parts of a name apart
    return name if _LATIN.fullmatch(person.name) and " and " not in f" {name.lower()} " else "{" + name + "}"


def _csl_name(person: Byline) -> dict[str, str]:
    split = _split(person)
    return {"family": split[0], "given": split[1]} if split else {"literal": _flat(person.name)}


def _date_parts(iso: str) -> tuple[str, str, str]:
    return iso[:4], iso[5:7], iso[8:10]


def _japanese_day(iso: str) -> str:
    """2017年3月24日, as far as the date goes."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(_date_parts(iso), "年月日", strict=True) if part)


def _csl_date(iso: str) -> dict[str, list[list[int]]] | None:
    parts = [int(part) for part in _date_parts(iso) if part.isdecimal()]
    return {"date-parts": [parts]} if parts else None
