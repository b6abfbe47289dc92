"""Snapshots: what readers open, so that a question can be asked while a build runs.

RocksDB lets nobody read beside a live writer, so the writer publishes checkpoints (hard links, milliseconds) under
``snapshots/<number>``. A reader holds a shared lock on ``snapshots/<number>.lock``; the writer removes older snapshots
that nobody holds. flock(2) here, not a record lock: a reader's forked workers must keep the snapshot.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from kg.graph.folder import Layout

_NEW = "new"
# A reader loses the race against the removal of a snapshot only while newer ones appear: each try sees a newer one.
_TRIES = 10


@dataclass(slots=True)
class Held:
    """The snapshot at `path`, kept while the descriptor is open."""

    path: Path
    descriptor: int

    def release(self) -> None:
        """Lets the writer remove it."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def numbers(layout: Layout) -> list[int]:
    """Numbers of the published snapshots, oldest first."""
    try:
        names = os.listdir(layout.snapshots)  # paths take five times as long, and each request looks
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(int(name) for name in names if name.isdecimal())


def publish(graph: pyoxigraph.Store, layout: Layout) -> Path:
    """Makes the graph as it is now the snapshot that readers open. Only the writer may call it.

    Raises:
        OSError: the disk is full, for one.
    """
    layout.snapshots.mkdir(exist_ok=True)
    new = layout.snapshots / _NEW
    shutil.rmtree(new, ignore_errors=True)  # left behind by a writer that was killed here
    graph.backup(new)
    number = max(numbers(layout), default=0) + 1
    _lock_file(layout, number).touch()
    path = layout.snapshots / str(number)
    new.rename(path)
    for older in numbers(layout)[:-1]:
        _remove_unheld(layout, older)
    return path


def hold_newest(layout: Layout) -> Held | None:
    """The newest snapshot, held against removal; None where there is none."""
    for _ in range(_TRIES):
        published = numbers(layout)
        if not published:
            return None
        held = _hold(layout, published[-1])
        if held is not None:
            return held
    return None


def _lock_file(layout: Layout, number: int) -> Path:
    return layout.snapshots / f"{number}.lock"


def _hold(layout: Layout, number: int) -> Held | None:
    try:
        descriptor = os.open(_lock_file(layout, number), os.O_RDONLY)
    except FileNotFoundError:
        return None
    path = layout.snapshots / str(number)
    if _try_lock(descriptor, fcntl.LOCK_SH) and path.is_dir():
        return Held(path, descriptor)
    os.close(descriptor)
    return None


def _remove_unheld(layout: Layout, number: int) -> None:
    try:
        descriptor = os.open(_lock_file(layout, number), os.O_RDWR | os.O_CREAT)
    except OSError:  # out of descriptors, for one: the next publication removes it
        return
    if _try_lock(descriptor, fcntl.LOCK_EX):
        shutil.rmtree(layout.snapshots / str(number), ignore_errors=True)
        _lock_file(layout, number).unlink(missing_ok=True)
    os.close(descriptor)


def _try_lock(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
