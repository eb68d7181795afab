"""Bytes of which no encoding makes a text, and texts in every encoding that look like them."""

import random

import pytest

from builder.ingest.extract import extract

JAPANESE = "架空の港では、毎朝七時に汽笛が鳴る。町の人はそれで時計を合わせ、船頭は舟を出す。"
CHINESE = "虚构的港口每天早上七点响起汽笛，镇上的人据此对表，船夫也在这时出海。没有人记得这是从哪一年开始的。"
KOREAN = "가상의 항구에서는 매일 아침 일곱 시에 기적이 울린다. 마을 사람들은 그 소리에 시계를 맞춘다."
RUSSIAN = "В вымышленном порту каждое утро в семь часов звучит гудок, и горожане сверяют по нему часы."
FRENCH = "Au port imaginé, la sirène résonne à sept heures ; les habitants règlent là-dessus leurs montres dès l’été."
THAI = "ที่ท่าเรือสมมติ เสียงหวูดดังขึ้นทุกเช้าเวลาเจ็ดโมง ชาวเมืองตั้งนาฬิกาตามเสียงนั้น แล้วคนเรือก็ออกเรือไป"


@pytest.mark.parametrize("lowest", [0x80, 0xA1])
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["noise.txt", "noise.html", "noise"])
def test_bytes_at_random_are_no_text(seed: int, lowest: int, name: str) -> None:
    chance = random.Random(seed)
    data = bytes(chance.randrange(lowest, 0x100) for _ in range(4000))
    assert extract(data, name).verdict == "not-an-article: binary"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (CHINESE.replace("，", "").replace("。", "\n"), "gb18030"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (FRENCH, "cp1252"),
        (THAI, "cp874"),
    ],
)
@pytest.mark.parametrize("lines", [True, False])
def test_texts_in_old_encodings_are(text: str, encoding: str, lines: bool) -> None:
    data = (text + ("\n\n" if lines else "")).encode(encoding) * 12
    assert extract(data, "old.txt").verdict != "not-an-article: binary"
