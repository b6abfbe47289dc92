"""An answer that is sent while it is being made."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.errors import told
from api.kept import Answer
from kg.errors import RapporteurError, TooLarge, UsageError

log = logging.getLogger("rapporteur")

# Seconds for which nobody looks whether the client is still there, for most answers are whole by then.
_SOON = 0.05


class AnswerResponse(Response):
    """Sends an answer of a process of the pool from its first part on, which decides about the status.

    A client that goes away frees the process.

    Args:
        answer: what is sent.
        type_of: gives the media type for the answer's heading.
        headers: of the answer.
        refusal: status where what was asked for can't be answered as asked; None for that of the error.
    """

    def __init__(
        self,
        answer: Answer,
        type_of: Callable[[str], str],
        *,
        headers: Mapping[str, str],
        refusal: int | None = None,
    ) -> None:
        super().__init__(headers=headers)
        self._answer = answer
        self._type_of = type_of
        self._refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if await self._answer.complete(_SOON):
                await self._send(scope, receive, send)
            else:
                await self._send_while_there(scope, receive, send)
        finally:
            self._answer.close()

    async def _send_while_there(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it until the client goes away."""
        sending = asyncio.create_task(self._send(scope, receive, send))
        leaving = asyncio.create_task(_gone(receive))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if sending.done():
                sending.result()
        finally:
            leaving.cancel()
            sending.cancel()

    async def _send(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            data = await self._answer.read()
        except TooLarge:
            raise
        except UsageError as error:
            await told(error, self._refusal)(scope, receive, send)
            return
        self.headers["content-type"] = self._type_of(self._answer.heading.decode())
        if self._answer.read_whole:
            self.headers["content-length"] = str(len(data))
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": data})
            return
        del self.headers["content-length"]
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        while data:
            await send({"type": "http.response.body", "body": data, "more_body": True})
            try:
                data = await self._answer.read()
            except RapporteurError as error:
                # It is too late for a status: a body that does not end tells the client that something is missing.
                log.warning("an answer was broken off: %s", error)
                return
        await send({"type": "http.response.body", "body": b""})


async def _gone(receive: Receive) -> None:
    """Waits until the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
