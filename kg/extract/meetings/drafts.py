"""Drafts of meetings: what one word tells of a meeting; which tell of the same one is found when all are identified."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.mentions.mentions import Mentions
from kg.extract.words import meetingwords as words
from kg.findings import Telling
from kg.ids import finding_id
from kg.model import Meeting, MeetingFormat, MeetingStatus, Mention, Participant, ParticipantRole, Span, Time


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
    together: bool = False
    definite: bool = False
    ordinal: str | None = None
    there: bool = False
    bare: bool = False

    def settle(self, place: Mention) -> None:
        """Takes the place, unless a better one is known."""
        if self.place is None or self.presumed:
            self.place, self.presumed = place, False

    def add(self, mention: Mention, role: ParticipantRole) -> None:
        """Takes somebody in; who is known already keeps the role, unless it only said that they take part."""
        known = self.participants.get(mention.span)
        if known is None or known.role == "party":
            self.participants[mention.span] = Participant(mention, role)

    def _topic(self, mentions: Mentions) -> str | None:
        """What it is about, without the place that the tree hangs on it: "talks on a draft in Oslo"."""
        place = mentions.text[slice(*self.place.span)] if self.place is not None else ""
        return self.topic.removesuffix(f" in {place}") if self.topic is not None and place else self.topic

    def meeting(self, article: str, mentions: Mentions) -> tuple[Meeting, Telling]:
        """The meeting of the article with this id, and what its words tell besides."""
        word = (self.head.idx, self.head.idx + len(self.head))
        sentence = mentions.sentence_of(self.head)
        meeting = Meeting(
            id=finding_id(article, "meeting", (word,)),
            participants=tuple(sorted(self.participants.values(), key=lambda one: one.mention.span)),
            evidence=(word, mentions.sentence_span(sentence)),
            place=self.place,
            time=self.time,
            format=self.format,
            topic=self._topic(mentions),
            status=self.status,
        )
        word_told = self.head.lemma_.lower()
        # Whatever the tree hangs it on, but not the meeting of which they are the sidelines.
        beside = (token for token in self.head.sent if token.lemma_.lower() in words.SIDELINES)
        aside = any(token.i != self.head.head.i for token in beside)
        known = self.definite, self.together, self.ordinal, self.presumed, aside, self.there, self.bare
        return meeting, Telling(word_told, sentence, *known)
