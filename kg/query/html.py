"""Answers as a notebook shows them: tables of HTML, in which nothing of an article is code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from kg.cells import harmless
from kg.query.rows import MeetingRow, StatementRow
from kg.query.tables import sentences

if TYPE_CHECKING:
    from kg.query.info import Info
    from kg.query.network import Network

# Rows of a table in a notebook: more is nobody's reading, and a hundred thousand would stop the browser.
_SHOWN = 50

_STATEMENT: Mapping[str, Callable[[StatementRow], object]] = {
    "date": lambda row: row.date,
    "who": lambda row: row.speaker.label if row.speaker else row.speaker_kind,
    "act": lambda row: f"not {row.act}" if row.negated else row.act,
    "what": lambda row: row.text,
    "about": lambda row: ", ".join(f"{one.entity.label} ({one.stance})" for one in row.about),
    "article": lambda row: row.article.title or row.article.id,
    "sentence": lambda row: sentences(row.evidence),
}
_MEETING: Mapping[str, Callable[[MeetingRow], object]] = {
    "date": lambda row: row.date,
    "who": lambda row: ", ".join(one.entity.label for one in row.participants),
    "where": lambda row: row.place.label if row.place else "",
    "what": lambda row: f"{row.format} {row.status}".replace("_", " "),
    "article": lambda row: row.article.title or row.article.id,
    "sentence": lambda row: sentences(row.evidence),
}


def rows(found: Sequence[Any]) -> str:
    """A list of rows of one kind."""
    if not found:
        return "<p>Nothing found.</p>"
    columns: Mapping[str, Callable[[Any], object]]
    if isinstance(found[0], StatementRow):
        columns = _STATEMENT
    elif isinstance(found[0], MeetingRow):
        columns = _MEETING
    elif is_dataclass(found[0]):
        columns = {field.name: _attribute(field.name) for field in fields(found[0])}
    else:
        columns = {"": str}
    cells = [[value(row) for value in columns.values()] for row in found[:_SHOWN]]
    return _table(columns, cells) + _more(len(found))


def actors(found: Network) -> str:
    """A network: its actors, the first by PageRank."""
    names = ("label", "said", "named", "met", "degree", "stance", "pagerank", "betweenness", "community")
    cells = [[getattr(actor, name) for name in names] for actor in found.actors[:_SHOWN]]
    counts = f"{found.actors_in_all:,} actors, {found.events:,} events, {len(found.communities):,} communities"
    return f"<p>{counts}</p>" + _table(names, cells) + _more(len(found.actors))


def facts(found: Info) -> str:
    """What a store holds."""
    counts = {"articles": found.articles, **found.findings, **found.entities}
    days = [["published", f"{found.first} to {found.last}"]] if found.first else []
    return _table(("", ""), days + [[name.lower(), f"{count:,}"] for name, count in counts.items()])


def _table(names: Iterable[str], cells: Iterable[Iterable[object]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>" for row in cells)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    return "" if value is None else escape(harmless(str(value)))


def _more(count: int) -> str:
    return f"<p>{count - _SHOWN:,} more</p>" if count > _SHOWN else ""


def _attribute(name: str) -> Callable[[Any], object]:
    return lambda row: getattr(row, name)
