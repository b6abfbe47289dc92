"""Backups: a folder that holds the store as it was at one moment, and the way back.

A backup is taken from the newest snapshot, so it may be taken while a server or a build writes. It is laid out like a
store, with ``backup.json`` beside it: written last, it names every file with its checksum.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import StopRun, UsageError
from kg.graph import snapshots
from kg.graph.folder import FAULTS, FORMAT, Layout, read_settings, stop
from kg.graph.reader import Reader, open_reader

_MANIFEST = "backup.json"
_CHUNK = 1 << 20
# A snapshot comes once a minute at most, and copying the tables beside it takes seconds: the second try succeeds.
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of so many articles, made by `program`.

    Attributes:
        format: of the store (``folder.FORMAT``).
        files: path within the backup → (bytes, SHA-256).
    """

    format: int
    program: str
    base: str
    articles: int
    files: dict[str, tuple[int, str]]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(size for size, _ in self.files.values())


def back_up(store: Path, target: Path) -> Backup:
    """Copies the store's newest snapshot into the folder `target`, which appears when it is whole.

    Raises:
        UsageError: there is no store, or something in the target.
        StopRun: the store can't be read, the target not written.
    """
    _refuse_taken(target, "a backup")
    new = _beside(target, "unfinished")
    with _explained(target, new):
        new.mkdir(parents=True)
        with _settled(store, new) as reader:
            assert reader.path is not None  # of a folder, always
            shutil.copyfile(Layout(store).settings, Layout(new).settings)
            shutil.copytree(reader.path, Layout(new).graph)
            settings = read_settings(Layout(new))
            articles = reader.counts().articles
        assert settings is not None  # just copied
        files = {str(path.relative_to(new)): _summed(path) for path in _files(new)}
        backup = Backup(settings.format, settings.program, settings.base, articles, files)
        (new / _MANIFEST).write_text(json.dumps(asdict(backup), indent=1) + "\n", encoding="utf-8")
        _sync(new / _MANIFEST)
        _appear(new, target)
    return backup


def restore(source: Path, store: Path) -> Backup:
    """Makes a store of the backup `source` in the folder `store`, which appears when it is whole.

    Raises:
        UsageError: `source` is no backup, or there is something in `store`.
        StopRun: the backup is damaged or of a newer version, the store can't be written.
    """
    backup = read_manifest(source)
    _refuse_taken(store, "a store")
    new = _beside(store, "restoring")
    with _explained(store, new):
        for name, expected in sorted(backup.files.items()):
            copy = new / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            if (source / name).is_file():
                shutil.copyfile(source / name, copy)
            if not copy.exists() or _summed(copy) != expected:
                raise StopRun(f"the backup {source} is damaged: {name} is not as it was written; use another one")
        Layout(new).changed.touch()  # the tables beside the graph may be ahead of it: the first opening compares them
        with open_reader(new) as reader:
            found = reader.counts().articles
        if found != backup.articles:
            raise StopRun(f"the backup {source} is damaged: {found:,} of its {backup.articles:,} articles are there")
        _appear(new, store)
    return backup


def read_manifest(source: Path) -> Backup:
    """What the backup says of itself.

    Raises:
        UsageError: it is none, or an unfinished one.
        StopRun: it is of a newer version, or leads out of its folder.
    """
    try:
        record = json.loads((source / _MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): (int(size), str(sum_)) for name, (size, sum_) in record["files"].items()}
        backup = Backup(
            int(record["format"]), str(record["program"]), str(record["base"]), int(record["articles"]), files
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{source} is no backup, or not a whole one: `kg backup DIR` makes one") from error
    if backup.format > FORMAT:
        raise StopRun(f"{source} was made by a newer version ({backup.program}): update Rapporteur")
    for name in files:
        if not (source / name).resolve().is_relative_to(source.resolve()):
            raise StopRun(f"the backup {source} is damaged: {name} lies outside of it")
    return backup


@contextmanager
def _settled(store: Path, target: Path) -> Iterator[Reader]:
    """A reader of the newest snapshot, once the tables beside the graph are copied to `target`.

    They are never behind the snapshot if none was published while they were copied. That they may be ahead of it does
    no harm: the index is compared with the graph when it is restored, and the ledger's rows for an article that is not
    there are those of a writer that was killed.
    """
    for _ in range(_TRIES):
        with open_reader(store) as reader:
            for table in sorted(store.glob("*.sqlite")):
                with closing(sqlite3.connect(table)) as one, closing(sqlite3.connect(target / table.name)) as copy:
                    one.backup(copy)
            newest = snapshots.numbers(Layout(store))[-1:]
            if reader.path and newest == [int(reader.path.name)]:
                yield reader
                return
    raise StopRun(f"{store} is written faster than it can be copied: try again when the build has ended")


def _refuse_taken(folder: Path, what: str) -> None:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UsageError(f"{folder} is there already: name a new folder for {what}, or move that one away")


def _beside(folder: Path, state: str) -> Path:
    """A folder on the same disk, so that renaming it makes all of it appear at once."""
    new = folder.absolute().with_name(f".{folder.absolute().name}.{state}")
    shutil.rmtree(new, ignore_errors=True)  # of a run that was killed
    return new


def _appear(new: Path, target: Path) -> None:
    new.rename(target)
    _sync(target.absolute().parent)


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def _summed(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file, which is on the disk afterwards."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_CHUNK):
            digest.update(block)
            size += len(block)
        os.fsync(file.fileno())
    return size, digest.hexdigest()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _explained(target: Path, new: Path) -> Iterator[None]:
    """Removes what is unfinished; a failure of the disk becomes one line for the user."""
    try:
        yield
    except FAULTS as error:
        raise stop(Layout(target), error) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
