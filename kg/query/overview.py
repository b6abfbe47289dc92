"""What there is to look at: how much of what, from whom, and how much of it meets some conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.reader import Reader
from kg.query import meetings
from kg.query.dates import days
from kg.query.names import label_of, resolve_name
from kg.query.rows import Named
from kg.query.statements import within

# A list to choose from; who wants another publisher writes its name.
_PUBLISHERS = 200


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publisher `name` has so many of what is counted."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the store holds.

    Attributes:
        entities: that articles speak of, by kind: person, organization, ...
        first, last: days of publication of the first and the last article.
        publishers: with their articles, most first; the first 200.
    """

    articles: int
    statements: int
    meetings: int
    entities: dict[str, int]
    first: str | None
    last: str | None
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements meet the conditions: in all, by act, and by publisher, most first."""

    total: int
    acts: dict[str, int]
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """How many meetings meet the conditions: in all, and by publisher, most first."""

    total: int
    publishers: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """`entity`, of the kind `kind`, is named in so many articles together with the one that was asked for."""

    entity: Named
    kind: str
    articles: int


def overview(reader: Reader) -> Overview:
    """What the store holds; it costs no more than counting rows of the index."""
    tallies = reader.index.tallies
    articles, first, last = tallies.articles()
    events = tallies.events()
    return Overview(
        articles=articles,
        statements=events.get("statement", 0),
        meetings=events.get("meeting", 0),
        entities=tallies.entities(),
        first=first,
        last=last,
        publishers=tuple(Publisher(name, count) for _, name, count in tallies.publishers()[:_PUBLISHERS]),
    )


def statement_counts(
    reader: Reader,
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
) -> Counts:
    """How many statements meet all the conditions: those of ``kg.query.statements.statements``.

    Raises:
        UsageError: as there.
    """
    asked = within(
        reader,
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
    )
    acts = reader.index.events.count(asked, "act")
    return Counts(
        total=sum(acts.values()),
        acts=dict(sorted((act, count) for act, count in acts.items() if act)),
        publishers=_publishers(reader, reader.index.events.count(asked, "publisher")),
    )


def meeting_counts(
    reader: Reader,
    *,
    participant: str | Sequence[str] | None = None,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> MeetingCounts:
    """How many meetings meet all the conditions: those of ``kg.query.meetings.meetings``.

    Raises:
        UsageError: as there.
    """
    first, last = days(since, until)
    asked = replace(meetings.conditions(reader, participant=participant, place=place), since=first, until=last)
    by_publisher = reader.index.events.count(asked, "publisher")
    return MeetingCounts(sum(by_publisher.values()), _publishers(reader, by_publisher))


def _publishers(reader: Reader, counts: Mapping[str | None, int]) -> tuple[Publisher, ...]:
    """Of these IRIs those that have a name, with their counts."""
    names = {iri: name for iri, name, _ in reader.index.tallies.publishers()}
    found = (Publisher(names[iri], count) for iri, count in counts.items() if iri in names)
    return tuple(sorted(found, key=lambda one: (-one.count, one.name))[:_PUBLISHERS])


def companions(
    reader: Reader, entity: str, *, since: str | None = None, until: str | None = None, limit: int = 20
) -> list[Companion]:
    """With whom articles name an entity, most often first; places are left out.

    Args:
        reader: the store.
        entity: id, label or alias.
        since: day, month or year of publication, included.
        until: likewise.
        limit: at most so many.

    Raises:
        UsageError: an unknown or ambiguous name, or a date that is none.
    """
    first, last = days(since, until)
    found = reader.index.tallies.companions(resolve_name(reader, entity), since=first, until=last, limit=limit)
    return [Companion(Named(id_, label_of(reader, id_)), id_.partition("/")[0], count) for id_, count in found]
