"""What a connection sends goes out in as few packets as can be."""

from __future__ import annotations

import asyncio

from api.connection import Joined


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
