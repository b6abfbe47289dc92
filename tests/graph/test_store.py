"""The contract of the store: in memory, on disk, and on two SPARQL servers."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from kg.errors import UsageError
from kg.graph.access import writing
from kg.graph.store import Store
from kg.ids import Iris
from kg.place import Place, Remote
from kg.vocabulary import RAP, RDF, SCHEMA

_SCRIPT = Path(__file__).with_name("synthetic.py")
_spec = importlib.util.spec_from_file_location("synthetic", _SCRIPT)
assert _spec is not None
assert _spec.loader is not None
synthetic = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(synthetic)
article, named, lines = synthetic.article, synthetic.named, synthetic.lines


@pytest.fixture
def store(place: Place | None) -> Iterator[Store]:
    """An empty store."""
    with writing(place) if place else Store.memory() as made:
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
def test_rdflib_sees_one_graph_per_article(store: Store, place: Place | None) -> None:
    store.replace_articles([article(1), article(2)])
    if isinstance(place, Remote):
        with pytest.raises(UsageError, match="ask it with rdflib's SPARQLStore"):
            store.dataset()
        return
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


def test_iris_lead_back_to_ids() -> None:
    iris = Iris()
    for id_ in ("a b/é", "0123", "x#y%20"):
        assert iris.article_of(iris.part(id_, "mention-1-2")) == id_
        assert iris.entity_of(iris.entity(f"person/{id_}")) == f"person/{id_}"
