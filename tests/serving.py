"""A preview running as its own process, as a person would start it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE = 30.0
"""Seconds after which a test gives up waiting; nothing is judged by time."""


def until(holds: Callable[[], Any], what: str = "") -> Any:
    """Waits for ``holds`` to give something true, and gives it back."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain{': ' if what else ''}{what}")


class Serving:
    """``rondan serve`` on a port of the system's choice while its ``with`` block lasts."""

    def __init__(self, archive: Path, *options: str) -> None:
        self.archive = archive
        self._command = [sys.executable, "-m", "builder", "-C", str(archive), "--format", "json", "--lang", "en"]
        self._command += ["serve", "--port", "0", *options]

    def __enter__(self) -> Serving:
        self.log = self.archive.parent / "serve.log"
        with self.log.open("wb") as log:
            # A test run in the background ignores Ctrl-C, and its children would inherit that.
            before = signal.signal(signal.SIGINT, signal.default_int_handler)
            try:
                self.process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stderr=log, cwd=_ROOT, env=_ENV)
            finally:
                signal.signal(signal.SIGINT, before)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            event = json.loads(line)
            if event["event"] == "serving":
                self.address = str(event["url"]).rstrip("/")
                self._reader = threading.Thread(target=self._read_on, daemon=True)
                self._reader.start()
                return self
        raise AssertionError(f"serve ended: {self.log.read_text()}")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.interrupt()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join()

    def _read_on(self) -> None:
        """What it goes on to say is not needed, but a pipe that nobody reads would fill up and stop it."""
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for _ in said:
                pass

    def interrupt(self) -> None:
        """As Ctrl-C does."""
        self.process.send_signal(signal.SIGINT if os.name != "nt" else signal.SIGTERM)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as response:
                return response.status, response.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()


_ROOT = Path(__file__).parent.parent
_ENV = {**os.environ, "PYTHONUNBUFFERED": "1"}
