"""Institutions: whom "the ministry", "the Turkish parliament", "his campaign" and "the country" mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known
from kg.resolve.cast.rulers import Rulers
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.reasons import by_row
from kg.resolve.references.bodies import Bodies
from kg.resolve.references.countries import Countries
from kg.resolve.references.governments import administered, is_idle, is_lower, led_by
from kg.resolve.references.groups import Groups
from kg.resolve.references.leads import Leads
from kg.resolve.references.modifiers import Modifiers
from kg.resolve.references.nearby import FIRMS, is_outlet
from kg.resolve.references.offices import Offices
from kg.resolve.references.sources import speaker_of
from kg.resolve.references.spokesmen import LED, Spokesmen
from kg.resolve.references.states import of_the_state, state_around, state_his, state_of_speaker, state_of_teller


@dataclass(slots=True)
class Institutions:
    """Finds the bodies and the states that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
        spoken_to: whom a statement is made to or aimed at → who makes it.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    order: list[Known]
    text: str
    modifiers: Modifiers
    offices: Offices
    groups: Groups
    leads: Leads
    spoken_to: Mapping[Span, Span]
    bodies: Bodies = field(init=False)
    _countries: Countries = field(init=False)
    _rulers: Rulers = field(init=False)

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.gazetteer, self.cast, self.order, self.published, self.text)
        self._countries = Countries(self.findings, self.gazetteer, self.cast, self.order, self.text, self.offices)
        self._rulers = Rulers(self.findings, self.text, self.gazetteer, self.cast, self.published)

    def meant(self, mention: Mention, traits: Traits) -> Found | None:
        """Whom a description of an organization or a country means, and by what rule."""
        the = traits.within and (traits.definite or self.text[mention.start].isupper())  # headlines leave it out
        known = self.gazetteer.lookup(traits.text, kinds={"organization"}) if the else ()
        if known and known[0].prominence >= WELL_KNOWN and " " in traits.text:
            return self.cast.known(known[0]), by_row(known[0], traits.text)  # "the Houthi movement"
        if traits.sentence == 0 and (named := self.leads.body(mention, traits)) is not None:
            return named, f"“{named.label}” is named after it"
        led = led_by(mention, traits, self._rulers)
        if led is not None or is_idle(mention, traits, self.text):
            return led
        owner = self.modifiers.one(traits, ("country",))
        first = self.modifiers.one(traits, ("country", "organization"))
        if first is not None and (traits.noun == "delegation" or is_outlet(traits, first)):
            return first, "it is whose it is, or what"  # of the Union, though it may be the one in Baku
        if (
            traits.noun == "mission"
            and first is not None
            and (first.entry is None or first.entry.id != nouns.OF_MISSIONS)
        ):
            return first, "the mission is whose it is"
        person = self.modifiers.one(traits, ("person",)) if owner is None else None
        if mention.kind == "country":
            return self._countries.meant(
                mention, traits, owner or first or self.modifiers.one(traits, ("person", "group"))
            )
        if is_lower(mention, traits, person, self.gazetteer, self.cast):
            local = self.groups.local(traits, "organization") if traits.acting else None
            return self.bodies.called_so(traits) or local
        if person is not None and traits.noun == "ministry":
            likely = state_his(person, traits, self.order, self.findings, self.gazetteer, self.cast)
            return self.bodies.ministries.of(person, likely)
        if person is not None and traits.noun == "office" and not person.unnamed:
            return person, "an office is whose it is"
        speaking = Spokesmen(self.findings, self.gazetteer, self.cast, self.published)
        heads = person is not None and traits.noun in LED | FIRMS and not person.unnamed
        if person is not None and heads and (body := speaking.led_by(person, traits.noun)) is not None:
            return body, f"the {traits.noun} of “{person.label}”, by his post"
        if traits.text.lower() in FIRMS and traits.definite and not traits.within:
            speaker = speaker_of(mention, self.findings, self.cast)
            body = speaking.headed_by(speaker, traits.noun) if speaker is not None else None
            if speaker is not None and body is not None:
                return body, f"the {traits.noun} that “{speaker.label}”, who speaks, heads or speaks for"
        if traits.noun in nouns.OWN and (whose := self.modifiers.owner(mention, traits)) is not None:
            return self.bodies.belongings.of(whose, traits) if not whose.unnamed else None
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
        found = (
            self.groups.several(traits)
            or self.bodies.before(traits)
            or self.bodies.ministries.of_minister_before(traits)
        )
        return found or (self.groups.local(traits, "organization") if traits.acting else None)
