"""What was found, as quads: an article's graph, the reference graph, the graph of runs.

All of it is a function of its arguments: no clock, no order of processing; lines are unique and sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.graph.article import ArticleGraph
from kg.graph.description import describe, membership, membership_name
from kg.graph.nquads import Lines
from kg.ids import Iris, slug
from kg.model import Entity, Extraction
from kg.vocabulary import DCTERMS, PROV, RAP, RDF, RDFS, SCHEMA


def article_quads(extraction: Extraction, *, iris: Iris, run: str, digest: str) -> bytes:
    """The article's graph as N-Quads, lines unique and sorted, in UTF-8.

    Args:
        extraction: what was found in the article.
        iris: the IRIs of the data.
        run: fingerprint of the extraction that found it (see ``run_quads``).
        digest: of the article and the extraction; says when nothing needs to be done again.

    Raises:
        SkipArticle: the article's date is none.
        ValueError: a time that is none, or an excerpt outside the text: a fault of the extraction.
    """
    return ArticleGraph(extraction, iris).written(run=run, digest=digest)


def reference_quads(entities: Iterable[Entity], *, run: str, iris: Iris) -> bytes:
    """The reference graph as N-Quads: the entities of the gazetteer with their names, codes, coordinates and roles.

    Args:
        entities: all that the gazetteer tells of each.
        run: fingerprint of the extraction with this gazetteer, by which one knows whether the graph is outdated.
        iris: the IRIs of the data.
    """
    graph = iris.graph("reference")
    lines = Lines(graph)
    lines.link(graph, PROV.wasGeneratedBy, iris.run(run))
    for entity in entities:
        describe(lines, entity, iris)
        for role in entity.roles:
            holder = role.holder or entity.id
            node = iris.entity(membership_name(role, holder))
            membership(lines, node, role, holder=holder, post=role.post, iris=iris)
    return lines.sorted()


def run_quads(run: str, parts: Mapping[str, str], *, iris: Iris) -> bytes:
    """One extraction run in the graph of runs, as N-Quads.

    Args:
        run: its fingerprint, as given to ``article_quads``.
        parts: what it is made of: under "program" the version of the program, under any other name ("weights",
            "gazetteer") the digest of those data.
        iris: the IRIs of the data.
    """
    lines = Lines(iris.graph("runs"))
    node = iris.run(run)
    lines.link(node, RDF.type, RAP.ExtractionRun)
    lines.link(node, RDF.type, PROV.Activity)
    lines.text(node, DCTERMS.identifier, run)
    for name, value in parts.items():
        part = f"{node}#{slug(name)}"
        lines.text(part, RDFS.label, name)
        if name == "program":
            lines.link(node, PROV.wasAssociatedWith, part)
            lines.link(part, RDF.type, PROV.SoftwareAgent)
            lines.text(part, SCHEMA.softwareVersion, value)
        else:
            lines.link(node, PROV.used, part)
            lines.link(part, RDF.type, PROV.Entity)
            lines.text(part, RAP.digest, value)
    return lines.sorted()
