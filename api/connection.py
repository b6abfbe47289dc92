"""A connection: what uvicorn leaves open, a client that sends nothing, headers without end, or takes no answer."""

from __future__ import annotations

import asyncio
import resource
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# Seconds in which the headers of a request have to come, as nginx has it; and their bytes, as h11 and nginx have them.
_HEADERS_TIME, _HEADERS_SIZE = 10.0, 1 << 16

# Seconds in which a client has to take what waits for it, once that is too much to send more.
_STALL = 60.0

#: A name in the scope of a request all of whose body is there.
WHOLE = "rapporteur.whole"


class Joined:
    """A transport that sends the headers of an answer with the first part of its body.

    Uvicorn sends headers as soon as it has them; here they wait for what is written next, until the loop's next turn:
    each packet costs both ends one.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._kept = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Sends it, at once or a moment later."""
        if self._kept:
            data, self._kept = self._kept + data, b""
            self._transport.write(data)
        else:
            self._kept = data
            self._loop.call_soon(self.flush)

    def flush(self) -> None:
        """Sends what waits."""
        if self._kept:
            data, self._kept = self._kept, b""
            self._transport.write(data)

    def close(self) -> None:
        """Closes it when all is sent."""
        self.flush()
        self._transport.close()


class Connection(HttpToolsProtocol):
    """A connection of uvicorn that is closed where the headers of a request don't come, or its answer is not taken."""

    _missing: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None
    _came = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """A client has connected."""
        super().connection_made(Joined(transport, self.loop))  # type: ignore[arg-type]  # but for `write`, it is one
        # Half of what may be open: each request may take a file and a socket more.
        if len(self.connections) > resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2:
            transport.abort()
            return
        self._missing = self.loop.call_later(_HEADERS_TIME, transport.close)

    def data_received(self, data: bytes) -> None:
        """Some bytes have come."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.scope[WHOLE] = not self.cycle.more_body  # type: ignore[literal-required]  # ours
            self._forget()
            return
        self._came += len(data)
        if self._came > _HEADERS_SIZE:
            self.transport.abort()
        elif self._missing is None:
            self._missing = self.loop.call_later(_HEADERS_TIME, self.transport.close)

    def pause_writing(self) -> None:
        """More waits to be sent than should."""
        super().pause_writing()
        self._stalled = self.loop.call_later(_STALL, self.transport.abort)

    def resume_writing(self) -> None:
        """The client has taken most of it."""
        super().resume_writing()
        self._flow_on()

    def connection_lost(self, exc: Exception | None) -> None:
        """The client has gone."""
        self._forget()
        self._flow_on()
        super().connection_lost(exc)

    def _forget(self) -> None:
        self._came = 0
        if self._missing:
            self._missing.cancel()
            self._missing = None

    def _flow_on(self) -> None:
        if self._stalled:
            self._stalled.cancel()
            self._stalled = None
