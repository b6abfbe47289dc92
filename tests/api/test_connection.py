"""What a connection sends goes out in as few packets as can be, and not to who takes nothing."""

from __future__ import annotations

import asyncio

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.server import ServerState

from api.connection import Connection, Joined


class _Packets(asyncio.Transport):
    """A transport that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.packets: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self.closed
        self.packets.append(bytes(data))

    def close(self) -> None:
        self.closed = True


def _sent(*parts: bytes, pause: bool = False) -> list[bytes]:
    """The packets, when these parts are written one after the other and the connection is closed."""
    transport = _Packets()

    async def send() -> None:
        joined = Joined(transport, asyncio.get_running_loop())
        for part in parts:
            joined.write(part)
            if pause:
                await asyncio.sleep(0)
        joined.close()

    asyncio.run(send())
    assert transport.closed
    return transport.packets


def test_headers_go_with_the_body() -> None:
    assert _sent(b"headers", b"body") == [b"headersbody"]


def test_headers_do_not_wait_for_a_body_that_is_late() -> None:
    assert _sent(b"headers", b"body", pause=True) == [b"headers", b"body"]


def test_what_waits_is_sent_before_the_end() -> None:
    assert _sent(b"headers", b"body", b"more") == [b"headersbody", b"more"]


async def _until_gone(read: bool, seconds: float) -> bool:
    """Whether a client of an endless answer, which it reads or does not, is let go within so many seconds."""
    gone = asyncio.Event()

    async def endless(_scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        leaving = asyncio.create_task(receive())
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while not leaving.done():
            await send({"type": "http.response.body", "body": b"x" * (1 << 16), "more_body": True})
            await asyncio.sleep(0)
        gone.set()

    config = uvicorn.Config(endless, log_config=None)
    config.load()
    state = ServerState()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(config=config, server_state=state, app_state={}), "127.0.0.1")
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    try:
        async with asyncio.timeout(seconds):
            while read:
                await reader.read(1 << 20)
            await gone.wait()
    except TimeoutError:
        return False
    finally:
        writer.transport.abort()
        server.close()
        await gone.wait()
    return True


def test_a_client_that_takes_nothing_of_its_answer_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.connection._STALL", 0.5)
    assert asyncio.run(_until_gone(read=False, seconds=20))
    assert not asyncio.run(_until_gone(read=True, seconds=2))
