"""The process that extracts the articles of one job of the server: ``python -m kg.ingest DESCRIPTOR FILE...``.

It builds as `kg build` does, but what it stores goes through the server's writer: it asks the other end of its socket,
which answers as the store would. Its niceness leaves the processors to whoever asks.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from kg.build import Report, build
from kg.errors import RapporteurError, StopRun
from kg.graph.reader import Reader, open_reader
from kg.graph.store import Store, StoredArticle, Written
from kg.query.worker import ERROR, packed, read_frame
from kg.read import read

_NICE = 10
#: What is called at the other end: methods of the store, and what is told of the job.
FAIL, END = "fail", "end"


@dataclass(frozen=True, slots=True)
class Ingest:
    """The articles in `files` are to go into the store in `folder`, by so many processes that extract."""

    folder: Path
    files: tuple[Path, ...]
    workers: int


class Relay(Reader):
    """The store for a build: what was there when the job began, and a writer at the other end of a socket."""

    def __init__(self, reader: Reader, end: socket.socket) -> None:
        super().__init__(reader.graph, reader.iris.base, folder=reader.folder, path=reader.path, release=reader.close)
        self._end = end
        self._stream = end.makefile("rb")

    def ask(self, name: str, *arguments: Any, **options: Any) -> Any:
        """What the other end answers.

        Raises:
            RapporteurError: what it raised there.
            StopRun: it is gone.
        """
        try:
            self._end.sendall(packed(b"q", pickle.dumps((name, arguments, options))))
            letter, data = read_frame(self._stream)
        except (EOFError, ConnectionError) as error:
            raise StopRun("the server is gone") from error
        found = pickle.loads(data)
        if letter == ERROR:
            raise found
        return found

    def is_current(self, article: str, digest: str, *, source: str = "", sole: bool = False) -> bool:
        """See ``Store.is_current``."""
        return bool(self.ask("is_current", article, digest, source=source, sole=sole))

    def replace_articles(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Store.replace_articles``."""
        return cast("Written", self.ask("replace_articles", batch)) if batch else Written()

    def replace_graph(self, name: str, quads: bytes) -> None:
        """See ``Store.replace_graph``."""
        self.ask("replace_graph", name, quads)

    def add(self, quads: bytes) -> None:
        """See ``Store.add``."""
        self.ask("add", quads)


def main() -> int:
    """Builds, and tells of every article that fails; the other end knows of the rest, for it stores it."""
    for ignored in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ignored, signal.SIG_IGN)  # the server's: it kills us
    os.nice(_NICE)
    with socket.socket(fileno=int(sys.argv[1])) as end:
        threading.Thread(target=_end_with, args=(end,), daemon=True).start()
        asked: Ingest = pickle.loads(read_frame(end.makefile("rb"))[1])
        try:
            with open_reader(asked.folder) as reader:
                _build(Relay(reader, end), asked)
        except RapporteurError as error:
            end.sendall(packed(b"q", pickle.dumps((END, (str(error),), {}))))
    return 0


def _end_with(end: socket.socket) -> None:
    """Ends this process, and so its workers, when the server has gone: the next one does all that is not stored."""
    hung_up = select.poll()
    hung_up.register(end, 0)  # nothing but that the other end is closed
    hung_up.poll()
    os._exit(1)


def _build(relay: Relay, asked: Ingest) -> None:
    report = Report()
    told = 0

    def progress() -> None:
        nonlocal told
        for failure in report.failed[told:]:
            relay.ask(FAIL, failure["path"], failure["error"])
        told = len(report.failed)

    # Two at least: one would work in this process, and an article that ends it would end the job.
    workers = max(2, asked.workers)
    # Of a store a build needs what a relay has.
    build(read([str(file) for file in asked.files]), cast("Store", relay), report, workers=workers, progress=progress)
    progress()
    relay.ask(END, None)


if __name__ == "__main__":
    sys.exit(main())
