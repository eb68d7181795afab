import base64
import hashlib
import plistlib
import struct
from pathlib import Path

import pytest

from builder.ingest.extract import extract
from builder.ingest.filing.images import illustrate, image_suffix

from .reading import wrapped

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
TEXT = "灯りは夜明け前に消える。" * 20
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "saved" / "page_files"
    folder.mkdir(parents=True)
    (folder / "graph.png").write_bytes(PNG)
    (folder / "logo.svg").write_bytes(SVG)
    (folder / "liar.png").write_bytes(SVG)
    (tmp_path / "private.png").write_bytes(PNG)
    (folder / "out.png").symlink_to(tmp_path / "private.png")
    (tmp_path / "saved" / "page.html").write_bytes(b"<html>")
    return tmp_path / "saved" / "page.html"


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (PNG, ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"GIF89a", ".gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"\0\0\0\x1cftypavif", ".avif"),
        (SVG, ""),
        (b"", ""),
        (b"<html>", ""),
    ],
)
def test_a_picture_is_known_by_its_bytes(data: bytes, suffix: str) -> None:
    assert image_suffix(data) == suffix


def test_a_picture_beside_the_page_comes_along(page: Path) -> None:
    found = illustrate('![図](page_files/graph.png "題")\n\n本文。', "id1", page, b"")
    (picture,) = found.pictures
    assert picture.data == PNG
    assert picture.path.startswith("id1/")
    assert picture.path.endswith(".png")
    assert picture.beside == "page_files/graph.png"
    assert found.body == f'![図]({picture.path} "題")\n\n本文。'


@pytest.mark.parametrize(
    "reference",
    [
        "page_files/logo.svg",
        "page_files/liar.png",
        "page_files/out.png",
        "../private.png",
        "page_files/%2e%2e/%2e%2e/private.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "page_files/none.png",
        "cid:none",
        "data:image/svg+xml;base64," + base64.b64encode(SVG).decode(),
    ],
)
def test_anything_else_is_left_out_and_told(page: Path, reference: str) -> None:
    found = illustrate(f"前。\n\n![図]({reference})\n\n後。", "id1", page, b"")
    assert (found.body, found.pictures, found.missing) == ("前。\n\n後。", (), (reference,))


def test_a_reference_made_absolute_still_finds_what_was_saved(page: Path) -> None:
    found = illustrate("![図](https://minato.example/a/page_files/graph.png)", "id1", page, b"")
    assert [p.data for p in found.pictures] == [PNG]


def test_a_picture_on_the_web_stays_a_reference(page: Path) -> None:
    body = "![図](https://minato.example/a.png)"
    assert illustrate(body, "id1", page, b"").body == body


def test_a_picture_written_into_the_page_comes_along(page: Path) -> None:
    data = "data:image/png;base64," + base64.b64encode(PNG).decode()
    assert [p.data for p in illustrate(f"![]({data})", "id1", page, b"").pictures] == [PNG]


def test_a_picture_that_a_single_file_saver_wrote_into_the_page_comes_along_with_its_caption(page: Path) -> None:
    photograph = "data:image/png;base64," + base64.b64encode(PNG + bytes(3_000)).decode()
    button = "data:image/png;base64," + base64.b64encode(PNG).decode()
    html = wrapped(
        f"<h1>港の灯</h1><p>{TEXT}</p>"
        f"<figure><img src='{photograph}' alt='図'><figcaption>桟橋＝三月</figcaption></figure>"
        f"<p>{TEXT}<img src='{button}'></p><p><img src='{photograph}' data-src='https://minato.example/b.jpg'>{TEXT}</p>",
        "港の灯",
    )
    body = extract(html, "a.html").body
    found = illustrate(body, "id1", page, html)
    (picture,) = found.pictures
    assert picture.data == PNG + bytes(3_000)
    assert f'![図]({picture.path} "桟橋＝三月")' in found.body
    assert "![](https://minato.example/b.jpg)" in found.body
    assert not found.missing


@pytest.mark.parametrize("written", ["lines", "escapes", "no padding"])
def test_a_picture_written_into_the_page_in_other_ways_comes_along(page: Path, written: str) -> None:
    text = base64.b64encode(PNG + b"\xff" * 3_000).decode()
    text = {
        "lines": "\r\n".join(text[at : at + 76] for at in range(0, len(text), 76)),
        "escapes": text.replace("=", "%3D").replace("/", "%2F"),
        "no padding": text.rstrip("="),
    }[written]
    html = wrapped(f"<h1>港の灯</h1><p>{TEXT}</p><img src='data:image/png;base64,{text}'><p>{TEXT}</p>", "港の灯")
    found = illustrate(extract(html, "a.html").body, "id1", page, html)
    assert [p.data for p in found.pictures] == [PNG + b"\xff" * 3_000]


def test_a_picture_written_into_a_page_inside_an_mhtml_file_comes_along(tmp_path: Path) -> None:
    photograph = base64.b64encode(PNG + bytes(3_000))
    html = wrapped(f"<p>{TEXT}</p><img src='data:image/png;base64,{photograph.decode()}'><p>{TEXT}</p>", "港の灯")
    data = MHTML.replace(b"<html></html>", html)
    found = illustrate(extract(data, "a.mhtml").body, "id1", tmp_path / "a.mhtml", data)
    assert [p.data for p in found.pictures] == [PNG + bytes(3_000)]


def test_the_same_picture_twice_is_one_file(page: Path) -> None:
    found = illustrate("![a](page_files/graph.png) ![b](page_files/graph.png)", "id1", page, b"")
    assert len(found.pictures) == 1


def test_a_companion_folder_under_another_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "page-1f2e_files").mkdir()
    (tmp_path / "page-1f2e_files" / "graph.png").write_bytes(PNG)
    found = illustrate("![](page_files/graph.png)", "id1", tmp_path / "page-1f2e.html", b"")
    assert [p.data for p in found.pictures] == [PNG]


MHTML = (
    b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    b"--B\r\nContent-Type: text/html\r\nContent-Location: https://minato.example/a/page\r\n\r\n<html></html>\r\n"
    b"--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <g1@x>\r\n"
    b"Content-Location: https://minato.example/img/graph.png\r\n\r\n" + base64.b64encode(PNG) + b"\r\n--B--\r\n"
)


@pytest.mark.parametrize(
    "reference",
    ["https://minato.example/img/graph.png", "http://minato.example/img/gra%70h.png", "cid:g1@x"],
)
def test_a_picture_inside_an_mhtml_page_comes_along(tmp_path: Path, reference: str) -> None:
    found = illustrate(f"![図]({reference})", "id1", tmp_path / "page.mhtml", MHTML)
    assert [p.data for p in found.pictures] == [PNG]


def webarchive(**changes: object) -> bytes:
    page = wrapped(f"<h1>港の灯</h1><p>{TEXT}</p><img src='/img/graph.png' alt='図'><p>{TEXT}</p>", "港の灯")
    url, kind = "https://minato.example/a/page.html", "text/html"
    main = {"WebResourceData": page, "WebResourceMIMEType": kind, "WebResourceURL": url} | changes
    shown = {"WebResourceData": PNG, "WebResourceMIMEType": "image/png", "WebResourceURL": f"{url[:22]}/img/graph.png"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [shown, 1]}, fmt=plistlib.FMT_BINARY)


def test_a_page_that_safari_saved_as_one_file_is_read_with_its_pictures(tmp_path: Path) -> None:
    data = webarchive()
    found = extract(data, "a.webarchive")
    assert (found.title, found.url, found.verdict) == ("港の灯", "https://minato.example/a/page.html", "article")
    assert found.raw.sha256 == hashlib.sha256(data).hexdigest()
    assert [p.data for p in illustrate(found.body, "id1", tmp_path / "a.webarchive", data).pictures] == [PNG]


def many_in_one_place(data: bytes) -> bytes:
    """A property list with each object listed many times, as one that would not fit into memory has them."""
    trailer = struct.Struct(">6xBBQQQ")
    offset_size, reference, count, top, table = trailer.unpack(data[-32:])
    return data[:table] + data[table:-32] * 50 + trailer.pack(offset_size, reference, count * 50, top, table)


def test_a_value_that_is_no_text_is_not_written_out_as_one() -> None:
    doubled: list[object] = []
    for _ in range(40):  # as a text of more letters than memory holds
        doubled = [doubled, doubled]
    found = extract(webarchive(WebResourceURL=doubled, WebResourceTextEncodingName=doubled), "a.webarchive")
    assert (found.title, found.url) == ("港の灯", "")


@pytest.mark.parametrize(
    "data",
    [
        webarchive()[:-40],
        many_in_one_place(webarchive()),
        webarchive()[:-32] + b"\0" * 6 + b"\1\1" + b"\xff" * 24,
        webarchive(WebResourceData=1),
        webarchive(WebResourceMIMEType="image/png"),
        plistlib.dumps({"WebMainResource": []}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps([webarchive()], fmt=plistlib.FMT_BINARY),
        b"bplist00",
    ],
)
def test_other_property_lists_are_no_pages(data: bytes) -> None:
    assert extract(data, "a.webarchive").verdict == "not-an-article: binary"
