"""Any SPARQL 1.1 query, answered by Oxigraph in a process of its own that can be stopped."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat

from kg.errors import StopRun, UsageError
from kg.graph.reader import Reader
from kg.graph.terms import text, well_formed
from kg.query.worker import GRAPHS, RESULTS, SYNTAX_ERROR, WrongFormat, answer

#: Formats by name; "auto" is JSON for rows and N-Triples for graphs.
FORMATS = ("auto", *RESULTS, *GRAPHS)

# Words of a query: IRIs, strings and comments are taken whole, so that what is found is a keyword or a name.
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\s]*> | \"{3}.*?\"{3} | '{3}.*?'{3} | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | \#[^\n]*
    | [?$@]?[\w:.%-]+""",
    re.VERBOSE | re.DOTALL,
)
_WHERE = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_KEYWORD = re.compile(r"(?<![\w{'\"])[A-Z]{2,}(?![\w'\"])")
_UPDATE = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_READ = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


@dataclass(frozen=True, slots=True)
class Table:
    """The answer as columns and rows; None where a row has no value. Of ASK: one column and one row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def write_answer(
    reader: Reader, query: str, output: BinaryIO, *, format: str = "auto", timeout: float = 60.0, union: bool = True
) -> None:
    """Writes the answer to a query; nothing, where it fails.

    The prefixes of ``kg.vocabulary`` need not be declared. A store in memory is asked in this process, without limit.

    Oxigraph (up to 0.5.13) finds a triple once in each graph of the union that has it, so what several articles say of
    an entity, its label say, multiplies rows: ask with ``GRAPH ?article { ... }``, or use DISTINCT and COUNT(DISTINCT).

    Args:
        reader: the store.
        query: SPARQL 1.1; SERVICE is refused, for nothing leaves this machine.
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
    query = well_formed(query)
    _refuse(query)
    with tempfile.TemporaryFile() as kept:
        if reader.path is None:
            _here(reader, query, kept, format, union)
        else:
            _elsewhere(str(reader.path), query, kept, format, timeout, union)
        kept.seek(0)
        shutil.copyfileobj(kept, output)


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


def _refuse(query: str) -> None:
    words = [token.upper() for token in _TOKEN.findall(query)]
    if "SERVICE" in words:
        raise UsageError("SERVICE is refused: a query may not leave this machine; load the other data into the store")
    first = next((word for word in words if word in _UPDATE | _READ), None)
    if first in _UPDATE:
        raise UsageError(f"{first} changes data, and a query only reads: `kg build` and `kg delete` write the store")


def _cell(term: object) -> str | None:
    return None if term is None else text(term)


def _here(reader: Reader, query: str, output: BinaryIO, format: str, union: bool) -> None:
    try:
        answer(reader.graph, query, format, union=union, output=output)
    except (SyntaxError, WrongFormat) as error:
        raise _malformed(query, str(error)) from error


def _elsewhere(path: str, query: str, output: BinaryIO, format: str, timeout: float, union: bool) -> None:
    asked = json.dumps({"path": path, "query": query, "format": format, "union": union}).encode()
    # -P: a file of the user's folder must not stand in for a module.
    command = [sys.executable, "-P", "-m", "kg.query.worker"]
    try:
        done = subprocess.run(command, input=asked, stdout=output, stderr=subprocess.PIPE, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as error:
        raise StopRun(
            f"the query took longer than {timeout:g} seconds: narrow it (a LIMIT alone does not help where it sorts), "
            "or raise KG_TIME_LIMIT"
        ) from error
    if done.returncode == 0:
        return
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == SYNTAX_ERROR:
        raise _malformed(query, said)
    if done.returncode in {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS}:
        raise UsageError("the query is nested too deeply, or too large: make it simpler")
    if done.returncode == -signal.SIGKILL:
        raise StopRun("the query was killed, most likely for want of memory: narrow it")
    raise StopRun(f"the query failed: {said.splitlines()[-1] if said else f'status {done.returncode}'}")


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
