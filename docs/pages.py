"""Pages of the documentation that are made from the program: a hook of MkDocs, see mkdocs.yml.

They are made anew whenever the pages are built, so nobody keeps them by hand and none can be stale.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from api import create_app
from kg.config import Settings

ROOT = Path(__file__).parent.parent


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages that the program itself tells: its commands, routes and terms."""
    for name, content in (("commands.md", commands()), ("routes.md", routes()), ("terms.md", terms())):
        files.append(File.generated(config, name, content=content))
    return files


def commands() -> str:
    """Every command with its arguments and options, as Typer writes them."""
    command = [sys.executable, "-m", "typer", "kg.cli", "utils", "docs", "--name", "kg", "--title", "Commands"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    # Typer's own options for completing words are the same for every program.
    return "".join(line for line in told.splitlines(keepends=True) if "-completion`" not in line)


def routes() -> str:
    """Every route with its parameters and answers, from the OpenAPI description."""
    with tempfile.TemporaryDirectory() as folder:
        described = create_app(Settings(store=Path(folder))).openapi()
    return "\n".join(
        ["# Routes", "", "The same, to try out, is at `/docs` of a running server.", "", *_routes(described)]
    )


def _routes(described: dict[str, Any]) -> Iterator[str]:
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            yield f"## `{method.upper()} {path}`\n"
            yield f"{operation.get('summary', '')}\n\n{operation.get('description', '')}\n"
            parameters = [(one["name"], one["in"], _kind(one["schema"]), one.get("description", ""))
                          for one in operation.get("parameters", ())]  # fmt: skip
            if parameters:
                yield from _table(("parameter", "in", "type", ""), parameters)
            yield from _table(
                ("status", "answer"), [(status, one["description"]) for status, one in operation["responses"].items()]
            )


def _kind(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"] if one.get("type") != "null")
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"{_kind(schema['items'])}, any number"
    return str(schema.get("format", schema.get("type", schema.get("$ref", "").rpartition("/")[2])))


def terms() -> str:
    """Every class and property of the ontology, and every speech act, with definition and example."""
    graph = Graph()
    for name in ("rapporteur.ttl", "speech-acts.ttl"):
        graph.parse(ROOT / "ontology" / name)
    lines = ["# Terms", ""]
    for title, kind in (
        ("Classes", OWL.Class),
        ("Properties to other nodes", OWL.ObjectProperty),
        ("Properties with values", OWL.DatatypeProperty),
        ("Speech acts", SKOS.Concept),
    ):
        found = sorted(term for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef))
        lines += [f"## {title}", "", *_table(("term", "definition", "example"), [_term(graph, term) for term in found])]
    return "\n".join(lines)


def _term(graph: Graph, term: URIRef) -> tuple[str, str, str]:
    label = graph.value(term, RDFS.label) or graph.value(term, SKOS.prefLabel)
    said = (graph.value(term, SKOS.definition), graph.value(term, SKOS.example))
    return f"`{graph.namespace_manager.curie(term)}` {label}", *(str(one) if one is not None else "" for one in said)


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    columns = tuple(head)
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(' '.join(str(cell).split()).replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
