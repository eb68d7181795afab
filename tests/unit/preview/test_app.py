"""The preview over HTTP, without a network."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from builder.preview.app import application
from builder.preview.live import Live

Get = Callable[..., httpx.Response]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "articles" / "a").mkdir(parents=True)
    page = "<!doctype html><html><head><title>t</title></head><body>本文</body></html>"
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "articles" / "a" / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "404.html").write_text(page.replace("本文", "見つかりません"), encoding="utf-8")
    (tmp_path / "data.bin").write_bytes(bytes(range(100)))
    (tmp_path / "site.css").write_text("p{}")
    return tmp_path


@pytest.fixture
def live() -> Live:
    return Live()


@pytest.fixture
def ask(site: Path, live: Live) -> Get:
    app = application(site, live, frozenset(("127.0.0.1", "localhost", "[::1]")))

    def request(path: str, method: str = "GET", host: str = "127.0.0.1:8000", **headers: str) -> httpx.Response:
        async def send() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=httpx.ASGITransport(app), base_url="http://127.0.0.1:8000"
            ) as client:
                return await client.request(method, path, headers={"host": host, **headers})

        return asyncio.run(send())

    return request


def test_a_page_gets_the_script_and_the_file_does_not(ask: Get, site: Path) -> None:
    before = (site / "index.html").read_bytes()
    response = ask("/")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert (
        '<script src="/.rondan/reload.js" data-build="0" data-route="index.html" defer></script></head>'
        in response.text
    )
    assert (site / "index.html").read_bytes() == before


def test_a_page_is_asked_for_again_and_answered_briefly(ask: Get, live: Live) -> None:
    first = ask("/articles/a/")
    assert first.headers["cache-control"] == "no-cache"
    again = ask("/articles/a/", **{"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    live.built(frozenset({"articles/a/index.html"}))
    assert ask("/articles/a/", **{"if-none-match": first.headers["etag"]}).status_code == 200


def test_an_edited_file_has_another_etag(ask: Get, site: Path) -> None:
    first = ask("/site.css")
    assert first.headers["content-type"] == "text/css; charset=utf-8"
    assert ask("/site.css", **{"if-none-match": first.headers["etag"]}).status_code == 304
    (site / "new.css").write_text("p{}")
    (site / "new.css").replace(site / "site.css")
    assert ask("/site.css", **{"if-none-match": first.headers["etag"]}).status_code == 200


def test_parts_of_a_file(ask: Get) -> None:
    part = ask("/data.bin", range="bytes=10-19")
    assert (part.status_code, part.content) == (206, bytes(range(10, 20)))
    assert part.headers["content-range"] == "bytes 10-19/100"
    assert ask("/data.bin", range="bytes=-5").content == bytes(range(95, 100))
    assert ask("/data.bin", range="bytes=90-200").headers["content-range"] == "bytes 90-99/100"
    assert ask("/data.bin", range="bytes=200-").status_code == 416


@pytest.mark.parametrize("value", ["bytes=-", "bytes=9-3", "lines=1-2", "bytes=0-1,5-6", "nonsense"])
def test_a_range_that_makes_no_sense_is_ignored(ask: Get, value: str) -> None:
    assert len(ask("/data.bin", range=value).content) == 100


def test_a_part_of_another_version_is_not_sent(ask: Get) -> None:
    tag = ask("/data.bin").headers["etag"]
    assert ask("/data.bin", range="bytes=0-9", **{"if-range": tag}).status_code == 206
    assert ask("/data.bin", range="bytes=0-9", **{"if-range": '"other"'}).status_code == 200


def test_a_large_file_in_pieces(ask: Get, site: Path) -> None:
    data = bytes(range(256)) * 12_000
    (site / "large.mp4").write_bytes(data)
    assert ask("/large.mp4").content == data
    assert ask("/large.mp4", range="bytes=100-2500000").content == data[100:2500001]
    assert ask("/large.mp4", "HEAD").headers["content-length"] == str(len(data))


@pytest.mark.parametrize("path", ["/", "/site.css", "/data.bin"])
def test_head_tells_the_same_without_the_body(ask: Get, path: str) -> None:
    head, get = ask(path, "HEAD"), ask(path)
    assert head.content == b""
    for name in ("content-type", "content-length", "etag"):
        assert head.headers[name] == get.headers[name]


def test_what_is_not_there_shows_the_sites_own_page(ask: Get) -> None:
    response = ask("/articles/gone/")
    assert response.status_code == 404
    assert "見つかりません" in response.text
    assert 'data-route="articles/gone/index.html"' in response.text, "so that its window is told when it comes"


def test_before_the_first_build_there_is_a_page_that_listens(ask: Get, site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        path.unlink()
    response = ask("/")
    assert response.status_code == 404
    assert "/.rondan/reload.js" in response.text


def test_folders_are_not_listed(ask: Get) -> None:
    assert ask("/articles/").status_code == 404
    assert ask("/articles/a").headers["location"] == "/articles/a/"


@pytest.mark.parametrize("path", ["/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/%00", "/.rondan/../site.css"])
def test_no_way_out(ask: Get, path: str) -> None:
    assert ask(path).status_code == 404 or ask(path).url.path == "/site.css"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[::2]:8000", ""])
def test_a_foreign_name_is_refused(ask: Get, host: str) -> None:
    response = ask("/", host=host)
    assert response.status_code == 421
    assert "本文" not in response.text


@pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "127.0.0.1", "[::1]:8000"])
def test_our_own_names_are_not(ask: Get, host: str) -> None:
    assert ask("/", host=host).status_code == 200


def test_only_reading(ask: Get) -> None:
    assert ask("/", "POST").status_code == 405
    assert ask("/", "DELETE").status_code == 405


@pytest.mark.parametrize("name", ["reload.js", "overlay.css"])
def test_the_client_is_served(ask: Get, name: str) -> None:
    assert ask(f"/.rondan/{name}").status_code == 200
    assert ask("/.rondan/other.js").status_code == 404


def test_a_request_waits_for_the_build_under_way(site: Path, live: Live) -> None:
    app = application(site, live, frozenset(("127.0.0.1",)))

    async def scene() -> str:
        live.attach(asyncio.get_running_loop())
        live.busy()
        await asyncio.sleep(0)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            asked = asyncio.ensure_future(client.get("/"))
            await asyncio.sleep(0.01)
            assert not asked.done()
            (site / "index.html").write_text("new page")
            live.built(frozenset({"index.html"}))
            return (await asked).text

    assert "new page" in asyncio.run(scene())
