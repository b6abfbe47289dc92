"""What the store holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kg.graph.reader import Reader
from kg.vocabulary import PREFIXES, PROV, RAP, RDFS, SCHEMA

# The order in which they are listed.
_FINDINGS = ("Statement", "Meeting", "Membership", "Relation", "Mention")
_ENTITIES = ("Person", "Organization", "Country", "Group", "Place")


@dataclass(frozen=True, slots=True)
class Run:
    """An extraction that articles in the store came from: its program, weights and gazetteer."""

    fingerprint: str
    articles: int
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Info:
    """Counts and provenance of a store.

    Attributes:
        folder: None in memory.
        findings: by kind: statements, meetings, ...
        entities: by class; a country counts as a country, not as a place too.
        first, last: days of publication.
        publishers: number of them.
        runs: most articles first.
    """

    folder: Path | None
    base: str
    articles: int
    quads: int
    findings: dict[str, int]
    entities: dict[str, int]
    first: str | None
    last: str | None
    publishers: int
    runs: tuple[Run, ...]


def info(reader: Reader) -> Info:
    """Counts and provenance of the store."""
    counts = reader.counts()
    dates = reader.select(
        f"SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) (COUNT(DISTINCT ?publisher) AS ?publishers) WHERE {{ "
        f"?article a <{RAP.Article}> OPTIONAL {{ ?article <{SCHEMA.publisher}> ?publisher }} "
        f"OPTIONAL {{ ?article <{SCHEMA.datePublished}> ?date BIND(SUBSTR(STR(?date), 1, 10) AS ?day) }} }}"
    )[0]
    return Info(
        folder=reader.folder,
        base=reader.iris.base,
        articles=counts.articles,
        quads=counts.quads,
        findings={name: _count(reader, name) for name in _FINDINGS},
        entities={name: _count(reader, name) for name in _ENTITIES},
        first=dates.get("first"),
        last=dates.get("last"),
        publishers=int(dates["publishers"]),
        runs=_runs(reader),
    )


def _count(reader: Reader, name: str) -> int:
    """Things of a class that articles speak of: not what only the gazetteer has; a country is no place here."""
    country = f"FILTER NOT EXISTS {{ ?x a <{RAP.Country}> }}" if name == "Place" else ""
    reference = NamedNode(reader.iris.graph("reference"))
    [row] = reader.select(
        f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ GRAPH ?g {{ ?x a <{PREFIXES['rap']}{name}> {country} }} "
        f"FILTER(?g != {reference}) }}"
    )
    return int(row["n"])


def _runs(reader: Reader) -> tuple[Run, ...]:
    rows = reader.select(
        f"SELECT ?run (COUNT(DISTINCT ?article) AS ?n) WHERE {{ ?article <{PROV.wasGeneratedBy}> ?run "
        f"FILTER(?article != <{reader.iris.graph('reference')}>) }} "
        "GROUP BY ?run ORDER BY DESC(?n) ?run"
    )
    return tuple(Run(row["run"].rpartition("/")[2], int(row["n"]), _parts(reader, row["run"])) for row in rows)


def _parts(reader: Reader, run: str) -> dict[str, str]:
    rows = reader.select(
        f"SELECT ?name ?value WHERE {{ <{run}> <{PROV.wasAssociatedWith}>|<{PROV.used}> ?part . "
        f"?part <{RDFS.label}> ?name ; <{SCHEMA.softwareVersion}>|<{RAP.digest}> ?value }} ORDER BY ?name"
    )
    return {row["name"]: row["value"] for row in rows}


def snapshot(reader: Reader) -> str | None:
    """Number of the snapshot that a reader shows."""
    return reader.path.name if reader.path else None
