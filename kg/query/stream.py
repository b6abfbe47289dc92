"""Statements and meetings of a selection, a page at a time, so that memory holds a few hundred of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg.graph.reader import Reader
from kg.query.meetings import meetings
from kg.query.pages import Page
from kg.query.rows import MeetingRow, Named, StatementRow
from kg.query.selection import Selection
from kg.query.statements import statements

Row = TypeVar("Row", StatementRow, MeetingRow)

# As many as the questions to the graph take at once.
_PAGE = 500


def statement_rows(reader: Reader, selection: Selection) -> Iterator[StatementRow]:
    """Statements by date, article and position. An actor takes part as speaker, addressee or whom it is about.

    Raises:
        UsageError: a date or a name is none.
    """
    rows = _selected(
        reader,
        selection,
        lambda cursor: statements(reader, since=selection.since, until=selection.until, cursor=cursor, limit=_PAGE),
        lambda row: (row.speaker, *row.addressees, *(about.entity for about in row.about)),
    )
    acts, stances = selection.acts, selection.stances
    for row in rows:
        if (not acts or row.act in acts) and (not stances or any(about.stance in stances for about in row.about)):
            yield row


def meeting_rows(reader: Reader, selection: Selection) -> Iterator[MeetingRow]:
    """Meetings by date, article and position; none where acts or stances are chosen, for they have none.

    Raises:
        UsageError: a date or a name is none.
    """
    if selection.acts or selection.stances:
        return iter(())
    return _selected(
        reader,
        selection,
        lambda cursor: meetings(reader, since=selection.since, until=selection.until, cursor=cursor, limit=_PAGE),
        lambda row: [part.entity for part in row.participants],
    )


def _selected(
    reader: Reader,
    selection: Selection,
    page: Callable[[str | None], Page[Row]],
    parts: Callable[[Row], Iterable[Named | None]],
) -> Iterator[Row]:
    actors, publishers = set(selection.actor_ids(reader)), set(selection.publisher_iris(reader))
    cursor: str | None = None
    while True:
        found = page(cursor)
        for row in found:
            if actors and not any(part and part.id in actors for part in parts(row)):
                continue
            publisher = row.article.publisher
            if not publishers or (publisher and reader.iris.publisher(publisher) in publishers):
                yield row
        cursor = found.next
        if cursor is None:
            return
