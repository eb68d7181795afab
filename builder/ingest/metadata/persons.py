"""Values that are known or suspected to name authors, read as persons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...model import Contributor
from ...text.bylines import clean_name, find_byline, split_names
from ...text.dates import find_dates
from ...text.facts import facts
from ...text.names import (
    holds_menu_word,
    is_agency,
    is_latin_name,
    is_named_desk,
    is_nobody,
    is_organisation,
    is_person_name,
)
from ...text.roles import credits_another, without_label
from ..body.looks import squeeze

_ADDRESS = re.compile(r"https?:|www\.|\.(?:com|net|org|co)\b", re.I)
_NO_NAME = re.compile(r"\d{3,}|\w\.\w{2,3}$|^[\w.-]+\.[a-z]{2,}$")
_HANDLE = re.compile(r"\s*[|,;(（]?\s*(?:(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.]+|@\w+|(?<=[(（\s])id:[\w-]+)[)）]?")
"""An address or an account. The look behind makes each long word be looked at once."""
_ACCOUNT = re.compile(r"id:\s*(?=[\w-]+$)")
"""A blog's author who is known by no more: id:harbour_cat."""
_ROLE_AFTER = re.compile(
    r"\s+(?:(?:senior|staff|contributing|associate|assistant|managing|executive|chief|lead|head|deputy|freelance|guest|news"
    r"|sports?|political|tech(?:nology)?|business|special)\s+)*"
    r"(?:writer|reporter|editor|correspondent|contributor|journalist|columnist|author|producer|director|analyst|specialist"
    r"|executive|manager|published|updated|follow|stand)\b.*$",
    re.I,
)
_CREDENTIALS = re.compile(r",?\s+(?:ph\.?d|m\.?d|dvm|r\.?d|m\.?p\.?h|rn|mba|esq|jr|cfa|m\.?s|m\.?a)\.?(?=,|$|\s)", re.I)
_EDITION = re.compile(r"\s*(?:オンライン|デジタル|電子版|ウェブ|WEB|online|digital|\.com)\Z", re.I)
"""Behind a paper's name the name of its site."""
_SHORTEST_SITE = 4
"""Characters of an outlet's name that may be taken out of a line."""
_IN_BRACKETS = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
_BESIDE_SITE = " \u3000/／＝=@＠・|｜"
_PIECE = re.compile(r"\n|\s+[|｜·•⋅/–—-]\s+|\s{3,}|[|｜·•⋅]")


class Persons:
    """Reads names, knowing what the outlet calls itself."""

    def __init__(self, sites: Sequence[str], *, staff: bool = False) -> None:
        """Take the outlet's names, and whether a by-line may credit its staff as a whole (Japanese ones do)."""
        self._sites = {squeeze(each) for name in sites for each in (name, _EDITION.sub("", name)) if each}
        shorter = (_IN_BRACKETS.sub("", name) for name in sites)
        self._names = sorted({n for n in (*sites, *shorter) if len(n) >= _SHORTEST_SITE}, key=len, reverse=True)
        self._staff = staff

    def is_site(self, name: str) -> bool:
        """Is this the outlet itself?"""
        return squeeze(name) in self._sites or squeeze(f"The {name}") in self._sites

    def stated(self, text: str, *, organisations: bool = False, only_agencies: bool = False) -> tuple[Contributor, ...]:
        """Read a value that is declared to be the author: almost any name is believed, the outlet's own is not.

        Args:
            text: The value.
            organisations: Whether a news agency may be the author, where no person is.
            only_agencies: Whether the value is declared to be an organisation.
        """
        text = _ACCOUNT.sub("", text.strip())
        first = _PIECE.split(text)[0]
        text = _cleaned(first if is_person_name(first, strict=True) else text)
        if not text or len(text) > 200 or _ADDRESS.search(text):
            return ()
        found = () if only_agencies else self.believed(self._split(text))
        if found:
            return tuple(c for c in found if not self.is_site(c.name))
        bare = clean_name(without_label(text))
        if not 2 <= len(bare) <= 40 or len(bare.split()) > 5 or re.search("[|｜]", bare):
            return ()
        if is_nobody(bare) or self.is_site(bare) or holds_menu_word(bare) or credits_another(text):
            return ()
        if is_agency(bare) or is_named_desk(bare):
            return (Contributor(bare),) if organisations else ()
        if is_organisation(bare) or _NO_NAME.search(bare) or len(bare.split()) > 4:
            return ()
        return () if only_agencies else (Contributor(bare),)

    def printed(self, text: str) -> tuple[Contributor, ...]:
        """Read a short text whose element is named as a by-line: names, with or without label, date and title."""
        text = _HANDLE.sub("", text).strip()
        if not text or len(text) > 160:
            return ()
        byline = find_byline(text)
        if byline and byline.form in ("label", "bracket", "reporter") and byline.confidence >= 0.6:
            return self.believed(byline.contributors)
        out: list[Contributor] = []
        for piece in _PIECE.split(_without_dates(text)):
            names = self._split(_cleaned(piece)) if 2 <= len(piece) <= 60 else ()
            many = [n for n in self.believed(names) if " " in n.name or not n.name.isascii()]
            if _cleaned(piece) != piece.strip():  # with a title: of a person, or of the outlet's own
                many = [n for n in many if not self.is_site(n.name)]
            out.extend(n for n in many if squeeze(n.name) not in {squeeze(o.name) for o in out})
            if not out and _is_agency(_cleaned(piece), staff=self._staff):
                return (Contributor(_cleaned(piece)),)
        return tuple(out[:6])

    def bare(self, text: str, *, strict: bool = True) -> tuple[Contributor, ...]:
        """Read a text that is nothing but a name, apart from a date and the outlet's name.

        Nothing announces it, so it must look like one; where not ``strict``, only a family and a given name apart do.
        """
        rest = self._without_sites(_without_dates(_HANDLE.sub("", text)))
        for piece in _PIECE.split(rest):
            piece = piece.strip(" \u3000,、，:：")
            byline = find_byline(piece) if piece else None
            if byline and byline.form in ("label", "name-title") and byline.end - byline.start > len(piece) - 3:
                return self.believed(byline.contributors)
            several = split_names(piece) if "、" in piece else ()
            if several and all(is_person_name(c.name, strict=True) for c in several):
                return self.believed(several) if len(several) == piece.count("、") + 1 else ()
            name = "" if credits_another(piece) else clean_name(without_label(piece))
            likely = is_person_name(name, strict=strict) and (strict or " " in name)
            if name and likely and len(name) > len(piece) - 4:
                return self.believed((Contributor(name),))
            if piece:
                return ()
        return ()

    def _without_sites(self, text: str) -> str:
        """``text`` with what names the outlet parted from the rest: 水野遥 架空新聞, 水野遥＝架空新聞."""
        for name in self._names:
            before, found, behind = text.partition(name)
            if found and (before or behind):
                return f"{before.rstrip(_BESIDE_SITE)}\n{behind.lstrip(_BESIDE_SITE)}"
        return text

    def _split(self, text: str) -> tuple[Contributor, ...]:
        text = _CREDENTIALS.sub("", text)
        bare = without_label(text)
        byline = find_byline(text)
        if byline and byline.confidence >= 0.8 and byline.form in ("label", "bracket", "reporter"):
            return byline.contributors
        if credits_another(text):
            return ()
        if re.fullmatch(r"[^\W\d_]+, (?:[^\W\d_]+|[A-Z]\.)(?: (?:[A-Z]\.|van|de|von|der|den))*", bare):
            family, given = bare.split(", ")
            if is_latin_name(f"{given} {family}") and not is_latin_name(family):
                return (Contributor(bare),)
        return split_names(bare)

    def believed(self, names: Sequence[Contributor]) -> tuple[Contributor, ...]:
        """Return those of the names that can be authors, without titles and dates that stick to them."""
        out: list[Contributor] = []
        for person in names:
            name = without_label(_ROLE_AFTER.sub("", person.name)).strip(" ,")
            key = squeeze(name)
            if not key or is_nobody(name) or key in {squeeze(o.name) for o in out}:
                continue
            if self.is_site(name) and not (is_person_name(name, strict=True) and " " in name):
                continue
            out.append(Contributor(name, person.role, person.profile))
        return tuple(out[:10])


@cache
def _staff() -> re.Pattern[str]:
    return re.compile(facts("authors")["staff"], re.I)


def _is_agency(name: str, *, staff: bool) -> bool:
    """Is it a news agency, or an outlet's staff as a whole?"""
    if is_agency(name) or is_named_desk(name):
        return True
    return staff and len(name) < 40 and " " in name and _staff().search(name) is not None


def _cleaned(text: str) -> str:
    text = _HANDLE.sub("", " ".join(text.split()))
    return _ROLE_AFTER.sub("", text).strip(" ,;|·•-–—/:：")


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + "\n" + text[found.end :]
    return text
