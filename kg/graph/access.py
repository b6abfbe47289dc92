"""Opening a store, wherever it is."""

from __future__ import annotations

from pathlib import Path

from kg.errors import UsageError
from kg.graph.reader import Reader, open_reader
from kg.graph.store import Store
from kg.place import Place


def reading(place: Place) -> Reader:
    """Opens the store for questions: see ``open_reader``.

    Raises:
        UsageError: there is no store.
        StopRun: it can't be read.
    """
    if isinstance(place, Path):
        return open_reader(place)
    # A server needs a library that a store in a folder does not wait for.
    from kg.graph.remote_store import RemoteReader

    return RemoteReader(place)


def writing(place: Place, *, base: str | None = None) -> Store:
    """Opens the store for writing, makes one where there is none: see ``Store.create_or_open``.

    Raises:
        StopRun: somebody else writes it, it can't be written, its base differs.
    """
    if isinstance(place, Path):
        return Store.create_or_open(place, base=base)
    from kg.graph.remote_store import RemoteStore

    return RemoteStore.connect(place, base=base)


def folder_of(place: Place, what: str) -> Path:
    """The store's folder.

    Args:
        place: the store.
        what: cannot be done without one; the beginning of a sentence.

    Raises:
        UsageError: it is on a SPARQL server.
    """
    if isinstance(place, Path):
        return place
    raise UsageError(f"{what} needs a store in a folder, and {place} is a server: use the server's own means")
