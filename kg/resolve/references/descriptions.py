"""Descriptions: whom "the minister", "the ministry", "a spokesman for the ministry" and "two rebels" mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.cast.rulers import Rulers
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.references import peers
from kg.resolve.references.bodies import Bodies
from kg.resolve.references.collectives import of_two, together
from kg.resolve.references.countries import Countries
from kg.resolve.references.epithets import RUNNERS, taken_up
from kg.resolve.references.governments import administered, is_idle, is_lower, led_by
from kg.resolve.references.groups import Groups
from kg.resolve.references.leads import Leads
from kg.resolve.references.nearby import is_outlet
from kg.resolve.references.offices import Offices
from kg.resolve.references.pairs import states_of_two
from kg.resolve.references.quarrels import meant_by
from kg.resolve.references.spokesmen import LED, Spokesmen, bodies_in
from kg.resolve.references.states import (
    home_of,
    of_the_state,
    state_around,
    state_his,
    state_of_speaker,
    state_of_teller,
)

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
    bodies: Bodies = field(init=False)
    countries: Countries = field(init=False)
    rulers: Rulers = field(init=False)
    offices: Offices = field(init=False)
    groups: Groups = field(init=False)
    leads: Leads = field(init=False)
    spoken_to: dict[Span, Span] = field(default_factory=dict)  # whom a statement is made to or aimed at → who makes it

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.gazetteer, self.cast, self.order, self.published, self.text)
        self.offices = Offices(self.findings, self.gazetteer, self.cast, self.published, self.order)
        self.groups = Groups(self.findings, self.gazetteer, self.cast, self.order, self._modifying)
        self.countries = Countries(self.findings, self.gazetteer, self.cast, self.order, self.text, self.offices)
        self.rulers = Rulers(self.findings, self.text, self.gazetteer, self.cast, self.published)
        self.leads = Leads(self.findings, self.cast, self.order)
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        self._joined = {mention.span: traits.joined for mention, traits in pairs if traits.joined}
        for told in self.findings.relations:
            runner = self.cast.actor(told.subject.span) if told.post in RUNNERS else None
            if runner is not None and told.post is not None and told.post not in runner.posts:
                runner.posts.append(told.post)  # however "the candidate" is introduced
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
        barred = self.cast.actor(speaker) if speaker is not None else None
        home = home_of(barred, self.findings, self.cast) if barred is not None and barred.kind == "person" else None
        if (one := of_two(traits, self.order)) is not None:
            return one, f"of the two named before, the {traits.noun}"
        each = self._each(mention, traits) if mention.kind == "group" else None
        if each is not None:
            return each, "each holds that office, or has who does"
        several = meant_by(traits, self.order, self.findings, self.gazetteer, self.cast, self._joined, barred, home)
        if several is not None:
            return several, "those of whom the text speaks before"
        if (states := states_of_two(traits, self.order, self.findings, self.gazetteer, self.cast)) is not None:
            return states, "the states of the two who were spoken of together"
        if mention.kind == "person":
            return self._described_person(mention, traits)
        if mention.kind in ("organization", "country"):
            return self._described_body(mention, traits)
        return self.groups.group(mention, traits) if traits.acting and traits.noun.lower() not in nouns.TEXTS else None

    def _modifying(
        self,
        traits: Traits,
        kinds: Iterable[str] = ("country", "organization", "person"),
        head: Span | None = None,
    ) -> Member | None:
        """The member among the modifiers: "Turkish" in "the Turkish minister", "his" in "his government".

        Behind the `head`, a town is only where they are: "the minister in Astana".
        """
        for span in traits.within:
            member = self.cast.actor(span)
            if member is not None and member.kind in kinds:
                return member
            if head is not None and span > head:
                continue
            state = (
                self.gazetteer.stands_for(member.entry.id) if member is not None and member.entry is not None else None
            )
            entry = self.gazetteer.entry(state) if state is not None else None
            if entry is not None and entry.kind in kinds:
                return self.cast.known(entry)  # "the ministry in Tashkent"
        return None

    def _owner(self, mention: Mention, traits: Traits) -> Member | None:
        """The person right before what is his: the wife in "his wife's campaign", and nobody behind it."""
        before = [span for span in traits.within if mention.head is None or span[1] <= mention.head[0]]
        last = self.cast.actor(before[-1]) if before else None
        return last if last is not None and last.kind == "person" else None

    def _described_person(self, mention: Mention, traits: Traits) -> Found | None:
        if traits.noun in nouns.SPOKES:
            found = self._spokesperson(mention, traits)
            return self.leads.spokesperson(mention, traits, found[0] if found else None) or found
        owner = self._modifying(traits, ("country", "organization"), mention.head)
        if not traits.definite:
            if (named := self.leads.person(mention, traits)) is not None:
                return named, f"“{named.label}” is named after it"
            introduced = traits.function == "subject" and not traits.plural  # "a diplomat was blunter"
            return self._unnamed(traits, owner) if traits.acting or introduced else None
        if (last := taken_up(traits, self.findings, self.order)) is not None:
            return last, "the last who was spoken of"
        found = self.offices.holder(mention, traits, owner) or self.offices.known_holder(traits, owner)
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
            meant_by = self.offices.bearer(traits)
            if meant_by is not None:
                return meant_by, f"of those named before, “{meant_by.label}” is the likeliest"
        if before:
            return before[0][1], "somebody unnamed who was described so before"
        return self.offices.sole(traits, owner) or self._unnamed(traits, owner) if traits.acting else None

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
        owner, person = self._modifying(traits, ("country", "organization")), self._modifying(traits, ("person",))
        if traits.definite and owner is None:
            for _, known, member in reversed(self.order):
                of = (self.cast.actor(span) for span in known.within)
                whose = person is None or (member is not person and any(one is person for one in of))
                if whose and (known.noun in nouns.SPOKES or nouns.speaks_for_others(member.posts)):
                    return member, f"the article's spokesperson is “{member.label}”"
        if traits.definite and owner is not None and (named := self.offices.holder(mention, traits, owner)) is not None:
            return named
        ministry = owner is not None and owner.kind == "country" and "ministry" in traits.text.split()
        if owner is not None and ministry and (spoken_of := self.bodies.some_ministry(owner)) is not None:
            return spoken_of, "an unnamed spokesperson is of the ministry that was spoken of"
        sender = self._body_named(mention) or owner or (None if person is None or person.unnamed else person)
        if sender is not None:
            return sender, "an unnamed spokesperson is whom they speak for"
        if "government" in traits.text.lower().split():
            state = state_around(traits, self.order, self.gazetteer, self.cast) or self.offices.setting()
            return (state, "a government's spokesperson is the state that is spoken of") if state is not None else None
        told = bool(traits.within) or bool(bodies_in(mention, self.findings))
        return self.bodies.speaking(traits) if traits.acting and not told else None

    def _body_named(self, mention: Mention) -> Member | None:
        """The body that a spokesman's description describes in turn: "a spokesman for the Hungarian ministry"."""
        described = bodies_in(mention, self.findings)
        found = self._described_body(*described[0]) if described else None
        return found[0] if found is not None else None

    def _described_body(self, mention: Mention, traits: Traits) -> Found | None:
        the = traits.within and (traits.definite or self.text[mention.start].isupper())  # headlines leave it out
        known = self.gazetteer.lookup(traits.text, kinds={"organization"}) if the else ()
        if known and known[0].prominence >= WELL_KNOWN and " " in traits.text:
            return self.cast.known(known[0]), by_row(known[0], traits.text)  # "the Houthi movement"
        if traits.sentence == 0 and (named := self.leads.body(mention, traits)) is not None:
            return named, f"“{named.label}” is named after it"
        led = led_by(mention, traits, self.rulers)
        if led is not None or is_idle(mention, traits, self.text):
            return led
        owner = self._modifying(traits, ("country",))
        first = self._modifying(traits, ("country", "organization"))
        if first is not None and (traits.noun == "delegation" or is_outlet(traits, first)):
            return first, "it is whose it is, or what"  # of the Union, though it may be the one in Baku
        if (
            traits.noun == "mission"
            and first is not None
            and (first.entry is None or first.entry.id != nouns.OF_MISSIONS)
        ):
            return first, "the mission is whose it is"
        person = self._modifying(traits, ("person",)) if owner is None else None
        if mention.kind == "country":
            return self.countries.meant(mention, traits, owner or first or self._modifying(traits, ("person", "group")))
        if is_lower(mention, traits, person, self.gazetteer, self.cast):
            local = self.groups.local(traits, "organization") if traits.acting else None
            return self.bodies.called_so(traits) or local
        if person is not None and traits.noun == "ministry":
            likely = state_his(person, traits, self.order, self.findings, self.gazetteer, self.cast)
            return self.bodies.ministry_of(person, likely)
        if person is not None and traits.noun == "office" and not person.unnamed:
            return person, "an office is whose it is"
        if person is not None and traits.noun in LED and not person.unnamed:
            speaking = Spokesmen(self.findings, self.gazetteer, self.cast, self.published)
            if (body := speaking.led_by(person, traits.noun)) is not None:
                return body, f"the {traits.noun} of “{person.label}”, by his post"
        if traits.noun in nouns.OWN and (whose := self._owner(mention, traits)) is not None:
            return self.bodies.owned(whose, traits) if not whose.unnamed else None
        if traits.acting and (signed := self.bodies.campaigns.described(traits.text)) is not None:
            return signed
        owner = owner or (
            state_his(person, traits, self.order, self.findings, self.gazetteer, self.cast) if person else None
        )
        if owner is None and traits.definite and not traits.within and of_the_state(traits):
            teller = self.spoken_to.get(mention.span) if traits.noun == "parliament" else None
            owner = state_of_teller(teller, self.order, self.findings, self.gazetteer, self.cast) if teller else None
            owner = owner or state_of_speaker(mention, traits, self.findings, self.gazetteer, self.cast)
            if owner is None and (only := self.bodies.only_such(traits)) is not None:
                return only
            owner = owner or state_around(traits, self.order, self.gazetteer, self.cast)
            owner = administered(mention, traits, owner, self.offices, self.cast)
        if owner is not None and nouns.is_state(traits):
            return owner, "the government of a state is the state"
        if traits.noun == "side":
            return None  # "neither side": whose, the text does not say
        if owner is not None and nouns.is_body(traits):
            return self.bodies.described(owner, traits)
        # "A ministry spokesman" is of the ministry that was spoken of.
        if not traits.definite and fold(traits.text) != "ministry":
            return self.groups.local(traits, "organization") if traits.acting else None
        found = self.groups.several(traits) or self.bodies.before(traits) or self.bodies.minister_before(traits)
        return found or (self.groups.local(traits, "organization") if traits.acting else None)
