"""Garbled text is told from text with a garbled letter, from text in other languages, and from text of other kinds."""

import pytest

from builder.ingest.extract import extract
from builder.ingest.raw.mojibake import is_mojibake

from .saved_page import PARAGRAPHS, saved_page

TEXT = "港の朝は早い。まだ暗いうちから、船は沖へ出ていく。町の人はそれを「潮の時計」と呼び、だれも時刻を見ない。" * 2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp932"),
        ("utf-8", "cp1252"),
        ("utf-8", "latin-1"),
        ("utf-8", "euc_jp"),
        ("cp932", "cp1252"),
        ("cp932", "latin-1"),
        ("cp932", "utf-8"),
        ("euc_jp", "cp932"),
        ("euc_jp", "cp1252"),
        ("euc_jp", "latin-1"),
        ("euc_jp", "utf-8"),
    ],
)
def test_text_decoded_in_a_wrong_encoding(written: str, read: str) -> None:
    garbled = TEXT.encode(written).decode(read, "replace")
    assert is_mojibake(garbled)
    found = extract(f"コラム\n\n{garbled}\n".encode(), "a.txt")
    assert (found.verdict, found.body) == ("not-an-article: mojibake", "")


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT + "\ufffd" * 6,
        "Ça coûte 20 € — « déjà vu », naïve façade, Łódź, São Paulo. " * 20,
        "価格は￥３００、ﾎﾟｲﾝﾄ還元は５％である。" * 10,
        "L’été dernier, à la fête de l’école, la mère d’Anaïs a goûté « le gâteau » — et ça l’a étonnée. " * 4,
        "Die Mütter sagten ‚ja‘ und „schön“; über den Flüssen hörte man die Vögel – früh und spät. " * 4,
        "The harbour’s keeper said: “It’s the town’s — and ours…” It wasn’t, they’d say. " * 6,
        "Гавань просыпается раньше города, и лодки возвращаются при свете фонаря. " * 4,
        "Το λιμάνι ξυπνά πριν από την πόλη, και οι βάρκες γυρίζουν με το φως. " * 4,
        "Bến cảng thức dậy trước thị trấn, những con thuyền trở về dưới ánh đèn. " * 4,
        "항구는 마을보다 먼저 깨어나고 배들은 등불을 따라 돌아온다. " * 4,
        "港口比城镇醒得更早，船只借着灯光归来，缲丝的女工也起身了。" * 4,
        "a.icon::before{content:'\ue909'}" * 80 + "L’été dernier",
        "The harbour was quiet.",
        "",
    ],
)
def test_text_that_can_be_read(text: str) -> None:
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
