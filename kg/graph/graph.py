"""What can be read of a graph, be it on this machine or on a SPARQL server: a part of ``pyoxigraph.Store``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import pyoxigraph
from pyoxigraph import BlankNode, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples


class Graph(Protocol):
    """A set of quads that can be asked; ``pyoxigraph.Store`` is one, ``kg.graph.remote.RemoteGraph`` another."""

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
        """The answer to a SPARQL query."""
        ...

    def quads_for_pattern(self, subject: Any, predicate: Any, object: Any, graph_name: Any = None) -> Iterator[Quad]:
        """The quads with these terms; None stands for any."""
        ...

    def named_graphs(self) -> Iterator[NamedNode | BlankNode]:
        """Names of the graphs."""
        ...

    def contains_named_graph(self, name: Any) -> bool:
        """Whether there is a graph of this name."""
        ...

    def __len__(self) -> int: ...


def near(graph: Graph, name: NamedNode) -> Graph:
    """The graph where it is on this machine, else a copy of the part called `name`: for who asks it twenty things."""
    if isinstance(graph, pyoxigraph.Store):
        return graph
    copy = pyoxigraph.Store()
    copy.extend(graph.quads_for_pattern(None, None, None, name))
    return copy
