"""The process that answers questions to a store, one after the other: ``python -m kg.query.worker DESCRIPTOR``.

A running query can't be cancelled from Python, and one of 5,000 nested parentheses ends the process with a segmentation
fault; so questions are answered in processes of their own, which may be killed or die. ``kg.query.process`` is the
other end. Both send frames: a letter, a length, and so many bytes.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph

from kg.errors import RapporteurError, TooLarge, UsageError
from kg.graph import snapshots
from kg.graph.folder import FAULTS, Layout, gone, stop
from kg.graph.reader import Reader, open_reader
from kg.place import Place

HEADER = struct.Struct("!cI")
READY, CHUNK, VALUE, LAST_VALUE, ERROR = b"r", b"c", b"v", b"l", b"e"

#: Bytes that a chunk has at most: what a socket takes at once.
CHUNK_SIZE = 1 << 16

# A process that once needed more memory than this, in KiB, ends after its answer (LAST_VALUE says so): what was given
# back to the allocator is not given back to the system. What is counted at its start is what its parent once needed:
# Linux hands that over, and from a large parent each process would end after each answer.
_SWOLLEN = max(1 << 19, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

# Nanoseconds after which a folder's time tells of every later change: a hundred ticks of its clock.
_SETTLED = 10**9

Send = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class View:
    """What a process shows: the store at `place` as it was last published, or `snapshot` alone, whatever comes after.

    Attributes:
        base: IRI below which the data lie, where they are on a server or in a snapshot.
        memory: MiB of address space that the process may take; None where it has no limit.
        niceness: added to that of the parent, 0 to 19.
    """

    place: Place
    base: str = ""
    snapshot: Path | None = None
    memory: int | None = None
    niceness: int = 0


@dataclass(frozen=True)  # without slots, which would take five times as long to pickle
class Question:
    """`function` is called with a reader, what to send chunks with if it `streams`, and `arguments`.

    Attributes:
        seconds: that it may take.
        largest: bytes that the answer may have.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    seconds: float
    largest: int
    streams: bool = False


class Shown:
    """The reader of a view, opened anew when there is something newer."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._number = -1
        self._reader: Reader | None = None
        self.layout = Layout(view.place if isinstance(view.place, Path) else view.place.kept)
        self._snapshots = str(self.layout.snapshots)
        self._listed: tuple[int, int] | None = None

    def reader(self) -> Reader:
        """The reader of what is newest.

        Raises:
            StopRun: the store is gone, or can't be read.
        """
        if found := self.current():
            return found
        view = self._view
        if not isinstance(view.place, Path):
            # A server needs a library that a store in a folder does not wait for.
            from kg.graph.remote_store import RemoteReader

            self._reader = RemoteReader(view.place, view.base)
            return self._reader
        if view.snapshot:
            graph = pyoxigraph.Store.read_only(str(view.snapshot))
            self._reader = Reader(graph, view.base, folder=view.place, path=view.snapshot)
            return self._reader
        try:
            opened = open_reader(view.place)
        except UsageError as error:  # whoever asked is not wrong: there was a store
            raise gone(view.place) from error
        self.close()
        self._reader = opened
        self._number = int(opened.path.name) if opened.path else -1
        return self._reader

    def current(self) -> Reader | None:
        """The reader that is open, where there is nothing newer; in microseconds."""
        if self._reader is None or self._view.snapshot or not isinstance(self._view.place, Path):
            return self._reader
        now, changed = time.time_ns(), self._changed()
        if changed is None or changed != self._listed:
            if max(snapshots.numbers(self.layout), default=-1) != self._number:
                return None
            # What changes in the same moment, after it is listed, leaves the folder's time as it is.
            self._listed = changed if changed and changed[0] < now - _SETTLED else None
        return self._reader

    def close(self) -> None:
        """Lets go of the snapshot."""
        if self._reader:
            self._reader.close()
            self._reader = None

    def _changed(self) -> tuple[int, int] | None:
        """When the folder of the snapshots changed last, and which folder it is; a quarter of the time of a list."""
        try:
            found = os.stat(self._snapshots)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_ino


class _Counted:
    """Sends frames, up to so many bytes of an answer. Those of a small one go together: each costs both ends a turn."""

    def __init__(self, output: socket.socket, largest: int) -> None:
        self._output = output
        self._left = largest
        self._largest = largest
        self._kept = b""

    def chunk(self, data: bytes) -> None:
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge(f"the answer has more than {self._largest:,} bytes: ask for less, by a LIMIT for one")
        self._kept += packed(CHUNK, data)
        if len(self._kept) >= CHUNK_SIZE:
            self._send()

    def end(self, letter: bytes, data: bytes) -> None:
        self._kept += packed(letter, data)
        self._send()

    def _send(self) -> None:
        self._output.sendall(self._kept)
        self._kept = b""


def packed(letter: bytes, data: bytes) -> bytes:
    """A frame."""
    return HEADER.pack(letter, len(data)) + data


def read_frame(stream: BinaryIO) -> tuple[bytes, bytes]:
    """The next frame.

    Raises:
        EOFError: the other end is gone.
    """
    head = stream.read(HEADER.size)
    if len(head) < HEADER.size:
        raise EOFError
    letter, length = HEADER.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return letter, data


def _answer(question: Question, shown: Shown, output: socket.socket) -> None:
    """Sends chunks, then the value or the error. The alarm ends the process, also in the midst of a query, and also
    where nobody is left who would kill it.
    """
    signal.setitimer(signal.ITIMER_REAL, question.seconds)
    counted = _Counted(output, question.largest)
    try:
        send = (counted.chunk,) if question.streams else ()
        value = question.function(shown.reader(), *send, *question.arguments, **question.options)
        letter, data = LAST_VALUE if _swollen() else VALUE, pickle.dumps(value)
    except RapporteurError as error:
        letter, data = ERROR, pickle.dumps(error)
    except FAULTS as error:
        letter, data = ERROR, pickle.dumps(stop(shown.layout, error))
    counted.end(letter, data)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _swollen() -> bool:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _SWOLLEN


def main() -> int:
    """Answers questions until the other end of the socket is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it closes the socket
    # A query that overflows the stack must not leave gigabytes of core.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with socket.socket(fileno=int(sys.argv[1])) as end, end.makefile("rb") as stream:
        view: View = pickle.loads(read_frame(stream)[1])
        os.nice(view.niceness)
        if view.memory:
            size = view.memory << 20
            resource.setrlimit(resource.RLIMIT_AS, (size, size))
        shown = Shown(view)
        with suppress(RapporteurError, *FAULTS):  # whoever asks meets it again, and is told
            shown.reader()
        # What is loaded by now stays, and is not looked through again: that took 20 ms of every fortieth neighbourhood.
        gc.collect()
        gc.freeze()
        end.sendall(packed(READY, b""))
        while True:
            try:
                _, data = read_frame(stream)
            except EOFError:
                return 0
            _answer(pickle.loads(data), shown, end)


if __name__ == "__main__":
    sys.exit(main())
