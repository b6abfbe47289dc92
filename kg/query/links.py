"""Links: what actors said of each other, to each other, and how they met, counted by act and stance."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.graph.events import UNDATED
from kg.graph.reader import Reader
from kg.ids import is_local
from kg.query.selection import EVERYTHING, Selection

#: Stances as numbers; a statement without one counts as neutral.
SIGNS = {"negative": -1, "positive": 1}

_PLACES = "place/"
# Ties whose label is a speech act.
_SAID = frozenset({"said_about", "addressed"})


@dataclass(frozen=True, slots=True)
class Link:
    """`count` events of one kind, act and stance tie `source` to `target` (ids of entities).

    Attributes:
        kind: said_about, addressed or met (and post or relation where they were asked for); "met" has no direction.
        label: the act, the kind of meeting, the post or the predicate.
        stance: of the source towards the target; "" where the kind has none.
        first, last: days (ISO) of the first and the last event; None where no day is known.
    """

    source: str
    target: str
    kind: str
    label: str
    stance: str
    count: int
    first: str | None
    last: str | None


def links(reader: Reader, selection: Selection = EVERYTHING) -> list[Link]:
    """The links of the selection by source, target, kind, label and stance. Places are no actors, and have
    none, nor have actors whom a single article knows, but for those that were chosen.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    found: dict[tuple[str, str, str, str, str], tuple[int, str, str]] = {}
    for source, target, kind, label, stance, day, until in ties(reader, selection):
        key = (source, target, kind, label, stance)
        count, first, last = found.get(key, (0, UNDATED, ""))
        if day != UNDATED:
            first, last = min(first, day), max(last, until)
        found[key] = (count + 1, first, last)
    return [
        Link(*key, count, first if last else None, last or None) for key, (count, first, last) in sorted(found.items())
    ]


def ties(reader: Reader, selection: Selection) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Source, target, kind, label, stance, first and last day of each tie between two actors, in no order.

    Raises:
        UsageError: a date, a kind or a name is none.
    """
    window, publishers, chosen = selection.window(), selection.publisher_iris(reader), selection.actor_ids(reader)
    each = reader.index.ties.each
    rows = (row for row in each(window, publishers=publishers, entities=chosen) if _counts(row, selection, chosen))
    if not (selection.around and chosen):
        return rows
    near = {*chosen, *(end for row in rows for end in row[:2])}
    among = each(window, publishers=publishers, within=sorted(near))
    return (row for row in among if _counts(row, selection, chosen))


def _counts(row: tuple[str, ...], selection: Selection, chosen: Collection[str]) -> bool:
    source, target, kind, label, stance = row[:5]
    return (
        all(end in chosen or _is_actor(end, selection) for end in (source, target))
        and (not selection.acts or (kind in _SAID and label in selection.acts))
        and (not selection.stances or stance in selection.stances)
    )


def _is_actor(entity: str, selection: Selection) -> bool:
    return not entity.startswith(_PLACES) and (selection.local or not is_local(entity))


def pairs(found: Iterable[Link]) -> dict[tuple[str, str], int]:
    """How many events tie two actors, whatever their direction."""
    weights: dict[tuple[str, str], int] = {}
    for link in found:
        pair = (link.source, link.target) if link.source < link.target else (link.target, link.source)
        weights[pair] = weights.get(pair, 0) + link.count
    return weights


def strong(found: list[Link], least: int) -> list[Link]:
    """The links of actors that at least so many events tie."""
    if least <= 1:
        return found
    weights = pairs(found)
    return [link for link in found if weights[min(link.source, link.target), max(link.source, link.target)] >= least]
