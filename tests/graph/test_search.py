"""The search index follows the graph, whatever happens to it."""

from __future__ import annotations

import ast
import inspect
import sqlite3
from pathlib import Path
from typing import TypeGuard

import pytest

from kg.graph import search
from kg.graph import told as as_told
from kg.graph.folder import Layout
from kg.graph.reader import open_reader
from kg.graph.search import SearchIndex
from kg.graph.store import Store, StoredArticle
from kg.vocabulary import OA, RAP, RDF, RDFS, SCHEMA, SKOS

PAIR = ("Orla Vance", "Vance")


def told(
    store: Store, name: str, *, title: str, said: str, who: tuple[str, ...] = PAIR, digest: str = "d"
) -> StoredArticle:
    """An article in which person/orla-vance, so called, says something and is mentioned twice."""
    iris = store.iris
    graph, person = iris.article(name), iris.entity("person/orla-vance")
    statement, claim = iris.part(name, "s"), iris.part(name, "s-claim")
    triples = [
        f"<{graph}> <{RDF.type}> <{RAP.Article}>",
        f'<{graph}> <{RAP.digest}> "{digest}"',
        f'<{graph}> <{SCHEMA.headline}> "{title}"',
        f'<{person}> <{RDFS.label}> "{who[0]}"',
        *(f'<{person}> <{SKOS.altLabel}> "{alias}"' for alias in who[1:]),
        *(f"<{iris.part(name, f'mention-{n}-9')}> <{OA.hasBody}> <{person}>" for n in (1, 2)),
        f"<{statement}> <{RAP.speaker}> <{person}>",
        f"<{statement}> <{RAP.expresses}> <{claim}>",
        f'<{claim}> <{RAP.text}> "{said}"',
        # A post is no actor, though it has a name.
        f'<{iris.entity("post/envoy")}> <{RDFS.label}> "Envoy Vance"',
    ]
    return StoredArticle(name, digest, "".join(f"{triple} <{graph}> .\n" for triple in triples).encode())


def everything(index: SearchIndex) -> list[list[tuple[object, ...]]]:
    """All that the index knows, row numbers aside."""
    sql = index._sql
    return [
        sorted(sql.execute(query).fetchall())
        for query in (
            "SELECT id, digest FROM article",
            "SELECT id, mentions, statements, articles FROM entity",
            "SELECT id, name, folded, labels, uses FROM name JOIN entity ON n = entity",
            "SELECT article, day, id, seen.mentions, seen.statements, names FROM seen JOIN entity ON n = entity",
            "SELECT id, names FROM called JOIN entity ON n = called.rowid",
            "SELECT text, speaker, node FROM said JOIN event ON n = said.rowid",
            "SELECT title, article FROM titled",
            "SELECT article, node, kind, day, until, start, act, form, publisher FROM event",
            "SELECT role, entity, part.day, node FROM part JOIN event ON n = event",
            "SELECT source, target, tie.kind, label, tie.day, tie.until, node FROM tie JOIN event ON n = event",
            "SELECT * FROM edge",
            "SELECT * FROM bond",
        )
    ]


def rebuilt(store: Store) -> list[list[tuple[object, ...]]]:
    index = SearchIndex(None)
    index.update(store.graph, store.iris)
    return everything(index)


@pytest.fixture
def store() -> Store:
    made = Store.memory()
    made.replace_articles(
        [
            told(made, "one", title="The talks", said="Talks were stalled again"),
            told(made, "two", title="More talks", said="nothing", who=("O. Vance", "Orla Vançe", "Vance")),
        ]
    )
    return made


def test_names_are_found_without_case_and_accents(store: Store) -> None:
    for name in ("orla vance", "VANCE", "Orla Vançe", "o. vance"):
        [(hit, _)] = store.index.entities_named(name)
        assert hit.id == "person/orla-vance"
    [(hit, is_label)] = store.index.entities_named("vance")
    assert (hit.label, hit.kind, hit.mentions, hit.statements, hit.articles) == ("O. Vance", "person", 4, 2, 2)
    assert not is_label
    assert store.index.entities_named("Envoy Vance") == []


def test_the_last_word_may_be_unfinished(store: Store) -> None:
    assert [hit.id for hit in store.index.entities("orla va", limit=5)] == ["person/orla-vance"]
    assert store.index.entities("orla v nothing", limit=5) == []


def test_statements_and_titles_are_found_by_forms_of_their_words(store: Store) -> None:
    said = store.iris.part("one", "s")
    for words in ("stalling", "vance stalled"):
        assert [each.place.node for each in store.index.statements(words, limit=5)] == [said]
    assert sorted(store.index.articles("talk", limit=5)) == ["one", "two"]
    assert len(store.index.articles("talk", limit=1)) == 1


@pytest.mark.parametrize("words", ['"', "a OR b", "NEAR(", "text:talks", "*", "-talks", "((", "talks^2"])
def test_signs_mean_nothing(store: Store, words: str) -> None:
    for find in (store.index.statements, store.index.articles, store.index.entities):
        assert isinstance(find(words, limit=5), list)


def test_what_is_replaced_or_deleted_leaves_nothing_behind(store: Store) -> None:
    assert everything(store.index) == rebuilt(store)
    store.begin_run()
    store.replace_articles([told(store, "two", title="Other", said="words", who=("Orla V.",), digest="e")])
    assert everything(store.index) == rebuilt(store)
    assert store.index.entities_named("o. vance") == []
    store.delete_article("one")
    assert everything(store.index) == rebuilt(store)
    store.delete_article("two")
    assert store.index.entity("person/orla-vance") is None
    assert everything(store.index) == rebuilt(store)


def test_the_reference_graph_gives_names_but_no_counts(store: Store) -> None:
    graph, country = store.iris.graph("reference"), store.iris.entity("country/TUR")
    for alias in ("Türkiye", "Turkiye Cumhuriyeti"):
        quads = (
            f'<{country}> <{RDFS.label}> "Turkey" <{graph}> .\n<{country}> <{SKOS.altLabel}> "{alias}" <{graph}> .\n'
        )
        store.replace_graph("reference", quads.encode())
        [(hit, _)] = store.index.entities_named(alias)
        assert (hit.id, hit.articles) == ("country/TUR", 0)
        assert everything(store.index) == rebuilt(store)
    assert store.index.entities("turkey", limit=5) == []


def filled(folder: Path) -> None:
    with Store.create_or_open(folder) as store:
        store.replace_articles([told(store, "one", title="The talks", said="stalled")])


def test_the_index_is_in_step_after_every_run(tmp_path: Path) -> None:
    filled(tmp_path)
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([told(store, "two", title="More", said="words")])
        expected = rebuilt(store)
    with open_reader(tmp_path) as reader:
        assert everything(reader.index) == expected


@pytest.mark.parametrize("harm", ["missing", "damaged", "other version"])
def test_without_a_usable_index_readers_and_writers_make_one(tmp_path: Path, harm: str) -> None:
    filled(tmp_path)
    path = Layout(tmp_path).search
    if harm == "other version":
        sql = sqlite3.connect(path)
        sql.execute("PRAGMA user_version = 999")
        sql.close()
    else:
        path.write_bytes(b"damaged" * 1000) if harm == "damaged" else path.unlink()
    with open_reader(tmp_path) as reader:
        assert reader.index.articles("talks", limit=5) == ["one"]
    with Store.create_or_open(tmp_path) as store:
        store.replace_articles([told(store, "two", title="More", said="words")])
        expected = rebuilt(store)
        assert everything(store.index) == expected
    with open_reader(tmp_path) as reader:
        assert everything(reader.index) == expected


def test_what_lists_show_is_of_the_version_of_the_index() -> None:
    """Where these names change, the version has to be raised, or lists fail on stores of before."""
    tree = ast.parse(inspect.getsource(as_told))
    named = {key.value for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys if is_name(key)}
    assert (search._VERSION, sorted(named)) == (
        8,
        sorted(
            """
            about act addressees certainty confidence content cue cue_lemma date deed form format negated parent
            participants place polarity speaker speaker_kind speaker_words status text time topic
            """.split()
        ),
    )


def is_name(key: ast.expr | None) -> TypeGuard[ast.Constant]:
    return isinstance(key, ast.Constant)
