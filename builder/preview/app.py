"""The preview's web application: the built site, with a script added to its pages, and a stream of events."""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Callable
from hashlib import blake2b
from html import escape
from importlib.resources import files
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from .files import Redirect, find, not_found
from .live import Live, route_of
from .send import FRESH, answer, is_known

_PATIENCE = 10.0
"""Seconds that a request waits for a build under way, so that nobody is shown what was just edited away."""
_CLIENT = {"reload.js": "text/javascript; charset=utf-8", "overlay.css": "text/css; charset=utf-8"}


def application(site: Path, live: Live, hosts: frozenset[str]) -> ASGIApp:
    """Serves the folder ``site``; ``hosts`` are the names (without port) by which we may be called."""
    routes = [
        Route("/.rondan/events", _events(live), methods=["GET"]),
        Route("/.rondan/{name}", _client, methods=["GET"]),
    ]
    inner = Starlette(routes=[*routes, Route("/{path:path}", _Site(site, live), methods=["GET", "HEAD"])])
    return _OnlyFrom(inner, hosts)


class _OnlyFrom:
    """Refuses requests made under a foreign name: a web page elsewhere may have pointed its own name at this
    computer (DNS rebinding), to read what is being written here."""

    def __init__(self, inner: ASGIApp, hosts: frozenset[str]) -> None:
        self._inner, self._hosts = inner, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
            name = host[: host.rindex("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]
            if name.lower() not in self._hosts:
                await PlainTextResponse("This preview answers to this computer only.\n", 421)(scope, receive, send)
                return
        await self._inner(scope, receive, send)


class _Site:
    """The files of the site."""

    def __init__(self, site: Path, live: Live) -> None:
        self._site, self._live = site, live

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        await self._live.settled(_PATIENCE)
        try:
            response = self._response(request)
        except OSError:  # gone between the look and the reading
            response = PlainTextResponse("404\n", 404, FRESH)
        with contextlib.suppress(OSError):
            await response(scope, receive, send)

    def _response(self, request: Request) -> Response:
        found = find(self._site, request.scope["path"]) or not_found(self._site)
        if found is None:
            return self._page(request, _BARE, 404)
        if isinstance(found, Redirect):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(found.to + query, 307, FRESH)
        if found.path.suffix == ".html":
            return self._page(request, found.path.read_bytes(), found.status)
        return answer(request, found)

    def _page(self, request: Request, data: bytes, status: int) -> Response:
        route = route_of(request.scope["path"])
        data = _with_script(data, _SCRIPT.format(self._live.number, escape(route, quote=True)).encode())
        etag = f'"{blake2b(data, digest_size=12).hexdigest()}"'
        headers = {**FRESH, "etag": etag}
        if status == 200 and is_known(request, etag):
            return Response(status_code=304, headers=headers)
        return Response(data, status, headers, "text/html; charset=utf-8")


_SCRIPT = '<script src="/.rondan/reload.js" data-build="{}" data-route="{}" defer></script>'
_BARE = b"<!doctype html><meta charset=utf-8><title>404</title><p>404"
"""Where the site has no 404 page, or is not built yet."""


def _with_script(page: bytes, script: bytes) -> bytes:
    """Before the closing head, where our templates have it; else in front of everything after the doctype."""
    at = page.find(b"</head>")
    if at < 0:
        start = page.find(b">") if page[:9].lower() == b"<!doctype" else -1
        at = start + 1
    return page[:at] + script + page[at:]


async def _client(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _CLIENT:
        return PlainTextResponse("404\n", 404)
    data = (files("builder.preview") / "client" / name).read_bytes()
    return Response(data, media_type=_CLIENT[name], headers=FRESH)


def _events(live: Live) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        route = request.query_params.get("route", "")
        seen = request.query_params.get("build", "")

        async def stream() -> AsyncIterator[str]:
            yield "retry: 500\n\n"
            async for event in live.events(route, int(seen) if seen.isdecimal() else -1):
                yield f"event: {event.kind}\ndata: {json.dumps(event.data, ensure_ascii=False)}\n\n"

        return StreamingResponse(stream(), media_type="text/event-stream", headers={"cache-control": "no-store"})

    return endpoint
