"""Any SPARQL 1.1 query, answered by Oxigraph in a process of its own that can be stopped."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from kg.errors import UsageError
from kg.graph.graph import Graph
from kg.graph.reader import Reader
from kg.graph.terms import text, well_formed
from kg.query.bounds import refuse_depth, refuse_fetching, refuse_update
from kg.query.chunks import Chunks, Rows, too_many
from kg.query.process import Process
from kg.query.syntax import tokens
from kg.query.worker import Question, Send, View
from kg.vocabulary import PREFIXES

#: Formats of rows and truth values, and of graphs, by name.
RESULTS: dict[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
GRAPHS: dict[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}

#: Names that a caller may choose from; "auto" is JSON for rows and N-Triples for graphs.
FORMATS = ("auto", *RESULTS, *GRAPHS)

# One of 5,000 brackets ends the process; nobody writes one of 100.
_DEPTH = 100

# Of an answer on the command line; a file can be as large as the disk.
_NO_LIMIT = 1 << 62

_WHERE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_KEYWORD = re.compile(r"(?<![\w{'\"])[A-Z]{2,}(?![\w'\"])")


@dataclass(frozen=True, slots=True)
class Table:
    """The answer as columns and rows; None where a row has no value. Of ASK: one column and one row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


class WrongFormat(UsageError):
    """A graph asked for as a table, or rows as Turtle."""


@dataclass(frozen=True)  # without slots, which would take five times as long to pickle
class Query:
    """The SPARQL query `text`, to be answered over `default_graphs` and `named_graphs` in one of two formats.

    The prefixes of ``kg.vocabulary`` need not be declared.

    Attributes:
        rows: of ``RESULTS``, for SELECT and ASK; None where they may not be answered.
        graph: of ``GRAPHS``, for CONSTRUCT and DESCRIBE; likewise.
        union: the default graph is the union of all graphs, else the store's own, which is empty; a dataset that the
            query or `default_graphs` names wins over it.
        base: what relative IRIs are relative to.
        depth: brackets within brackets.
        hosts: that SERVICE may ask; there is none that may by default, for nothing leaves this machine.
        most: rows, or triples, that the answer may have; None for any number.
    """

    text: str
    rows: str | None = "json"
    graph: str | None = "ntriples"
    union: bool = True
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    base: str | None = None
    depth: int = _DEPTH
    hosts: tuple[str, ...] = ()
    most: int | None = None


def answer(reader: Reader, send: Send, query: Query) -> None:
    """Sends the name of the answer's format, then the answer.

    Oxigraph (up to 0.5.13) finds a triple once in each graph of the union that has it, so what several articles say of
    an entity, its label say, multiplies rows: ask with ``GRAPH ?article { ... }``, or use DISTINCT and COUNT(DISTINCT).

    Raises:
        UsageError: a query that is malformed, nested too deeply, or fetches.
        WrongFormat: its answer is not of the kind that was asked for.
        TooLarge: its answer has more rows than it may.
    """
    asked = well_formed(query.text)
    refuse_depth(asked, query.depth)
    try:
        refuse_fetching(asked, query.hosts, lambda text: evaluate(pyoxigraph.Store(), query, text))
        found = evaluate(reader.graph, query, asked)
    except (SyntaxError, ValueError) as error:
        refuse_update(asked)
        raise _malformed(asked, str(error)) from error
    except RuntimeError as error:
        # What a failing store raises too, which says nothing of functions.
        if "custom function" not in str(error):
            raise
        raise UsageError(f"the query calls what is no function here: {error}") from error
    send_found(found, send, query, query.most)


def send_found(found: QuerySolutions | QueryBoolean | QueryTriples, send: Send, query: Query, most: int | None) -> None:
    """Sends the name of the format of what a query found, then what it found: so many rows at most. See ``answer``."""
    if isinstance(found, QueryTriples):
        if query.graph is None:
            raise WrongFormat(f"a query that gives a graph can be had as {', '.join(GRAPHS)}, not as {query.rows}")
        send(query.graph.encode())
        chunks = Chunks(send)
        triples = _distinct(found, most)
        pyoxigraph.serialize(triples, cast(BinaryIO, chunks), format=GRAPHS[query.graph], prefixes=PREFIXES)
    else:
        if query.rows is None:
            raise WrongFormat(f"a query that gives rows can be had as {', '.join(RESULTS)}, not as {query.graph}")
        send(query.rows.encode())
        chunks = Rows(send, query.rows, most)
        found.serialize(cast(BinaryIO, chunks), format=RESULTS[query.rows])
    chunks.flush()


def evaluate(graph: Graph, query: Query, asked: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    """What Oxigraph finds, row by row as it is read, for the text `asked`, which may be another than that of `query`.

    Raises:
        SyntaxError: it is malformed.
        ValueError: it has an IRI that is none.
        RuntimeError: it calls what is no function; the store fails.
    """
    # pyoxigraph lets the query's own prefixes win over ours.
    if query.default_graphs or query.named_graphs:
        return graph.query(
            asked,
            base_iri=query.base,
            prefixes=PREFIXES,
            default_graph=[NamedNode(name) for name in query.default_graphs],
            named_graphs=[NamedNode(name) for name in query.named_graphs],
        )
    # Asked for the union, pyoxigraph would forget the query's FROM.
    union = query.union and ("FROM" not in asked.upper() or all(token.keyword != "FROM" for token in tokens(asked)))
    return graph.query(asked, base_iri=query.base, prefixes=PREFIXES, use_default_graph_as_union=union)


def _distinct(triples: QueryTriples, most: int | None) -> Iterator[pyoxigraph.Triple]:
    """A triple that several articles' graphs have comes once from each of them.

    Raises:
        TooLarge: there are more than `most`.
    """
    seen = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            if most is not None and len(seen) > most:
                raise too_many(most)
            yield triple


def write_answer(
    reader: Reader, query: str, output: BinaryIO, *, format: str = "auto", timeout: float = 60.0, union: bool = True
) -> None:
    """Writes the answer to a query; nothing, where it fails. See ``answer``.

    A store in memory is asked in this process, without limit.

    Args:
        reader: the store.
        query: SPARQL 1.1; SERVICE is refused.
        output: where to.
        format: one of ``FORMATS``.
        timeout: in seconds.
        union: the default graph is the union of all graphs, else the store's own, which is empty.

    Raises:
        UsageError: a query that is malformed, nested too deeply, or has no such format.
        StopRun: it took too long.
    """
    if format not in FORMATS:
        raise UsageError(f"--format {format}: one of {', '.join(FORMATS)}")
    asked = Query(query, rows=format, graph=format, union=union)
    if format == "auto":
        asked = replace(asked, rows="json", graph="ntriples")
    elif format in RESULTS:
        asked = replace(asked, graph=None)
    else:
        asked = replace(asked, rows=None)
    with tempfile.TemporaryFile() as kept:
        if reader.path is None:
            chunks: list[bytes] = []
            answer(reader, chunks.append, asked)
            kept.writelines(chunks[1:])
        else:
            _elsewhere(reader, asked, kept, timeout)
        kept.seek(0)
        shutil.copyfileobj(kept, output)


def _elsewhere(reader: Reader, asked: Query, output: BinaryIO, timeout: float) -> None:
    view = View(reader.folder or Path(), reader.iris.base, reader.path)
    with closing(Process(view)) as process:
        chunks = process.ask(Question(answer, (asked,), {}, timeout, _NO_LIMIT, streams=True))
        next(chunks)  # the name of the format
        output.writelines(chunks)


def run_query(reader: Reader, query: str, *, format: str = "auto", timeout: float = 60.0, union: bool = True) -> bytes:
    """The answer as bytes; see ``write_answer``."""
    output = BytesIO()
    write_answer(reader, query, output, format=format, timeout=timeout, union=union)
    return output.getvalue()


def table(reader: Reader, query: str, *, timeout: float = 60.0, union: bool = True) -> Table:
    """The answer as a table; of a graph, its triples. See ``write_answer``."""
    data = run_query(reader, query, timeout=timeout, union=union)
    if not data.startswith(b"{"):
        triples = pyoxigraph.parse(data, RdfFormat.N_TRIPLES)
        rows = sorted((text(t.subject), text(t.predicate), text(t.object)) for t in triples)
        return Table(("subject", "predicate", "object"), tuple(rows))
    found = pyoxigraph.parse_query_results(data, QueryResultsFormat.JSON)
    if isinstance(found, QueryBoolean):
        return Table(("answer",), (("true" if found else "false",),))
    if not isinstance(found, QuerySolutions):
        raise TypeError("not the result of a query")
    names = tuple(variable.value for variable in found.variables)
    return Table(names, tuple(tuple(_cell(row[name]) for name in names) for row in found))


def _cell(term: object) -> str | None:
    return None if term is None else text(term)


def _malformed(query: str, said: str) -> UsageError:
    """Where the query is wrong and what might stand there, in one line."""
    match = _WHERE.match(said)
    if match is None:
        return UsageError(" ".join(said.split()))
    line, column, expected = int(match[1]), int(match[2]), match[3]
    lines = query.splitlines() or [""]
    near = lines[min(line, len(lines)) - 1][column - 1 :][:30].strip()
    place = f"line {line}, column {column}" + (f", at “{near}”" if near else ", at the end")
    if "Prefix not found" in expected:
        return UsageError(f"the query is malformed at {place}: a prefix is not declared")
    words = sorted(set(_KEYWORD.findall(expected)))[:8]
    return UsageError(f"the query is malformed at {place}" + (f": expected one of {', '.join(words)}" if words else ""))
