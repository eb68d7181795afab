"""``python -m tests.browser.obtain``: sees to a Chromium and Japanese fonts for the browser tests.

Takes what the system has, else Debian's packages where apt may be used, else Playwright's own download. Says plainly
what was found, fetched or not to be had, and exits 0 either way: without a browser the browser tests are skipped with
that reason (and fail where ``CI`` is set).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
MISSING = "no Chromium: install one (Debian: apt install chromium), name one in CHROME_PATH, or run make test online"


def chromium() -> str | None:
    """The path of a Chromium that is here now, or None."""
    named = os.environ.get("CHROME_PATH", "")
    if named and Path(named).is_file():
        return named
    found = [path for name in NAMES if (path := shutil.which(name))]
    found += [path for path in PLACES if Path(path).is_file()]
    return found[0] if found else _playwrights_own()


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def japanese_fonts() -> bool:
    """Whether some font here knows Japanese; True where that cannot be asked."""
    if not shutil.which("fc-list"):
        return sys.platform in ("darwin", "win32")
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip())


def _run(command: Sequence[str], seconds: int) -> str:
    """Empty when the command succeeded, else why not."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = (done.stderr or done.stdout).strip().splitlines()
    return "" if done.returncode == 0 else (lines[-1] if lines else f"exit status {done.returncode}")


def _apt() -> list[str] | None:
    """How to call apt-get without being asked for anything; None where that is impossible."""
    if not shutil.which("apt-get"):
        return None
    if os.name == "posix" and os.geteuid() == 0:
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if shutil.which("sudo") and not _run(["sudo", "-n", "true"], 10):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def _from_debian(package: str) -> str:
    """Installs ``package``; empty, or why not."""
    apt = _apt()
    if apt is None:
        return "apt cannot be used here (not Debian, or no right to install)"
    _run([*apt, "update", "-q"], 300)
    return _run([*apt, "install", "-q", "-y", "--no-install-recommends", package], 900)


def _browser() -> None:
    path = chromium()
    if path:
        print(f"browser: {path}")
        return
    for source, fetch in (
        ("Debian's package chromium", lambda: _from_debian("chromium")),
        ("Playwright's download", lambda: _run([sys.executable, "-m", "playwright", "install", "chromium"], 900)),
    ):
        why_not = fetch()
        path = chromium()
        if path:
            print(f"browser: {path}, fetched as {source}")
            return
        print(f"browser: not from {source}: {why_not or 'installed, yet no browser is to be found'}")
    print(f"browser: none; browser tests will be skipped. {MISSING}")


def _fonts() -> None:
    if japanese_fonts():
        print("Japanese fonts: here")
        return
    why_not = _from_debian("fonts-noto-cjk")
    print(f"Japanese fonts: none; screenshots show boxes. {why_not}" if why_not else "Japanese fonts: fetched")


if __name__ == "__main__":
    _browser()
    _fonts()
