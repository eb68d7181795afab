"""Values that are known or suspected to name authors, read as persons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Contributor
from ...text.bylines import clean_name, find_byline, split_names
from ...text.dates import find_dates
from ...text.names import is_latin_name, is_organisation, is_person_name
from ..body.features import squeeze

_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|net|org|co)\b", re.I)
_HANDLE = re.compile(r"\s*[|,;(]?\s*(?:[\w.+-]+@[\w-]+\.[\w.]+|@\w+)\)?")
_LABEL = re.compile(
    r"^(?:(?:written|posted|published|story|article|text|words|veröffentlicht|geschrieben|publié|escrito|scritto)?\s*"
    r"(?:by|von|por|par|di|door|av)|author|autor|文|著者|執筆|筆者|投稿者|記者|作者|writer|written by)\s*[:：]?\s+",
    re.I,
)
_ROLE_AFTER = re.compile(
    r"\s+(?:(?:senior|staff|contributing|associate|assistant|managing|executive|chief|lead|head|deputy|freelance|guest|news"
    r"|sports?|political|tech(?:nology)?|business|special)\s+)*"
    r"(?:writer|reporter|editor|correspondent|contributor|journalist|columnist|author|producer|director|analyst|specialist"
    r"|executive|manager|published|updated|follow)\b.*$",
    re.I,
)
_MONTH_GLUED = re.compile(
    r"(?<=[a-z])(?:January|February|March|April|May|June|July|August|September|October|November|December)\b.*$"
)
_CREDENTIALS = re.compile(r",?\s+(?:ph\.?d|m\.?d|dvm|r\.?d|m\.?p\.?h|rn|mba|esq|jr|cfa|m\.?s|m\.?a)\.?(?=,|$|\s)", re.I)
_GENERIC = re.compile(
    r"^(?:admin(?:istrator)?|editor(?:s|ial)?(?: (?:team|staff|board))?|webmaster|guest|user|authors?|redaktion|redazione"
    r"|redacción|redaction|rédaction|newsroom|news desk|team|contributors?|unknown|anonymous|none|null|n/?a|by|posted by|root"
    r"|home|share|follow|payments|read|more|menu|login|written by|関連|関閉|关闭|编辑|编辑部|編集部|編集|管理人|運営|スタッフ|連携済み媒体"
    r"|.*編集部|.*取材班|press release|プレスリリース)$",
    re.I,
)
_PIECE = re.compile(r"\n|\s+[|｜·•⋅/–—-]\s+|\s{3,}|[|｜·•⋅]")


class Persons:
    """Reads names, knowing what the outlet calls itself."""

    def __init__(self, sites: Sequence[str]) -> None:
        self._sites = {squeeze(name) for name in sites if name}

    def is_site(self, name: str) -> bool:
        """Is this the outlet itself?"""
        return squeeze(name) in self._sites

    def stated(self, text: str, *, organisations: bool = False) -> tuple[Contributor, ...]:
        """Read a value that is declared to be the author: almost any name is believed, the outlet's own is not.

        Args:
            text: The value.
            organisations: Whether an agency may be the author, where no person is.
        """
        text = _cleaned(text)
        if not text or len(text) > 200 or _ADDRESS.search(text):
            return ()
        found = self.believed(self._split(text))
        if found:
            return found
        bare = clean_name(_LABEL.sub("", text))
        if not 2 <= len(bare) <= 40 or len(bare.split()) > 5 or _GENERIC.match(bare) or self.is_site(bare):
            return ()
        if is_organisation(bare):
            return (Contributor(bare),) if organisations else ()
        return (Contributor(bare),) if not re.search(r"\d{3,}", bare) and len(bare.split()) <= 4 else ()

    def printed(self, text: str, *, named: bool) -> tuple[Contributor, ...]:
        """Read a short text from the page: a by-line, a name with a date, or (in an element named so) a bare name.

        Args:
            text: The text.
            named: Whether the element it stands in is named as a by-line.
        """
        text = _HANDLE.sub("", text).strip()
        if not text or len(text) > 160:
            return ()
        byline = find_byline(text)
        if byline and byline.form in ("label", "bracket", "reporter") and byline.confidence >= 0.6:
            return self.believed(byline.contributors)
        out: list[Contributor] = []
        for piece in _PIECE.split(_without_dates(text)):
            piece = _cleaned(piece)
            if not 2 <= len(piece) <= 60:
                continue
            names = self.believed(self._split(piece) if named else _strict(piece))
            if not names and named and len(piece.split()) == 1 and not out and _could_be_pen_name(piece):
                names = self.believed((Contributor(clean_name(piece)),))
            out.extend(n for n in names if squeeze(n.name) not in {squeeze(o.name) for o in out})
            if out and not named:
                break
        return tuple(out[:6])

    def _split(self, text: str) -> tuple[Contributor, ...]:
        text = _CREDENTIALS.sub("", text)
        bare = _LABEL.sub("", text)
        byline = find_byline(text)
        if byline and byline.confidence >= 0.8 and byline.form in ("label", "bracket", "reporter"):
            return byline.contributors
        if re.fullmatch(r"[^\W\d_]+, (?:[^\W\d_]+|[A-Z]\.)(?: [A-Z]\.)?", bare):
            family, given = bare.split(", ")
            if is_latin_name(f"{given} {family}") and not is_latin_name(family):
                return (Contributor(bare),)
        return split_names(bare)

    def believed(self, names: Sequence[Contributor]) -> tuple[Contributor, ...]:
        """Return those of the names that can be authors, without titles and dates that stick to them."""
        out: list[Contributor] = []
        for person in names:
            name = _ROLE_AFTER.sub("", _MONTH_GLUED.sub("", person.name)).strip(" ,")
            key = squeeze(name)
            if not key or _GENERIC.match(name) or key in {squeeze(o.name) for o in out}:
                continue
            if self.is_site(name) and not (is_person_name(name, strict=True) and " " in name):
                continue
            out.append(Contributor(name, person.role, person.profile))
        return tuple(out[:10])


def _cleaned(text: str) -> str:
    text = _HANDLE.sub("", " ".join(text.split()))
    return _ROLE_AFTER.sub("", text).strip(" ,;|·•-–—/:：")


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + "\n" + text[found.end :]
    return text


def _strict(piece: str) -> tuple[Contributor, ...]:
    """Read a bare name where nothing announces one."""
    name = clean_name(piece)
    return (Contributor(name),) if name == piece.strip() and is_person_name(name, strict=True) else ()


def _could_be_pen_name(piece: str) -> bool:
    return 2 <= len(piece) <= 16 and not re.search(r"\d{2}|[:：。、!?]", piece) and not is_organisation(piece)
