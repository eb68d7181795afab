"""Ports, and how the preview begins and ends."""

import os
import socket
from pathlib import Path

import pytest

from builder.cli.scaffold import lay
from builder.diagnostics import ArchiveError
from builder.preview import serve
from builder.preview.serve import bind

from ...serving import Serving, until


def test_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with bind("127.0.0.1", 0) as taken:
        monkeypatch.setattr(serve, "FIRST_PORT", taken.getsockname()[1])
        with bind("127.0.0.1", None) as found:
            assert found.getsockname()[1] > taken.getsockname()[1]


def test_a_port_that_was_asked_for_is_not_exchanged() -> None:
    with bind("127.0.0.1", 0) as taken, pytest.raises(ArchiveError) as error:
        bind("127.0.0.1", taken.getsockname()[1])
    assert error.value.diagnostics[0].code == "preview/port-in-use"


def test_when_no_port_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_ATTEMPTS", 1)
    with bind("127.0.0.1", 0) as taken:
        monkeypatch.setattr(serve, "FIRST_PORT", taken.getsockname()[1])
        with pytest.raises(ArchiveError) as error:
            bind("127.0.0.1", None)
    assert error.value.diagnostics[0].code == "preview/no-free-port"


def test_a_port_only_the_administrator_may_use_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(ArchiveError):
        bind("127.0.0.1", 80)


@pytest.mark.skipif(os.name == "nt", reason="signals are otherwise there")
def test_it_ends_at_once_and_without_a_word_though_windows_are_open(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    lay(archive, "en")
    with Serving(archive) as serving:
        address = serving.address.removeprefix("http://").split(":")
        with socket.create_connection((address[0], int(address[1]))) as window:
            window.sendall(b"GET /.rondan/events?build=1&route=index.html HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            until(lambda: b"retry:" in window.recv(4096), "the stream of events")
            serving.interrupt()
            assert serving.process.wait(30) == 130
    assert serving.log.read_text() == ""


def test_the_published_site_is_never_touched(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    lay(archive, "en")
    (archive / "site").mkdir()
    (archive / "site" / "index.html").write_text("published")
    with Serving(archive) as serving:
        assert serving.get("/")[0] == 200
    assert [path.name for path in (archive / "site").iterdir()] == ["index.html"]
    preview = (archive / ".rondan" / "preview" / "index.html").read_text(encoding="utf-8")
    assert ".rondan/reload.js" not in preview
