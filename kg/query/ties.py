"""Ties: what actors said of each other, to each other, and how they met, one for each event."""

from __future__ import annotations

from collections.abc import Collection

from kg.graph.events import Ties
from kg.graph.reader import Reader
from kg.ids import is_local
from kg.query.selection import EVERYTHING, Selection

#: Stances as numbers; a statement without one counts as neutral.
SIGNS = {"negative": -1, "positive": 1}

_PLACES = "place/"
# Ties whose label is a speech act.
_SAID = frozenset({"said_about", "addressed"})


def ties(reader: Reader, selection: Selection = EVERYTHING) -> Ties:
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
    near = {*chosen, *found.sources, *found.targets}
    return _counting(each(window, publishers=publishers, within=sorted(near)), selection, chosen)


def _counting(found: Ties, selection: Selection, chosen: Collection[str]) -> Ties:
    """The ties that count. Ends are looked at once each, for there are far more ties than actors."""
    ends = {*found.sources, *found.targets}
    if others := {end for end in ends if end not in chosen and not _is_actor(end, selection)}:
        pairs = zip(found.sources, found.targets, strict=True)
        found = found.kept([one not in others and other not in others for one, other in pairs])
    if selection.acts:
        said = zip(found.kinds, found.labels, strict=True)
        found = found.kept([kind in _SAID and label in selection.acts for kind, label in said])
    if selection.stances:
        found = found.kept([stance in selection.stances for stance in found.stances])
    return found


def _is_actor(entity: str, selection: Selection) -> bool:
    return not entity.startswith(_PLACES) and (selection.local or not is_local(entity))
