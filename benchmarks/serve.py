"""Measures the server beside two others that answer SPARQL, over the same quads, with the same client, in one run.

    python benchmarks/synthetic.py STORE --quads 1000000
    python benchmarks/serve.py STORE --rdflib-endpoint VENV/bin/python

ours             kg serve: /sparql, and the routes under /api that answer the same question
oxigraph         `oxigraph serve-read-only`, of the package oxigraph, on the store's snapshot
rdflib-oxigraph  rdflib-endpoint on the same snapshot, through oxrdflib
rdflib-memory    rdflib-endpoint with the quads in rdflib's memory, with --memory

rdflib-endpoint has to be in an environment of its own (pip install "rdflib-endpoint[oxigraph,cli]==0.6.3"), whose
python is given; without one it is left out. Each question is asked of all servers, turn by turn, so that what else the
machine does meets all of them alike. Our processes for SPARQL run as others do here, not niced as they are by
themselves; an answer that says that it took too long counts as a minute. Figures are milliseconds on the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx
from pyoxigraph import RdfFormat, Store

from kg.graph.reader import Reader, open_reader
from kg.query.entities import entities
from kg.vocabulary import PREFIXES

_PATIENCE = 60.0
_START = 180.0
_WRAPPED = """
import sys, uvicorn, pyoxigraph, rdflib
from rdflib_endpoint import SparqlEndpoint
kind, path, port = sys.argv[1:]
if kind == "memory":
    graph = rdflib.Dataset(default_union=True)
    graph.parse(path, format="nquads")
else:
    from oxrdflib import OxigraphStore
    graph = rdflib.Dataset(store=OxigraphStore(store=pyoxigraph.Store.read_only(path)), default_union=True)
uvicorn.run(SparqlEndpoint(graph=graph, path="/query"), port=int(port), log_level="error")
"""


@dataclass
class Question:
    """A question as SPARQL, one text for each turn, and as a path of our own where there is one."""

    name: str
    queries: list[str]
    paths: list[str] = field(default_factory=list)


def questions(reader: Reader) -> list[Question]:
    """The questions, about the best-connected actors and some that few articles know."""
    hits = [hit.id for hit in entities(reader, sort="mentions", limit=200)]
    best, some = hits[0], hits[:40:2] + hits[40:]
    iri = {id_: reader.iris.entity(id_) for id_ in hits}
    pairs = list(itertools.pairwise(some))
    hop = "?s rap:speaker <{0}> ; rap:expresses/rap:about/rap:entity ?other"
    two = f"{hop.format('{0}')} . ?t rap:speaker ?other ; rap:expresses/rap:about/rap:entity ?far"
    counted = "SELECT ?other (COUNT(*) AS ?n) {{ {} }} GROUP BY ?other ORDER BY DESC(?n) LIMIT 50"
    said = "?s rap:speaker <{}> ; rap:expresses ?c . ?c rap:about/rap:entity <{}> ; rap:text ?text"
    about_whom = "rap:expresses/rap:about/rap:entity"
    tied = f"?s rap:speaker <{{}}> ; {about_whom} ?m . ?t rap:speaker ?m ; {about_whom} <{{}}>"

    def about(*path: str) -> list[str]:
        return [path[0] + quote(one) + "".join(path[1:]) for one in some]

    return [
        Question(
            "lookup",
            [f"SELECT ?label {{ <{iri[one]}> rdfs:label ?label }} LIMIT 1" for one in some],
            about("/api/entities/"),
        ),
        Question(
            "1 hop",
            [counted.format(hop.format(iri[one])) for one in some],
            about("/api/entities/", "/neighbourhood?limit=50"),
        ),
        Question(
            "1 hop of the best known",
            [counted.format(hop.format(iri[best]))],
            [f"/api/entities/{quote(best)}/neighbourhood?limit=50"],
        ),
        Question(
            "2 hops",
            [f"SELECT DISTINCT ?far {{ {two.format(iri[one])} }} LIMIT 50" for one in some],
            about("/api/entities/", "/neighbourhood?depth=2&limit=50"),
        ),
        Question(
            "statements by speaker and target",
            [f"SELECT ?s ?text {{ {said.format(iri[one], iri[other])} }} LIMIT 50" for one, other in pairs],
            [f"/api/statements?speaker={quote(one)}&about={quote(other)}" for one, other in pairs],
        ),
        Question(
            "path",
            [f"ASK {{ {tied.format(iri[one], iri[other])} }}" for one, other in pairs],
            [f"/api/paths?from={quote(one)}&to={quote(other)}&max_length=2" for one, other in pairs],
        ),
        Question("aggregate", ["SELECT ?act (COUNT(*) AS ?n) { ?s rap:act ?act } GROUP BY ?act ORDER BY DESC(?n)"]),
    ]


def _prefixed(query: str) -> str:
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(PREFIXES.items())) + query


@contextlib.contextmanager
def running(command: list[str], url: str, path: str, **environment: str) -> Iterator[httpx.Client]:
    """A server, once it answers."""
    with subprocess.Popen(
        command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as process:
        try:
            client = httpx.Client(base_url=url, timeout=_PATIENCE)
            end = time.monotonic() + _START
            while True:
                try:
                    client.post(path, data={"query": "ASK {}"}).raise_for_status()
                    break
                except httpx.HTTPError:
                    if time.monotonic() > end or process.poll() is not None:
                        raise
                    time.sleep(0.2)
            yield client
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _ask(client: httpx.Client, path: str, query: str | None) -> float:
    start = time.perf_counter()
    try:
        if query is None:
            answer = client.get(path)
        else:
            answer = client.post(path, data={"query": query}, headers={"Accept": "application/sparql-results+json"})
    except httpx.TimeoutException:
        return _PATIENCE
    if answer.is_server_error:  # over the server's limit of time
        return _PATIENCE
    answer.raise_for_status()
    return time.perf_counter() - start


def measure(
    question: Question, servers: dict[str, httpx.Client], rounds: int, seconds: float
) -> dict[str, list[float]]:
    """Seconds of each answer by server; who takes too long for so many rounds gets fewer.

    The first turn, whose pages may still be on the disk, does not count; who is the first of a turn changes.
    """
    names = [*servers, *(["ours /api"] if question.paths else [])]
    found: dict[str, list[float]] = {name: [] for name in names}
    queries = [_prefixed(query) for query in question.queries]
    for turn in range(-1, rounds):
        order = [*found][turn % len(found) :] + [*found][: turn % len(found)]
        for name in order:
            if sum(found[name]) > seconds:
                continue
            number = turn % len(queries)
            if name == "ours /api":
                taken = _ask(servers["ours"], question.paths[number % len(question.paths)], None)
            else:
                taken = _ask(servers[name], "/sparql" if name == "ours" else "/query", queries[number])
            if turn >= 0 or taken >= _PATIENCE:
                found[name].append(taken)
    return found


def show(question: Question, found: dict[str, list[float]]) -> None:
    """Prints a line for each server, with how many times as long as Oxigraph's server it takes."""
    print(question.name)
    known = statistics.median(found["oxigraph"]) if found.get("oxigraph") else None
    for name, seconds in found.items():
        if not seconds:
            continue
        ordered, middle = sorted(seconds), statistics.median(seconds)
        p99 = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
        ratio = f"{middle / known:8.2f} × oxigraph" if known else ""
        print(
            f"  {name:16} p50 {1000 * middle:9,.1f}  p99 {1000 * p99:9,.1f}  "
            f"{len(seconds) / sum(seconds):9,.1f} a second  {ratio}  ({len(seconds)})",
            flush=True,
        )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--rdflib-endpoint", type=Path, metavar="PYTHON", help="of the environment that has it")
    parser.add_argument("--memory", action="store_true", help="also rdflib-endpoint with the quads in memory")
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--only", default="", help="questions that begin so")
    parser.add_argument("--seconds", type=float, default=20.0, help="that a server is asked a question, at most")
    options = parser.parse_args()
    with (
        open_reader(options.store) as reader,
        contextlib.ExitStack() as stack,
        tempfile.TemporaryDirectory() as scratch,
    ):
        asked = questions(reader)
        print(f"{options.store}; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
        snapshot = str(reader.path)
        servers: dict[str, httpx.Client] = {}

        def start(name: str, command: list[str], port: int, **environment: str) -> None:
            path = "/sparql" if name == "ours" else "/query"
            servers[name] = stack.enter_context(running(command, f"http://127.0.0.1:{port}", path, **environment))

        ours = [
            sys.executable,
            "-c",
            "import api; api._NICE = 0; from kg.cli import main; main()",
            "serve",
            "--store",
            str(options.store),
            "--port",
            "7901",
        ]
        start("ours", ours, 7901, KG_REQUEST_RATE="100000", KG_REQUEST_TIME="60")
        if oxigraph := shutil.which("oxigraph", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"):
            start(
                "oxigraph",
                [
                    oxigraph,
                    "serve-read-only",
                    "--location",
                    snapshot,
                    "--bind",
                    "127.0.0.1:7902",
                    "--union-default-graph",
                ],
                7902,
            )
        else:
            print("oxigraph is not installed: left out")
        if options.rdflib_endpoint:
            python = str(options.rdflib_endpoint)
            start("rdflib-oxigraph", [python, "-c", _WRAPPED, "oxigraph", snapshot, "7903"], 7903)
            if options.memory:
                file = Path(scratch) / "all.nq"
                with file.open("wb") as output:
                    Store.read_only(snapshot).dump(output, format=RdfFormat.N_QUADS)
                start("rdflib-memory", [python, "-c", _WRAPPED, "memory", str(file), "7904"], 7904)
        else:
            print("rdflib-endpoint: no --rdflib-endpoint PYTHON, left out")
        for question in (each for each in asked if each.name.startswith(options.only)):
            show(question, measure(question, servers, options.rounds, options.seconds))


if __name__ == "__main__":
    main()
