"""A graph kept by a SPARQL 1.1 server, with the methods of ``pyoxigraph.Store`` that this program uses.

Tested against Oxigraph's own server and Virtuoso 7. Only standard protocols are spoken; what is done otherwise than one
would expect is for Virtuoso: form posts, for it waits forever for other bodies; one media type a request, and XML, for
its JSON has truth values as numbers; no INSERT DATA, for it compiles it and gives up at some thousand triples.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
)

from kg.errors import StopRun, UsageError
from kg.graph.http import Answer, Client
from kg.place import Remote

_ROWS, _GRAPH = "application/sparql-results+xml", "application/n-triples"
_FORM = re.compile(r"(?:\s|#[^\n]*\n|BASE\s*<[^>]*>|PREFIX\s*[^\s:]*:\s*<[^>]*>)*(\w+)", re.IGNORECASE)
_DECLARED = re.compile(r"PREFIX\s*([^\s:]*):", re.IGNORECASE)
# Virtuoso answers ASK with one row of this column.
_ASKED = "__ASK_RETVAL"

Term = NamedNode | BlankNode | Literal | Triple


class RemoteGraph:
    """The graphs of a SPARQL server whose names begin with `base`; what else it has is left alone.

    Args:
        remote: the server.
        base: IRI below which the graphs lie.
    """

    def __init__(self, remote: Remote, base: str) -> None:
        self.remote = remote
        self.base = base
        self._client = Client(remote)

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: Any = None,
        named_graphs: Any = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The answer of the server; for the arguments see ``pyoxigraph.Store.query``.

        Raises:
            SyntaxError: the query is malformed.
            StopRun: the server is away or refuses, takes too long, or gives a part of the answer only.
        """
        declared = set(_DECLARED.findall(query))
        head = f"BASE <{base_iri}> " if base_iri else ""
        head += " ".join(f"PREFIX {name}: <{iri}>" for name, iri in (prefixes or {}).items() if name not in declared)
        form = {"query": [f"{head} {query}"]}
        for field, names in (("default-graph-uri", default_graph), ("named-graph-uri", named_graphs)):
            if names:
                form[field] = [name.value for name in names]
        # Oxigraph's own words say where the query is wrong; and Virtuoso would take updates for queries.
        pyoxigraph.Store().query(query, base_iri=base_iri, prefixes=prefixes)
        kind = match[1].upper() if (match := _FORM.match(query)) else ""
        graph = kind in {"CONSTRUCT", "DESCRIBE"}
        answer = self._client.read(self.remote.query, form=form, accept=_GRAPH if graph else _ROWS)
        self._whole(answer)
        return _triples(answer) if graph else _solutions(answer, asks=kind == "ASK")

    def quads_for_pattern(
        self, subject: Term | None, predicate: NamedNode | None, object: Term | None, graph_name: object = None
    ) -> Iterator[Quad]:
        """Quads, as in ``pyoxigraph.Store``; the default graph, which is a union of the others, has none of its own."""
        if isinstance(graph_name, DefaultGraph):
            return
        if isinstance(graph_name, NamedNode) and subject is None and predicate is None and object is None:
            yield from (Quad(t.subject, t.predicate, t.object, graph_name) for t in self._fetched(graph_name))
            return
        given = {"s": subject, "p": predicate, "o": object, "g": graph_name}
        asked = {name: f"?{name}" if term is None else str(term) for name, term in given.items()}
        where = f"GRAPH {asked['g']} {{ {asked['s']} {asked['p']} {asked['o']} }}"
        unbound = [name for name, term in given.items() if term is None]
        if not unbound:
            yield from [Quad(*given.values())] if self.query(f"ASK {{ {where} }}") else []  # type: ignore[arg-type]
            return
        ours = self._ours if graph_name is None else ""
        rows = self.query(f"SELECT {' '.join(f'?{name}' for name in unbound)} WHERE {{ {where} {ours} }}")
        assert isinstance(rows, QuerySolutions)  # of a SELECT
        for row in rows:
            found = {name: row[name] if term is None else term for name, term in given.items()}
            yield Quad(*found.values())  # type: ignore[arg-type]  # as they stand in a quad

    def named_graphs(self) -> Iterator[NamedNode]:
        """Names of the graphs."""
        rows = self.query(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }}")
        assert isinstance(rows, QuerySolutions)  # of a SELECT
        for row in rows:
            if isinstance(name := row["g"], NamedNode):
                yield name

    def __len__(self) -> int:
        rows = self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {self._ours} }}")
        assert isinstance(rows, QuerySolutions)  # of a SELECT
        return sum(int(row["n"].value) for row in rows if isinstance(row["n"], Literal))

    def contains_named_graph(self, name: NamedNode) -> bool:
        """Whether there is such a graph with anything in it."""
        return bool(self.query(f"ASK {{ GRAPH {name} {{ ?s ?p ?o }} }}"))

    def put(self, name: NamedNode, quads: bytes) -> None:
        """Makes `quads` (N-Quads, all of this graph) the whole of the graph."""
        self._change("PUT", name, _n_triples(pyoxigraph.parse(quads, RdfFormat.N_QUADS)))

    def bulk_load(self, quads: bytes, format_: RdfFormat) -> None:
        """Makes each graph in `quads` what they say of it: one PUT a graph."""
        for name, found in _by_graph(quads, format_).items():
            self._change("PUT", name, _n_triples(found))

    def load(self, quads: bytes, format_: RdfFormat) -> None:
        """Adds quads without blank nodes to what is there: done twice it is the same as once."""
        for name, found in _by_graph(quads, format_).items():
            self._change("POST", name, _n_triples(found))

    def remove_graph(self, name: NamedNode) -> None:
        """Removes a graph, if there is one."""
        self._change("DELETE", name)

    def update(self, update: str) -> None:
        """Runs a SPARQL update, once.

        Raises:
            UsageError: there is no address for updates.
            StopRun: the server is away, refuses, or finds it malformed.
        """
        if self.remote.update is None:
            raise UsageError(f"{self.remote} may not be updated: set KG_STORE_UPDATE to the address of its updates")
        self._client.write(
            "POST",
            self.remote.update,
            content=update.encode(),
            type_="application/sparql-update",
            params={},
            again=False,
        )

    @property
    def _ours(self) -> str:
        return f'FILTER(STRSTARTS(STR(?g), "{self.base}"))'

    def _graphs(self) -> str:
        if self.remote.graphs is None:
            raise UsageError(
                f"{self.remote} may not be written: set KG_STORE_GRAPHS to the address of its Graph Store Protocol"
            )
        return self.remote.graphs

    def _fetched(self, name: NamedNode) -> Iterator[Triple]:
        """The triples of a graph; none where it is not there."""
        found = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}")
        assert isinstance(found, QueryTriples)  # of a CONSTRUCT
        yield from found

    def _change(self, method: str, name: NamedNode, triples: bytes = b"") -> None:
        # N-Triples are Turtle, which every server takes.
        self._client.write(
            method,
            self._graphs(),
            content=triples,
            type_="text/turtle" if triples else "",
            params={"graph": name.value},
            again=True,
        )

    def _whole(self, answer: Answer) -> None:
        if "x-sparql-maxrows" in answer.headers:
            raise StopRun(
                f"{self.remote} gives the first {answer.headers['x-sparql-maxrows']} rows of an answer only: "
                "raise ResultSetMaxRows in its virtuoso.ini"
            )


def _solutions(answer: Answer, *, asks: bool) -> QuerySolutions | QueryBoolean:
    found = pyoxigraph.parse_query_results(answer.body, QueryResultsFormat.XML)
    if asks and isinstance(found, QuerySolutions):
        yes = any(row[_ASKED] == Literal(1) for row in found)
        found = pyoxigraph.parse_query_results(b'{"head":{},"boolean":%s}' % str(yes).lower().encode(), _JSON)
    return found


def _triples(answer: Answer) -> QueryTriples:
    """The triples as a query gives them, for pyoxigraph makes ``QueryTriples`` in no other way."""
    copy = pyoxigraph.Store()
    copy.load(answer.body, RdfFormat.N_TRIPLES)
    found = copy.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(found, QueryTriples)  # of a CONSTRUCT
    return found


def _by_graph(quads: bytes, format_: RdfFormat) -> dict[NamedNode, list[Quad]]:
    found: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in pyoxigraph.parse(quads, format_):
        if not isinstance(quad.graph_name, NamedNode):
            raise UsageError("a remote store keeps named graphs alone: name the graph")
        found[quad.graph_name].append(quad)
    return found


def _n_triples(quads: Iterator[Quad] | list[Quad]) -> bytes:
    return pyoxigraph.serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


_JSON = QueryResultsFormat.JSON
