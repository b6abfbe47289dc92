"""The four tables of a store, for spreadsheets and data frames: nodes, edges, statements, meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kg.errors import StopRun, UsageError
from kg.graph.reader import Reader
from kg.query.links import Link
from kg.query.network import Actor, network
from kg.query.rows import Excerpt, MeetingRow, Named, Source, StatementRow
from kg.query.selection import Selection
from kg.query.stream import meeting_rows, statement_rows

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped]  # it brings no types

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of this SQL type has `value` of each row."""

    type: str
    value: Callable[[Row], object]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """The table `name` has these columns of these rows."""

    name: str
    columns: Mapping[str, Column[Row]]
    rows: Iterable[Row]

    def records(self) -> Iterator[list[object]]:
        """The values of each row, in the order of the columns."""
        for row in self.rows:
            yield [column.value(row) for column in self.columns.values()]


def _id(named: Named | None) -> str | None:
    return named.id if named else None


def _label(named: Named | None) -> str | None:
    return named.label if named else None


def _text(excerpt: Excerpt | None) -> str | None:
    return excerpt.text if excerpt else None


def _article(of: Callable[[Row], Source]) -> dict[str, Column[Row]]:
    return {
        "article": Column("VARCHAR", lambda row: of(row).id),
        "title": Column("VARCHAR", lambda row: of(row).title),
        "published": Column("VARCHAR", lambda row: of(row).published),
        "publisher": Column("VARCHAR", lambda row: of(row).publisher),
        "url": Column("VARCHAR", lambda row: of(row).url),
    }


# Named as Gephi and igraph want them: the id, then the label; the two ends, then the rest.
_NODES: dict[str, Column[Actor]] = {
    "Id": Column("VARCHAR", lambda actor: actor.id),
    "Label": Column("VARCHAR", lambda actor: actor.label),
    "kind": Column("VARCHAR", lambda actor: actor.kind),
    "said": Column("INTEGER", lambda actor: actor.said),
    "named": Column("INTEGER", lambda actor: actor.named),
    "met": Column("INTEGER", lambda actor: actor.met),
    "degree": Column("INTEGER", lambda actor: actor.degree),
    "stance": Column("INTEGER", lambda actor: actor.stance),
    "pagerank": Column("DOUBLE", lambda actor: actor.pagerank),
    "betweenness": Column("DOUBLE", lambda actor: actor.betweenness),
    "participation": Column("DOUBLE", lambda actor: actor.participation),
    "community": Column("INTEGER", lambda actor: actor.community),
}
_EDGES: dict[str, Column[Link]] = {
    "Source": Column("VARCHAR", lambda link: link.source),
    "Target": Column("VARCHAR", lambda link: link.target),
    "Type": Column("VARCHAR", lambda link: "Undirected" if link.kind == "met" else "Directed"),
    "Weight": Column("INTEGER", lambda link: link.count),
    "kind": Column("VARCHAR", lambda link: link.kind),
    "act": Column("VARCHAR", lambda link: link.label),
    "stance": Column("VARCHAR", lambda link: link.stance or None),
    "first": Column("DATE", lambda link: link.first),
    "last": Column("DATE", lambda link: link.last),
}
_STATEMENTS: dict[str, Column[StatementRow]] = {
    "id": Column("VARCHAR", lambda row: row.iri),
    "date": Column("DATE", lambda row: row.date),
    "until": Column("DATE", lambda row: row.time.end if row.time else row.date),
    "time": Column("VARCHAR", lambda row: row.time.value if row.time else None),
    "speaker_id": Column("VARCHAR", lambda row: _id(row.speaker)),
    "speaker": Column("VARCHAR", lambda row: _label(row.speaker)),
    "speaker_kind": Column("VARCHAR", lambda row: row.speaker_kind),
    "speaker_words": Column("VARCHAR", lambda row: _text(row.speaker_words)),
    "act": Column("VARCHAR", lambda row: row.act),
    "cue": Column("VARCHAR", lambda row: _text(row.cue)),
    "negated": Column("BOOLEAN", lambda row: row.negated),
    "form": Column("VARCHAR", lambda row: row.form),
    "text": Column("VARCHAR", lambda row: row.text),
    "polarity": Column("VARCHAR", lambda row: row.polarity),
    "certainty": Column("VARCHAR", lambda row: row.certainty),
    "deed": Column("VARCHAR", lambda row: row.deed),
    "addressee_ids": Column("VARCHAR[]", lambda row: [one.id for one in row.addressees]),
    "addressees": Column("VARCHAR[]", lambda row: [one.label for one in row.addressees]),
    "about_ids": Column("VARCHAR[]", lambda row: [one.entity.id for one in row.about]),
    "about": Column("VARCHAR[]", lambda row: [one.entity.label for one in row.about]),
    "about_roles": Column("VARCHAR[]", lambda row: [one.role for one in row.about]),
    "about_stances": Column("VARCHAR[]", lambda row: [one.stance for one in row.about]),
    "place_id": Column("VARCHAR", lambda row: _id(row.place)),
    "place": Column("VARCHAR", lambda row: _label(row.place)),
    "parent": Column("VARCHAR", lambda row: row.parent),
    "confidence": Column("DOUBLE", lambda row: row.confidence),
    **_article(lambda row: row.article),
    "sentence": Column("VARCHAR", lambda row: sentences(row.evidence)),
}
_MEETINGS: dict[str, Column[MeetingRow]] = {
    "id": Column("VARCHAR", lambda row: row.iri),
    "date": Column("DATE", lambda row: row.date),
    "until": Column("DATE", lambda row: row.time.end if row.time else row.date),
    "time": Column("VARCHAR", lambda row: row.time.value if row.time else None),
    "participant_ids": Column("VARCHAR[]", lambda row: [one.entity.id for one in row.participants]),
    "participants": Column("VARCHAR[]", lambda row: [one.entity.label for one in row.participants]),
    "roles": Column("VARCHAR[]", lambda row: [one.role for one in row.participants]),
    "place_id": Column("VARCHAR", lambda row: _id(row.place)),
    "place": Column("VARCHAR", lambda row: _label(row.place)),
    "format": Column("VARCHAR", lambda row: row.format),
    "status": Column("VARCHAR", lambda row: row.status),
    "topic": Column("VARCHAR", lambda row: row.topic),
    "confidence": Column("DOUBLE", lambda row: row.confidence),
    **_article(lambda row: row.article),
    "sentence": Column("VARCHAR", lambda row: sentences(row.evidence)),
}


def statements(reader: Reader, selection: Selection) -> Table[StatementRow]:
    """Who said what about whom."""
    return Table("statements", _STATEMENTS, statement_rows(reader, selection))


def meetings(reader: Reader, selection: Selection) -> Table[MeetingRow]:
    """Who met whom."""
    return Table("meetings", _MEETINGS, meeting_rows(reader, selection))


def tables(reader: Reader, selection: Selection) -> Iterator[Table[Any]]:
    """All four; nodes and edges by id, the others by date."""
    yield from network_tables(reader, selection)
    yield statements(reader, selection)
    yield meetings(reader, selection)


def network_tables(reader: Reader, selection: Selection) -> tuple[Table[Actor], Table[Link]]:
    """Nodes and edges, by id."""
    found = network(reader, selection)
    links = sorted(found.links, key=lambda link: (link.source, link.target, link.kind, link.label, link.stance))
    actors = sorted(found.actors, key=lambda actor: actor.id)
    return Table("nodes", _NODES, actors), Table("edges", _EDGES, links)


def to_pandas(reader: Reader, name: str, selection: Selection) -> pandas.DataFrame:
    """One of the four as a data frame; days are datetime64.

    Raises:
        StopRun: pandas is not installed.
        UsageError: no such table, or a date, a kind or a name that is none.
    """
    try:
        import pandas
    except ImportError as error:
        raise StopRun("a data frame needs pandas: pip install 'rapporteur[pandas]'") from error
    table = _named(reader, name, selection)
    frame = pandas.DataFrame(table.records(), columns=list(table.columns))
    for column, made in table.columns.items():
        if made.type == "DATE":
            frame[column] = pandas.to_datetime(frame[column])
    return frame


def _named(reader: Reader, name: str, selection: Selection) -> Table[Any]:
    if name == "statements":
        return statements(reader, selection)
    if name == "meetings":
        return meetings(reader, selection)
    if name in {"nodes", "edges"}:
        return network_tables(reader, selection)[name == "edges"]
    raise UsageError(f"“{name}” is no table: one of nodes, edges, statements, meetings")


def sentences(evidence: Sequence[Excerpt]) -> str:
    """The excerpts, but for those that lie within another: the words of a sentence that tell of a meeting."""
    return " … ".join(
        one.text
        for one in evidence
        if not any(other.start <= one.start and one.end <= other.end and other != one for other in evidence)
    )
