"""The folder of a store: what lies where, who writes, and what went wrong.

store.json    format, base IRI, program; written last, so that a folder without it holds nothing of value
lock          held by the one writer; its content is the writer's process id
oxigraph/     the graph
ledger.sqlite which source holds which article (operational: never part of the graph)
search.sqlite the index of names, words, events and ties, rebuilt from the graph at any time
changed       exists while the graph has changes that no snapshot shows
snapshots/    what readers open: see ``kg.graph.snapshots``
compared      its time: when the index was last compared with a SPARQL server, where the graph is on one
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg import __version__
from kg.errors import Busy, StopRun

#: The version of the layout above and of the terms in the graph. A store of a newer format is refused.
FORMAT = 1

#: What a failing disk, RocksDB or SQLite raises; pyoxigraph gives damage as RuntimeError.
FAULTS = (OSError, RuntimeError, sqlite3.Error)

_UNFINISHED = {"lock", "oxigraph", "store.json.new"}
_held: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things lie in the store's folder `root`."""

    root: Path

    @property
    def settings(self) -> Path:
        return self.root / "store.json"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def graph(self) -> Path:
        return self.root / "oxigraph"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.sqlite"

    @property
    def search(self) -> Path:
        return self.root / "search.sqlite"

    @property
    def changed(self) -> Path:
        return self.root / "changed"

    @property
    def compared(self) -> Path:
        return self.root / "compared"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The store was made in this format, with this base IRI, by this program."""

    format: int
    base: str
    program: str

    def write(self, layout: Layout) -> None:
        """Writes ``store.json`` whole or not at all."""
        new = layout.root / "store.json.new"
        record = {"format": self.format, "base": self.base, "program": self.program}
        new.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
        new.replace(layout.settings)


def new_settings(base: str) -> StoreSettings:
    """Settings of a store that this version makes."""
    return StoreSettings(FORMAT, base, f"rapporteur {__version__}")


def read_settings(layout: Layout) -> StoreSettings | None:
    """The settings of the store, or None where there is none yet (no folder, or one that is empty or unfinished).

    Raises:
        StopRun: the folder holds something else, a newer store, or a damaged one.
    """
    if not layout.settings.exists():
        if layout.root.exists() and not layout.root.is_dir():
            raise StopRun(f"{layout.root} is a file, not a store: choose another --store")
        names = {entry.name for entry in layout.root.iterdir()} if layout.root.exists() else set()
        if names - _UNFINISHED:
            raise StopRun(f"{layout.root} is not a store, and not empty: choose another --store")
        return None
    try:
        record = json.loads(layout.settings.read_text(encoding="utf-8"))
        settings = StoreSettings(int(record["format"]), str(record["base"]), str(record["program"]))
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(layout, f"{layout.settings.name} is not readable") from error
    if settings.format > FORMAT:
        raise StopRun(
            f"{layout.root} was made by a newer version ({settings.program}): "
            "update Rapporteur, or choose another --store"
        )
    if not (layout.graph / "CURRENT").exists():
        raise damaged(layout, f"{layout.graph.name}/CURRENT is missing")
    return settings


def gone(folder: Path) -> StopRun:
    """The error for a store that was there before."""
    return StopRun(f"the store in {folder} is gone: put it back, from a backup for one, and try again")


def damaged(layout: Layout, what: str) -> StopRun:
    """The error for a store that can't be read."""
    return StopRun(
        f"{layout.root} is damaged ({what}): restore it from a backup, or move it away and run `kg build` again"
    )


def stop(layout: Layout | None, error: Exception) -> StopRun:
    """What the user is told when the disk, RocksDB or SQLite fails: one line, with what to do."""
    where = str(layout.root) if layout else "the store"
    reason = " ".join(str(error).split())
    if getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} or any(
        words in reason for words in ("No space left", "disk is full", "File too large", "Disk quota")
    ):
        return StopRun(
            f"no space left on the disk of {where}: free some and run the same command again; nothing stored is lost"
        )
    if "lock" in reason.lower() and "LOCK" in reason:
        return StopRun(f"{where} is being written by another process: wait for it to end, or choose another --store")
    if layout and any(word in reason for word in ("Corruption", "malformed", "not a database", "No such file")):
        return damaged(layout, reason)
    return StopRun(f"{where} can't be used: {reason}")


@contextmanager
def explained(layout: Layout | None) -> Iterator[None]:
    """Turns a failure of disk, RocksDB or SQLite into one line for the user."""
    try:
        yield
    except FAULTS as error:
        raise stop(layout, error) from error


class WriterLock:
    """One process writes a store.

    A POSIX record lock: unlike flock(2) it is not inherited by forked workers, so it goes with the writer even where
    the writer is killed and its workers live on. It is lost when any descriptor of the file is closed in the process,
    so nobody else in this program opens the file while it is held.
    """

    def __init__(self, layout: Layout) -> None:
        self._path = layout.lock.resolve()
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Takes the lock; False where another writer holds it."""
        if self._path in _held:
            return False
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode())
        self._descriptor = descriptor
        _held.add(self._path)
        return True

    def holder(self) -> str:
        """The process id of the writer, as it wrote it; empty where it is not known."""
        if self._path in _held:
            return str(os.getpid())
        try:
            return self._path.read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            return ""

    def release(self) -> None:
        """Gives the lock back."""
        if self._descriptor is not None:
            os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None
            _held.discard(self._path)


def locked(layout: Layout, lock: WriterLock) -> Busy:
    """The error for a second writer."""
    return Busy(
        f"{layout.root} is being written by process {lock.holder() or '?'}: "
        "wait for it to end, or choose another --store"
    )
