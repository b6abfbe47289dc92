"""What the index takes from one graph: names with their mentions, what is said by whom, the title, the events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.graph.article_graph import day_of
from kg.graph.events import Event, events_of
from kg.graph.graph import Graph
from kg.graph.terms import text
from kg.ids import Iris, digest
from kg.vocabulary import OA, RAP, RDFS, SCHEMA, SKOS


@dataclass(slots=True)
class Contents:
    """The graph of `article` with this digest is indexed under these words.

    Attributes:
        names: entity id → its names in this graph, the label first.
        mentions: entity id → how often the article mentions it.
        statements: entity id → how many statements it makes in the article.
        said: (IRI, what is said, label of the speaker) of each statement.
        published: as the graph has it; `day` is its day, ``UNDATED`` where there is none.
        publisher: IRI and name.
    """

    article: str
    digest: str | None
    title: str | None = None
    names: dict[str, list[str]] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)
    statements: Counter[str] = field(default_factory=Counter)
    said: list[tuple[str, str, str]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    published: str | None = None
    publisher: tuple[str, str] | None = None
    url: str | None = None

    @property
    def day(self) -> str:
        """Of publication, ISO."""
        return day_of(self.published or "")


def of_article(graph: Graph, iris: Iris, article: str) -> Contents:
    """What is indexed of an article; without digest where it is not stored.

    Some index scans for the few quads needed, not a query: 1 ms instead of 10 for an article of 2,000 quads.
    """
    name = NamedNode(iris.article(article))
    contents = Contents(article, _only(graph, name, name, RAP.digest), _only(graph, name, name, SCHEMA.headline))
    contents.published = _only(graph, name, name, SCHEMA.datePublished)
    contents.url = _only(graph, name, name, SCHEMA.url)
    if publisher := _only(graph, name, name, SCHEMA.publisher):
        contents.publisher = publisher, _only(graph, name, NamedNode(publisher), RDFS.label) or publisher
    contents.events = events_of(graph, iris, article)
    contents.names = _names(graph, iris, name)
    literal = dict(_pairs(graph, name, OA.hasBody))
    for entity in (literal | dict(_pairs(graph, name, RAP.refersTo))).values():
        contents.mentions[iris.entity_of(entity)] += 1
    speakers = dict(_pairs(graph, name, RAP.speaker))
    for entity in speakers.values():
        contents.statements[iris.entity_of(entity)] += 1
    words = dict(_pairs(graph, name, RAP.text))
    said: dict[str, list[str]] = {}
    for statement, claim in _pairs(graph, name, RAP.expresses):
        said.setdefault(statement, []).append(words.get(claim, ""))
    for statement, claims in said.items():
        speaker = contents.names.get(iris.entity_of(speakers.get(statement, "")), [""])[0]
        contents.said.append((statement, " ".join(sorted(claims)), speaker))
    return contents


def of_reference(graph: Graph, iris: Iris, article: str) -> Contents:
    """The names in the reference graph, under the name `article`: so that one may ask for a country by any of them."""
    names = _names(graph, iris, NamedNode(iris.graph("reference")))
    mark = digest(*(f"{entity}\n{known}" for entity, known in sorted(names.items())))
    return Contents(article, mark, names=names)


def digests(graph: Graph, iris: Iris) -> dict[str, str]:
    """Digest of each stored article by its id."""
    quads = graph.quads_for_pattern(None, NamedNode(RAP.digest), None, None)
    # The graph of runs states digests too, of weights and gazetteer.
    return {iris.article_of(text(q.graph_name)): text(q.object) for q in quads if q.subject == q.graph_name}


def _pairs(graph: Graph, name: NamedNode, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in graph.quads_for_pattern(None, NamedNode(predicate), None, name):
        yield text(quad.subject), text(quad.object)


def _only(graph: Graph, name: NamedNode, subject: NamedNode, predicate: str) -> str | None:
    for quad in graph.quads_for_pattern(subject, NamedNode(predicate), None, name):
        return text(quad.object)
    return None


def _names(graph: Graph, iris: Iris, name: NamedNode) -> dict[str, list[str]]:
    """Names of the entities, posts aside, the label first."""
    found: dict[str, list[str]] = {}
    entities, posts = iris.entity(""), iris.entity("post/")
    for predicate in (RDFS.label, SKOS.altLabel):
        for subject, known in sorted(_pairs(graph, name, predicate)):
            if subject.startswith(entities) and not subject.startswith(posts):
                names = found.setdefault(iris.entity_of(subject), [])
                if known not in names:
                    names.append(known)
    return found
