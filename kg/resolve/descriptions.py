"""Descriptions: whom "the minister", "the ministry", "a spokesman for the ministry" and "two rebels" mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve import nouns
from kg.resolve.bodies import Bodies, is_called
from kg.resolve.cast import Cast, Member
from kg.resolve.collectives import Known, meant
from kg.resolve.epithets import bearer
from kg.resolve.gazetteer import WELL_KNOWN, Gazetteer
from kg.resolve.reasons import by_row, former_roles, tenure
from kg.resolve.states import home_of, of_the_state, state_around, state_of_speaker

#: Who is found, and by what rule.
Found = tuple[Member, str]

# A description reaches back this many sentences to a person with that post.
_REACH = 9


@dataclass(slots=True)
class Descriptions:
    """Finds the members that the descriptions of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    order: list[Known]
    _joined: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    bodies: Bodies = field(init=False)
    spoken_to: dict[Span, Span] = field(default_factory=dict)  # whom a statement is made to or aimed at → who makes it

    def __post_init__(self) -> None:
        self.bodies = Bodies(self.gazetteer, self.cast, self.order)
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        self._joined = {mention.span: traits.joined for mention, traits in pairs if traits.joined}
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
        if member.kind == "person":
            member.gender = member.gender or traits.gender  # "its spokeswoman"
        if member.kind == "person" and traits.post and fold(traits.text) not in member.posts:
            member.posts.append(fold(traits.text))  # "the envoy" of the lead is "the envoy" from then on
        return member, f"description: {why}"

    def _described(self, mention: Mention, traits: Traits) -> Found | None:
        if traits.equals is not None:
            equal = self.cast.actor(traits.equals)
            return (equal, f"the text puts it equal to “{equal.label}”") if equal is not None else None
        speaker = self.spoken_to.get(mention.span)
        barred = self.cast.actor(speaker) if speaker is not None else None
        home = home_of(barred, self.findings, self.cast) if barred is not None and barred.kind == "person" else None
        several = meant(traits, self.order, self.cast, self._joined, barred, home)
        if several is not None:
            return several, "those of whom the text speaks before"
        if mention.kind == "person":
            return self._described_person(mention, traits)
        if mention.kind in ("organization", "country"):
            return self._described_body(mention, traits)
        return self._group(mention, traits) if traits.acting and traits.noun.lower() not in nouns.TEXTS else None

    def _modifying(self, traits: Traits, kinds: Iterable[str] = ("country", "organization", "person")) -> Member | None:
        """The member among the modifiers: "Turkish" in "the Turkish minister", "his" in "his government"."""
        for span in traits.within:
            member = self.cast.actor(span)
            if member is not None and member.kind in kinds:
                return member
            state = (
                self.gazetteer.stands_for(member.entry.id) if member is not None and member.entry is not None else None
            )
            entry = self.gazetteer.entry(state) if state is not None else None
            if entry is not None and entry.kind in kinds:
                return self.cast.known(entry)  # "the ministry in Tashkent"
        return None

    def _described_person(self, mention: Mention, traits: Traits) -> Found | None:
        owner = self._modifying(traits, ("country", "organization"))
        if traits.noun in nouns.SPOKES:
            return self._spokesperson(traits, owner)
        if not traits.definite:
            return self._unnamed(traits, owner) if traits.acting else None
        for _, known, member in reversed(self.order):
            if traits.sentence - known.sentence > _REACH:
                break
            if member.kind == "person" and self._holds(member, traits, owner):
                return member, f"“{member.label}” has that post in the article"
        held = self._officeholder(traits, owner)
        if held is not None:
            return held
        named = self._named_later(mention, traits, owner)
        if named is not None:
            return named, f"“{named.label}” is named after it"
        before = [
            (known, member)
            for _, known, member in reversed(self.order)
            if member.unnamed
            and member.kind == "person"
            and known.noun == traits.noun
            and traits.sentence - known.sentence <= _REACH
        ]
        if all(known.definite for known, _ in before):  # and nobody is introduced: "a narrator says ... the narrator"
            meant_by = bearer(traits, self.order, self.cast)
            if meant_by is not None:
                return meant_by, f"of those named before, “{meant_by.label}” is the likeliest"
        if before:
            return before[0][1], "somebody unnamed who was described so before"
        return self._unnamed(traits, owner) if traits.acting else None

    def _officeholder(self, traits: Traits, owner: Member | None) -> Found | None:
        """Who holds the post by the gazetteer at the article's date: "the Russian president"."""
        if owner is None or owner.entry is None:
            return None
        held = self.gazetteer.officeholder(fold(traits.post or traits.noun), owner.entry.id, self.published)
        if held is None:
            return None
        return self.cast.known(held[0]), f"gazetteer: {tenure(held[1])}; the article is of {self.published or 'today'}"

    def _named_later(self, mention: Mention, traits: Traits, owner: Member | None) -> Member | None:
        """Who is described before being named: the one with the post, or the first to speak after the lead says it.

        Agencies name the speaker of a lead in the next sentence: "Norway's envoy left the talks. “Enough,” X said."
        """
        after = [
            (known, member)
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
            if other.start > mention.end and other.form == "name" and known.sentence - traits.sentence <= _REACH
            if (member := self.cast.literal(other.span)) is not None and member.kind == "person"
        ]
        holders = {id(one): one for _, one in after if self._holds(one, traits, owner)}
        if len(holders) == 1:
            return next(iter(holders.values()))
        before = {id(member) for _, _, member in self.order}
        if traits.sentence > 0 or not after or not traits.post or holders:
            return None
        known, member = after[0]
        near = known.sentence - traits.sentence <= 2 and known.function == "subject" and known.acting
        return member if near and id(member) not in before and not member.posts else None

    def _unnamed(self, traits: Traits, owner: Member | None) -> Found:
        """Somebody described and not named: pronouns may mean them, but they are no entity of the graph."""
        country = owner.country if owner is not None else None
        member = Member(
            kind="person", description=traits.text, local=True, unnamed=True, gender=traits.gender, country=country
        )
        return self.cast.add(member), "somebody unnamed"

    def _holds(self, member: Member, traits: Traits, owner: Member | None) -> bool:
        """The person has a post that the description fits in all its words, and not for another country.

        Words that only name the country need not be in the post: "the Kazakh minister" may be "Foreign Minister X".
        """
        wanted = {fold(word) for word in traits.text.split() if not self._names_owner(word, owner)}
        posts = list(member.posts)
        # What the article calls somebody goes before what is known of them: where X, who is foreign minister too, is
        # "the prime minister", "the minister" is another.
        called = any(traits.noun in post.split() for post in posts)
        if member.entry is not None and not called:
            posts += [fold(role.post) for role in self.gazetteer.roles_of(member.entry.id, self.published)]
            posts += [
                f"former {fold(role.post)}" for role in former_roles(member.entry, self.published) if "former" in wanted
            ]
        if owner is not None and member.country is not None and owner.country not in (None, member.country):
            return False
        for post in posts:
            held = {nouns.SHORT.get(word, word) for word in post.split()}
            words = {*held, traits.noun}
            if traits.noun in held and wanted <= words and not (words - wanted) & nouns.OTHER:
                return True
        return False

    def _names_owner(self, word: str, owner: Member | None) -> bool:
        if owner is None or owner.entry is None or owner.kind != "country":
            return False
        return self.gazetteer.demonym(word) == owner.entry.id or fold(word) in fold(owner.label).split()

    def _spokesperson(self, traits: Traits, owner: Member | None) -> Found | None:
        """A spokesman without a name is the body he speaks for; "the spokesman" may have been named before."""
        if traits.definite and owner is None:
            for _, known, member in reversed(self.order):
                if known.noun in nouns.SPOKES or any(
                    word in nouns.SPOKES for post in member.posts for word in post.split()
                ):
                    return member, f"the article's spokesperson is “{member.label}”"
        if owner is not None:
            return owner, "an unnamed spokesperson is whom they speak for"
        return self.bodies.speaking(traits) if not traits.definite and traits.acting and not traits.within else None

    def _described_body(self, mention: Mention, traits: Traits) -> Found | None:
        known = self.gazetteer.lookup(traits.text, kinds={"organization"}) if traits.within and traits.definite else ()
        if known and known[0].prominence >= WELL_KNOWN and " " in traits.text:
            return self.cast.known(known[0]), by_row(known[0], traits.text)  # "the Houthi movement"
        owner = self._modifying(traits, ("country",))
        first = self._modifying(traits, ("country", "organization"))
        if traits.noun == "delegation" and first is not None:
            return first, "the delegation is whose it is"  # of the Union, though it may be the one in Baku
        if (
            traits.noun == "mission"
            and first is not None
            and (first.entry is None or first.entry.id != nouns.OF_MISSIONS)
        ):
            return first, "the mission is whose it is"
        if mention.kind == "country":
            latest = (
                self.bodies.latest_country() if traits.definite and traits.noun != "state" else None
            )  # "the state": Iowa?
            return (latest, "the country that was spoken of last") if latest is not None else None
        person = self._modifying(traits, ("person",)) if owner is None else None
        if person is not None and traits.noun == "ministry":
            return self.bodies.ministry_of(person)
        if person is not None and traits.noun == "office" and not person.unnamed:
            return self.bodies.office_of(person)
        owner = owner or (self.bodies.country_of(person) if person is not None else None)
        if owner is None and traits.definite and not traits.within and of_the_state(traits):
            owner = state_of_speaker(mention, self.findings, self.gazetteer, self.cast)
            owner = owner or state_around(traits, self.order, self.gazetteer, self.cast)
        if owner is not None and traits.noun in nouns.STATE:
            return owner, "the government of a state is the state"
        if traits.noun == "side":
            return None  # "neither side": whose, the text does not say
        if owner is not None and (traits.noun in nouns.BODIES or nouns.is_guard(traits)):
            return self.bodies.described(owner, traits)
        if not traits.definite:
            return self._local(traits, "organization") if traits.acting else None
        return self.bodies.before(traits) or (self._local(traits, "organization") if traits.acting else None)

    def _group(self, mention: Mention, traits: Traits) -> Found:
        """People known by a description only: the same words, or the noun alone, are the same group of one article."""
        whose = self._modifying(traits, ("organization",)) if traits.noun in nouns.CAMPS else None
        if whose is not None and not whose.government:
            return whose, "the rebels of a movement are the movement"
        words, bare = fold(traits.text).split(), mention.head is not None and mention.head[1] == mention.end
        if bare and len(words) == 1 and (traits.definite or traits.noun in nouns.PARTIES):
            before = {
                id(member): member
                for _, known, member in self.order
                if is_called(member, known, traits.noun) and not member.parts
            }
            if len(before) == 1:
                return next(iter(before.values())), f"the only {traits.noun}s that were spoken of before"
        found = self._local(traits, "group")
        if not traits.definite and (
            traits.noun in nouns.ANYBODY or (len(words) == 1 and bare and self._is_once(mention, traits))
        ):
            found[0].unnamed = True
        return found

    def _is_once(self, mention: Mention, traits: Traits) -> bool:
        """Some people whom the text lets speak and never speaks of again: "residents", "drivers"."""
        spoke = any(
            one.speaker.mention is not None and one.speaker.mention.span == mention.span
            for one in self.findings.statements
        )
        return (
            spoke
            and traits.noun not in nouns.PARTIES | nouns.CAMPS
            and sum(known.noun == traits.noun for known in self.findings.traits) == 1
        )

    def _local(self, traits: Traits, kind: str) -> Found:
        why = "known by these words, in this article only"
        owner = self._modifying(traits, ("country",))
        told = traits.where or any(map(self.gazetteer.demonym, traits.text.split()))
        told = told or (owner is not None and fold(owner.label) in fold(traits.text))
        text = f"{traits.text} {traits.where}".strip() if told or owner is None else f"{owner.label} {traits.text}"
        for member in self.cast.members:
            if member.local and member.kind == kind and fold(member.description or "") == fold(text):
                return member, why
        return self.cast.add(
            Member(
                kind="group" if kind == "group" else "organization",
                description=text,
                local=True,
                plural=True,
                country=owner.country if owner is not None else None,
            )
        ), why
