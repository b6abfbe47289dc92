"""Meetings: all that an article tells of the same meeting made one, when everybody is identified."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.findings import Findings, Telling, Traits
from kg.model import Article, Meeting, Mention, Participant, Span
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import leads_state
from kg.resolve.meetings.delegates import ENVOYS, delegates
from kg.resolve.meetings.hosts import hosted, received
from kg.resolve.meetings.retellings import known
from kg.resolve.meetings.sequels import again, once_more
from kg.resolve.meetings.tellings import Told, take_in
from kg.resolve.meetings.trips import arrive, fallen, settled

# So many sentences back are those named whom "they met" takes up.
_NEAR = 2
# A dateline is where it is of what the lead tells, and of what the first sentences tell of the last days.
_LEAD, _EARLY, _FRESH = 1, 8, 3
# Who "spoke with her counterpart on Monday" may have done it by telephone.
_FROM_AFAR = frozenset({"speak", "talk"})
# Told by these a visit is to whoever receives the guest, where the news is.
_RECEIVING = frozenset({"receive", "welcome", "greet", "meet"})
# What a body does by itself.
_SITTING = frozenset({"meet", "convene", "reconvene", "gather", "assemble", "meeting", "session", "summit"})
# Whoever is so of somebody represents nobody.
_KIN = frozenset("wife husband son daughter brother sister father mother widow stepson stepdaughter son-in-law".split())


@dataclass(frozen=True, slots=True)
class Meetings:
    """Finds the meetings of one article.

    Args:
        findings: of the article.
        resolved: the mentions with their ids, by span.
        gazetteer: says in which country a place is.
        article: gives the dateline.
        each: the mention once for each of those that it stands for.
        home: the country of an actor, by its code.
    """

    findings: Findings
    resolved: Mapping[Span, Mention]
    traits: Mapping[Span, Traits]
    gazetteer: Gazetteer
    article: Article
    each: Callable[[Mention], list[Mention]]
    home: Callable[[str], str | None] = lambda _: None

    def meetings(self) -> tuple[Meeting, ...]:
        """Each meeting once, in the order of their first words; without two sides or a place there is none."""
        found: list[Told] = []
        for meeting, telling in zip(self.findings.meetings, self.findings.tellings, strict=True):
            told = self._told(meeting, telling, found)
            same = known(told, found, self.gazetteer)
            if same is None:
                self._mediated(told)
                again(told, found, self.gazetteer)
                arrive(told, found, self.gazetteer, self.home)
                found.append(told)
            else:
                take_in(same, told)
                if not same.participants:  # "in the next round", of which the day is told later
                    again(same, found[: found.index(same)], self.gazetteer)
        found = fallen(settled(found), self.article.text, self.gazetteer)
        for told in found:
            told.participants = delegates(told, self.article.text, self.resolved, self.traits, self.home)
            if told.place is None and self._is_here(told):
                told.meeting = replace(told.meeting, dateline=self._dateline())
            self._receive(told)
        return tuple(_whole(told) for told in self._once(found) if self._is_told(told))

    def _once(self, found: list[Told]) -> list[Told]:
        """Without the trips for just the talks that are told: "is to fly to Doha on Tuesday for talks with X"."""
        trips = [told for told in found if told.meeting.format == "visit"]
        for trip in trips:
            others = (told for told in found if told.meeting.format != "visit" and _is_same(told, trip))
            if (same := next(others, None)) is not None:
                take_in(same, trip)
                found = [told for told in found if told is not trip]
        return found

    @staticmethod
    def _is_told(told: Told) -> bool:
        """Two sides or a place are known, or a body meets on a day: "the council meets on Monday".

        Of a visit it is told whose it is, if it is not called off: "a trip to Italy" is nobody's. Who is invited may be
        told by a post that nobody is known to hold.
        """
        guests = any(one.role != "host" for one in told.participants.values()) or told.tellings[0].word == "invite"
        if told.meeting.format == "visit" and told.meeting.status != "called_off" and not guests:
            return False
        if told.place or (told.meeting.dateline and told.participants) or len(told.participants) > 1:
            return True
        bodies = any(actor.startswith("organization/") for actor in told.participants)
        time = told.meeting.time
        again = told.tellings[0].ordinal == "again"  # "will meet again at the end of the month"
        dated = time is not None and (time.granularity in ("day", "week") or (again and time.granularity == "month"))
        return bodies and dated and told.meeting.format != "visit" and told.tellings[0].word in _SITTING

    def _receive(self, told: Told) -> None:
        """Whose place it is is the host; a visit of which nobody else is told is one to its country, not one's own."""
        where = told.place.entity if told.place is not None else told.meeting.dateline
        entry = self.gazetteer.entry(where or "")
        if entry is None or entry.country is None or told.guests:
            return

        def home(actor: str) -> str | None:
            return told.homes.get(actor, "").removeprefix("country/") or self.home(actor)

        alone = bool(told.participants) and all(one.role == "visitor" for one in told.participants.values())
        if told.place is None or (told.meeting.format != "visit" and not alone):
            # States that called a meeting off were no hosts; of people the place tells who was to come.
            people = any(one.mention.kind == "person" for one in told.participants.values())
            if people or told.meeting.status != "called_off":
                told.participants = hosted(told.participants, entry.country, home)
            if told.meeting.format in ("meeting", "talks"):  # who comes to a summit is not received by whose it is
                told.participants = received(told.participants, entry.country, home)
            return
        told.participants = received(told.participants, entry.country, home)
        country = f"country/{entry.country}"
        guests = told.participants.items()
        strangers = all(one.role == "visitor" and home(actor) != entry.country for actor, one in guests)
        if guests and strangers and self.gazetteer.entry(country) is not None:
            stands_for = country if told.place.entity != country else None
            place = replace(told.place, refers_to=stands_for, figurative=stands_for is not None)
            told.participants[country] = Participant(place, "host")

    def _dateline(self) -> str | None:
        """Id of the place that the dateline names."""
        name = (self.article.dateline or "").partition(",")[0].strip()
        found = self.gazetteer.lookup(name.title(), kinds={"place"})[:1] if name else ()
        return found[0].id if found else None

    def _is_here(self, told: Told) -> bool:
        """It is the news of the dateline: held, told early, by those who met and of the days before publication."""
        meeting, first = told.meeting, told.tellings[0]
        if meeting.status != "held" or meeting.format == "call" or first.sentence > _EARLY:
            return False
        if meeting.format == "visit" and first.word not in _RECEIVING:
            return False
        if (first.word in _FROM_AFAR and first.sentence > _LEAD) or self._is_abroad(told):
            return False
        if meeting.time is None or self.article.published is None:
            return first.sentence <= _LEAD
        days = date.fromisoformat(self.article.published[:10]) - meeting.time.days()[0]
        return meeting.time.granularity == "day" and 0 <= days.days <= _FRESH

    def _is_abroad(self, told: Told) -> bool:
        """Who receives or summons does so at home, wherever the news is from."""
        here = self.gazetteer.entry(self._dateline() or "")
        hosts = [told.homes.get(actor) for actor, one in told.participants.items() if one.role == "host"]
        return here is not None and any(home not in (None, f"country/{here.country}") for home in hosts)

    def _told(self, meeting: Meeting, telling: Telling, found: list[Told]) -> Told:
        participants: dict[str, Participant] = {}
        hosts = {each.actor for one in meeting.participants if one.role == "host" for each in self.each(one.mention)}
        hosts |= {f"country/{self.home(actor)}" for actor in hosts if actor is not None}
        for one in meeting.participants:
            for mention in self._whom(one.mention, hosts):
                unknown = telling.together and self._is_counted(mention)
                if mention.actor is not None and not mention.actor.startswith("place/") and not unknown:
                    participants.setdefault(mention.actor, replace(one, mention=mention))
        place = self.resolved[meeting.place.span] if meeting.place is not None else None
        if place is not None and (place.entity is None or self._is_matter(place)):
            place = None
        guests = [actor for actor, one in participants.items() if one.role == "visitor"]
        if telling.word == "host" and len(guests) > 1:  # who meet each other there
            participants |= {actor: replace(participants[actor], role="party") for actor in guests}
        several = (
            max((self._counted(one.mention) for one in meeting.participants), default=2) if telling.together else 0
        )
        # "Will raise it with Moen when the two meet": those of the sentence, if nobody else is named with them.
        near = _NEAR if len(participants) < 2 else 0 if len(meeting.participants) < 2 else -1
        if several > 0 and (met := once_more(telling, found, several)):
            participants = met
        elif several > 0 and (before := self._before(meeting, telling, several, near)):
            known = {actor: one for actor, one in participants.items() if near and not actor.startswith("group/")}
            participants = known | {mention.actor: Participant(mention) for mention in before if mention.actor}
        counted = telling.ordinal != "first" or meeting.format != "visit"  # "it will be her first visit to Oman"
        ordinals = {telling.ordinal} if telling.ordinal and counted else set()
        people = {actor: self.home(actor) for actor, one in participants.items() if one.mention.kind == "person"}
        homes = {actor: f"country/{code}" for actor, code in people.items() if code is not None}
        return Told(meeting, [telling], participants, place, ordinals, homes)

    def _whom(self, mention: Mention, hosts: Collection[str | None]) -> list[Mention]:
        """Who takes part: each of several; of somebody unknown the state or body that he represents.

        "The Spanish ambassador" whom nobody names is Spain, "the secretary-general of the league" the league. Whoever
        "accused Spain and summoned its ambassador" summoned none of its own.
        """
        found = self.each(mention)
        envoy = self.traits[mention.span].noun in ENVOYS and not any(self._is_named(one) for one in found)
        if mention.form != "description" or (any(one.actor is not None for one in found) and not envoy):
            return found
        if self.traits[mention.span].noun in _KIN:
            return found  # "President Dahl's eldest son" is not his state
        senders = [self.resolved[span] for span in self.traits[mention.span].within if span in self.resolved]
        told = [one for one in senders if (one.actor or "").startswith(("country/", "organization/"))]
        if envoy and any(one.form == "pronoun" and one.actor in hosts for one in told):
            told = [one for one in self._states_before(mention) if one.actor not in hosts]
        return told[:1] or found

    def _states_before(self, mention: Mention) -> list[Mention]:
        """The states that its sentence names before it, the nearest first."""
        here = self.traits[mention.span].sentence
        states = (one for one in self.resolved.values() if one.kind == "country" and one.start < mention.start)
        return sorted((one for one in states if self.traits[one.span].sentence == here), key=lambda one: -one.start)

    def _is_named(self, mention: Mention) -> bool:
        """Somebody whom the article names; of several ambassadors the gazetteer knows one at most."""
        return any(one.actor == mention.actor and one.form == "name" for one in self.resolved.values())

    def _is_counted(self, mention: Mention) -> bool:
        """Of "the two men" no more is known than how many they are."""
        several = mention.span in self.traits and self.traits[mention.span].several is not None
        return several and (mention.actor or "").startswith("group/")

    def _counted(self, mention: Mention) -> int:
        """How many "the three ministers" are; two, where no number tells."""
        traits = self.traits.get(mention.span)
        return (traits.several if traits is not None else None) or 2

    def _is_of_leaders(self, one: Participant) -> bool:
        """Of "the two presidents" those whom the text knows to be presidents would have been found: nobody else is."""
        traits = self.traits.get(one.mention.span)
        if traits is None or traits.several is None or not leads_state({traits.noun, *traits.text.lower().split()}):
            return False
        return all((each.actor or "group/").startswith("group/") for each in self.each(one.mention))

    def _is_matter(self, place: Mention) -> bool:
        """A country before the noun is what the talks are about or whose they are: "Syria talks", "Astana talks"."""
        return place.kind != "place" and self.traits[place.span].function == "modifier"

    def _mediated(self, told: Told) -> None:
        """Between which states somebody mediates is told before: "Mali and Chad agreed. Oman mediated the talks"."""
        alone = {one.role for one in told.participants.values()} == {"mediator"}
        if alone and told.tellings[0].definite and told.meeting.format == "talks":
            for one in self._before(told.meeting, told.tellings[0], 2, _NEAR, without=told.participants):
                if one.actor is not None:
                    told.participants[one.actor] = Participant(one)

    def _before(
        self, meeting: Meeting, telling: Telling, several: int, near: int, *, without: Collection[str] = ()
    ) -> list[Mention]:
        """Whom "they" or "the three" takes up: the only people, or else states, of the sentences before, if as many.

        Args:
            meeting: that they take part in.
            telling: of it.
            several: how many they are.
            near: so many sentences back they may be named.
            without: they are told to take part, and states are those that are asked for.
        """
        states = bool(without) or any(map(self._is_of_leaders, meeting.participants))
        kinds = ("country",) if states else ("person",) if meeting.format == "visit" else ("person", "country")
        for kind in kinds:
            for reach in range(near + 1):  # the nearest sentences in which there are as many
                actors: dict[str, Mention] = {}
                for mention in self.resolved.values():
                    back = telling.sentence - self.traits[mention.span].sentence
                    if mention.kind != kind or not 0 <= back <= reach or mention.end > meeting.evidence[0][0]:
                        continue
                    named = mention.form == "name" or (back == 0 and mention.form == "pronoun")
                    if mention.actor is None or mention.actor in without:
                        continue
                    if named and mention.actor.startswith(f"{kind}/"):
                        actors.setdefault(mention.actor, mention)
                if len(actors) == several:
                    return list(actors.values())
                if len(actors) > several:
                    break
        return []


def _is_same(one: Told, other: Told) -> bool:
    """The same people are in the same place on the same day."""
    if one.participants.keys() != other.participants.keys() or one.meeting.time is None or one.place is None:
        return False
    there = other.place is not None and one.place.entity == other.place.entity
    return there and other.meeting.time is not None and one.meeting.time.value == other.meeting.time.value


def _whole(told: Told) -> Meeting:
    """The meeting with all who take part; its confidence grows with what is told of it."""
    participants = tuple(sorted(told.participants.values(), key=lambda one: one.mention.span))
    time = told.meeting.time
    known = 0.15 * min(len(participants), 2) + 0.1 * (told.place is not None) + 0.1 * (time is not None)
    evidence = (told.meeting.evidence[0], *sorted(set(told.meeting.evidence[1:])))
    return replace(
        told.meeting, participants=participants, place=told.place, evidence=evidence, confidence=round(0.5 + known, 2)
    )
