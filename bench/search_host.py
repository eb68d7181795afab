"""A static host that compresses as hosts do, sends ranges, and counts bytes."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMPRESSED = (".html", ".js", ".mjs", ".json", ".css", ".svg", ".xml", ".txt", ".wasm")
HEADERS = 250  # bytes of a response's head, about


class CountingHost:
    """Serves a folder while its ``with`` block lasts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.requests = self.wire = 0
        self._lock = threading.Lock()
        self._packed: dict[Path, bytes] = {}
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host._answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                """Silent."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

        self._server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> CountingHost:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def taken(self) -> tuple[int, int]:
        """Requests and bytes on the wire since the last call."""
        with self._lock:
            found = self.requests, self.wire
            self.requests = self.wire = 0
        return found

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = (self.folder / unquote(urlsplit(handler.path).path).lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        if not path.is_relative_to(self.folder) or not path.is_file():
            self._send(handler, 404, b"not found", {"Content-Type": "text/plain"})
            return
        headers = {"Content-Type": mimetypes.guess_type(path)[0] or "application/octet-stream"}
        wanted = handler.headers.get("Range", "")
        if wanted.startswith("bytes="):
            data = path.read_bytes()
            start, _, stop = wanted[6:].partition("-")
            part = data[int(start) : int(stop) + 1 if stop else None]
            headers["Content-Range"] = f"bytes {start}-{int(start) + len(part) - 1}/{len(data)}"
            self._send(handler, 206, part, headers)
        elif path.suffix in COMPRESSED:
            if path not in self._packed:
                self._packed[path] = gzip.compress(path.read_bytes(), 9 if path.stat().st_size < 2_000_000 else 6)
            self._send(handler, 200, self._packed[path], headers | {"Content-Encoding": "gzip"})
        else:
            self._send(handler, 200, path.read_bytes(), headers)

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]) -> None:
        with self._lock:
            self.requests += 1
            self.wire += len(body) + HEADERS
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        try:
            handler.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            return
