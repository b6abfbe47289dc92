"""What is known of jobs, in a file of its own."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from api.records import Records
from kg.errors import StopRun


@contextmanager
def full_disk(store: Path) -> Iterator[None]:
    """No file may grow beyond what the largest has."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    most = max(path.stat().st_size for path in store.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def refusal(records: Records) -> Iterator[None]:
    """Every COMMIT that a job was added in fails, and leaves its transaction open."""
    records._sql.executescript(
        "PRAGMA foreign_keys = ON; CREATE TABLE one (n INTEGER PRIMARY KEY);"
        "CREATE TABLE other (n INTEGER REFERENCES one DEFERRABLE INITIALLY DEFERRED);"
        "CREATE TRIGGER refuse AFTER INSERT ON job BEGIN INSERT INTO other VALUES (new.n); END;"
    )
    yield
    records._sql.execute("DROP TRIGGER refuse")


@pytest.mark.parametrize("fault", ["full disk", "refused"])
def test_after_a_commit_that_failed_the_next_job_is_noted(tmp_path: Path, fault: str) -> None:
    with closing(Records(tmp_path)) as records:
        records.add("first", "a.txt", 1)
        with full_disk(tmp_path) if fault == "full disk" else refusal(records):
            for _ in range(3):
                with pytest.raises(StopRun, match="can't be used"):
                    records.add("second", "b.txt", 1)
        assert records.get("second") is None
        records.add("third", "c.txt", 1)
        records.set_state("first", "done")
    with closing(Records(tmp_path)) as records:
        assert records.unfinished() == ["third"]
