"""The contract of the store, in memory and on disk; what a killed, refused or starved writer leaves behind."""

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
import rdflib

from kg.errors import StopRun, UsageError
from kg.graph import snapshots
from kg.graph.folder import FORMAT, Layout
from kg.graph.reader import open_reader
from kg.graph.store import Store
from kg.ids import Iris
from kg.vocabulary import RAP, RDF, SCHEMA

_SCRIPT = Path(__file__).with_name("synthetic.py")
_spec = importlib.util.spec_from_file_location("synthetic", _SCRIPT)
assert _spec is not None
assert _spec.loader is not None
synthetic = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(synthetic)
article, named, lines = synthetic.article, synthetic.named, synthetic.lines


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.memory() if request.param == "memory" else Store.create_or_open(tmp_path / "store") as made:
        yield made


def titles(store: Store) -> dict[str, str]:
    rows = store.select(f"SELECT ?a ?title {{ ?a <{SCHEMA.headline}> ?title }}")
    return {store.iris.article_of(row["a"]): row["title"] for row in rows}


# --- what is stored ---


def test_stored_articles_are_there_whole(store: Store) -> None:
    batch = [article(1), article(2)]
    written = store.replace_articles(batch)
    assert lines(store) == sorted(b"".join(a.quads for a in batch).splitlines())
    assert (written.articles, written.quads, written.duplicates) == (2, 126, 0)
    assert store.digests() == {a.id: a.digest for a in batch}
    assert sorted(store.articles()) == [a.id for a in batch]
    assert (store.counts().articles, store.counts().quads, store.counts().graphs) == (2, 126, 2)


def test_an_article_is_replaced_whole_and_alone(store: Store) -> None:
    store.replace_articles([article(1, words="old", excerpts=30), article(2)])
    store.begin_run()
    store.replace_articles([article(1, words="new", excerpts=5)])
    assert lines(store) == sorted((article(1, words="new", excerpts=5).quads + article(2).quads).splitlines())


@pytest.mark.parametrize("batch", [1, 3, 10])
@pytest.mark.parametrize("seed", [1, 2])
def test_order_and_batches_make_no_difference(tmp_path: Path, batch: int, seed: int) -> None:
    articles = [article(number, excerpts=4) for number in range(10)]
    expected = sorted(b"".join(a.quads for a in articles).splitlines())
    random.Random(seed).shuffle(articles)
    with Store.create_or_open(tmp_path) as store:
        for start in range(0, len(articles), batch):
            store.replace_articles(articles[start : start + batch])
        assert lines(store) == expected


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("together", [False, True])
def test_two_articles_of_one_id_in_a_run_give_the_same_store_in_any_order(
    store: Store, backwards: bool, together: bool
) -> None:
    rivals = sorted([article(1, words="one"), article(1, words="other")], key=lambda a: a.digest, reverse=backwards)
    batches = [rivals] if together else [[rival] for rival in rivals]
    written = [store.replace_articles(batch) for batch in batches]
    assert store.digests() == {article(1).id: min(a.digest for a in rivals)}
    assert sum(w.articles for w in written) + sum(w.duplicates for w in written) == 2
    for rival in rivals:
        assert store.is_current(rival.id, rival.digest)


def test_a_new_run_may_replace_an_article_whatever_its_digest(store: Store) -> None:
    low, high = sorted([article(1, words="one"), article(1, words="other")], key=lambda a: a.digest)
    store.replace_articles([low])
    store.begin_run()
    assert not store.is_current(high.id, high.digest)
    store.replace_articles([high])
    assert store.digest_of(high.id) == high.digest


def test_what_is_stored_and_unchanged_is_current(store: Store) -> None:
    first = article(1)
    assert not store.is_current(first.id, first.digest)
    store.replace_articles([first])
    assert store.is_current(first.id, first.digest)
    store.begin_run()
    assert not store.is_current(first.id, "another digest")
    assert store.digest_of("no such article") is None


def test_a_deleted_article_is_gone(store: Store) -> None:
    store.replace_articles([article(1), article(2)])
    store.delete_article(article(1).id)
    assert lines(store) == sorted(article(2).quads.splitlines())
    with pytest.raises(UsageError, match="no article nonsense in the store"):
        store.delete_article("nonsense")


def test_other_graphs_are_replaced_and_added_to(store: Store) -> None:
    graph = store.iris.graph("runs")
    one, two = (f'<{store.iris.run("r")}> <{RAP.digest}> "{word}" <{graph}> .\n'.encode() for word in "ab")
    store.replace_graph("runs", one)
    store.add(two)
    store.add(two)
    assert lines(store) == sorted((one + two).splitlines())
    store.replace_graph("runs", two)
    assert lines(store) == two.splitlines()
    assert store.digests() == {}


def test_an_article_may_hold_any_character(store: Store) -> None:
    words = '“Ш” \\\\ \\" \\n } > \U0001f30d ?x $y'
    for _ in range(2):  # stored, then replaced: two ways in
        store.replace_articles([named("a b/é", words=words, excerpts=0)])
        assert titles(store) == {"a b/é": '“Ш” \\ " \n } > \U0001f30d ?x $y'}


# rdflib 7.6 warns of what it does itself.
@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning")
def test_rdflib_sees_one_graph_per_article(store: Store) -> None:
    store.replace_articles([article(1), article(2)])
    dataset = store.dataset()
    one = dataset.graph(rdflib.URIRef(store.iris.article(article(1).id)))
    assert len(one) == 63
    assert len(dataset.graph(rdflib.graph.DATASET_DEFAULT_GRAPH_ID)) == 0
    found = dataset.query(f"SELECT ?a {{ GRAPH ?g {{ ?a <{RDF.type}> <{RAP.Article}> }} }}")
    assert len(list(found)) == 2


# --- a file that was edited ---


def held(name: str, source: str, *, sole: bool = True) -> object:
    return named(name, words=name, excerpts=2, source=source, sole=sole)


def test_the_article_that_a_file_held_before_goes(store: Store) -> None:
    store.replace_articles([held("old", "/a.txt"), held("other", "/b.txt")])
    store.begin_run()
    store.replace_articles([held("new", "/a.txt")])
    assert sorted(store.articles()) == ["new", "other"]


def test_an_article_stays_while_another_file_holds_it(store: Store) -> None:
    store.replace_articles([held("old", "/a.txt"), held("old", "/copy.txt")])
    store.begin_run()
    store.replace_articles([held("new", "/a.txt")])
    assert sorted(store.articles()) == ["new", "old"]
    store.replace_articles([held("new", "/copy.txt")])
    assert sorted(store.articles()) == ["new"]


def test_nothing_goes_for_a_file_with_many_articles(store: Store) -> None:
    store.replace_articles([held("one", "/news.jsonl", sole=False), held("two", "/news.jsonl", sole=False)])
    store.begin_run()
    store.replace_articles([held("three", "/news.jsonl", sole=False)])
    assert sorted(store.articles()) == ["one", "three", "two"]


def test_a_file_that_is_changed_back_gets_its_old_article_back(store: Store) -> None:
    store.replace_articles([held("old", "/a.txt")])
    store.begin_run()
    store.replace_articles([held("new", "/a.txt")])
    store.begin_run()
    assert not store.is_current("old", held("old", "/a.txt").digest, source="/a.txt", sole=True)  # type: ignore[attr-defined]
    store.replace_articles([held("old", "/a.txt")])
    assert sorted(store.articles()) == ["old"]


def test_a_run_killed_before_the_old_article_went_is_put_right(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace_articles([held("old", "/a.txt")])
    store.begin_run()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "_delete_outdated", lambda self, holdings: None)  # killed just before
        store.replace_articles([held("new", "/a.txt")])
    assert sorted(store.articles()) == ["new", "old"]
    store.begin_run()
    assert store.is_current("old", held("old", "/a.txt").digest, source="/a.txt", sole=True)  # type: ignore[attr-defined]
    assert sorted(store.articles()) == ["old"]


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
    longest = _duration(tmp_path / "timed")
    for turn in range(20):
        folder = tmp_path / str(turn)
        interrupted += _kill_after(chance.uniform(0, longest), folder)
        if (folder / "store.json").exists():
            with open_reader(folder) as reader:
                for id_, digest in reader.digests().items():
                    known = versions.get(id_, {digest: 63})  # the files' old articles
                    assert len(reader.article_quads(id_)) == known[digest]
                assert reader.counts().articles == reader.counts().graphs
        synthetic.load(folder)
        with open_reader(folder) as reader:
            assert lines(reader) == expected
    assert interrupted >= 10


def _start(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, str(_SCRIPT), str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.stdout.close()
    return process


def _duration(folder: Path) -> float:
    with _start(folder) as process:
        start = time.monotonic()
        assert process.wait() == 0
    return time.monotonic() - start


def _kill_after(seconds: float, folder: Path) -> bool:
    """Starts loading, kills it, and says whether that came before the end."""
    with _start(folder) as process:
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


def test_iris_lead_back_to_ids() -> None:
    iris = Iris()
    for id_ in ("a b/é", "0123", "x#y%20"):
        assert iris.article_of(iris.part(id_, "mention-1-2")) == id_
        assert iris.entity_of(iris.entity(f"person/{id_}")) == f"person/{id_}"
