"""Backups: taken at any moment, they are whole; restored, the store goes on as if nothing had happened."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StopRun, UsageError
from kg.graph.backup import back_up, restore
from kg.graph.folder import FORMAT
from kg.graph.reader import open_reader
from kg.graph.store import Store

_SCRIPT = Path(__file__).with_name("synthetic.py")
_spec = importlib.util.spec_from_file_location("synthetic", _SCRIPT)
assert _spec is not None
assert _spec.loader is not None
synthetic = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(synthetic)
article, lines, named = synthetic.article, synthetic.lines, synthetic.named


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A store of two articles."""
    with Store.create_or_open(tmp_path / "store") as store:
        store.replace_articles([article(1), article(2)])
    return tmp_path / "store"


def test_a_restored_store_is_the_one_that_was_backed_up(stored: Path, tmp_path: Path) -> None:
    made = back_up(stored, tmp_path / "backups" / "monday")
    assert (made.articles, made.base) == (2, "http://localhost:8000/")
    assert restore(tmp_path / "backups" / "monday", tmp_path / "again") == made
    with open_reader(stored) as before, open_reader(tmp_path / "again") as after:
        assert lines(after) == lines(before)
        assert sorted(after.index.articles("words", limit=5)) == sorted(before.digests())
    assert {path.name for path in tmp_path.iterdir()} == {"store", "backups", "again"}


def test_a_backup_has_what_was_published_while_a_writer_writes(stored: Path, tmp_path: Path) -> None:
    with Store.create_or_open(stored) as store:
        store.replace_articles([article(3)])
        assert back_up(stored, tmp_path / "backup").articles == 2
        store.publish()
        assert back_up(stored, tmp_path / "later").articles == 3
    restore(tmp_path / "backup", tmp_path / "again")
    with Store.create_or_open(tmp_path / "again") as store:
        assert sorted(store.articles()) == [article(1).id, article(2).id]
        store.replace_articles([article(3)])
        assert len(store.index.articles("words", limit=5)) == 3


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: the build's many small writes need not be synced there."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def test_backups_in_the_middle_of_a_build_are_whole_and_the_build_goes_on_from_them(
    quick_path: Path,
) -> None:
    tmp_path = quick_path
    synthetic.load(tmp_path / "calm")
    with open_reader(tmp_path / "calm") as reader:
        expected = lines(reader)
    versions = {a.id: {a.digest: a.quads.count(b"\n")} for a in synthetic.wanted()}
    for number in range(0, synthetic.ARTICLES, 3):
        old = article(number, words="old", excerpts=synthetic.EXCERPTS)
        versions[old.id][old.digest] = old.quads.count(b"\n")
    taken = 0
    for turn in range(2, synthetic.STEPS, 2):
        folder, backup, again = (tmp_path / f"{turn}-{name}" for name in ("store", "backup", "again"))
        with subprocess.Popen([sys.executable, str(_SCRIPT), str(folder)], stdout=subprocess.PIPE, text=True) as build:
            assert build.stdout is not None
            for _ in range(turn):
                assert build.stdout.readline() == "step\n"
            try:
                back_up(folder, backup)
            except StopRun:  # nothing is published yet, or a snapshot every few milliseconds
                continue
            taken += build.poll() is None
        restore(backup, again)
        with open_reader(again) as reader:
            for id_, digest in reader.digests().items():
                assert len(reader.article_quads(id_)) == versions.get(id_, {digest: 63})[digest]
        synthetic.load(again)
        with open_reader(again) as reader:
            assert lines(reader) == expected
    assert taken >= 2


def test_an_article_whose_file_was_edited_since_goes_after_a_restore(stored: Path, tmp_path: Path) -> None:
    with Store.create_or_open(stored) as store:
        store.replace_articles([named("old", words="old", source="/a.txt", sole=True)])
        store.publish()
        store.begin_run()
        store.replace_articles([named("new", words="new", source="/a.txt", sole=True)])
        back_up(stored, tmp_path / "backup")
    restore(tmp_path / "backup", tmp_path / "again")
    with Store.create_or_open(tmp_path / "again") as store:
        assert "old" in set(store.articles())
        store.replace_articles([named("new", words="new", source="/a.txt", sole=True)])
        assert {"old", "new"} & set(store.articles()) == {"new"}


@pytest.mark.parametrize("harm", ["bit", "short", "missing", "outside"])
def test_a_damaged_backup_is_not_restored(stored: Path, tmp_path: Path, harm: str) -> None:
    backup = tmp_path / "backup"
    made = back_up(stored, backup)
    table = max((name for name in made.files if name.endswith(".sst")), key=lambda name: made.files[name][0])
    data = (backup / table).read_bytes()
    if harm == "bit":
        (backup / table).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif harm == "short":
        (backup / table).write_bytes(data[:100])
    elif harm == "missing":
        (backup / table).unlink()
    else:
        record = json.loads((backup / "backup.json").read_text())
        record["files"]["../outside"] = record["files"].pop(table)
        (backup / "backup.json").write_text(json.dumps(record))
    with pytest.raises(StopRun, match=f"the backup {backup} is damaged"):
        restore(backup, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_what_is_there_is_never_written_over(stored: Path, tmp_path: Path) -> None:
    back_up(stored, tmp_path / "backup")
    with pytest.raises(UsageError, match="is there already: name a new folder for a backup"):
        back_up(stored, tmp_path / "backup")
    with pytest.raises(UsageError, match="is there already: name a new folder for a store"):
        restore(tmp_path / "backup", stored)


def test_what_is_no_whole_backup_is_refused(stored: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no backup, or not a whole one"):
        restore(stored, tmp_path / "again")
    back_up(stored, tmp_path / "backup")
    manifest = tmp_path / "backup" / "backup.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"format": FORMAT + 1}))
    with pytest.raises(StopRun, match="was made by a newer version"):
        restore(tmp_path / "backup", tmp_path / "again")
    with pytest.raises(UsageError, match="there is no store in"):
        back_up(tmp_path / "nowhere", tmp_path / "other")
