"""What is known of jobs, in SQLite beside the store, so that they survive whatever ends the server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from kg.graph.folder import Layout, explained
from kg.graph.transaction import transaction

State = Literal["queued", "running", "waiting", "done", "failed"]
Outcome = Literal["stored", "unchanged", "failed"]

#: Finished jobs that are remembered.
_KEPT = 1000
_SCHEMA = """
CREATE TABLE IF NOT EXISTS job (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    state TEXT NOT NULL, created TEXT NOT NULL, finished TEXT, expected INTEGER, error TEXT);
CREATE TABLE IF NOT EXISTS result (job INTEGER NOT NULL, source TEXT NOT NULL, outcome TEXT NOT NULL, article TEXT,
    error TEXT, PRIMARY KEY (job, source)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS result_outcome ON result (job, outcome);
"""
_JOB = """SELECT n, id, name, state, created, finished, expected, error,
    (SELECT count(*) FROM result WHERE job = n AND outcome = 'stored'),
    (SELECT count(*) FROM result WHERE job = n AND outcome = 'unchanged'),
    (SELECT count(*) FROM result WHERE job = n AND outcome = 'failed') FROM job"""


@dataclass(frozen=True, slots=True)
class Record:
    """The job `id` is in this state; of its articles so many were stored, were stored before, and failed.

    Attributes:
        number: jobs are numbered as they come.
        expected: about how many articles there are, where that is known.
        error: why it waits or has failed.
    """

    number: int
    id: str
    name: str
    state: State
    created: str
    finished: str | None
    expected: int | None
    error: str | None
    stored: int
    unchanged: int
    failed: int

    @property
    def articles(self) -> int:
        """How many articles it is done with."""
        return self.stored + self.unchanged + self.failed


@dataclass(frozen=True, slots=True)
class Result:
    """`source`, a file or a record in one, gave the article `article`, or none for the reason `error`."""

    source: str
    outcome: Outcome
    article: str | None = None
    error: str | None = None


class Records:
    """Jobs and their results. All methods raise StopRun where the disk is full, for one."""

    def __init__(self, store: Path) -> None:
        self._layout = Layout(store)
        with explained(self._layout):
            self._sql = sqlite3.connect(store / "jobs.sqlite", isolation_level=None)
            # WAL, without waiting for the disk at each row: what was written outlives a killed server all the same.
            self._sql.execute("PRAGMA journal_mode = WAL")
            self._sql.execute("PRAGMA synchronous = NORMAL")
            self._sql.executescript(_SCHEMA)

    def close(self) -> None:
        """Closes the file."""
        self._sql.close()

    def add(self, job: str, name: str, expected: int | None) -> None:
        """Notes a job that is to be done."""
        with self._transaction():
            values = (job, name, "queued", _now(), expected)
            self._sql.execute("INSERT INTO job (id, name, state, created, expected) VALUES (?, ?, ?, ?, ?)", values)

    def set_state(self, job: str, state: State, error: str | None = None) -> None:
        """Notes how a job stands; of finished ones the oldest are forgotten."""
        finished = _now() if state in {"done", "failed"} else None
        with self._transaction():
            values = (state, error, finished, job)
            self._sql.execute("UPDATE job SET state = ?, error = ?, finished = ? WHERE id = ?", values)
            if finished:
                old = "SELECT n FROM job WHERE finished IS NOT NULL ORDER BY n DESC LIMIT -1 OFFSET ?"
                self._sql.execute(f"DELETE FROM result WHERE job IN ({old})", (_KEPT,))
                self._sql.execute(f"DELETE FROM job WHERE n IN ({old})", (_KEPT,))

    def add_results(self, job: str, results: Iterable[Result]) -> None:
        """Notes what became of articles; one that this job has stored does not become unchanged when it is resumed."""
        with self._transaction():
            (number,) = self._sql.execute("SELECT n FROM job WHERE id = ?", (job,)).fetchone()
            self._sql.executemany(
                "INSERT INTO result (job, source, outcome, article, error) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (job, source) DO UPDATE SET outcome = excluded.outcome, article = excluded.article, "
                "error = excluded.error WHERE NOT (outcome = 'stored' AND excluded.outcome = 'unchanged')",
                [(number, each.source, each.outcome, each.article, each.error) for each in results],
            )

    def get(self, job: str) -> Record | None:
        """The job, None where there is none."""
        rows = self._rows(f"{_JOB} WHERE id = ?", job)
        return Record(*rows[0]) if rows else None

    def newest(self, limit: int, *, before: int | None = None) -> list[Record]:
        """Jobs, the newest first; `before` is the number of the last one on the page before."""
        where = "" if before is None else "WHERE n < ?"
        values = (limit,) if before is None else (before, limit)
        return [Record(*row) for row in self._rows(f"{_JOB} {where} ORDER BY n DESC LIMIT ?", *values)]

    def failures(self, number: int, limit: int) -> list[Result]:
        """Why articles of a job failed."""
        query = "SELECT source, outcome, article, error FROM result WHERE job = ? AND outcome = 'failed' LIMIT ?"
        return [Result(*row) for row in self._rows(query, number, limit)]

    def articles(self, number: int, limit: int) -> list[str]:
        """Ids of the articles of a job that are in the store."""
        query = "SELECT DISTINCT article FROM result WHERE job = ? AND article IS NOT NULL ORDER BY article LIMIT ?"
        return [row[0] for row in self._rows(query, number, limit)]

    def unfinished(self) -> list[str]:
        """Ids of the jobs that are to be done, the oldest first."""
        return [row[0] for row in self._rows("SELECT id FROM job WHERE finished IS NULL ORDER BY n")]

    def _rows(self, query: str, *values: object) -> list[Any]:
        with explained(self._layout):
            return self._sql.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with explained(self._layout), transaction(self._sql):
            yield


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
