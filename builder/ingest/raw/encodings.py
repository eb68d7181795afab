"""Character encodings as the web means them: labels, and decoders that lose nothing of Japanese vendor characters.

Source: the WHATWG Encoding Standard, <https://encoding.spec.whatwg.org/>.
"""

from __future__ import annotations

import codecs
import re

_LABELS = {
    "utf-8": ("utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii"),
    "utf-16le": ("utf-16le", "utf-16", "unicode"),
    "utf-16be": ("utf-16be",),
    "shift_jis": (
        *("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "ms932", "cp932"),
        "shift_jis_2004",
    ),
    "euc-jp": ("euc-jp", "x-euc-jp", "eucjp", "euc_jp", "cseucpkdfmtjapanese", "euc-jis-2004"),
    "iso-2022-jp": ("iso-2022-jp", "csiso2022jp", "jis", "iso-2022-jp-2", "iso-2022-jp-ext"),
    "gb18030": ("gb18030", "gbk", "gb2312", "gb_2312-80", "chinese", "x-gbk", "hz-gb-2312"),
    "big5": ("big5", "big5-hkscs", "x-x-big5", "cn-big5", "cp950"),
    "euc-kr": ("euc-kr", "ks_c_5601-1987", "ksc5601", "ksc_5601", "korean", "windows-949", "cp949", "johab"),
    "windows-1252": ("windows-1252", "iso-8859-1", "latin1", "l1", "cp1252", "iso8859-1", "x-cp1252"),
}
_CODECS = {
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_BY_LABEL = {label: name for name, labels in _LABELS.items() for label in labels}
_ISO_2022 = re.compile(rb"\x1b(\$[@B]|\(I|\([BJ])")


def encoding_name(label: str) -> str:
    """Return the WHATWG name for a declared label; empty where no such encoding is known."""
    label = label.strip().lower()
    if label in _BY_LABEL:
        return _BY_LABEL[label]
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    return codec.name if codec._is_text_encoding else ""


def decode(data: bytes, name: str, errors: str = "strict") -> str:
    """Decode by WHATWG name.

    Raises:
        UnicodeDecodeError: the bytes are not of this encoding (only with ``errors="strict"``).
    """
    if name == "euc-jp":
        return _decode_euc_jp(data, errors)
    if name == "iso-2022-jp":
        return _decode_euc_jp(_as_euc_jp(data), errors)
    if name == "windows-1252":
        return data.decode("cp1252", "rondan-c1")
    return data.decode(_CODECS.get(name, name), errors)


def _decode_euc_jp(data: bytes, errors: str) -> str:
    return data.decode("euc_jp", "rondan-vendor" if errors == "strict" else "rondan-vendor-replace")


def _as_euc_jp(data: bytes) -> bytes:
    """Bring the escaped stretches of ISO-2022-JP to EUC-JP."""
    parts = _ISO_2022.split(data)
    out = [parts[0]]
    for mark, stretch in zip(parts[1::2], parts[2::2], strict=True):
        if mark.startswith(b"$"):
            out.append(bytes(b | 0x80 if 0x21 <= b <= 0x7E else b for b in stretch))
        elif mark == b"(I":
            out.append(b"".join(bytes((0x8E, b | 0x80)) if 0x21 <= b <= 0x5F else bytes((b,)) for b in stretch))
        else:
            out.append(stretch)
    return b"".join(out)


def _vendor(error: UnicodeError, *, strict: bool) -> tuple[str, int]:
    """Decode what Python's euc_jp lacks (NEC and IBM rows, such as ①) by way of CP932."""
    assert isinstance(error, UnicodeDecodeError)
    start = error.start
    pair = error.object[start : start + 2]
    if len(pair) == 2 and 0xA1 <= pair[0] <= 0xFE and 0xA1 <= pair[1] <= 0xFE:
        row, cell = pair[0] - 0xA1, pair[1] - 0xA1
        lead = row // 2 + (0x81 if row < 62 else 0xC1)
        trail = cell + 0x9F if row % 2 else cell + 0x40 + (cell >= 63)
        try:
            return bytes((lead, trail)).decode("cp932"), start + 2
        except UnicodeDecodeError:
            pass
    if strict:
        raise error
    return "\ufffd", min(start + max(1, error.end - start), len(error.object))


def _c1(error: UnicodeError) -> tuple[str, int]:
    """Map the five bytes windows-1252 leaves open to the control characters of the same number."""
    assert isinstance(error, UnicodeDecodeError)
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("rondan-vendor", lambda e: _vendor(e, strict=True))
codecs.register_error("rondan-vendor-replace", lambda e: _vendor(e, strict=False))
codecs.register_error("rondan-c1", _c1)
