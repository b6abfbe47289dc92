"""A writer that is refused, killed or starved, and what readers see meanwhile."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import StopRun, UsageError
from kg.graph import snapshots
from kg.graph.folder import FORMAT, Layout
from kg.graph.reader import open_reader
from kg.graph.store import Store

_SCRIPT = Path(__file__).with_name("synthetic.py")
_spec = importlib.util.spec_from_file_location("synthetic", _SCRIPT)
assert _spec is not None
assert _spec.loader is not None
synthetic = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(synthetic)
article, lines = synthetic.article, synthetic.lines


# --- readers ---


def test_a_reader_sees_what_was_published_while_a_writer_writes(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(1)])
        store.publish()
        store.replace_articles([article(2)])
        with open_reader(tmp_path) as reader:
            assert list(reader.digests()) == [article(1).id]
            assert reader.note == f"process {os.getpid()} is writing the store: this is its last published state"
    with open_reader(tmp_path) as reader:
        assert sorted(reader.digests()) == [article(1).id, article(2).id]
        assert reader.note is None


def test_a_reader_keeps_its_view_and_old_views_are_removed(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(1)])
    reader = open_reader(tmp_path)
    for number in (2, 3):
        with Store.create_or_open(tmp_path) as store:
            store.replace_articles([article(number, excerpts=500)])
    assert lines(reader) == sorted(article(1).quads.splitlines())
    assert len(snapshots.numbers(Layout(tmp_path))) == 2
    reader.close()
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(4)])
    assert len(snapshots.numbers(Layout(tmp_path))) == 1


def test_a_reader_publishes_what_a_killed_writer_left(tmp_path: Path) -> None:
    store = Store.create_or_open(tmp_path)
    store.replace_articles([article(1)])
    store.close(publish=False)
    assert snapshots.numbers(Layout(tmp_path)) == []
    with open_reader(tmp_path) as reader:
        assert list(reader.digests()) == [article(1).id]
        assert reader.index.articles("words", limit=5) == [article(1).id]


def test_nothing_changed_publishes_nothing(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(1)])
    before = snapshots.numbers(Layout(tmp_path))
    with Store.create_or_open(tmp_path) as store:
        assert store.is_current(article(1).id, article(1).digest)
    assert snapshots.numbers(Layout(tmp_path)) == before


def test_without_a_store_a_reader_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"`kg build PATH --store .*nowhere` makes one"):
        open_reader(tmp_path / "nowhere")


# --- what is refused ---


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with (
        Store.create_or_open(tmp_path),
        pytest.raises(StopRun, match=f"being written by process {os.getpid()}: wait for it"),
    ):
        Store.create_or_open(tmp_path)
    Store.create_or_open(tmp_path).close()


def test_a_writer_of_another_process_is_refused(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path):
        done = subprocess.run(
            [sys.executable, str(_SCRIPT), str(tmp_path)], capture_output=True, text=True, check=False
        )
    assert done.returncode == 1
    assert f"being written by process {os.getpid()}" in done.stderr


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    Store.create_or_open(tmp_path).close()
    settings = {"format": FORMAT + 1, "base": "http://localhost:8000/", "program": "rapporteur 9.9"}
    (tmp_path / "store.json").write_text(json.dumps(settings))
    for opening in (Store.create_or_open, open_reader):
        with pytest.raises(StopRun, match=r"newer version \(rapporteur 9.9\): update Rapporteur"):
            opening(tmp_path)


def test_the_base_of_a_store_stays(tmp_path: Path) -> None:
    Store.create_or_open(tmp_path, base="https://example.org/").close()
    with pytest.raises(StopRun, match=r"lie under https://example.org/, not https://other.org/"):
        Store.create_or_open(tmp_path, base="https://other.org/")
    with Store.create_or_open(tmp_path) as store:
        assert store.iris.base == "https://example.org/"


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("chapter 1")
    with pytest.raises(StopRun, match="is not a store, and not empty"):
        Store.create_or_open(tmp_path)
    with pytest.raises(StopRun, match="is a file, not a store"):
        Store.create_or_open(tmp_path / "thesis.txt")
    assert (tmp_path / "thesis.txt").read_text() == "chapter 1"


@pytest.mark.parametrize("harm", ["settings", "current", "manifest"])
def test_a_damaged_store_is_named_as_such(tmp_path: Path, harm: str) -> None:
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(1)])
    if harm == "settings":
        (tmp_path / "store.json").write_text('{"format"')
    elif harm == "current":
        (tmp_path / "oxigraph" / "CURRENT").unlink()
    else:
        for manifest in (tmp_path / "oxigraph").glob("MANIFEST-*"):
            manifest.write_bytes(b"\0" * 100)
    with pytest.raises(StopRun, match=r"is damaged \(.*\): restore it from a backup, or move it away"):
        Store.create_or_open(tmp_path)


def test_an_unfinished_folder_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "oxigraph").mkdir()
    (tmp_path / "lock").touch()
    with Store.create_or_open(tmp_path, base="https://example.org/") as store:
        assert store.iris == store.iris
    assert json.loads((tmp_path / "store.json").read_text())["base"] == "https://example.org/"


# --- what goes wrong underway ---


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what a killed process has written is kept there as on a disk, and
    syncing, most of the time of these small loads, costs nothing.
    """
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def test_killed_at_any_moment_the_store_opens_and_the_same_command_ends_the_same(quick_path: Path) -> None:
    tmp_path = quick_path
    synthetic.load(tmp_path / "calm")
    with open_reader(tmp_path / "calm") as reader:
        expected = lines(reader)
    versions = {a.id: {a.digest: len(a.quads.splitlines())} for a in synthetic.wanted()}
    for number in range(0, synthetic.ARTICLES, 3):
        old = article(number, words="old", excerpts=synthetic.EXCERPTS)
        versions[old.id][old.digest] = len(old.quads.splitlines())
    chance, interrupted = random.Random(20), 0
    for turn in range(20):
        folder = tmp_path / str(turn)
        # A step takes some 20 ms.
        interrupted += _kill_in(chance.randint(1, synthetic.STEPS), chance.uniform(0, 0.03), folder)
        if (folder / "store.json").exists():
            with open_reader(folder) as reader:
                for id_, digest in reader.digests().items():
                    known = versions.get(id_, {digest: 63})  # the files' old articles
                    assert len(reader.article_quads(id_)) == known[digest]
                assert reader.counts().articles == reader.counts().graphs
        synthetic.load(folder)
        with open_reader(folder) as reader:
            assert lines(reader) == expected
            titled = reader.index.articles("new", limit=1000)
            assert sorted(titled) == sorted(a.id for a in synthetic.wanted())
            assert reader.index.articles("old", limit=1000) == []
    assert interrupted >= 10


def _kill_in(step: int, seconds: float, folder: Path) -> bool:
    """Starts loading, kills it so long after this step began, and says whether that came before the end."""
    with subprocess.Popen([sys.executable, str(_SCRIPT), str(folder)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(step):
            assert process.stdout.readline() == "step\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


_STARVED = """
import resource, runpy, sys
from pathlib import Path
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
synthetic = runpy.run_path(sys.argv[1])
from kg.errors import StopRun
from kg.graph.store import Store
try:
    with Store.create_or_open(Path(sys.argv[3])) as store:
        for number in range(2, 200):
            store.replace_articles([synthetic["article"](number, words="word " * 200, excerpts=200)])
            if number % 2:
                store.begin_run()
                store.replace_articles([synthetic["article"](number, words="other " * 200, excerpts=200)])
except StopRun as error:
    print(error)
    sys.exit(1)
"""


def _starve(folder: Path, limit: int) -> str:
    command = [sys.executable, "-c", _STARVED, str(_SCRIPT), str(limit), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1, done.stderr
    return done.stdout


def test_where_files_may_not_grow_the_run_stops_and_what_is_stored_stays(tmp_path: Path) -> None:
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([article(1)])
    assert "no space left on the disk" in _starve(tmp_path, 400_000)
    with Store.create_or_open(tmp_path) as store:
        assert store.digest_of(article(1).id) == article(1).digest
        assert store.counts().articles == store.counts().graphs
        store.replace_articles([article(9_000)])


def test_on_a_full_disk_the_run_stops_and_what_is_stored_stays(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mounting, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    try:
        with Store.create_or_open(disk / "store") as store:
            store.replace_articles([article(1)])
        assert "no space left on the disk" in _starve(disk / "store", 0)
        subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
        with Store.create_or_open(disk / "store") as store:
            assert store.digest_of(article(1).id) == article(1).digest
            assert store.counts().articles == store.counts().graphs
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
