"""Garbled Japanese is known whatever it was read as; text in other languages is left alone."""

from __future__ import annotations

import pytest

from builder.ingest.extract import extract
from builder.ingest.raw.mojibake import is_mojibake

from .saved_page import PARAGRAPHS, saved_page

JAPANESE = "".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("written", "read"), [("utf-8", "latin-1"), ("cp932", "latin-1"), ("euc_jp", "latin-1"), ("utf-8", "cp932")]
)
def test_japanese_read_in_another_encoding_is_mojibake(written: str, read: str) -> None:
    assert is_mojibake(JAPANESE.encode(written).decode(read, "replace"))


@pytest.mark.parametrize(
    "text",
    [
        JAPANESE,
        "L’été dernier, à la fête de l’école, la mère d’Anaïs a goûté « le gâteau » — et ça l’a étonnée. " * 4,
        "Die Mütter sagten ‚ja‘ und „schön“; über den Flüssen hörte man die Vögel – früh und spät. " * 4,
        "The harbour’s keeper said: “It’s the town’s — and ours…” It wasn’t, they’d say. " * 6,
        "Гавань просыпается раньше города, и лодки возвращаются при свете фонаря. " * 4,
        "Το λιμάνι ξυπνά πριν από την πόλη, και οι βάρκες γυρίζουν με το φως. " * 4,
        "Bến cảng thức dậy trước thị trấn, những con thuyền trở về dưới ánh đèn. " * 4,
        "항구는 마을보다 먼저 깨어나고 배들은 등불을 따라 돌아온다. " * 4,
        "港口比城镇醒得更早，船只借着灯光归来，缲丝的女工也起身了。" * 4,
        "plain",
        "a.icon::before{content:'\ue909'}" * 80 + "L’été dernier",
    ],
)
def test_no_language_is(text: str) -> None:
    assert not is_mojibake(text)


def test_a_scrambled_page_has_its_own_verdict() -> None:
    data = saved_page().decode().encode("utf-8").decode("latin-1").encode("utf-8")
    assert extract(data, "a.html").verdict == "not-an-article: mojibake"


def test_some_bytes_of_another_encoding_spoil_only_themselves() -> None:
    data = saved_page(after="<p>@</p>").replace(b"@", PARAGRAPHS[0].encode("cp932"))
    found = extract(data, "a.html")
    assert found.verdict == "article"
    assert PARAGRAPHS[1] in found.body
    assert [p.code for p in found.problems] == ["ingest/undecodable-bytes"]
