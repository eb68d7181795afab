"""Bytes to text: the encoding is found whatever the page declares, and bad bytes never raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ingest.raw.encodings import decode, encoding_name
from builder.ingest.raw.read import MAX_BYTES, binary_kind, read

PROSE = "港の朝は早い。漁師たちは暗いうちに船を出し、日が昇るころには市場が始まっている。①②髙﨑ﾃｽﾄ" * 6
PAGE = '<html><head><meta charset="{label}"><title>港</title></head><body><p>{prose}</p></body></html>'


def page(label: str, codec: str, prose: str = PROSE) -> bytes:
    return PAGE.format(label=label, prose=prose).encode(codec)


@pytest.mark.parametrize(
    ("label", "codec", "name", "found"),
    [
        ("utf-8", "utf-8", "utf-8", "declared"),
        ("Shift_JIS", "cp932", "shift_jis", "declared"),
        ("x-sjis", "cp932", "shift_jis", "declared"),
        ("Shift_JIS", "utf-8", "utf-8", "valid-utf8"),
        ("utf-8", "cp932", "shift_jis", "detected"),
        ("iso-8859-1", "cp932", "shift_jis", "detected"),
    ],
)
def test_encoding_is_found(label: str, codec: str, name: str, found: str) -> None:
    raw, problems = read(page(label, codec), "a.html")
    assert PROSE in raw.text
    assert (raw.encoding, raw.encoding_found) == (name, found)
    wrong = [p for p in problems if p.code == "ingest/mislabelled-encoding"]
    assert bool(wrong) == (found != "declared")


def test_mislabelled_names_both_encodings() -> None:
    _, problems = read(page("utf-8", "cp932"), "a.html")
    assert problems[0].values == {"declared": "utf-8", "found": "shift_jis"}


@pytest.mark.parametrize("codec", ["euc_jp", "iso2022_jp"])
def test_other_japanese_encodings(codec: str) -> None:
    prose = "港の朝は早い。漁師たちは暗いうちに船を出し、市場が始まっている。" * 8
    raw, _ = read(page(codec.replace("_", "-"), codec, prose), "a.html")
    assert prose in raw.text


def test_vendor_characters_of_euc_jp_survive() -> None:
    assert decode(b"\xad\xa1\xb9\xc1", "euc-jp") == "①港"


def test_vendor_characters_of_iso_2022_jp_survive() -> None:
    assert decode(b"\x1b$B-!9A\x1b(Ba", "iso-2022-jp") == "①港a"


def test_byte_order_mark_wins() -> None:
    raw, _ = read("\ufeff<p>港</p>".encode("utf-16-le"), "a.html")
    assert raw.text == "<p>港</p>"
    assert raw.encoding_found == "bom"


def test_a_few_bad_bytes_do_not_change_the_encoding() -> None:
    data = page("utf-8", "utf-8").replace("漁師".encode(), b"\xff\xfe", 1)
    raw, _ = read(data, "a.html")
    assert raw.encoding == "utf-8"
    assert "市場が始まっている" in raw.text


@pytest.mark.parametrize(
    ("label", "name"), [("windows-31j", "shift_jis"), ("ks_c_5601-1987", "euc-kr"), ("nonsense", "")]
)
def test_labels_are_those_of_the_web(label: str, name: str) -> None:
    assert encoding_name(label) == name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"PK\x03\x04", "archive"),
        (b"PK\x03\x04\x14\0\6\0\x08\0\0\0!\0[Content_Types].xml", "document"),
        (b"PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis.opendocument.text", "document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "document"),
        (b"{\\rtf1\\ansi", "document"),
        (b"\x89PNG\r\n", "image"),
        (bytes(500), "binary"),
        (b"bplist00", "binary"),
        (b"bplist00" + bytes(MAX_BYTES), "too-large"),
        (b"text", ""),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    assert binary_kind(data) == kind


@pytest.mark.parametrize(
    ("data", "name", "media"),
    [
        (b"<!DOCTYPE html><p>x", "page", "text/html"),
        (b"plain words", "page.html", "text/html"),
        ("港の朝\n\n一段落目。".encode(), "dump.txt", "text/plain"),
        (b"From: <Saved>\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", "page.mht", "multipart/related"),
    ],
)
def test_format_is_told_by_content(data: bytes, name: str, media: str) -> None:
    assert read(data, name)[0].media_type == media


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(data: bytes) -> None:
    raw, _ = read(data, "a.html")
    assert "\x00" not in raw.text
