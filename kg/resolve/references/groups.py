"""Groups: people and bodies whom an article only describes, "two rebels", "the dockers' union"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.several import ALONE
from kg.resolve.references.sides import armed
from kg.resolve.references.states import state_around


@dataclass(slots=True)
class Groups:
    """Finds or adds those of one article who are known by a description only.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        modifying: the member of one of some kinds among the modifiers of a description.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    order: list[Known]
    modifying: Callable[[Traits, tuple[str, ...]], Member | None]

    def group(self, mention: Mention, traits: Traits) -> Found:
        """People known by a description only: the same words, or the noun alone, are the same group of one article."""
        state = self.modifying(traits, ("country",)) if traits.noun in nouns.RULERS else None
        if state is None and traits.definite and not traits.within and fold(traits.text) in nouns.RULING:
            state = self._ruled(traits)
        if state is not None:
            return state, "the authorities of a state are the state"
        led = traits.noun == "leader" and self._speaks(mention)
        body = self.modifying(traits, ("organization",)) if led else None
        if body is not None and body.entry is not None and body.entry.sort == "intergovernmental":
            named = {name.lower() for name in (body.label, *body.names)}
            if traits.text.lower().removesuffix(" leaders") in named:
                return body, "the leaders of a body's states are the body"
        whose = self.modifying(traits, ("organization",)) if traits.noun in nouns.CAMPS else None
        if whose is not None and not whose.government:
            return whose, "the rebels of a movement are the movement"
        if traits.noun == "judge" and traits.plural and (court := self._court(traits)) is not None:
            return court, "the judges of a court are the court"
        whole = traits.noun == "member" and traits.definite and traits.plural and traits.several is None
        whole = whole and traits.text.lower().startswith("members")  # not its permanent members
        if whole and traits.acting and (body := self.modifying(traits, ("organization",))) is not None:
            return body, "the members of a body are the body"
        words, bare = fold(traits.text).split(), mention.head is not None and mention.head[1] == mention.end
        if bare and len(words) == 1 and traits.several is None and (traits.definite or traits.noun in nouns.PARTIES):
            before = {
                id(member): member
                for _, known, member in self.order
                if _is_called(member, known, traits.noun) and not member.parts
            }
            if len(before) == 1:
                return next(iter(before.values())), f"the only {traits.noun}s that were spoken of before"
            if not before and traits.noun in nouns.ARMED and (fighting := armed(self.order)) is not None:
                return fighting, "the only armed group that was spoken of before"
        found = self.local(traits, "group")
        if traits.noun in ALONE:
            found[0].unnamed = True  # "both" are no group of that name
        if not traits.definite and (
            traits.noun in nouns.ANYBODY or (len(words) == 1 and bare and self._is_once(mention, traits))
        ):
            found[0].unnamed = True
        if not traits.definite and words == [traits.noun] and traits.noun in nouns.SEVERAL and self._is_only(traits):
            found[0].unnamed = True  # "a group of farmers" that nobody speaks of again
        return found

    def several(self, traits: Traits) -> Found | None:
        """Those who were introduced by "a group of farmers", of "the group"."""
        if traits.noun not in nouns.SEVERAL or fold(traits.text) != traits.noun or traits.within:
            return None
        before = ((known, member) for _, known, member in reversed(self.order) if known.noun == traits.noun)
        known, member = next(before, (traits, None))
        if member is None or member.kind != "group" or known.plural:
            return None
        return member, f"the {traits.noun} that was spoken of last"

    def _is_only(self, traits: Traits) -> bool:
        return sum(known.noun == traits.noun for known in self.findings.traits) == 1

    def _ruled(self, traits: Traits) -> Member | None:
        """The state of "the authorities": one that was named, not whose police a town's crimes are told to.

        In America they are the police or the prosecutors of a place.
        """
        state = state_around(traits, self.order, self.gazetteer, self.cast)
        if state is not None and state.country == "USA":
            return None
        states = {id(member) for _, _, member in self.order if member.kind == "country"}
        named = any(
            member is state and mention.kind != "nationality" and (known.function != "modifier" or len(states) == 1)
            for mention, known, member in self.order
        )
        at_home = state is not None and state.entry is not None and state.entry is self.cast.home
        return state if named or at_home else None

    def _speaks(self, mention: Mention) -> bool:
        speakers = (one.speaker.mention for one in self.findings.statements)
        return any(one is not None and one.span == mention.span for one in speakers)

    def _court(self, traits: Traits) -> Member | None:
        """The court whose judges are told, "judges at the High Court", or of "the judges" the one spoken of last."""
        named = self.modifying(traits, ("organization",))
        if named is not None or traits.within:
            return named if named is not None and _is_court(named) else None
        alone = traits.definite and traits.several is None and " " not in traits.text
        known = (member for _, _, member in reversed(self.order) if member.kind == "organization")
        return next(filter(_is_court, known), None) if alone else None

    def _is_once(self, mention: Mention, traits: Traits) -> bool:
        """Some people whom the text lets speak and never speaks of again: "residents", "drivers"."""
        return self._speaks(mention) and traits.noun not in nouns.PARTIES | nouns.CAMPS and self._is_only(traits)

    def _is_placed(self, traits: Traits, owner: Member | None) -> bool:
        """The words have the state by another name, or a place in it: "Ottawa police", "the U.S. attorney's office"."""
        words = {word.replace(".", "").lower() for word in traits.text.split()}
        aliases = owner.entry.aliases if owner is not None and owner.entry is not None else ()
        within = (self.cast.literal(span) for span in traits.within)
        places = [one for one in within if one is not None and one.kind == "place"]
        named = [name for one in places for name in one.names] + [one for one in aliases if one.isupper() or "." in one]
        return any(words.issuperset(fold(name).replace(".", "").split()) for name in named)

    def local(self, traits: Traits, kind: str) -> Found:
        """Those of these words, a "group" or an "organization", known in this article only."""
        why = "known by these words, in this article only"
        owner = self.modifying(traits, ("country",))
        told = traits.where or any(map(self.gazetteer.demonym, traits.text.split()))
        told = told or (owner is not None and fold(owner.label) in fold(traits.text)) or self._is_placed(traits, owner)
        text = f"{traits.text} {traits.where}".strip() if told or owner is None else f"{owner.label} {traits.text}"
        alike = [one for one in self.cast.members if one.local and one.kind == kind and one.description]
        for member in alike:
            if fold(member.description or "") == fold(text):
                return member, why
        owned = [one for one in alike if one.country and fold(one.description or "").endswith(f" {fold(text)}")]
        if kind == "organization" and owner is None and not told and len(owned) == 1:
            return owned[0], f"“{owned[0].label}” was spoken of before"  # "ruling party chairman X"
        return self.cast.add(
            Member(
                kind="group" if kind == "group" else "organization",
                description=text,
                local=True,
                plural=True,
                country=owner.country if owner is not None else None,
            )
        ), why


def _is_called(member: Member, known: Traits, noun: str) -> bool:
    """A group by that noun, or a movement by its fighters: "Hezbollah militants", then "the militants"."""
    movement = member.kind == "organization" and noun in nouns.CAMPS and not member.government
    return (member.kind == "group" or movement) and known.noun == noun


def _is_court(body: Member) -> bool:
    return not {"court", "tribunal"}.isdisjoint(fold(body.label).split())
