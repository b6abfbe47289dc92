"""What one request, and one client, may ask of the server."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, OrderedDict
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

from fastapi import Request
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.connection import WHOLE
from api.errors import Problem, problem
from kg.config import Settings

# Operators look at these when the server is busiest.
_ALWAYS = frozenset({"/health", "/metrics"})

# Seconds' worth of requests that a client which was quiet may send at once: a page with its data is a burst.
_SAVED = 10.0

# Clients whose rate is remembered; with 100,000 of them it takes some 20 MB.
_REMEMBERED = 100_000


class Limits:
    """Middleware: requests at once, their rate, the size and the time of their bodies."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._rates = Rates(settings.request_rate)
        self._at_once: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in _ALWAYS:
            await self._app(scope, receive, send)
            return
        client = client_of(scope)
        refusal = self._refusal(client)
        if refusal:
            await problem(*refusal, headers={"Retry-After": "1"})(scope, receive, send)
            return
        self._at_once[client] += 1
        try:
            await self._app(scope, self._bounded(scope, receive), send)
        finally:
            self._at_once[client] -= 1
            if not self._at_once[client]:
                del self._at_once[client]

    def _refusal(self, client: str) -> tuple[int, str] | None:
        settings = self._settings
        if self._at_once.total() >= settings.max_requests:
            return 503, "the server is busy: try again in a moment"
        if self._at_once[client] >= settings.max_client_requests:
            return 429, f"more than {settings.max_client_requests} requests at once: wait for their answers"
        if not self._rates.allow(client):
            return 429, f"more than {settings.request_rate:g} requests a second: slow down"
        return None

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        """`receive` for a body that is no larger, and comes no slower, than it may."""
        largest, deadline = self._settings.max_upload, time.monotonic() + self._settings.body_time
        seen = 0
        ended = False

        async def receive_some() -> Message:
            nonlocal seen, ended
            if ended:
                return await receive()
            # A timer costs more than the look whether it is needed.
            message = await (receive() if scope.get(WHOLE) else self._in_time(receive, deadline))
            seen += len(message.get("body", b""))
            if seen > largest:
                raise too_large(largest)
            ended = not message.get("more_body", False)
            return message

        return receive_some

    async def _in_time(self, receive: Receive, deadline: float) -> Message:
        try:
            async with asyncio.timeout(max(deadline - time.monotonic(), 0.0)):
                return await receive()
        except TimeoutError as error:
            raise Problem(408, f"the body did not arrive within {self._settings.body_time:g} seconds") from error


class Rates:
    """Requests a second of each client, as a bucket of `_SAVED` seconds' worth that fills at `rate` a second."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._most = max(rate * _SAVED, 1.0)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, client: str) -> bool:
        """Whether the client may send a request now; takes it from what it has."""
        now = time.monotonic()
        left, then = self._left.get(client, (self._most, now))
        left = min(left + (now - then) * self._rate, self._most)
        allowed = left >= 1
        self._left[client] = (left - allowed, now)
        self._left.move_to_end(client)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return allowed


def client_of(scope: Scope) -> str:
    """Who sent the request: an address; of IPv6 the network, for one machine has as many addresses as it likes."""
    return _network(scope["client"][0] if scope.get("client") else "")


@lru_cache(maxsize=1000)
def _network(host: str) -> str:
    try:
        address = ip_address(host)
    except ValueError:
        return host
    return str(IPv6Address(int(address) >> 64 << 64)) if isinstance(address, IPv6Address) else host


def too_large(largest: int) -> Problem:
    """The answer to a body that is too large."""
    # The rest of the body is not read, so nothing else can come over this connection.
    return Problem(413, f"the body has more than {largest:,} bytes", {"Connection": "close"})


async def read_body(request: Request, largest: int) -> bytes:
    """The body of a request.

    Raises:
        Problem: 413, it has more bytes than this; it is not even read where it says so itself.
    """
    said = request.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > largest:
        raise too_large(largest)
    body = bytearray()
    more = True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > largest:
            raise too_large(largest)
    return bytes(body)
