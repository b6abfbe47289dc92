"""Which source holds which article: what lets a build replace the article of a file that was edited.

An article without an id or a url is known by what it says, so an edited file brings a new id, and the old article has
to go. The ledger also decides between two different articles of one id in one run, whatever their order.

Rows are written before the article is stored and cleaned after, so that a run that is killed between the two leaves at
most a row too many: what it names is deleted when the source is next seen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.graph.transaction import transaction

_SCHEMA = """
CREATE TABLE IF NOT EXISTS held (
    source TEXT NOT NULL, article TEXT NOT NULL, digest TEXT NOT NULL,
    sole INTEGER NOT NULL, run INTEGER NOT NULL, seen INTEGER NOT NULL,
    PRIMARY KEY (source, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS held_article ON held (article, run);
"""


@dataclass(frozen=True, slots=True)
class Holding:
    """The source `source` holds the article `article` with the content `digest`.

    Attributes:
        sole: it holds this article alone, so what it held before is replaced by it.
    """

    source: str
    article: str
    digest: str
    sole: bool = False


class Ledger:
    """The table of holdings, in SQLite beside the graph (in memory where `path` is None).

    Each time it is opened for writing a new run begins.
    """

    def __init__(self, path: Path | None) -> None:
        self._sql = sqlite3.connect(path or ":memory:", isolation_level=None)
        # WAL with NORMAL never loses a transaction when the process is killed, only when the power fails, and then
        # an article too many may stay until its source is next read.
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = NORMAL")
        self._sql.executescript(_SCHEMA)
        run, seen = self._sql.execute("SELECT max(run), max(seen) FROM held").fetchone()
        self._run = (run or 0) + 1
        self._seen = seen or 0

    def begin_run(self) -> None:
        """Ends the run: what it has seen no longer stands against another article of the same id."""
        self._run += 1

    def close(self) -> None:
        """Writes what is pending and closes the file."""
        self._sql.close()

    def record(self, holdings: Iterable[Holding]) -> None:
        """Notes that these sources hold these articles now, in one transaction."""
        rows = []
        for holding in holdings:
            self._seen += 1
            rows.append((holding.source, holding.article, holding.digest, holding.sole, self._run, self._seen))
        with transaction(self._sql):
            self._sql.executemany(
                "INSERT INTO held VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, article) DO UPDATE SET "
                # One source may hold an article twice in different words: the smaller digest stands for the run.
                "digest = CASE WHEN run = excluded.run THEN min(digest, excluded.digest) ELSE excluded.digest END, "
                "sole = excluded.sole, run = excluded.run, seen = excluded.seen",
                rows,
            )

    def preferred(self, article: str) -> str | None:
        """The smallest digest under which this run has seen the article: the one that is stored."""
        row = self._sql.execute(
            "SELECT min(digest) FROM held WHERE article = ? AND run = ?", (article, self._run)
        ).fetchone()
        return row[0] if row else None

    def outdated(self, source: str) -> list[str]:
        """Articles that the source held before the one it holds alone now, and that no other source holds."""
        return [
            row[0]
            for row in self._sql.execute(
                "SELECT article FROM held AS old WHERE source = ? AND "
                "seen < (SELECT max(seen) FROM held WHERE source = old.source AND sole) AND NOT EXISTS "
                "(SELECT 1 FROM held AS other WHERE other.article = old.article AND other.source <> old.source "
                "AND other.seen >= coalesce((SELECT max(seen) FROM held WHERE source = other.source AND sole), 0))",
                (source,),
            )
        ]

    def settle(self, source: str) -> None:
        """Forgets what the source held before the one article that it holds alone now."""
        self._sql.execute(
            "DELETE FROM held WHERE source = ?1 AND seen < (SELECT max(seen) FROM held WHERE source = ?1 AND sole)",
            (source,),
        )

    def forget(self, article: str) -> None:
        """Forgets an article that was deleted."""
        self._sql.execute("DELETE FROM held WHERE article = ?", (article,))
