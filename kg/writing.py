"""The process that writes the store: ``python -m kg.writing DESCRIPTOR``; its other end is ``api.writer``.

A running update can't be cancelled, and a nested one ends the process that parses it. So the writer is a process of its
own, which may be killed: what it was doing is undone, for every change is one transaction, and the next one goes on.
"""

from __future__ import annotations

import pickle
import resource
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import RapporteurError, StopRun
from kg.graph.edit import Editor
from kg.graph.folder import Layout, gone
from kg.query.worker import ERROR, VALUE, packed, read_frame

# Seconds after which what a running job has written is shown, and after which the store is left to other writers, such
# as `kg build`: opening it again takes 0.3 s.
_SHOW_AFTER, _LEAVE_AFTER = 5.0, 60.0


@dataclass(frozen=True, slots=True)
class Opening:
    """The store in `folder` is to be written by a process that takes so many MiB of address space."""

    folder: Path
    memory: int


@dataclass(frozen=True, slots=True)
class Command:
    """`function` is called with the store, `arguments` and `options`, and may take so many seconds."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    seconds: float


def main() -> int:
    """Obeys commands until the other end of the socket is closed, or has long been silent."""
    # Ctrl-C, and a service that is stopped, reach the whole group; the parent ends us by closing the socket.
    for ignored in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ignored, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with socket.socket(fileno=int(sys.argv[1])) as end, end.makefile("rb") as stream:
        opening: Opening = pickle.loads(read_frame(stream)[1])
        size = opening.memory << 20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        try:
            store = _open(opening.folder)
        except RapporteurError as error:
            end.sendall(packed(ERROR, pickle.dumps(error)))
            return 0
        end.sendall(packed(VALUE, pickle.dumps(None)))
        try:
            sound = _obey(store, end, stream)
        except RapporteurError:
            sound = False  # nobody had asked for anything: the next command meets the same, and is answered
        # After a failure of the disk another write would only hide the first error.
        store.close(publish=sound)
    return 0


def _open(folder: Path) -> Editor:
    _check(folder)
    return Editor.create_or_open(folder)


def _check(folder: Path) -> None:
    """The store is where it was: a new one must not take the place of one that was moved away."""
    if not Layout(folder).settings.exists():
        raise gone(folder)


def _obey(store: Editor, end: socket.socket, stream: BinaryIO) -> bool:
    """Obeys commands, and uses the time between them; false where the store is to be opened anew."""
    behind = True
    shown = time.monotonic()
    while True:
        if not store.hides:
            shown = time.monotonic()
        elif time.monotonic() - shown > _SHOW_AFTER:
            store.publish()
        pause = 0.0 if behind else _SHOW_AFTER if store.hides else _LEAVE_AFTER
        if not select.select([end], [], [], pause)[0]:
            if behind:
                behind = store.look_through()
            elif not store.hides:
                return True
            continue
        try:
            _, data = read_frame(stream)
            letter, answer = _done(pickle.loads(data), store)
            end.sendall(packed(letter, pickle.dumps(answer)))
        except (EOFError, ConnectionError):  # the other end is gone: what was written is shown before we go
            return True
        behind = True
        if isinstance(answer, StopRun):
            return False


def _done(command: Command, store: Editor) -> tuple[bytes, Any]:
    """What a command gives, or raises. The alarm ends the process in the midst of it."""
    signal.setitimer(signal.ITIMER_REAL, command.seconds)
    try:
        if store.folder:
            _check(store.folder)
        return VALUE, command.function(store, *command.arguments, **command.options)
    except RapporteurError as error:
        return ERROR, error
    except Exception as error:  # noqa: BLE001  # the edge of the process: the other end has to be told something
        return ERROR, StopRun(f"the writer failed ({type(error).__name__}: {error}); please report it")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    sys.exit(main())
