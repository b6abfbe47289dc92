"""Assembly: the findings rewritten with entity ids, and the entities described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from kg.findings import Findings, Traits
from kg.ids import digest
from kg.model import (
    Article,
    Extraction,
    Meeting,
    Mention,
    MentionKind,
    Relation,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)
from kg.resolve.alternatives import Alternatives
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.cast.towns import is_elsewhere
from kg.resolve.concern import Concern, mutual
from kg.resolve.decisions import Decisions
from kg.resolve.entities import Entities
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.meetings.hosts import Homes
from kg.resolve.meetings.meetings import Meetings
from kg.resolve.references.bodies import name_described
from kg.resolve.references.sources import unnamed
from kg.resolve.repeats import once
from kg.resolve.scenes.datings import dated
from kg.resolve.scenes.scenes import staged
from kg.resolve.scenes.surroundings import surrounded

# Relations that are to places as well; in others a place stands for its government or for nobody.
_OF_PLACES = frozenset({"located_in", "part_of", "holds_post"})
_SPEAKER_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organization": "organization",
    "country": "country",
    "group": "group",
}


@dataclass(slots=True)
class Assembly:
    """Puts the extraction of one article together."""

    findings: Findings
    article: Article
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    decisions: Decisions = field(default_factory=Decisions)
    _decided: set[str] = field(default_factory=set)
    _ids: dict[int, str] = field(default_factory=dict)
    _traits: dict[Span, Traits] = field(default_factory=dict)
    _nameless: frozenset[int] = frozenset()
    concern: Concern = field(init=False)

    def extraction(self) -> Extraction:
        """The findings with ids: mentions, entities, statements, meetings, relations."""
        self._identify()
        self._decide()
        self._nameless = unnamed(self.findings, self.cast)
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form == "description":
                name_described(mention.span, traits, self.cast, self.article.text)
            self._traits[mention.span] = self._traits[self.cast.whole(mention.span)] = traits
        resolved = {mention.span: self._mention(mention) for mention in self.findings.mentions}
        each = partial(self._each, resolved=resolved)
        told_by = self.findings, self.article.text, self.gazetteer
        self.concern = Concern(self.cast, resolved, self._traits, each, *told_by)
        chosen = Alternatives(self.findings, self.cast).chosen
        said = list(once(each for one in self.findings.statements for each in self._statements(chosen(one), resolved)))
        kept = tuple(one for span, one in resolved.items() if self._is_kept(span, one))
        told = tuple(x for one in self.findings.relations if (x := self._relation(one, resolved)) is not None)
        home = Homes(self.findings, self.cast, self._ids).of
        met = Meetings(self.findings, resolved, self._traits, self.gazetteer, self.article, each, home).meetings()
        apart = self.findings.appearances
        seen = [self._statement(one, self._speaker(one.speaker, resolved), resolved) for one in apart]
        statements = surrounded(mutual(said, self.article.text), self.article.text, kept, met, seen)
        days = [one.span for one in self.findings.mentions if one.kind == "date"]
        statements = staged(statements, self.article.text, days, met, kept, seen, home, self.article.dateline)
        entities = Entities(self.gazetteer, self.cast, self.published, self._ids)
        return Extraction(
            article=self.article,
            mentions=kept,
            attributions=self.findings.attributions,
            entities=entities.described(kept, told, {place for meeting in met for place in _needed(meeting)}),
            statements=statements,
            meetings=dated(met, statements, self.article.text),
            relations=told,
            tokens=self.findings.tokens,
            decisions=tuple(sorted(self._decided)),
        )

    def _identify(self) -> None:
        """Gives every member its id; two local ones that would get the same are numbered in text order."""
        taken: Counter[str] = Counter()
        for member in self.cast.members:
            if member.unnamed:
                continue
            wanted = member.id_in(self.article.id)
            shared = member.entry is None and member.local
            taken[wanted] += 1
            self._ids[id(member)] = f"{wanted}-{taken[wanted]}" if shared and taken[wanted] > 1 else wanted

    def _decide(self) -> None:
        """Gives those whom people have decided to be somebody else that one's id, and joins the two where both are."""
        for member in [member for member in self.cast.members if id(member) in self._ids]:
            found = self._ids[id(member)]
            kept = self.decisions.kept(found)
            if kept == found:
                continue
            decision = f"{found} is {kept}"
            self._decided.add(decision)
            entry = self.gazetteer.entry(kept)
            other = next((one for one in self.cast.members if self._ids.get(id(one)) == kept), None)
            if other is None and entry is not None:
                other = self.cast.known(entry)
                self._ids[id(other)] = kept
            if other is not None:
                self.cast.join(other, member, f"decision: {decision}")
            else:
                self.cast.explain(member, f"decision: {decision}")
                self._ids[id(member)] = kept

    def _mention(self, mention: Mention) -> Mention:
        figurative = self.cast.figurative(mention.span)
        member = self.cast.literal(mention.span) or figurative
        if member is None or member.unnamed:
            return mention
        start, end = self.cast.whole(mention.span)
        return replace(
            mention,
            start=start,
            end=end,
            kind=self._kind(mention, member),
            entity=self._ids[id(member)],
            refers_to=self._ids[id(figurative)] if figurative is not None else None,
            figurative=figurative is not None,
            why=self.cast.why(mention.span),
        )

    def _is_kept(self, span: Span, mention: Mention) -> bool:
        """The words name or describe somebody, or are a name, though nobody's who is known; no part of a longer one."""
        name = mention.form == "name" and bool(self._traits[span].label) and not self.cast.is_inside(span)
        return not self.cast.is_rest(span) if mention.entity else name

    @staticmethod
    def _kind(mention: Mention, member: Member) -> MentionKind:
        return mention.kind if mention.kind == "nationality" else member.kind

    def _statements(self, one: Statement, resolved: dict[Span, Mention]) -> Iterator[Statement]:
        """The statement, by each of those that its speaker stands for: "both governments reject it" is two."""
        each = [] if one.speaker.mention is None else self._each(one.speaker.mention, resolved)
        parts = [part for part in each if part.kind in _SPEAKER_KINDS]  # "both states" may be two places
        if len(parts) < 2:
            yield self._statement(one, self._speaker(one.speaker, resolved), resolved)
            return
        for part in parts:
            kind = _SPEAKER_KINDS[part.kind]
            identity = one.id if part is parts[0] else digest(one.id, part.actor or "")
            said = replace(one, id=identity)
            yield self._statement(said, Speaker(kind=kind, mention=part, span=one.speaker.span), resolved)

    def _each(self, mention: Mention, resolved: dict[Span, Mention]) -> list[Mention]:
        """The mention once for each of those that it stands for."""
        member = self.cast.actor(mention.span)
        if member is None or not member.parts:
            return [resolved[mention.span]]
        return [
            replace(mention, kind=part.kind, entity=self._ids[id(part)]) for part in member.parts if not part.unnamed
        ]

    def _statement(self, one: Statement, speaker: Speaker, resolved: dict[Span, Mention]) -> Statement:
        place = None if one.place is None else resolved[one.place.span]  # may be a person: "tweeted at Vestby"
        return replace(
            one,
            speaker=speaker,
            addressees=self.concern.addressees(one, speaker),
            about=self.concern.about(one, speaker),
            place=place if place and place.entity and place.kind in ("place", "country") else None,
        )

    def _speaker(self, speaker: Speaker, resolved: dict[Span, Mention]) -> Speaker:
        if speaker.mention is None:
            return speaker
        mention = resolved[speaker.mention.span]
        member = self.cast.actor(mention.span)
        if speaker.kind == "author" and (member is None or member is not self.cast.answering):
            return replace(speaker, mention=mention)
        nobody = member is None or member.unnamed or (mention.form == "pronoun" and id(member) in self._nameless)
        if member is None or nobody or self._is_inert(mention) or self._is_people(mention, member):
            return Speaker(kind="unnamed", mention=None, span=speaker.span)
        return replace(speaker, kind=_SPEAKER_KINDS[member.kind], mention=mention)

    def _is_people(self, mention: Mention, member: Member) -> bool:
        """People of a state, who are not the state: "Mexicans often say", but "the Mexicans" at a table."""
        if mention.kind != "nationality" or member.kind != "country" or not self._traits[mention.span].plural:
            return False
        return not self.article.text[: mention.start].lower().endswith("the ")

    @staticmethod
    def _is_inert(mention: Mention) -> bool:
        """A place that stands for nobody can't speak, meet or represent."""
        return (mention.actor or "").startswith("place/")

    def _relation(self, one: Relation, resolved: dict[Span, Mention]) -> Relation | None:
        subject = resolved[one.subject.span]
        thing = resolved[one.object.span] if one.object is not None else None
        if subject.actor is None or (one.predicate not in ("located_in", "part_of") and self._is_inert(subject)):
            return None
        if one.predicate == "located_in" and is_elsewhere(one, self.cast):
            return None
        personal = thing is not None and thing.kind == "person" and one.predicate in ("holds_post", "member_of")
        if personal or (thing is not None and thing.actor in (None, subject.actor)):
            if one.predicate != "holds_post":
                return None
            thing = None  # a post is of a state or of a body, even if "Vestby's foreign minister" has it
        known = one.predicate in _OF_PLACES or (thing is not None and self._is_land(one, thing))
        if thing and not known and self._is_inert(thing):
            return None
        return replace(one, subject=subject, object=thing)

    def _is_land(self, one: Relation, thing: Mention) -> bool:
        """A known land for which somebody sits in a chamber: "Senator Vestby of Ohio"."""
        return one.predicate == "represents" and self.gazetteer.entry(thing.actor or "") is not None


def _needed(meeting: Meeting) -> Iterator[str]:
    """Ids of those that a meeting has and no mention may name: the place of the dateline, the country of a visit."""
    yield from (one for one in (meeting.dateline,) if one is not None)
    yield from (one.mention.refers_to for one in meeting.participants if one.mention.refers_to is not None)
