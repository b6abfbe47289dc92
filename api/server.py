"""The server's process."""

from __future__ import annotations

import gc
import ipaddress
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from api import create_app
from api.connection import Connection
from api.log import configure
from kg.config import Settings
from kg.errors import StopRun

# Seconds that requests get to be finished after SIGTERM, beyond the time that each may take.
_GRACE = 5


def serve(settings: Settings, *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Serves until SIGTERM or Ctrl-C; requests that are being answered are finished.

    Args:
        settings: what to serve, and where.
        open_browser: opens the first page.
        say: shows a line to the user.

    Raises:
        StopRun: the address is in use or not ours; the store can't be opened.
    """
    listening = listen(settings.host, settings.port)
    if settings.token is None and not is_loopback(settings.host):
        say("Warning: other machines can reach this server, and it has no token: they read all, and nobody can write.")
    configure()
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        http=Connection,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=int(settings.request_time) + _GRACE,
    )
    server = uvicorn.Server(config)
    if open_browser:
        # When the loop runs: the address already listens, so the browser may ask before that.
        threading.Timer(0.5, webbrowser.open, [address(listening)]).start()
    # Who has read the line below may send it at once; uvicorn, which would take it later, sends it to itself again when
    # all requests are answered: that it came is no failure.
    signal.signal(signal.SIGTERM, server.handle_exit)
    say(f"Serving {settings.place} at {address(listening)}; Ctrl-C ends it.")
    # What is loaded by now stays, and is not looked through again: for 0.1 s nobody would be answered.
    gc.collect()
    gc.freeze()
    server.run(sockets=[listening])
    if app.state.failure:
        raise app.state.failure


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        StopRun: the address is in use or not ours.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise StopRun(
            f"can't listen on {host} port {port}: {error.strerror}; choose another --host or --port"
        ) from error


def address(listening: socket.socket) -> str:
    """The address of the server as a browser takes it."""
    host, port = listening.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"


def is_loopback(host: str) -> bool:
    """Only this machine reaches the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
