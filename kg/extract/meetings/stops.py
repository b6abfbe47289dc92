"""Stops: a journey told with one verb to several places is as many visits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from kg.extract.meetings.drafts import Draft
from kg.extract.mentions.mentions import Mentions
from kg.extract.syntax.coordination import coordinated
from kg.extract.syntax.sides import case_of
from kg.extract.times import times
from kg.model import Mention, Time

# How far behind a stop, in characters, its own day may stand: "Sarajevo today and Belgrade tomorrow".
_BESIDE = 24


def further_stops(draft: Draft, mentions: Mentions, published: date | None) -> Iterator[Draft]:
    """The visits to the places that are coordinated with the first: "will travel to Lilongwe and Dodoma".

    Args:
        draft: of the first visit; loses what belongs to the others.
        mentions: of the article.
        published: the day of publication.
    """
    if draft.format != "visit" or draft.place is None or draft.head.pos_ != "VERB":
        return
    first = mentions.head(draft.place)
    further = [child for child in draft.head.rights if child.dep_ == "conj" and case_of(child) == "to"]
    found = (*coordinated(first), *further, *_legs(first))
    stops = {stop.span: (token, stop) for token in found if (stop := mentions.of(token)) is not None}
    stops = {span: one for span, one in stops.items() if one[1].kind == "place" and span != draft.place.span}
    day = _day(draft.place, mentions)
    for token, stop in stops.values():
        host = draft.participants.pop(stop.span, None)
        own = _day(stop, mentions)
        people = {span: one for span, one in draft.participants.items() if span != draft.place.span}
        if host is not None:
            people[stop.span] = host
        time = _time(own, draft, mentions, published) if own is not None else None if day is not None else draft.time
        # What lies ahead on the first leg has not been done on the others; the day tells of each by itself.
        ahead = time is not None and published is not None and time.value > published.isoformat()
        status = "planned" if ahead and time is not None and time.granularity == "day" else draft.status
        yield replace(draft, head=token, participants=people, place=stop, presumed=False, time=time, status=status)


def _legs(first: Token) -> Iterator[Token]:
    """The places of the further legs, whatever the tree hangs them on: "to Rome on Friday and to Bern on Monday"."""
    for token in first.doc[first.i + 1 : first.sent.end]:
        if token.pos_ in ("VERB", "AUX"):
            break
        if token.ent_type_ == "LOC" and token.nbor(-1).lower_ == "to" and token.nbor(-2).lower_ in ("and", ","):
            yield token


def _day(place: Mention, mentions: Mentions) -> Mention | None:
    """The date that stands right behind a place."""
    behind = mentions.within((place.end, place.end + _BESIDE))
    found = next((one for one in behind if one.kind in ("date", "place")), None)
    return found if found is not None and found.kind == "date" else None


def _time(day: Mention, draft: Draft, mentions: Mentions, published: date | None) -> Time | None:
    tense: times.Tense | None = "future" if draft.status == "planned" else None
    before = [times.Mark(one.span, tense) for one in mentions if one.kind == "date" and one.end <= day.start][-1:]
    return times.read(mentions.text, [*before, times.Mark(day.span, tense)], published)
