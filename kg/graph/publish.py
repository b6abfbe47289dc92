"""What makes written articles visible: a snapshot of the graph, and the search index brought up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph

from kg.graph import snapshots
from kg.graph.folder import Layout
from kg.graph.search import SearchIndex
from kg.ids import Iris


def open_index(layout: Layout) -> SearchIndex:
    """The store's search index for its writer; a damaged one is thrown away, for it can be made again."""
    try:
        return SearchIndex(layout.search)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):  # the disk is full, say
            raise
        for path in layout.root.glob(f"{layout.search.name}*"):
            path.unlink()
    return SearchIndex(layout.search)


def publish(
    graph: pyoxigraph.Store, layout: Layout, iris: Iris, index: SearchIndex, articles: Iterable[str] | None = None
) -> Path:
    """Publishes the graph as it is now; only the writer may.

    Args:
        graph: the store.
        layout: where it lies.
        iris: its IRIs.
        index: its search index.
        articles: ids of all that changed since the last time; None where that is not known.

    Returns:
        The snapshot.

    Raises:
        OSError, sqlite3.Error: the disk is full, for one; what was published before stays.
    """
    path = snapshots.publish(graph, layout)
    index.update(graph, iris, articles)
    # Last: a writer that is killed before leaves the mark, and what is missing is made up for at the next opening.
    layout.changed.unlink(missing_ok=True)
    return path
