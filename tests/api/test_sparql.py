"""/sparql: what the W3C's tests don't ask for."""

from __future__ import annotations

import json
import time
from pathlib import Path

import httpx
import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.negotiation import GRAPH_TYPES, RESULT_TYPES
from tests.api.conftest import serving

MEETINGS = "SELECT ?m ?topic { ?m a rap:Meeting OPTIONAL { ?m rap:topic ?topic } } ORDER BY ?m"
PARN = "<http://localhost:8000/entity/person/ivo-parn>"


def ask(client: httpx.Client, query: str, **headers: str) -> httpx.Response:
    """Asks a query by a direct POST."""
    return client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query", **headers})


@pytest.mark.parametrize("media", RESULT_TYPES)
def test_rows_come_as_the_client_likes(small: httpx.Client, media: str) -> None:
    answer = ask(small, MEETINGS, Accept=media)
    assert answer.status_code == 200
    assert RESULT_TYPES[answer.headers["content-type"].partition(";")[0]] == RESULT_TYPES[media]
    assert "the delay" in answer.text


def test_relative_iris_belong_to_the_address_that_was_asked(small: httpx.Client) -> None:
    query = "SELECT (<other?x> AS ?iri) {}"
    hosts = {"news.example": "http://news.example/other?x", "[::1]:81": "http://[::1]:81/other?x"}
    for host, expected in hosts.items():
        found = ask(small, query, Host=host).json()["results"]["bindings"]
        assert [row["iri"]["value"] for row in found] == [expected]
    asked = small.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert asked[0]["iri"]["value"] == f"{str(small.base_url).rstrip('/')}/other?x"


@pytest.mark.parametrize("media", GRAPH_TYPES)
def test_graphs_come_as_the_client_likes(small: httpx.Client, media: str) -> None:
    answer = ask(small, f"DESCRIBE {PARN}", Accept=media)
    assert answer.status_code == 200
    told = answer.headers["content-type"].partition(";")[0]
    assert GRAPH_TYPES[told] == GRAPH_TYPES[media]
    found = pyoxigraph.parse(answer.content, pyoxigraph.RdfFormat.from_media_type(told))
    assert "Ivo Pärn" in {quad.object.value for quad in found if isinstance(quad.object, pyoxigraph.Literal)}


def test_what_is_liked_best_wins(small: httpx.Client) -> None:
    answer = ask(small, MEETINGS, Accept="text/csv;q=0.4, application/sparql-results+xml;q=0.7, */*;q=0.1")
    assert answer.headers["content-type"] == "application/sparql-results+xml"
    assert ask(small, MEETINGS, Accept="text/*").headers["content-type"].startswith("text/csv")


def test_what_cannot_be_had_is_refused(small: httpx.Client) -> None:
    assert ask(small, MEETINGS, Accept="image/png").status_code == 406
    assert ask(small, MEETINGS, Accept="text/turtle").status_code == 406
    assert ask(small, "CONSTRUCT WHERE { ?s ?p ?o }", Accept="text/csv").status_code == 406


def test_a_query_sees_all_articles_and_a_dataset_that_it_names(small: httpx.Client) -> None:
    meetings = "SELECT ?m FROM { ?m a rap:Meeting }"
    first = "http://localhost:8000/article/first"

    def found(query: str, **parameters: str) -> int:
        answer = small.get("/sparql", params={"query": query, **parameters})
        return len(answer.json()["results"]["bindings"])

    assert found(meetings.replace("FROM", "")) == 2
    assert found(meetings.replace("FROM", f"FROM <{first}>")) == 1
    assert found(meetings.replace("FROM", ""), **{"default-graph-uri": first}) == 1
    assert found(meetings.replace("FROM", ""), **{"named-graph-uri": first}) == 0
    assert found("SELECT ?m { GRAPH ?g { ?m a rap:Meeting } }", **{"named-graph-uri": first}) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * {", "malformed at line 1, column 11"),
        ("SELECT * { ?s foo:x ?o }", "a prefix is not declared"),
        ("SELECT ((" + "(" * 5000 + "1" + ")" * 5000 + ") AS ?x) {}", "nested too deeply"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?a ?c ?b FILTER(?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }", "malformed"),  # and tried nowhere
        ("SELECT (<http://example.org/f>(1) AS ?x) {}", "no function here"),
        ("LOAD <http://127.0.0.1:1/>", "LOAD changes data"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT changes data"),
    ],
)
def test_what_is_wrong_is_told(small: httpx.Client, query: str, said: str) -> None:
    answer = ask(small, query)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert said in answer.json()["detail"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
        "SELECT (COUNT(*) AS ?n) { ?a (!<a:a>|^!<a:a>)* ?b . ?c (!<a:a>|^!<a:a>)* ?d . ?e (!<a:a>|^!<a:a>)* ?f }",
    ],
)
def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(small: httpx.Client, query: str) -> None:
    start = time.monotonic()
    answer = ask(small, query)
    assert answer.status_code == 504
    assert "took longer than 2 seconds" in answer.json()["detail"]
    assert time.monotonic() - start < 20  # a process that is not stopped answers in hours
    assert ask(small, "ASK {}").json()["boolean"] is True


def test_an_endless_answer_is_broken_off_and_told_as_incomplete(small: httpx.Client) -> None:
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with small.stream("POST", "/sparql", data={"query": endless}) as answer:
        assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):
            answer.read()


def test_a_client_that_goes_away_frees_its_process(two_articles: Path) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with serving(two_articles, readers=1, request_time=600) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.post("/sparql", data={"query": endless}, timeout=0.5)
        assert ask(client, "ASK {}").json()["boolean"] is True  # within the 30 seconds that the client waits


def test_requests_are_told_apart(small: httpx.Client) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert small.post("/sparql", content="query=ASK%20%7B%7D&query=ASK%20%7B%7D", headers=form).status_code == 400
    assert small.post("/sparql", content="query=%FF", headers=form).status_code == 400
    assert small.post("/sparql", content="ASK {}", headers={"Content-Type": "text/plain"}).status_code == 415
    assert small.get("/sparql", params={"update": "CLEAR ALL"}).status_code == 400
    assert small.get("/sparql", params={"query": "ASK {}", "using-graph-uri": "a:a"}).status_code == 400
    assert small.put("/sparql").status_code == 405


def test_any_page_may_ask(small: httpx.Client) -> None:
    answer = small.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    preflight = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    assert small.options("/sparql", headers=preflight).status_code == 200


def test_a_service_describes_itself_in_any_format(small: httpx.Client) -> None:
    found = small.get("/sparql", headers={"Accept": "application/ld+json"})
    assert "UnionDefaultGraph" in json.dumps(found.json())
    assert "BasicFederatedQuery" not in found.text
    assert small.get("/sparql", headers={"Accept": "text/html"}).headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (1" + "+1" * 60_000 + " AS ?x) {}",
        "ASK { FILTER(1" + "||1" * 60_000 + ") }",
        "ASK { {}" + " UNION {}" * 60_000 + " }",
    ],
    ids=["sum", "or", "union"],
)
def test_a_query_that_ends_its_process_is_told_and_the_process_replaced(small: httpx.Client, query: str) -> None:
    # On a busy machine the time may be over before the memory is, which is told otherwise.
    answers = (ask(small, query) for _ in range(6))
    answer = next(answer for answer in answers if answer.status_code != 504)
    assert answer.status_code == 400
    assert "nested too deeply, or needs too much memory" in answer.json()["detail"]
    assert ask(small, "ASK {}").json()["boolean"] is True


_WORDS = st.sampled_from(
    'SELECT ASK CONSTRUCT DESCRIBE WHERE { } ( ) [ ] * ?a ?b ?c . ; , a <a:b> _:c \'d\' """ 1 1e9 true FILTER OPTIONAL '
    "UNION MINUS GRAPH SERVICE BIND AS VALUES GROUP BY HAVING ORDER LIMIT OFFSET COUNT SUM EXISTS NOT IN FROM NAMED "
    "PREFIX x: <http://x/> x:y ^ / | + ! != < > && || @en ^^ # \\u0041 INSERT DELETE LOAD".split()
)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.lists(_WORDS, max_size=25).map(" ".join).map(str.encode))
def test_whatever_is_asked_is_answered_with_a_reason(small: httpx.Client, asked: bytes) -> None:
    answer = small.post("/sparql", content=asked, headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code in {200, 400, 504}
    if answer.status_code != 200:
        assert answer.json()["detail"]
    assert ask(small, "ASK {}").json()["boolean"] is True
