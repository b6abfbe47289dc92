"""The process that answers one SPARQL query: ``python -m kg.query.worker``; see ``kg.query.sparql``.

Reads a JSON object from standard input, writes the answer to standard output; a syntax error goes to standard error,
with exit status 2. A running query can't be cancelled from Python, and one of 5,000 nested parentheses ends the process
with a segmentation fault; so it has a process of its own, which may be killed or die.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from kg.vocabulary import PREFIXES

SYNTAX_ERROR = 2

RESULTS: dict[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
GRAPHS: dict[str, RdfFormat] = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}


class WrongFormat(ValueError):
    """The form of the query has no such format."""


def answer(store: pyoxigraph.Store, query: str, format_: str, *, union: bool, output: Any) -> None:
    """Evaluates the query and writes the answer; "auto" is JSON for solutions and N-Triples for graphs.

    Raises:
        SyntaxError: the query is none.
        WrongFormat: a graph asked for as a table, or solutions as Turtle.
    """
    # pyoxigraph lets the query's own prefixes win over these.
    found = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=union)
    if isinstance(found, QueryTriples):
        format_ = "ntriples" if format_ == "auto" else format_
        if format_ not in GRAPHS:
            raise WrongFormat(f"a query that gives a graph can be had as {' or '.join(GRAPHS)}, not as {format_}")
        # A triple that several articles' graphs have comes once from each of them.
        pyoxigraph.serialize(dict.fromkeys(found), output, format=GRAPHS[format_], prefixes=PREFIXES)
        return
    format_ = "json" if format_ == "auto" else format_
    if format_ not in RESULTS:
        raise WrongFormat(f"a query that gives rows can be had as {', '.join(RESULTS)}, not as {format_}")
    if isinstance(found, QuerySolutions | QueryBoolean):
        found.serialize(output, format=RESULTS[format_])


def main() -> int:
    """Answers the question on standard input."""
    asked = json.load(sys.stdin)
    store = pyoxigraph.Store.read_only(asked["path"])
    try:
        answer(store, asked["query"], asked["format"], union=asked["union"], output=sys.stdout.buffer)
    except (SyntaxError, WrongFormat) as error:
        print(error, file=sys.stderr)
        return SYNTAX_ERROR
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
