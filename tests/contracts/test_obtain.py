"""``python -m tests.browser.obtain`` says plainly what it got, and never fails."""

from collections.abc import Sequence

import pytest

from ..browser import obtain


def test_a_browser_that_is_named_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    browser = tmp_path_factory.mktemp("browser") / "chrome"
    browser.write_text("")
    monkeypatch.setenv("CHROME_PATH", str(browser))
    assert obtain.chromium() == str(browser)


def test_where_nothing_can_be_had_it_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(obtain, "chromium", lambda: None)
    monkeypatch.setattr(obtain, "japanese_fonts", lambda: False)
    monkeypatch.setattr(obtain, "_apt", lambda: None)
    monkeypatch.setattr(obtain, "_run", lambda command, seconds: "no network")
    obtain._browser()
    obtain._fonts()
    out = capsys.readouterr().out
    assert "not from Debian's package chromium: apt cannot be used here" in out
    assert "not from Playwright's download: no network" in out
    assert "browser: none; browser tests will be skipped" in out
    assert "Japanese fonts: none" in out


def test_debian_comes_before_the_download(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    ran: list[Sequence[str]] = []
    found = iter([None, "/usr/bin/chromium"])

    def run(command: Sequence[str], seconds: int) -> str:
        ran.append(command)
        return ""

    monkeypatch.setattr(obtain, "chromium", lambda: next(found))
    monkeypatch.setattr(obtain, "_apt", lambda: ["apt-get"])
    monkeypatch.setattr(obtain, "_run", run)
    obtain._browser()
    assert ran == [
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"],
    ]
    assert capsys.readouterr().out == "browser: /usr/bin/chromium, fetched as Debian's package chromium\n"
