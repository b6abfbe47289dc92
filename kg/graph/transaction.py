"""A transaction of SQLite: all of it is written, or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def transaction(sql: sqlite3.Connection) -> Iterator[None]:
    """What is done meanwhile is written together, and whatever goes wrong, the next one can begin.

    Args:
        sql: a connection that begins none by itself (``isolation_level=None``).
    """
    sql.execute("BEGIN IMMEDIATE")
    try:
        yield
        # It may fail too, of a full disk for one; SQLite then leaves some transactions open, and ends others itself.
        sql.execute("COMMIT")
    except BaseException:
        if sql.in_transaction:
            sql.execute("ROLLBACK")
        raise
