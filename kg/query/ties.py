"""Ties: what actors said of each other, to each other, and how they met, one for each event."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.graph.reader import Reader
from kg.ids import is_local
from kg.query.selection import EVERYTHING, Selection

#: Stances as numbers; a statement without one counts as neutral.
SIGNS = {"negative": -1, "positive": 1}

_PLACES = "place/"
# Ties whose label is a speech act.
_SAID = frozenset({"said_about", "addressed"})

#: A tie of two actors: source, target, kind, label, stance, first and last day (``UNDATED`` where none is known).
Tied = tuple[str, str, str, str, str, str, str]


def ties(reader: Reader, selection: Selection = EVERYTHING) -> list[Tied]:
    """The ties of the selection, in no order.

    Places are no actors, and have none, nor have actors whom a single article knows, but for those that were chosen.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    window, publishers, chosen = selection.window(), selection.publisher_iris(reader), selection.actor_ids(reader)
    each = reader.index.ties.each
    found = _counting(each(window, publishers=publishers, entities=chosen), selection, chosen)
    if not (selection.around and chosen):
        return found
    near = {*chosen, *(row[0] for row in found), *(row[1] for row in found)}
    return _counting(each(window, publishers=publishers, within=sorted(near)), selection, chosen)


def _counting(each: Iterable[Tied], selection: Selection, chosen: Collection[str]) -> list[Tied]:
    """The ties that count. Ends are looked at once each, for there are far more ties than actors."""
    rows = list(each)
    ends = {row[0] for row in rows} | {row[1] for row in rows}
    if others := {end for end in ends if end not in chosen and not _is_actor(end, selection)}:
        rows = [row for row in rows if row[0] not in others and row[1] not in others]
    if selection.acts:
        rows = [row for row in rows if row[2] in _SAID and row[3] in selection.acts]
    if selection.stances:
        rows = [row for row in rows if row[4] in selection.stances]
    return rows


def _is_actor(entity: str, selection: Selection) -> bool:
    return not entity.startswith(_PLACES) and (selection.local or not is_local(entity))
