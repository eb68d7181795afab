from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.text.fold import fold, fold_with_offsets, pairs
from builder.text.fold_many import fold_many


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＮＡＴＯ加盟", "nato加盟"),
        ("ｶﾞｽとﾊﾟﾝ", "ガスとパン"),
        ("か\u3099", "が"),
        ("國會と髙橋", "国会と高橋"),
        ("鄰國の寳劔と强き鐵炮、厩舍にて", "隣国の宝剣と強き鉄砲 厩舎にて"),
        ("霞ヶ関", "霞ケ関"),
        ("1,000円、１２，３４５人、1,234,567", "1000円 12345人 1234567"),
        ("1,00 10,2000 a,000 1, 000", "1 00 10 2000 a 000 1 000"),
        ("Café naïve Ōe", "cafe naive oe"),
        ("山田　太郎", "山田太郎"),
        ("山田 Taro 太郎", "山田 taro 太郎"),
        ("10 20", "10 20"),
        ("ヘルマン・ゲーリング", "ヘルマンゲーリング"),
        ("東京・大阪", "東京 大阪"),
        ("猫、犬。「鳥」", "猫 犬 鳥"),
        ("猫\n\n犬 \n 鳥", "猫\n\n犬\n鳥"),
        ("Data.gov — don't", "data gov don t"),
        ("①㍿№", "1株式会社no"),
        ("𠮷野家", "吉野家"),
        ("🍣寿司🍣", "寿司"),
        ("葛\U000e0100城と辻\ufe00", "葛城と辻"),
        ("\ufeff日\u200b本のsoft\u00adware", "日本のsoftware"),
        ("猫\n\u200b\n犬", "猫\n\n犬"),
        ("\u200b\u2060", ""),
        ("", ""),
        ("…！", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_no_pair_of_the_table_leads_to_another() -> None:
    table = pairs()
    assert not table.keys() & set(table.values())
    assert all(len(old) == len(new) == 1 for old, new in table.items())


@given(st.text(alphabet=st.sampled_from("aÉ０1,，ｶﾞか\u3099\u200b\U000e0100ァ・ー 　\n、國髙𠮷🍣-.")))
def test_offsets_lead_back_to_what_was_folded(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert list(folded.starts) == sorted(folded.starts)
    for sign, start, end in zip(folded.text, folded.starts, folded.ends, strict=True):
        assert start < end
        assert sign == " " or sign in fold(text[start:end]) + "・" or sign == "\n"


SIGNS = "aÉßⅢ½﷽０1,，ｶﾞか\u0301\u3099\u200b\ufe0e\U000e0100ァ・ー 　\t\n\n|、…國髙漢𠮷𝐀🍣-."


@given(st.lists(st.text(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]), max_size=30), min_size=1))
def test_texts_folded_together_are_folded_like_each_alone(texts: list[str]) -> None:
    assert fold_many(texts) == [fold(text) for text in texts]
