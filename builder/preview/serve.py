"""``rondan serve``: binds a port, builds, watches, and serves until it is interrupted."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn

from ..config import FILE_NAME, Paths
from ..diagnostics import ArchiveError, Diagnostic, system_reason
from .app import application
from .live import Live
from .rebuild import Rebuilder, Seams
from .watch import Watcher

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FIRST_PORT = 8000
_ATTEMPTS = 30


def bind(host: str, port: int | None) -> socket.socket:
    """A bound socket: on ``port``, or, where none is given, on 8000 or the next that is free.

    Raises ArchiveError where the port is taken, or none is free.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    wanted = range(FIRST_PORT, FIRST_PORT + _ATTEMPTS) if port is None else (port,)
    for number in wanted:
        bound = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would share the port instead
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, number))
            bound.listen(128)
        except OSError as error:
            bound.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                values = {"host": host, "reason": system_reason(error)}
                raise ArchiveError([Diagnostic("preview/cannot-bind", values=values)]) from None
            continue
        return bound
    code = "preview/no-free-port" if port is None else "preview/port-in-use"
    raise ArchiveError([Diagnostic(code, values={"port": str(wanted[0]), "last": str(wanted[-1])})])


def serve(
    folder: Path, site: Path, bound: socket.socket, seams: Seams, follow: bool, ready: Callable[[], None]
) -> None:
    """Serves ``site``, kept up to date, on the socket ``bound``; calls ``ready`` once the first build is done.

    Raises KeyboardInterrupt when the person at the keyboard has had enough.
    """
    live = Live()
    rebuilder = Rebuilder(seams, live, follow)
    rebuilder.build(None)
    ready()
    server = _Server(live, application(site, live, frozenset((*LOOPBACK, "[::1]"))))

    def names() -> tuple[str, ...]:
        paths = rebuilder.config.paths if rebuilder.config else Paths()
        return (paths.content, paths.templates)

    with Watcher(folder, names, frozenset((FILE_NAME,))) as watcher:
        loop = threading.Thread(target=rebuilder.run, args=(watcher, lambda: server.should_exit), daemon=True)
        loop.start()
        server.serve_on(bound)


class _Server(uvicorn.Server):
    """uvicorn, silent, and quick to end although windows keep their event streams open."""

    def __init__(self, live: Live, app: Any) -> None:
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        super().__init__(
            uvicorn.Config(
                app, log_config=None, access_log=False, server_header=False, lifespan="off", timeout_graceful_shutdown=1
            )
        )
        self._live = live

    def serve_on(self, bound: socket.socket) -> None:
        """Until a signal."""

        async def main() -> None:
            self._live.attach(asyncio.get_running_loop())
            await self.serve(sockets=[bound])

        asyncio.run(main())

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """uvicorn's hook."""
        self._live.close()
        super().handle_exit(sig, frame)
