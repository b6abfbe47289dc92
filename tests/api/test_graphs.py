"""/graphs: graphs are put, merged, changed, given and deleted, as the Graph Store Protocol has it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from tests.api import w3c
from tests.api.conftest import TOKEN, serving
from tests.api.w3c import MF, SUITE, Case

ANN = "<http://example.org/ann> <http://example.org/name> 'Ann' ."
BOB = "<http://example.org/bob> <http://example.org/name> 'Bob' ."
TURTLE = {"Content-Type": "text/turtle"}
NTRIPLES = {"Accept": "application/n-triples"}
_FORMS = [
    ("text/turtle", "<#ann> <http://example.org/name> 'Ann' ."),
    ("application/n-triples", '<http://example.org/g#ann> <http://example.org/name> "Ann" .'),
    ("application/ld+json", '{"@id": "#ann", "http://example.org/name": "Ann"}'),
    (
        "application/rdf+xml",
        """<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">
           <r:Description r:about="#ann"><e:name>Ann</e:name></r:Description></r:RDF>""",
    ),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A server over an empty store; whoever asks through this may write."""
    with serving(tmp_path_factory.mktemp("graphs") / "store", max_upload=100_000) as client:
        client.headers["Authorization"] = f"Bearer {TOKEN}"
        yield client


@pytest.fixture
def graph(server: httpx.Client, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a graph of the test's own, with Ann in it."""
    address = f"/graphs?graph=http://example.org/{request.node.name.partition('[')[0]}"
    assert server.put(address, content=ANN, headers=TURTLE).status_code == 201
    yield address
    server.delete(address)


def names(server: httpx.Client, address: str) -> set[str]:
    """Objects of all triples of a graph."""
    answer = server.get(address, headers=NTRIPLES)
    assert answer.status_code == 200
    return {str(o) for o in Graph().parse(answer.content, format="nt").objects()}


@pytest.mark.parametrize(("type_", "body"), _FORMS, ids=[type_ for type_, _ in _FORMS])
def test_each_format_is_taken_and_given(server: httpx.Client, type_: str, body: str) -> None:
    address = "/graphs?graph=http://example.org/g"
    answer = server.put(address, content=body, headers={"Content-Type": f"{type_}; charset=utf-8"})
    assert answer.status_code in {201, 204}, answer.text
    given = server.get(address, headers={"Accept": type_})
    assert given.headers["content-type"].partition(";")[0] == type_
    triples = [quad.triple for quad in parse(given.content, RdfFormat.from_media_type(type_))]
    assert [str(triple) for triple in triples] == ['<http://example.org/g#ann> <http://example.org/name> "Ann"']


def test_put_replaces_and_post_adds(server: httpx.Client, graph: str) -> None:
    assert server.put(graph, content=BOB, headers=TURTLE).status_code == 204
    assert names(server, graph) == {"Bob"}
    assert server.post(graph, content=ANN, headers=TURTLE).status_code == 204
    assert names(server, graph) == {"Ann", "Bob"}


def test_put_replaces_what_differs_be_it_named_or_blank(server: httpx.Client, graph: str) -> None:
    def put(*triples: str) -> list[str]:
        assert server.put(graph, content="\n".join(triples), headers=TURTLE).status_code == 204
        return sorted(
            str(quad.triple) for quad in parse(server.get(graph, headers=NTRIPLES).content, RdfFormat.N_TRIPLES)
        )

    stays, goes, comes = '<a:a> <a:p> "é \\"\\n"@en', '<a:a> <a:p> "1"^^<a:t>', "<a:b> <a:q> <a:c>"
    assert put(f"{stays} .", f"{goes} .") == sorted([stays, goes])
    assert put(f"{stays} .", f"{comes} .") == sorted([stays, comes])
    some = put(f"{stays} .", "_:x <a:p> _:y .")
    assert len(some) == 2
    assert stays in some
    assert put(f"{comes} .") == [comes]


def test_post_to_no_graph_makes_one(server: httpx.Client) -> None:
    answer = server.post("/graphs", content=ANN, headers=TURTLE)
    assert answer.status_code == 201
    location = answer.headers["location"]
    assert names(server, f"/graphs?graph={location}") == {"Ann"}
    assert names(server, httpx.URL(location).path) == {"Ann"}


def test_an_empty_graph_is_one(server: httpx.Client, graph: str) -> None:
    assert server.put(graph, content="", headers=TURTLE).status_code == 204
    assert names(server, graph) == set()
    assert server.put(graph + "2", content="", headers=TURTLE).status_code == 201
    assert server.head(graph + "2").status_code == 200


def test_what_is_deleted_is_gone(server: httpx.Client, graph: str) -> None:
    assert server.delete(graph).status_code == 204
    for answer in (server.get(graph), server.head(graph), server.delete(graph)):
        assert answer.status_code == 404
    assert "there is no graph http://example.org/" in server.get(graph).json()["detail"]


def test_the_default_graph_is_there_and_is_emptied(server: httpx.Client) -> None:
    assert server.put("/graphs?default", content=ANN, headers=TURTLE).status_code == 204
    assert names(server, "/graphs?default") == {"Ann"}
    assert server.patch(
        "/graphs?default", content=f"INSERT DATA {{ {BOB} }}", headers={"Content-Type": "application/sparql-update"}
    ).is_success
    assert names(server, "/graphs?default") == {"Ann", "Bob"}
    assert server.delete("/graphs?default").status_code == 204
    assert names(server, "/graphs?default") == set()


def test_files_of_a_form_are_merged_and_share_no_blank_nodes(server: httpx.Client, graph: str) -> None:
    files = [
        ("a", ("a.ttl", "_:x <http://example.org/name> 'Cem' .", "text/turtle")),
        ("b", ("b.nt", '_:x <http://example.org/name> "Dan" .', "application/octet-stream")),
    ]
    assert server.post(graph, files=files).status_code == 204
    assert names(server, graph) == {"Ann", "Cem", "Dan"}
    found = Graph().parse(server.get(graph, headers=NTRIPLES).content, format="nt")
    assert len(set(found.subjects())) == 3


def test_a_patch_changes_one_graph(server: httpx.Client, graph: str) -> None:
    update = {"Content-Type": "application/sparql-update"}
    swap = "DELETE { ?s ?p 'Ann' } INSERT { ?s ?p 'Eve' } WHERE { ?s ?p 'Ann' }"
    assert server.patch(graph, content=swap, headers=update).status_code == 204
    assert names(server, graph) == {"Eve"}
    other = "INSERT DATA { GRAPH <http://example.org/other> { <a:a> <a:b> 1 } }"
    for wrong in (other, "DROP ALL", "INSRT"):
        assert server.patch(graph, content=wrong, headers=update).status_code == 400
    assert server.patch(graph, content=swap, headers=TURTLE).status_code == 415


def test_what_is_wrong_is_told_and_changes_nothing(server: httpx.Client, graph: str) -> None:
    half = f"{BOB}\n" * 500 + "<http://example.org/x> ."
    for answer, status, reason in (
        (server.put(graph, content=half, headers=TURTLE), 400, "the graph is no turtle"),
        (server.put(graph, content=BOB, headers={"Content-Type": "text/html"}), 415, "can be sent as text/turtle"),
        (server.put(graph, content=b"\xff\xfe\x00", headers=TURTLE), 400, "the graph is no turtle"),
        (server.put("/graphs?graph=g", content=BOB, headers=TURTLE), 400, "no absolute IRI"),
        (server.put(f"{graph}&default", content=BOB, headers=TURTLE), 400, "name one graph"),
        (server.put(graph, content=BOB * 5000, headers=TURTLE), 413, "more than 100,000 bytes"),
        (server.post(graph, files={"a": ("a.doc", BOB, "application/msword")}), 415, "no media type of a graph"),
        (server.get("/graphs"), 400, "name one graph"),
        (server.get("/graphs?graph=<x> {} }"), 400, "no absolute IRI"),
        (server.get(graph, headers={"Accept": "image/png"}), 406, "can be had as text/turtle"),
    ):
        assert answer.status_code == status, answer.text
        assert reason in answer.json()["detail"]
    assert names(server, graph) == {"Ann"}


def test_nothing_is_written_without_the_token(server: httpx.Client, graph: str) -> None:
    for headers, status in (({"Authorization": ""}, 401), ({"Authorization": "Bearer wrong"}, 403)):
        for address in (graph, "/graphs", "/graphs?default", "/graphs/x"):
            for method, body in (("PUT", ANN), ("POST", ANN), ("DELETE", ""), ("PATCH", f"INSERT DATA {{ {ANN} }}")):
                answer = server.request(method, address, content=body, headers={**TURTLE, **headers})
                assert answer.status_code == status, (method, address)
        update = {"Content-Type": "application/sparql-update", **headers}
        assert server.post("/sparql", content="DROP ALL", headers=update).status_code == status
        assert server.post("/sparql", data={"update": "DROP ALL"}, headers=headers).status_code == status
    assert names(server, graph) == {"Ann"}


def _w3c_cases() -> list[object]:
    manifests = ("manifest-indirect.ttl", "manifest-direct.ttl")
    found = [case for manifest in manifests for case in w3c.cases("graph-store-protocol", manifest)]
    return [pytest.param(case, id=case.name) for case in found if case.kind == MF.GraphStoreProtocolTest]


@pytest.mark.skipif(not SUITE.is_dir(), reason="the W3C's tests are not beside the checkout")
@pytest.mark.parametrize("case", _w3c_cases())
def test_the_protocol_of_the_w3c_is_spoken(server: httpx.Client, case: Case) -> None:
    server.post("/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"})
    location = ""
    for exchange in w3c.exchanges(case):
        path = exchange.path.replace("$LOCATION$", location).replace("/gsp", "/graphs", 1)
        answer = server.request(exchange.method, path, headers=exchange.headers, content=exchange.body or None)
        assert {"200": "OK", "201": "Created", "204": "NoContent", "404": "NotFound"}[str(answer.status_code)] in (
            exchange.statuses
        ), answer.text
        location = answer.headers.get("location", location)
        if exchange.expected_body is not None:
            assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
            expected = Graph().parse(data=exchange.expected_body, format="turtle")
            assert isomorphic(Graph().parse(answer.content, format="turtle"), expected)
