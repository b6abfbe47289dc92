"""Drafts of meetings: what single words tell of a meeting, before the same meeting told again is made one."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.mentions import Mentions
from kg.ids import finding_id
from kg.model import Meeting, MeetingFormat, MeetingStatus, Mention, Participant, Span, Time


@dataclass(slots=True)
class Draft:
    """A meeting as it is read off one verb or noun."""

    head: Token
    format: MeetingFormat
    participants: dict[Span, Participant] = field(default_factory=dict)
    place: Mention | None = None
    presumed: bool = False  # the place only stands before the noun: "in Geneva" is better
    time: Time | None = None
    topic: str | None = None
    status: MeetingStatus = "unknown"
    spans: list[Span] = field(default_factory=list)

    def settle(self, place: Mention) -> None:
        """Takes the place, unless a better one is known."""
        if self.place is None or self.presumed:
            self.place, self.presumed = place, False

    def take_in(self, other: Draft) -> None:
        """Adds what another draft of the same meeting tells."""
        for span, participant in other.participants.items():
            self.participants.setdefault(span, participant)
        self.place = self.place or other.place
        self.time = self.time or other.time
        self.topic = self.topic or other.topic
        self.status = other.status if self.status == "unknown" else self.status
        self.spans.extend(span for span in other.spans if span not in self.spans)

    def meeting(self, article: str) -> Meeting:
        """The meeting of the article with this id; its confidence grows with what is told of it."""
        participants = tuple(sorted(self.participants.values(), key=lambda one: one.mention.span))
        evidence = (self.spans[0], *sorted(set(self.spans[1:])))
        known = 0.15 * min(len(participants), 2) + 0.1 * (self.place is not None) + 0.1 * (self.time is not None)
        return Meeting(
            id=finding_id(article, "meeting", evidence[:1]),
            participants=participants,
            evidence=evidence,
            place=self.place,
            time=self.time,
            format=self.format,
            topic=self.topic,
            status=self.status,
            confidence=round(0.5 + known, 2),
        )


def merged(drafts: list[Draft], mentions: Mentions) -> list[Draft]:
    """The meetings of an article, each once, in the order of their first mention."""
    found: list[Draft] = []
    for draft in drafts:
        same = next((other for other in found if _same(other, draft, mentions)), None)
        if same is None:
            found.append(draft)
        else:
            same.take_in(draft)
    return found


def _same(first: Draft, second: Draft, mentions: Mentions) -> bool:
    """Nothing tells them apart, and they share the place, two participants, or one in neighbouring sentences."""
    if first.time is not None and second.time is not None and first.time.value != second.time.value:
        return False
    if {first.status, second.status} == {"held", "planned"}:
        return False
    places = [_words(draft.place, mentions) for draft in (first, second) if draft.place is not None]
    if len(places) == 2:
        return places[0] == places[1]
    one, two = ({_words(each.mention, mentions) for each in draft.participants.values()} for draft in (first, second))
    close = abs(mentions.sentence_of(first.head) - mentions.sentence_of(second.head)) <= 1
    return len(one & two) >= (1 if close else 2)


def _words(mention: Mention, mentions: Mentions) -> str:
    """What tells whether two mentions may be the same before anybody is identified: the last word of the name."""
    return mentions.traits(mention).text.casefold().split()[-1]
