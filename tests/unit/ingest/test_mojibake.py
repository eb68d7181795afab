"""Garbled text is told from text with a garbled letter, and from text of other kinds."""

import pytest

from builder.ingest.extract import extract
from builder.ingest.raw.mojibake import is_mojibake

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
        "The harbour was quiet.",
        "",
    ],
)
def test_text_that_can_be_read(text: str) -> None:
    assert not is_mojibake(text)
