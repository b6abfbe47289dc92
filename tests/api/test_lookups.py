"""Lookups: which questions the server answers itself, what it says, and when it leaves them to the processes."""

from __future__ import annotations

import asyncio
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.lookups import PRICE, Lookups, is_lookup
from api.negotiation import RESULT_TYPES
from kg.errors import RapporteurError
from kg.graph.folder import Layout
from kg.graph.reader import Reader, open_reader
from kg.graph.snapshots import numbers
from kg.graph.store import Store
from kg.place import Remote
from kg.query import sparql
from kg.query.worker import View
from kg.vocabulary import PREFIXES
from tests.api.conftest import serving

PARN = "<http://localhost:8000/entity/person/ivo-parn>"
LABEL = f"SELECT ?label {{ {PARN} rdfs:label ?label }} LIMIT 1"
EVERYTHING = "SELECT * { ?s ?p ?o }"

# What no process ends by itself.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

# Seconds in which the server answers a lookup itself, however busy the machine and slow the disk: so long is the pause
# after an answer of a quarter of a second.
PATIENCE = 60.0

# Makes a question one that a process is asked, and leaves it the same.
ELSEWHERE = "\n#"


@pytest.mark.parametrize(
    "query",
    [
        LABEL,
        "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items()) + LABEL,
        "base <http://x/>prefix : <y>select*where{<z> a $c.}limit 3",
        "\r\n\tASK\n{ ?s\trdf:type\nrap:Person }  ",
        "ASK { <a:ä> ?p ?o }",
        'SELECT ?s { ?s rdfs:label "Ivo Pärn"@en }',
        'SELECT ?s { ?s <a:on> "2024-05-08"^^xsd:date . }',
        'SELECT ?s { ?s <a:b> "# ?x } UNION { (" }',
        'SELECT ?s { ?s <a:b> "" }',
        f"SELECT ?none {{ {PARN} ?p ?o }}",
        EVERYTHING,
    ],
)
def test_one_pattern_is_a_lookup(query: str) -> None:
    assert is_lookup(query)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "SELECT * {}",
        "SELECT * { ?s ?p ?s }",  # looks through all subjects
        "SELECT * { ?s ?p $p }",
        "SELECT * { ?s ?p ?o } OFFSET 1000000",
        "SELECT * { ?s ?p ?o } LIMIT 1 OFFSET 1000000",
        "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 1",
        "SELECT DISTINCT ?p { ?s ?p ?o }",
        "SELECT REDUCED ?p { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT * FROM <a:g> { ?s ?p ?o }",
        "SELECT * { { ?s ?p ?o } }",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { SERVICE <a:b> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . ?o ?q ?r }",
        "SELECT * { ?s ?p ?o ; ?q ?r }",
        "SELECT * { ?s ?p ?o , ?q }",
        "SELECT * { ?s ?p ?o FILTER(?o > 1) }",
        "SELECT * { ?s <a:b>* ?o }",
        "SELECT * { ?s <a:b>/<a:c> ?o }",
        "SELECT * { ?s ^<a:b> ?o }",
        "SELECT * { ?s !a ?o }",
        "SELECT * { ?s (<a:b>) ?o }",
        "SELECT * { [] ?p ?o }",
        "SELECT * { _:b ?p ?o }",
        "SELECT * { (1) ?p ?o }",
        "SELECT * { <<?a ?b ?c>> ?p ?o }",
        "SELECT * { ?s ?p 1 }",
        'SELECT * { ?s ?p """a""" }',
        'SELECT * { ?s ?p "a\\u0022" }',
        "SELECT * { ?s ?p 'a' }",
        "SELECT * { <a:\\u0062> ?p ?o }",
        "SELECT * { ?s ?p ?o } # a comment",
        "# a comment\nSELECT * { ?s ?p ?o }",
        "SELECT * { ?s\xa0?p ?o }",
        "SELECT * { ?s\x0b?p ?o }",
        "\ufeffSELECT * { ?s ?p ?o }",
        "SELECT * { ?ä ?p ?o }",
        "SELECT * { ?s ?p ?o } VALUES ?s { <a:b> }",
        "SELECT * { ?s ?p ?o } ; ASK {}",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        f"DESCRIBE {PARN}",
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        f"SELECT * {{ ?s ?p <{'x' * 5000}> }}",
    ],
)
def test_nothing_else_is(query: str) -> None:
    assert not is_lookup(query)


@pytest.mark.parametrize("start", ["SELECT ", "PREFIX a: <b> ", "ASK{", "ASK{?a ?b ", "?", "<", '"'])
@pytest.mark.parametrize("part", ["?a ", "PREFIX a: <b> ", " ", "<a> ", '"', "a", "a:", "?a", "<", "@a-"])
def test_no_text_takes_long_to_tell(start: str, part: str) -> None:
    text = (start + part * 5000)[:4096]
    taken = []
    for _ in range(3):  # the garbage collector may come in between
        begin = time.process_time()
        assert not is_lookup(text)
        taken.append(time.process_time() - begin)
    assert min(taken) < 0.1  # it takes 0.03 ms


# What a query is made of; the store has some of it.
_SUBJECTS = st.sampled_from([PARN, "<http://localhost:8000/article/first>", "<a:none>", "rap:Person", "?s", "$p"])
_PREDICATES = st.sampled_from(
    ["a", "rdfs:label", "rdf:type", "schema:name", "rap:mentions", "<relative>", "?p", "no:p"]
)
_OBJECTS = st.sampled_from(
    ["?o", "?p", "rap:Person", PARN, "<b a d>", '"Ivo Pärn"@en', '"Ivo Pärn"', '"1"^^xsd:integer', '"1"^^<x y>', "1"]
)
_QUERIES = st.builds(
    "{}{} {{ {} {} {}{} }}{}".format,
    st.sampled_from(["", "PREFIX rdfs: <http://x/> ", "BASE <http://localhost:8000/entity/> ", "PREFIX no: <p> "]),
    st.sampled_from(["SELECT *", "SELECT ?o ?x ?s WHERE", "ASK", "select ?p ?p", "SELECT"]),
    _SUBJECTS,
    _PREDICATES,
    _OBJECTS,
    st.sampled_from(["", ".", " ."]),
    st.sampled_from(["", " LIMIT 0", " LIMIT 1", " limit 7", " LIMIT 99999999999999999999999", " # a comment"]),
)


@contextmanager
def looking_up(view: View, *, largest: int = 1 << 20, price: float = 0.0) -> Iterator[Lookups]:
    """Lookups that make no pauses, as the real ones do where a disk is slow or the machine busy, but for a price."""
    lookups = Lookups(view, largest=largest, price=price)
    asyncio.run(lookups.start())
    try:
        yield lookups
    finally:
        lookups.close()


def said(lookups: Lookups, text: str, format: str = "json") -> bytes | None:
    """The answer."""
    found = lookups.answer(sparql.Query(text, rows=format))
    return found and found[1]


@pytest.fixture(scope="module")
def opened(two_articles: Path) -> Iterator[tuple[Lookups, Reader]]:
    with looking_up(View(two_articles)) as lookups, open_reader(two_articles) as reader:
        yield lookups, reader


@settings(max_examples=300, deadline=None)
@given(_QUERIES, st.sampled_from(sorted(sparql.RESULTS)), st.booleans())
def test_a_lookup_says_what_a_process_says(opened: tuple[Lookups, Reader], text: str, format: str, union: bool) -> None:
    lookups, reader = opened
    query = sparql.Query(text, rows=format, union=union, base="http://localhost:8000/sparql")
    chunks: list[bytes] = []
    with suppress(RapporteurError):
        sparql.answer(reader, chunks.append, replace(query, most=100))
        assert lookups.answer(query) == ((chunks[0].decode(), b"".join(chunks[1:])) if is_lookup(text) else None)
        return
    assert lookups.answer(query) is None


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A store with a subject and an object that have many statements, and a long text."""
    lines = [
        *(f"<a:hub> <a:p> <a:{i}> <a:g> ." for i in range(101)),
        *(f"<a:{i}> <a:q> <a:sink> <a:g{i}> ." for i in range(100)),
        *(f"<a:hub> <a:r> <a:sink> <a:g{i}> ." for i in range(150)),
        f'<a:hub> <a:text> "{"x" * 70_000}" <a:g> .',
    ]
    with Store.create_or_open(tmp_path / "store") as store:
        store.add("\n".join(lines).encode())
    return tmp_path / "store"


def test_what_is_not_small_is_left_to_a_process(made: Path) -> None:
    with looking_up(View(made)) as lookups:
        assert said(lookups, "SELECT * { ?s <a:q> <a:sink> }", "csv").count(b"\r\n") == 101
        # A triple that many graphs have comes once from each of them: none is looked for behind the others.
        assert said(lookups, "SELECT * { <a:hub> <a:r> <a:sink> } LIMIT 100", "xml").count(b"<result>") == 100
        assert said(lookups, "ASK { <a:hub> ?p ?o }")
        assert said(lookups, "SELECT ?p { <a:hub> ?p ?text } LIMIT 3")
        for format in sparql.RESULTS:
            for text in (
                "SELECT * { <a:hub> <a:p> ?o }",
                "SELECT * { <a:hub> <a:p> ?o } LIMIT 101",
                "SELECT * { ?s ?p <a:sink> }",
                "SELECT * { <a:hub> <a:text> ?o }",
            ):
                assert lookups.answer(sparql.Query(text, rows=format)) is None
            assert said(lookups, "ASK {<a:hub> ?p ?o}", format)


def test_the_limits_of_the_settings_hold(made: Path) -> None:
    text = "SELECT * { <a:hub> <a:p> ?o } LIMIT 3"
    with looking_up(View(made), largest=40) as lookups:
        assert said(lookups, "ASK { ?s ?p ?o }")
        assert lookups.answer(sparql.Query(text)) is None
    with looking_up(View(made)) as lookups:
        assert said(lookups, text)
        assert lookups.answer(sparql.Query(text, most=2)) is None
        assert lookups.answer(sparql.Query(text, rows=None)) is None
        assert lookups.answer(sparql.Query(text, default_graphs=("a:g",))) is None
        assert lookups.answer(sparql.Query(text, named_graphs=("a:g",))) is None


def test_answers_that_take_long_are_followed_by_a_pause(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, run, waits = 1000.0, 0.0, 0
    taken = [(0.0, 0.0, 0)]

    def usage() -> tuple[float, float, int]:
        nonlocal now, run, waits
        more = taken.pop() if taken else (0.0, 0.0, 0)
        now, run, waits = now + more[0], run + more[1], waits + more[2]
        return now, run, waits

    monkeypatch.setattr("api.lookups._usage", usage)
    monkeypatch.setattr("api.lookups.time.monotonic", lambda: now)
    with looking_up(View(made), price=PRICE) as lookups:

        def answered(seconds: float = 0.0, *, run: float = 0.0, waits: int = 0, pause: float = 0.0) -> bool:
            nonlocal now
            now += pause
            taken[:] = [(seconds, run, waits), (0.0, 0.0, 0)]
            return lookups.answer(sparql.Query("ASK { ?s ?p ?o }")) is not None

        assert all(answered(0.001, run=0.001) for _ in range(10_000))  # one after the other
        assert all(answered(0.5, run=0.001) for _ in range(10))  # others had the processor
        for processor, disk in ((0.1, 0), (0.0, 1)):
            assert answered(0.1, run=processor, waits=disk)
            assert not answered()
            assert not answered(pause=8.0)
            assert answered(pause=3.0)


def test_a_newer_snapshot_is_served_and_one_that_can_not_be_opened_is_not(made: Path) -> None:
    async def opened_anew(lookups: Lookups) -> bytes | None:
        """What is found when another snapshot was opened, for which nobody waits."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := lookups.answer(sparql.Query("SELECT ?o { <a:new> <a:p> ?o }", rows="csv")):
                return found[1]
            await asyncio.sleep(0.05)
        return None

    async def look() -> None:
        lookups = Lookups(View(made), largest=1000, price=0.0)
        await lookups.start()
        assert await opened_anew(lookups) == b"o\r\n"
        with Store.create_or_open(made) as store:
            store.add(b"<a:new> <a:p> <a:o> <a:g> .")
        assert lookups.answer(sparql.Query("SELECT ?o { <a:new> <a:p> ?o }", rows="csv")) is None  # not what was
        assert await opened_anew(lookups) == b"o\r\na:o\r\n"
        newest = numbers(Layout(made))[-1]
        (made / "snapshots" / f"{newest + 1}.lock").touch()
        (made / "snapshots" / str(newest + 1)).mkdir()
        for _ in range(60):  # also when it has been there for a while
            assert lookups.answer(sparql.Query("ASK { ?s ?p ?o }")) is None
            await asyncio.sleep(0.05)
        (made / "snapshots" / str(newest + 1)).rmdir()
        assert await opened_anew(lookups) == b"o\r\na:o\r\n"
        made.rename(made.with_name("away"))
        assert lookups.answer(sparql.Query("ASK { ?s ?p ?o }")) is None
        made.with_name("away").rename(made)
        assert await opened_anew(lookups) == b"o\r\na:o\r\n"
        lookups.close()

    asyncio.run(look())


def test_there_are_none_in_a_store_on_a_server_or_of_very_many_files(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = sparql.Query("ASK { ?s ?p ?o }")
    with looking_up(View(Remote("http://127.0.0.1:1/", tmp_path))) as lookups:
        assert lookups.answer(query) is None
    monkeypatch.setattr("api.lookups._PART", 1 << 30)
    with looking_up(View(made)) as lookups:
        assert lookups.answer(query) is None


def lookups_answered(client: httpx.Client) -> int:
    """How many the server has answered itself."""
    return next(
        int(line.split()[1])
        for line in client.get("/metrics").text.splitlines()
        if line.startswith("rapporteur_lookups_total ")
    )


@pytest.fixture(scope="module")
def busy(two_articles: Path) -> Iterator[httpx.Client]:
    """Asks a server all of whose processes for SPARQL are busy, as long as the tests last."""
    with serving(two_articles, readers=1, request_time=1000) as client:
        address = urlsplit(str(client.base_url))
        with socket.create_connection((address.hostname, address.port)) as connection:
            connection.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
            end = time.monotonic() + PATIENCE
            while 'rapporteur_processes_busy{pool="sparql"} 1' not in client.get("/metrics").text:
                assert time.monotonic() < end
                time.sleep(0.05)
            yield client


def answered_itself(client: httpx.Client, method: str, **asked: Any) -> httpx.Response:
    """What the server answers itself: in a pause, where nothing does, it is asked again."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        before = lookups_answered(client)
        with suppress(httpx.ReadTimeout):
            answer = client.request(method, "/sparql", timeout=2, **asked)
            if lookups_answered(client) == before + 1:
                return answer
    raise AssertionError("the server left it to the processes")


def test_lookups_are_answered_while_all_processes_are_busy(busy: httpx.Client) -> None:
    for media in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
        headers, query = {"Accept": media}, {"query": LABEL}
        direct = {**headers, "Content-Type": "application/sparql-query"}
        for answer in (
            answered_itself(busy, "GET", params=query, headers=headers),
            answered_itself(busy, "POST", data=query, headers=headers),
            answered_itself(busy, "POST", content=LABEL, headers=direct),
        ):
            assert answer.status_code == 200
            assert answer.headers["content-type"].partition(";")[0] == media
            assert "Ivo Pärn" in answer.text
        assert answered_itself(busy, "HEAD", params=query, headers=headers).content == b""


@pytest.mark.parametrize(
    "query", [EVERYTHING, f"ASK {{ {PARN} a/a ?o }}", "ASK { ?s a ?o FILTER(true) }", "ASK {}", LABEL + ELSEWHERE]
)
def test_what_is_no_lookup_waits_for_a_process(busy: httpx.Client, query: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        busy.post("/sparql", data={"query": query}, timeout=0.5)


def test_a_lookup_over_graphs_that_the_request_names_waits_too(busy: httpx.Client) -> None:
    with pytest.raises(httpx.ReadTimeout):
        busy.get("/sparql", params={"query": LABEL, "default-graph-uri": "a:g"}, timeout=0.5)


_PASSING = {"date", "content-length", "transfer-encoding"}


def test_the_answer_has_the_bytes_and_the_headers_of_one_by_a_process(two_articles: Path) -> None:
    def asked(client: httpx.Client, query: str, media: str) -> tuple[int, bytes, dict[str, str]]:
        headers = {"Accept": media, "Origin": "https://example.org", "X-Request-ID": "one"}
        answer = client.post("/sparql", data={"query": query}, headers=headers)
        # What a process answers late comes in chunks.
        told = {name: value for name, value in answer.headers.items() if name not in _PASSING}
        return answer.status_code, answer.content, told

    with serving(two_articles, request_time=PATIENCE) as client:
        for media in (*RESULT_TYPES, "*/*", "text/turtle", "image/png"):
            for query in (LABEL, f"ASK {{ {PARN} a ?kind }}", "SELECT * { ?s <a:none> ?o }", EVERYTHING):
                assert asked(client, query, media) == asked(client, query + ELSEWHERE, media)
        assert lookups_answered(client)


def test_limits_hold_for_lookups(two_articles: Path) -> None:
    # Three requests at once, and the next one ten seconds later.
    with serving(two_articles, max_sparql_rows=5, max_answer=100, request_rate=0.3, request_time=PATIENCE) as client:
        many, long = "SELECT ?none { ?s ?p ?o } LIMIT 6", "SELECT * { ?s ?p ?o } LIMIT 5"
        assert "more than 5 rows" in client.get("/sparql", params={"query": many}).json()["detail"]
        assert "more than 100 bytes" in client.get("/sparql", params={"query": long}).json()["detail"]
        statuses = [client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).status_code for _ in range(40)]
        assert statuses[0] == 200
        assert 429 in statuses


def test_what_was_written_is_found(two_articles: Path, tmp_path: Path, writer_headers: dict[str, str]) -> None:
    store = shutil.copytree(two_articles, tmp_path / "store")
    with serving(store, request_time=PATIENCE) as client:
        for number in range(5):
            update = f"DELETE WHERE {{ <a:a> <a:b> ?x }} ; INSERT DATA {{ <a:a> <a:b> <a:{number}> }}"
            assert client.post("/sparql", data={"update": update}, headers=writer_headers).status_code == 204
            before, end = lookups_answered(client), time.monotonic() + PATIENCE
            while lookups_answered(client) == before:
                assert time.monotonic() < end
                rows = client.get("/sparql", params={"query": "SELECT ?x { <a:a> <a:b> ?x }"}).json()
                assert [row["x"]["value"] for row in rows["results"]["bindings"]] == [f"a:{number}"]
                time.sleep(0.02)
