"""All questions as methods of one object, for Python and notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from kg.graph.access import reading
from kg.graph.reader import Reader
from kg.place import Place
from kg.query import info, meetings, neighbours, paths, search, sparql, statements
from kg.query.names import resolve_name
from kg.query.pages import Page
from kg.query.rows import Connection, MeetingRow, Neighbourhood, StatementRow
from kg.query.selection import Selected, Selection

if TYPE_CHECKING:
    import networkx as nx  # type: ignore[import-untyped]  # it brings no types
    import pandas  # type: ignore[import-untyped]  # likewise
    import rdflib

    from kg.query.balance import Balance
    from kg.query.change import Shift
    from kg.query.discourse import Matrix
    from kg.query.network import Network


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
        stance: str | None = None,
        sort: str | None = None,
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
            stance=stance,
            sort=sort,
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

    def network(self, *, min_weight: int = 1, limit: int | None = None, **selection: Unpack[Selected]) -> Network:
        """Who is central and who belongs together: see ``kg.query.network.network``.

        >>> found = graph.network(since="2024-05", publishers=("Caspian Observer",)) # doctest: +SKIP
        >>> [actor.label for actor in found.actors[:3]]                              # doctest: +SKIP
        """
        # Imported here and below: the questions above need neither numpy nor networkx.
        from kg.query.network import network

        return network(self.reader, Selection(**selection), min_weight=min_weight, limit=limit)

    def balance(self, **selection: Unpack[Selected]) -> Balance:
        """Friends and foes, and the blocs that they form: see ``kg.query.balance.balance``."""
        from kg.query.balance import balance

        return balance(self.reader, Selection(**selection))

    def change(self, at: str, *, limit: int | None = None, **selection: Unpack[Selected]) -> list[Shift]:
        """Who speaks more of whom since a day, and how: see ``kg.query.change.change``."""
        from kg.query.change import change

        return change(self.reader, at, Selection(**selection), limit=limit)

    def discourse(
        self,
        *,
        mode: str = "actors",
        aggregate: str | None = None,
        normalise: str = "no",
        concepts: Mapping[str, Iterable[str]] | None = None,
        **selection: Unpack[Selected],
    ) -> Matrix:
        """Who agrees with whom: see ``kg.query.discourse``; `mode` is actors, concepts, or both (actors × concepts).

        >>> graph.discourse(mode="both", concepts={"the embargo": ["embargo", "blockade"]}) # doctest: +SKIP
        """
        from kg.query.coding import coded_by_words
        from kg.query.discourse import coded, one_mode, two_mode

        chosen = Selection(**selection)
        found = coded_by_words(self.reader, concepts, chosen) if concepts else coded(self.reader, chosen)
        if mode == "both":
            return two_mode(self.reader, found, aggregate=aggregate or "subtract", normalise=normalise)
        return one_mode(self.reader, found, of=mode, aggregate=aggregate or "congruence", normalise=normalise)

    def to_networkx(self, **selection: Unpack[Selected]) -> nx.MultiDiGraph:
        """The actor network for networkx: see ``kg.query.network.to_networkx``.

        >>> drawn = networkx.Graph(graph.to_networkx(kinds=("met",))) # doctest: +SKIP
        """
        from kg.query.network import to_networkx

        return to_networkx(self.reader, Selection(**selection))

    def to_pandas(self, table: str = "statements", **selection: Unpack[Selected]) -> pandas.DataFrame:
        """A table for pandas: statements, meetings, nodes or edges, with the columns of ``kg export csv``.

        >>> graph.to_pandas(actors=("Turkey",)).groupby("act").size() # doctest: +SKIP

        Raises:
            StopRun: pandas is not installed.
            UsageError: no such table, or a date, a kind or a name that is none.
        """
        from kg.query.tables import to_pandas

        return to_pandas(self.reader, table, Selection(**selection))

    def _repr_html_(self) -> str:
        from kg.query.html import facts

        return facts(self.info())

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
