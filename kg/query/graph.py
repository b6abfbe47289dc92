"""All questions as methods of one object, for Python and notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.graph.access import reading
from kg.graph.reader import Reader
from kg.place import Place
from kg.query import info, meetings, neighbours, paths, search, sparql, statements
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import Connection, MeetingRow, Neighbourhood, StatementRow

if TYPE_CHECKING:
    import rdflib


class Graph:
    """A store to ask. It shows the state at the time it was opened, also while a build goes on.

    >>> graph = kg.open("kg-store")                                # doctest: +SKIP
    >>> for row in graph.statements(about="Russia", act="accuse"): # doctest: +SKIP
    ...     print(row.date, row.speaker, row.text)
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self.reader.close()

    def statements(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        addressee: str | None = None,
        act: str | None = None,
        form: str | None = None,
        since: str | None = None,
        until: str | None = None,
        text: str | None = None,
        publisher: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Page[StatementRow]:
        """Who said what about whom: see ``kg.query.statements.statements``."""
        return statements.statements(
            self.reader,
            speaker=speaker,
            about=about,
            addressee=addressee,
            act=act,
            form=form,
            since=since,
            until=until,
            text=text,
            publisher=publisher,
            cursor=cursor,
            limit=limit,
        )

    def meetings(
        self,
        *,
        participant: str | Sequence[str] | None = None,
        place: str | None = None,
        since: str | None = None,
        until: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> Page[MeetingRow]:
        """Who met whom: see ``kg.query.meetings.meetings``."""
        return meetings.meetings(
            self.reader,
            participant=participant,
            place=place,
            since=since,
            until=until,
            cursor=cursor,
            limit=limit,
        )

    def neighbours(
        self,
        entity: str,
        *,
        depth: int = 1,
        limit: int = 50,
        kinds: Iterable[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Neighbourhood:
        """What surrounds an actor: see ``kg.query.neighbours.neighbours``."""
        return neighbours.neighbours(
            self.reader, entity, depth=depth, limit=limit, kinds=kinds, since=since, until=until
        )

    def paths(self, start: str, end: str, *, max_length: int = 4, limit: int = 5) -> list[Connection]:
        """How two actors are connected: see ``kg.query.paths.paths``."""
        return paths.paths(self.reader, start, end, max_length=max_length, limit=limit)

    def search(self, words: str, *, limit: int = 20) -> search.SearchResult:
        """Entities, statements and articles by words: see ``kg.query.search.search``."""
        return search.search(self.reader, words, limit=limit)

    def query(self, query: str, *, timeout: float = 60.0) -> sparql.Table:
        """Any SPARQL query, as a table: see ``kg.query.sparql``."""
        return sparql.table(self.reader, query, timeout=timeout)

    def info(self) -> info.Info:
        """Counts and provenance: see ``kg.query.info.info``."""
        return info.info(self.reader)

    def entity(self, name: str) -> str:
        """Id of the entity that bears the name: see ``kg.query.names.resolve_name``."""
        return resolve_name(self.reader, name)

    def dataset(self) -> rdflib.Dataset:
        """The graph for rdflib, read-only: see ``kg.graph.reader.Reader.dataset``."""
        return self.reader.dataset()


def open_graph(store: Place) -> Graph:
    """Opens a store.

    Raises:
        UsageError: there is none.
        StopRun: it can't be read.
    """
    return Graph(reading(store))
