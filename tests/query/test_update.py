"""Which graphs an update may change, told from its text, and updates that are bound to graphs."""

from __future__ import annotations

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from kg.errors import UsageError
from kg.query.update import bound, reach, within

EX = "PREFIX ex: <http://example.org/> "
G, H = "http://example.org/g", "http://example.org/h"


@pytest.mark.parametrize(
    ("update", "graphs"),
    [
        ("INSERT DATA { <a:a> <a:b> 1 }", set()),
        (f"INSERT DATA {{ GRAPH <{G}> {{ <a:a> <a:b> 1 }} }}", {G}),
        ("DROP SILENT GRAPH <a:g>; CLEAR DEFAULT", {"a:g"}),
        ("MOVE <a:g> TO GRAPH <a:h>", {"a:g", "a:h"}),
        ("WITH <a:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", {"a:g"}),
        ("INSERT DATA { GRAPH <a:\\u0067> { <a:a> <a:b> 1 } }", {"a:g"}),
    ],
)
def test_the_graphs_that_an_update_names(update: str, graphs: set[str]) -> None:
    assert reach(update) == graphs


def test_names_with_prefixes_are_resolved() -> None:
    found = reach(EX + "INSERT DATA { GRAPH ex:g { <a:a> <a:b> 1 } }")
    assert found is not None
    assert G in found


@pytest.mark.parametrize(
    "update",
    [
        "CLEAR ALL",
        "DROP NAMED",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "BASE <http://example.org/> INSERT DATA { GRAPH <g> { <a:a> <a:b> 1 } }",
        EX + "INSERT DATA { GRAPHex:g{<a:a> <a:b> 1} }",
        EX + "WITHex:g INSERT { <a:a> <a:b> 1 } WHERE {}",
        "INSERTDATA { GRAPH <a:g> { <a:a> <a:b> 1 } }",
    ],
)
def test_where_the_text_does_not_tell_it_says_so(update: str) -> None:
    assert reach(update) is None


@pytest.fixture
def store() -> Store:
    """One triple in the default graph, one in each of two others; their objects say where."""
    store = Store()
    for name in (DefaultGraph(), NamedNode(G), NamedNode(H)):
        store.add(Quad(NamedNode("a:s"), NamedNode("a:p"), Literal(str(name)), name))
    return store


def found(store: Store, graph: str | None = None) -> set[str]:
    name = NamedNode(graph) if graph else DefaultGraph()
    return {
        f"{quad.predicate.value[2:]} {quad.object.value}" for quad in store.quads_for_pattern(None, None, None, name)
    }


def test_a_bound_update_sees_the_graphs_it_is_bound_to(store: Store) -> None:
    copied = "INSERT { ?s <a:q> ?o } WHERE { ?s <a:p> ?o }"
    store.update(bound(copied, [H], []))
    assert found(store) == {"p DEFAULT", f"q <{H}>"}


def test_named_graphs_are_bound_apart(store: Store) -> None:
    store.update(bound("INSERT { ?s <a:q> ?o } WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", [G], [H]))
    assert found(store) == {"p DEFAULT", f"q <{G}>", f"q <{H}>"}


def test_delete_where_is_bound_too(store: Store) -> None:
    store.add(Quad(NamedNode("a:s"), NamedNode("a:p"), Literal(f"<{G}>"), DefaultGraph()))
    store.update(bound("DELETE WHERE { ?s ?p ?o } ; INSERT DATA { <a:s> <a:r> 'WHERE' }", [G], []))
    assert found(store) == {"p DEFAULT", "r WHERE"}


@pytest.mark.parametrize(
    "update", ["WITH <a:g> DELETE { ?s ?p 1 } WHERE { ?s ?p ?o }", "INSERT {} USING <a:g> WHERE {}"]
)
def test_an_update_with_graphs_of_its_own_is_not_bound(update: str) -> None:
    with pytest.raises(UsageError, match="USING or WITH"):
        bound(update, [G], [])


@pytest.mark.parametrize("iri", ["", "g", "a:g> WHERE {} ; DROP ALL #"])
def test_what_is_no_iri_gets_into_no_update(iri: str) -> None:
    with pytest.raises(UsageError, match="is no absolute IRI"):
        bound("INSERT {} WHERE {}", [iri], [])
    if iri:  # the empty one stands for the default graph there
        with pytest.raises(UsageError, match="is no absolute IRI"):
            within("INSERT {} WHERE {}", iri)


@pytest.mark.parametrize(
    ("update", "left"),
    [
        ("INSERT DATA { <a:s> <a:q> 1 }", {f"p <{G}>", "q 1"}),
        (f"DELETE DATA {{ <a:s> <a:p> '<{G}>' }}", set()),
        ("DELETE WHERE { ?s ?p ?o }", set()),
        ("DELETE { ?s ?p ?o } INSERT { ?s <a:q> ?o } WHERE { ?s ?p ?o }", {f"q <{G}>"}),
        ("INSERT DATA { <a:s> <a:q> '}' } ; DELETE WHERE { ?s <a:p> ?o } ;", {"q }"}),
    ],
)
def test_a_patch_changes_its_graph_alone(store: Store, update: str, left: set[str]) -> None:
    store.update(within(update, G))
    assert found(store, G) == left
    assert found(store) == {"p DEFAULT"}
    assert found(store, H) == {f"p <{H}>"}


@pytest.mark.parametrize(
    "update",
    [
        f"INSERT DATA {{ GRAPH <{H}> {{ <a:s> <a:q> 1 }} }}",
        "INSERT DATA { <a:s> <a:q> 1 } ; DROP ALL",
        f"WITH <{H}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
        "INSERT DATA { <a:s> <a:q> 1 } } ; INSERT DATA { <a:s> <a:q> 1 ",
        "INSERT DATA { <a:s> <a:q> 1 ",
        "INSERTDATA { <a:s> <a:q> 1 }",
    ],
)
def test_a_patch_of_anything_else_is_refused(update: str) -> None:
    with pytest.raises(UsageError):
        within(update, G)
