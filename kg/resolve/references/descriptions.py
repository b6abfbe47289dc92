"""Descriptions: whom "the minister", "the ministry", "a spokesman for the ministry" and "two rebels" mean."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references import peers
from kg.resolve.references.collectives import of_two
from kg.resolve.references.epithets import RUNNERS, taken_up
from kg.resolve.references.groups import Groups
from kg.resolve.references.institutions import Institutions
from kg.resolve.references.leads import Leads
from kg.resolve.references.legislatures import Legislatures
from kg.resolve.references.modifiers import Modifiers
from kg.resolve.references.offices import Offices
from kg.resolve.references.pairs import states_of_two
from kg.resolve.references.quarrels import meant_by
from kg.resolve.references.several import STATES, together
from kg.resolve.references.sources import speaker_of
from kg.resolve.references.spokesmen import bodies_in
from kg.resolve.references.states import home_of, state_around

# A description reaches back this many sentences to a person with that post.
_REACH = 9
# Who of several states, and without names, are those states: "the foreign ministers of Chad and Mali condemned".
_FOR_STATES = frozenset({"leader", "minister", "president", "representative"})


@dataclass(slots=True)
class Descriptions:
    """Finds the members that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    order: list[Known]
    text: str
    _joined: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    modifiers: Modifiers = field(init=False)
    offices: Offices = field(init=False)
    groups: Groups = field(init=False)
    leads: Leads = field(init=False)
    institutions: Institutions = field(init=False)
    spoken_to: dict[Span, Span] = field(default_factory=dict)  # whom a statement is made to or aimed at → who makes it
    legislatures: Legislatures = field(init=False)

    def __post_init__(self) -> None:
        self.modifiers = Modifiers(self.gazetteer, self.cast)
        self.offices = Offices(self.findings, self.gazetteer, self.cast, self.published, self.order, self.text)
        self.groups = Groups(self.findings, self.gazetteer, self.cast, self.order, self.modifiers.one)
        self.leads = Leads(self.findings, self.cast, self.order, self.text)
        self.institutions = Institutions(
            self.findings,
            self.gazetteer,
            self.cast,
            self.published,
            self.order,
            self.text,
            modifiers=self.modifiers,
            offices=self.offices,
            groups=self.groups,
            leads=self.leads,
            spoken_to=self.spoken_to,
        )
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        self._joined = {mention.span: traits.joined for mention, traits in pairs if traits.joined}
        for told in self.findings.relations:
            runner = self.cast.actor(told.subject.span) if told.post in RUNNERS else None
            if runner is not None and told.post is not None and told.post not in runner.posts:
                runner.posts.append(told.post)  # however "the candidate" is introduced
        parts = self.findings, self.gazetteer, self.cast, self.order, self.text
        self.legislatures = Legislatures(*parts, self.institutions.bodies, self.offices.setting)
        for one in self.findings.statements:
            aimed_at = [item.mention for item in one.about if item.role == "target"]
            if one.speaker.mention is not None:
                others = (mention.span for mention in (*one.addressees, *aimed_at))
                self.spoken_to |= dict.fromkeys(others, one.speaker.mention.span)

    def member(self, mention: Mention, traits: Traits) -> Found | None:
        """Whom a description means, and by what rule; a group or somebody unnamed is added to the cast."""
        found = self._described(mention, traits)
        if found is None:
            return None
        member, why = found
        if traits.noun in nouns.SPOKES and traits.equals is None and not nouns.speaks_for_others(member.posts):
            return member, f"description: {why}"  # for whom a spokesman speaks is none
        if member.kind == "person":
            member.gender = member.gender or traits.gender  # "its spokeswoman"
        peers.told(member, traits, self.gazetteer, self.cast, self.published)
        if member.kind == "person" and traits.post and fold(traits.text) not in member.posts:
            member.posts.append(fold(traits.text))  # "the envoy" of the lead is "the envoy" from then on
        return member, f"description: {why}"

    def _described(self, mention: Mention, traits: Traits) -> Found | None:
        if traits.equals is not None:
            equal = self.cast.actor(traits.equals)
            return (equal, f"the text puts it equal to “{equal.label}”") if equal is not None else None
        if traits.nobodys:  # "the next president", whom at most pronouns may mean
            return self._unnamed(traits, None) if traits.acting else None
        speaker = self.spoken_to.get(mention.span)
        barred = self.cast.actor(speaker) if speaker is not None else self._apart(mention, traits)
        home = home_of(barred, self.findings, self.cast) if barred is not None and barred.kind == "person" else None
        if (one := of_two(traits, self.order)) is not None:
            return one, f"of the two named before, the {traits.noun}"
        each = self._each(mention, traits) if mention.kind == "group" else None
        if each is not None:
            return each, "each holds that office, or has who does"
        several = meant_by(traits, self.order, self.findings, self.gazetteer, self.cast, self._joined, barred, home)
        if several is not None:
            return several, "those of whom the text speaks before"
        if (chamber := self.legislatures.told(mention, traits)) is not None:
            return chamber
        if (states := states_of_two(traits, self.order, self.findings, self.gazetteer, self.cast)) is not None:
            return states, "the states of the two who were spoken of together"
        if mention.kind == "person":
            return self._described_person(mention, traits)
        if mention.kind in ("organization", "country"):
            return self.institutions.meant(mention, traits)
        return self.groups.group(mention, traits) if traits.acting and traits.noun.lower() not in nouns.TEXTS else None

    def _described_person(self, mention: Mention, traits: Traits) -> Found | None:
        if traits.noun in nouns.SPOKES:
            found = self._spokesperson(mention, traits)
            return self.leads.spokesperson(mention, traits, found[0] if found else None) or found
        owner = self.modifiers.one(traits, ("country", "organization"), mention.head)
        if not traits.definite:
            if (named := self.leads.person(mention, traits)) is not None:
                return named, f"“{named.label}” is named after it"
            introduced = traits.function == "subject" and not traits.plural  # "a diplomat was blunter"
            return self._unnamed(traits, owner) if traits.acting or introduced else None
        if (last := taken_up(traits, self.findings, self.order)) is not None:
            return last, "the last who was spoken of"
        found = self.offices.holder(mention, traits, owner) or self.offices.incumbents.known(traits, owner)
        if found is not None and not found[0].alone:
            return found
        if (named := self.leads.person(mention, traits)) is not None:
            return named, f"“{named.label}” is named after it"
        if found is not None:
            return found
        before = [
            (known, member)
            for _, known, member in reversed(self.order)
            if member.unnamed
            and member.kind == "person"
            and known.noun == traits.noun
            and not known.nobodys
            and traits.sentence - known.sentence <= _REACH
        ]
        if all(known.definite for known, _ in before):  # and nobody is introduced: "a narrator says ... the narrator"
            meant_by = self.offices.bearer(mention, traits)
            if meant_by is not None:
                return meant_by, f"of those named before, “{meant_by.label}” is the likeliest"
        if before:
            return before[0][1], "somebody unnamed who was described so before"
        return self.offices.incumbents.sole(traits, owner) or self._unnamed(traits, owner) if traits.acting else None

    def _apart(self, mention: Mention, traits: Traits) -> Member | None:
        """Who speaks of "both" others: "Oslo said it was in touch with both sides"; "both countries" may be his."""
        opening = self.text[mention.start : mention.end].lower().split()[:1]
        if opening not in (["both"], ["either"], ["neither"]) or traits.noun in STATES - {"side", "party"}:
            return None
        return speaker_of(mention, self.findings, self.cast)

    def _each(self, mention: Mention, traits: Traits) -> Member | None:
        """The holders of an office in several states, all of them named: "the leaders of Serbia and Kosovo"."""
        spans = [other for span in traits.within for other in (span, *self._joined.get(span, ()))]
        owners = [part for span in spans if (one := self.cast.actor(span)) is not None for part in one.parts or (one,)]
        states = {id(owner): owner for owner in owners if owner.kind == "country"}
        if not traits.post or len(states) < 2:
            return None
        single = replace(traits, post=" ".join((*traits.post.split()[:-1], traits.noun)), plural=False)
        found = ((state, self.offices.holder(mention, single, state)) for state in states.values())
        each = [one[0] if one is not None else peers.peer(state, self.findings, self.cast) for state, one in found]
        holders = {id(holder): holder for holder in each if holder is not None}
        if len(holders) == len(states):
            return together(list(holders.values()))
        return together(list(states.values())) if traits.definite and traits.noun in _FOR_STATES else None

    def _unnamed(self, traits: Traits, owner: Member | None) -> Found:
        """Somebody described and not named: pronouns may mean them, but they are no entity of the graph."""
        country = owner.country if owner is not None else None
        member = Member(
            kind="person", description=traits.text, local=True, unnamed=True, gender=traits.gender, country=country
        )
        return self.cast.add(member), "somebody unnamed"

    def _spokesperson(self, mention: Mention, traits: Traits) -> Found | None:
        """A spokesman without a name is the body he speaks for; "the spokesman" may have been named before."""
        owner, person = self.modifiers.one(traits, ("country", "organization")), self.modifiers.one(traits, ("person",))
        if traits.definite and owner is None:
            for _, known, member in reversed(self.order):
                of = (self.cast.actor(span) for span in known.within)
                whose = person is None or (member is not person and any(one is person for one in of))
                if whose and (known.noun in nouns.SPOKES or nouns.speaks_for_others(member.posts)):
                    return member, f"the article's spokesperson is “{member.label}”"
        if traits.definite and owner is not None and (named := self.offices.holder(mention, traits, owner)) is not None:
            return named
        ministry = owner is not None and owner.kind == "country" and "ministry" in traits.text.split()
        if (
            owner is not None
            and ministry
            and (spoken_of := self.institutions.bodies.ministries.spoken_of(owner)) is not None
        ):
            return spoken_of, "an unnamed spokesperson is of the ministry that was spoken of"
        sender = self._body_named(mention) or owner or (None if person is None or person.unnamed else person)
        if sender is not None:
            return sender, "an unnamed spokesperson is whom they speak for"
        if "government" in traits.text.lower().split():
            state = state_around(traits, self.order, self.gazetteer, self.cast) or self.offices.setting()
            return (state, "a government's spokesperson is the state that is spoken of") if state is not None else None
        told = bool(traits.within) or bool(bodies_in(mention, self.findings))
        return self.institutions.bodies.speaking(traits) if traits.acting and not told else None

    def _body_named(self, mention: Mention) -> Member | None:
        """The body that a spokesman's description describes in turn: "a spokesman for the Hungarian ministry"."""
        described = bodies_in(mention, self.findings)
        found = self.institutions.meant(*described[0]) if described else None
        return found[0] if found is not None else None
