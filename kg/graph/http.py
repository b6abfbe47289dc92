"""Requests to a SPARQL server: credentials, time limits, second tries where they do no harm, errors with what to do.

Nothing is logged, and credentials are sent to the server's own addresses alone: redirections are not followed.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

from kg import __version__
from kg.errors import StopRun, TimedOut
from kg.place import Remote

# Seconds to wait before each further try: a server that is restarted is back after some.
_PAUSES = (0.5, 2.0, 5.0)
# Seconds for a connection; and for a write, which may wait for a checkpoint of the server.
_CONNECT, _WRITE = 10.0, 300.0
# What a proxy says while the server behind it is away.
_AWAY = {502, 503, 504}


class Client:
    """A connection to one SPARQL server; ``close`` it."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        auth = _Credentials(remote.user, remote.password or "") if remote.user else None
        # trust_env=False: neither ~/.netrc nor a proxy of the environment gets to see what is sent.
        self._http = httpx.Client(
            auth=auth, trust_env=False, follow_redirects=False, headers={"User-Agent": f"rapporteur/{__version__}"}
        )

    def close(self) -> None:
        """Ends the connection."""
        self._http.close()

    def read(self, url: str, *, form: Mapping[str, list[str]] | None = None, accept: str) -> Answer:
        """The answer to a question, which is asked again where the server was away.

        Args:
            url: where to.
            form: fields of a form that is posted; without one it is a GET.
            accept: the media type wanted.

        Raises:
            StopRun: the server is away or refuses; TimedOut: it takes too long.
            SyntaxError: the server says that the question is malformed.
        """
        request = self._http.build_request(
            "POST" if form else "GET", url, data=form, headers={"Accept": accept}, timeout=self._remote.time_limit
        )
        return self._tried(request, self._remote.time_limit, again=True, writes=False)

    def write(
        self, method: str, url: str, *, content: bytes = b"", type_: str = "", params: Mapping[str, str], again: bool
    ) -> Answer:
        """What the server says to a change.

        Args:
            method: of HTTP.
            url: where to.
            content: the body.
            type_: its media type.
            params: of the query of the URL.
            again: made twice it does the same as made once, so it may be tried again.

        Raises:
            StopRun: the server is away or refuses; TimedOut: it takes too long.
        """
        request = self._http.build_request(
            method,
            httpx.URL(url).copy_merge_params(params),
            content=content,
            headers={"Content-Type": type_} if type_ else None,
            timeout=_WRITE,
        )
        return self._tried(request, _WRITE, again=again, writes=True)

    def _tried(self, request: httpx.Request, seconds: float, *, again: bool, writes: bool) -> Answer:
        for pause in (*_PAUSES, None):
            try:
                answer = self._sent(request, seconds)
            except httpx.TimeoutException as error:
                raise self._late(seconds) from error
            except httpx.TransportError as error:
                # What was never sent may be sent again, whatever it is.
                if pause is None or not (again or isinstance(error, httpx.ConnectError)):
                    raise StopRun(f"{self._remote} can't be reached: {error}; is the server running?") from error
            else:
                if pause is None or not again or answer.status not in _AWAY:
                    if request.method != "DELETE" or answer.status != 404:  # what is not there need not be deleted
                        self._check(answer, writes=writes)
                    return answer
            time.sleep(pause)
        raise AssertionError("the last try has no pause")

    def _sent(self, request: httpx.Request, seconds: float) -> Answer:
        end = time.monotonic() + seconds
        request.extensions["timeout"]["connect"] = min(_CONNECT, seconds)
        response = self._http.send(request, stream=True)
        try:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if time.monotonic() > end:
                    raise self._late(seconds)
        finally:
            response.close()
        return Answer(str(request.url.copy_with(query=None)), response.status_code, response.headers, bytes(body))

    def _late(self, seconds: float) -> TimedOut:
        return TimedOut(
            f"{self._remote} took longer than {seconds:g} seconds: narrow the query, or raise KG_TIME_LIMIT"
        )

    def _check(self, answer: Answer, *, writes: bool) -> None:
        """Raises what the user has to know of an answer that is none."""
        if answer.status < 300:
            return
        said = " ".join(answer.body[:500].decode("utf-8", "replace").split())
        if answer.status in {401, 403}:
            raise StopRun(f"{self._remote} refuses the credentials: set KG_STORE_USER and KG_STORE_PASSWORD")
        if answer.status == 400 and not writes:
            raise SyntaxError(said)
        if answer.status == 404:
            raise StopRun(f"there is nothing at {answer.url}: KG_STORE, KG_STORE_GRAPHS and KG_STORE_UPDATE say where")
        if answer.status < 400:
            raise StopRun(f"{self._remote} has moved to {answer.headers.get('location', 'another address')}: set that")
        raise StopRun(f"{self._remote} answers {answer.status}: {said or 'nothing'}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered at `url` (without its query), read to its end."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes


class _Credentials(httpx.Auth):
    """Name and password as the server asks for them, Basic or Digest; nothing is sent before it asks.

    Basic sends the password itself, so it needs TLS, or a server of this machine.
    """

    requires_request_body = True

    def __init__(self, user: str, password: str) -> None:
        self._basic = httpx.BasicAuth(user, password)
        self._digest = httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            if not asked.startswith("digest") and not _private(request.url):
                raise StopRun("the password would cross the network in the clear: use an https address for KG_STORE")
            self._chosen = self._digest if asked.startswith("digest") else self._basic
        yield from self._chosen.auth_flow(request)


def _private(url: httpx.URL) -> bool:
    """Nobody else sees what is sent there."""
    host = urlsplit(str(url)).hostname or ""
    try:
        return url.scheme == "https" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
