"""Processes that answer questions and can be killed; ``kg.query.worker`` is what runs in them."""

from __future__ import annotations

import pickle
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from kg.errors import RapporteurError, StopRun, TimedOut, UsageError
from kg.query.worker import CHUNK, ERROR, READY, Question, View, packed, read_frame


class Process:
    """A process that shows `view`; its end of a socket is ours to read.

    Raises:
        OSError: it can't be started now.
    """

    def __init__(self, view: View) -> None:
        # A file: a pipe that nobody reads would stop a process that says much.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # until `close`
        try:
            self.socket, self._child = started("kg.query.worker", pickle.dumps(view), said=self._said)
        except OSError:
            self._said.close()
            raise

    @property
    def alive(self) -> bool:
        """It has not ended."""
        return self._child.poll() is None

    @property
    def pid(self) -> int:
        """The process id."""
        return self._child.pid

    def ask(self, question: Question) -> Iterator[bytes]:
        """The chunks of an answer, as they come.

        Raises:
            RapporteurError: what the function raised, or why the process ended.
        """
        with self.socket.makefile("rb") as stream:
            try:
                self.socket.sendall(packed(b"q", pickle.dumps(question)))
                while (frame := read_frame(stream))[0] in {READY, CHUNK}:
                    if frame[0] == CHUNK:
                        yield frame[1]
            except (EOFError, ConnectionError) as error:
                raise self.reason(question.seconds) from error
            ended(*frame)

    def reason(self, seconds: float) -> RapporteurError:
        """Why the process ended while it had a question that was to be answered in so many seconds."""
        status = self._child.wait()
        if status == -signal.SIGALRM:
            return TimedOut(
                f"the query took longer than {seconds:g} seconds: narrow it (a LIMIT alone does not help where it "
                "sorts), or raise the limit"
            )
        if status in {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}:
            return UsageError("the query is nested too deeply, or needs too much memory: make it simpler")
        if status == -signal.SIGKILL:
            return StopRun("the query was killed, most likely for want of memory: narrow it")
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").strip()
        return StopRun(f"the query failed: {said.splitlines()[-1] if said else f'status {status}'}")

    def kill(self) -> None:
        """Ends the process, whatever it does, without waiting for its end."""
        self._child.kill()

    def close(self) -> None:
        """Ends the process, whatever it does."""
        self.socket.close()
        self.kill()
        self._child.wait()
        self._said.close()


def started(
    module: str, first: bytes | None = None, said: IO[bytes] | None = None
) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Starts ``python -m MODULE DESCRIPTOR``; gives our end of the socket of which it is told the other, and itself.

    Args:
        module: what runs.
        first: data of the frame that it reads first, less than a socket holds; None where that is sent later.
        said: where what it says goes; nowhere for None.

    Raises:
        OSError: it can't be started now.
    """
    ours, theirs = socket.socketpair()
    try:
        with theirs:
            if first is not None:
                # Kept by the socket until it is read; after the start there may be nobody left to send it to.
                ours.sendall(packed(b"q", first))
            child = subprocess.Popen(
                # -P: a file of the user's folder must not stand in for a module.
                [sys.executable, "-P", "-m", module, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said or subprocess.DEVNULL,
            )
    except BaseException:
        ours.close()
        raise
    return ours, child


def ended(letter: bytes, data: bytes) -> Any:
    """The value in the last frame of an answer; raises it where it is an error."""
    found = pickle.loads(data)
    if letter == ERROR:
        raise found
    return found
