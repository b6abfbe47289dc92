"""What part of a store is meant: by dates, publishers and actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from kg.graph.reader import Reader
from kg.graph.terms import well_formed
from kg.graph.tie_index import Window
from kg.query.dates import days
from kg.query.edges import window_of
from kg.query.names import resolve_name

#: The ties that actors have by what they do: they speak of each other, to each other, and meet. Posts and relations
#: hold, nobody does them, and no day is theirs.
DEEDS = ("said_about", "addressed", "met")


@dataclass(frozen=True, slots=True)
class Selection:
    """The events between two days, in articles of these publishers, in which these actors take part.

    Attributes:
        since: day, month or year, included; compared with the event's own time, else with the article's date.
        until: likewise.
        publishers: names, as the articles have them; all for none.
        actors: ids, labels or aliases, of whom one takes part; all for none.
        acts: of statements; all for none. Ties that are no statements have none.
        stances: negative, neutral or positive, of what is said about the other; all for none, as for acts.
        around: also the ties among those whom the actors are tied to.
        kinds: of ties (``kg.graph.events.KINDS``); None for those that actors have by what they do (``DEEDS``).
        local: also actors whom a single article knows, mostly by a description ("officials"); each is somebody else.
    """

    since: str | None = None
    until: str | None = None
    publishers: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] | None = None
    local: bool = False
    acts: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    around: bool = False

    def days(self) -> tuple[str | None, str | None]:
        """First and last day, ISO.

        Raises:
            UsageError: one is no date.
        """
        return days(self.since, self.until)

    def window(self) -> Window:
        """The kinds of ties and the days.

        Raises:
            UsageError: a kind or a date is none.
        """
        return window_of(DEEDS if self.kinds is None else self.kinds, self.since, self.until)

    def publisher_iris(self, reader: Reader) -> tuple[str, ...]:
        """The publishers."""
        return tuple(sorted({reader.iris.publisher(well_formed(name)) for name in self.publishers}))

    def actor_ids(self, reader: Reader) -> tuple[str, ...]:
        """The actors.

        Raises:
            UsageError: an unknown or ambiguous name.
        """
        return tuple(sorted({resolve_name(reader, name) for name in self.actors}))


class Selected(TypedDict, total=False):
    """A selection as arguments: those of ``Selection``."""

    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    actors: tuple[str, ...]
    kinds: tuple[str, ...] | None
    local: bool


#: All events, and the actors that more than one article can know.
EVERYTHING = Selection()
