"""A SPARQL update: which graphs its text may change, how it is bound to some, and that it is carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import pyoxigraph

from kg.errors import UsageError
from kg.graph.edit import Editor
from kg.graph.terms import named as named_node
from kg.graph.terms import well_formed
from kg.query.bounds import refuse_depth, refuse_fetching
from kg.query.syntax import Token, address_of, prefixes, tokens
from kg.vocabulary import PREFIXES

# What may stand outside braces in an update, beside names. Other words there are glued together ("INSERTDATA"), which
# Oxigraph takes; we then know nothing of the text.
_OUTSIDE = frozenset(
    "BASE PREFIX VERSION INSERT DELETE DATA WHERE WITH USING NAMED LOAD CLEAR DROP CREATE ADD MOVE COPY SILENT INTO TO "
    "GRAPH DEFAULT ALL".split()
)
_ANY = frozenset({"NAMED", "ALL"})
# What a PATCH of one graph may do: nothing that names a graph.
_CHANGES = frozenset({"INSERT", "DELETE"})
_MANAGES = frozenset({"LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})

Edit = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Update:
    """The SPARQL update `text`, whose WHERE clauses see `default_graphs` and `named_graphs` where there are some.

    Attributes:
        only: IRI of the one graph that it changes, which stands for its default graph; "" for the default graph.
        base: what relative IRIs are relative to.
        depth: brackets within brackets.
        hosts: that SERVICE and LOAD may ask.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    only: str | None = None
    base: str | None = None
    depth: int = 100
    hosts: tuple[str, ...] = ()


def carry_out(store: Editor, update: Update) -> None:
    """Makes an update, whole or not at all.

    Unlike a query it sees the default graph alone where it names no other, as the standard has it: what an update of
    the union of all graphs would delete, and where it would insert, nobody could tell.

    Raises:
        UsageError: it is malformed, nested too deeply, fetches, or is not bound as was asked for.
        StopRun: the disk is full, for one.
    """

    def parse(text: str) -> None:
        with suppress(RuntimeError):  # a graph that is not there
            pyoxigraph.Store().update(text, base_iri=update.base, prefixes=PREFIXES)

    text = well_formed(update.text)
    refuse_depth(text, update.depth)
    try:
        refuse_fetching(text, update.hosts, parse)
    except (SyntaxError, ValueError) as error:
        raise UsageError(f"the update is malformed: {' '.join(str(error).split())[:300]}") from error
    if update.only is not None:
        text = within(text, update.only)
    text = bound(text, update.default_graphs, update.named_graphs)
    fetches = bool(update.hosts and re.search("SERVICE|LOAD", text, re.IGNORECASE))
    store.run(text, reach=reach(text), base=update.base, fetches=fetches)


def reach(text: str) -> set[str] | None:
    """IRIs of the graphs that the update may change, the default graph aside; None where the text does not tell.

    It may name more than it changes.
    """
    words = list(tokens(text))
    declared = prefixes(words)
    found: set[str] = set()
    for token, depth, after_graph in _placed(words):
        if after_graph or (depth == 0 and (token.kind == "iri" or ":" in token.text)):
            address = address_of(token, declared)
            if address is not None:
                found.add(address)
            elif after_graph or not token.text.endswith(":"):  # else a prefix that is being declared
                return None
        elif _is_glued(token, depth, declared) or (depth == 0 and token.keyword in _ANY):
            return None
    return found


def bound(text: str, graphs: Sequence[str], named: Sequence[str]) -> str:
    """The update whose WHERE clauses see these graphs: what using-graph-uri and using-named-graph-uri ask for.

    Raises:
        UsageError: an IRI is none; the update says itself what it uses.
    """
    if not graphs and not named:
        return text
    using = "".join(f" USING {named_node(graph)}" for graph in graphs)
    using += "".join(f" USING NAMED {named_node(graph)}" for graph in named) + " "
    edits: list[Edit] = []
    for operation in _operations(text):
        words = {token.keyword for token in operation.outside}
        if words & {"USING", "WITH"}:
            raise UsageError("the update has USING or WITH: leave using-graph-uri and using-named-graph-uri out")
        for token in operation.outside:
            if token.keyword == "WHERE":
                # DELETE WHERE, without braces between the two, takes no USING: its pattern is written twice instead.
                short = operation.braces[0] > token.start
                edits.append((token.start, (operation.block(text) if short else "") + using))
    return _edited(text, edits)


def within(text: str, graph: str) -> str:
    """The update as one of this graph alone, which stands for its default graph; "" for the default graph itself.

    Raises:
        UsageError: the update names a graph, or does what is not done to one graph.
    """
    edits: list[Edit] = []
    node = named_node(graph) if graph else None
    if any(token.keyword == "GRAPH" for token in tokens(text)):
        raise UsageError("a PATCH changes the graph that the request names: leave GRAPH out")
    for operation in _operations(text):
        words = [token.keyword for token in operation.outside]
        if set(words) & {"USING", "WITH", *_MANAGES}:
            raise UsageError("a PATCH changes the graph that the request names: write INSERT and DELETE alone")
        first = next((token for token in operation.outside if token.keyword in _CHANGES), None)
        if first is None or node is None:
            continue
        if "DATA" in words or words[words.index(first.keyword) :] == ["DELETE", "WHERE"]:
            start, end = operation.braces
            edits += [(start + 1, f" GRAPH {node} {{"), (end, "}")]
        else:
            edits.append((first.start, f"WITH {node} "))
    return _edited(text, edits)


class _Operation:
    """One of the operations of an update: its words outside of braces, and where its first braces stand."""

    def __init__(self) -> None:
        self.outside: list[Token] = []
        self.braces = (0, 0)

    def block(self, text: str) -> str:
        """The first braces with what is between them."""
        return text[self.braces[0] : self.braces[1] + 1]


def _operations(text: str) -> Iterator[_Operation]:
    """The operations of an update.

    Raises:
        UsageError: its braces don't match, or words are glued together.
    """
    words = list(tokens(text))
    declared = prefixes(words)
    operation, depth, start = _Operation(), 0, 0
    for token in words:
        if depth == 0 and _is_glued(token, depth, declared):
            raise UsageError(f"“{token.text[:40]}” is no word of an update: put blanks between words")
        if token.text == "{":
            start = token.start if depth == 0 else start
            depth += 1
        elif token.text == "}":
            depth -= 1
            if depth < 0:
                break
            if depth == 0 and operation.braces == (0, 0):
                operation.braces = (start, token.start)
        elif depth == 0 and token.text == ";":
            yield operation
            operation = _Operation()
        elif depth == 0:
            operation.outside.append(token)
    if depth != 0:
        raise UsageError("the update is malformed: its braces don't match")
    yield operation


def _placed(words: list[Token]) -> Iterator[tuple[Token, int, bool]]:
    """Each word with the number of braces around it, and whether it names what GRAPH before it says."""
    depth, after = 0, False
    for token in words:
        depth += (token.text == "{") - (token.text == "}")
        if not (after and token.keyword == "SILENT"):
            yield token, depth, after and token.text not in "{}"
            after = token.keyword == "GRAPH"


def _is_glued(token: Token, depth: int, declared: dict[str, str | None]) -> bool:
    """The word is none of SPARQL as we know it, and may be several."""
    if token.kind != "word":
        return depth == 0 and token.kind in {"number", "string", "language"}
    if ":" in token.text:
        prefix = token.text.partition(":")[0]
        # Within braces only "GRAPHex:x" matters, which reaches a graph.
        return prefix not in declared and prefix != "_" and (depth == 0 or "GRAPH" in prefix.upper())
    return token.keyword not in _OUTSIDE if depth == 0 else "GRAPH" in token.keyword and token.keyword != "GRAPH"


def _edited(text: str, edits: list[Edit]) -> str:
    for place, inserted in sorted(edits, reverse=True):
        text = text[:place] + inserted + text[place:]
    return text
