"""Incumbents: who holds an office that nobody in the article is named to hold, by the gazetteer or somebody unnamed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.reasons import tenure

# Who speaks for a state in a body, as its records say; a delegate may speak for himself.
_DELEGATES = frozenset({"representative", "permanent representative"})
# Of these posts a state or a body has several.
_OF_SEVERAL = frozenset("former ex then late deputy vice junior assistant acting regional local provincial".split())
# Who heads a body.
_HEADS = frozenset("chief head president governor chairman chairwoman chairperson ceo".split())
# What makes a post of a state's one that it has once.
_FORCES = frozenset("army bank defence defense intelligence military navy police air".split())
_MATTERS = frozenset(
    """
    agriculture culture defence defense economy education energy environment finance foreign health home industry
    information interior justice labor labour oil trade transport tourism treasury prime
    """.split()
)
_OFFICES = {
    "minister": _MATTERS,
    "secretary": _MATTERS | {"state"},
    "leader": frozenset({"opposition"}),
    "justice": frozenset({"chief"}),
    **dict.fromkeys(("chief", "head", "governor", "commander"), _FORCES),
}


@dataclass(frozen=True, slots=True)
class Incumbents:
    """Finds the holders of offices whom one article does not name."""

    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    _unnamed: dict[str, Member] = field(default_factory=dict)  # by their office and its state

    def known(self, traits: Traits, owner: Member | None) -> Found | None:
        """Who holds the post by the gazetteer at the article's date: "the Russian president"."""
        if owner is None or owner.entry is None:
            return None
        held = self.gazetteer.officeholder(fold(traits.post or traits.noun), owner.entry.id, self.published)
        if held is None:
            sent = fold(traits.post or traits.noun) in _DELEGATES and traits.definite and owner.kind == "country"
            return (owner, "an unnamed delegate speaks for the state that sent him") if sent else None
        where = fold(held[1].post).partition(" to ")[2]  # a state's envoy to the UN is not each of its ambassadors
        told = {fold(member.label) for span in traits.within if (member := self.cast.actor(span)) is not None}
        if where and where.removeprefix("the ") not in told:
            return None
        return self.cast.known(held[0]), f"gazetteer: {tenure(held[1])}; the article is of {self.published or 'today'}"

    def sole(self, traits: Traits, owner: Member | None) -> Found | None:
        """Whoever holds an office of which there is one, and is not named: "the Korean finance minister"."""
        words = set(fold(traits.post or "").split())
        if owner is None and not traits.within:
            called = (one for one in reversed(self._unnamed.values()) if one.description)
            last = next((one for one in called if traits.noun in (one.description or "").split()), None)
            return (last, f"the {last.label}, who was spoken of") if last is not None and len(words) == 1 else None
        if owner is None or traits.plural or words & _OF_SEVERAL:
            return None
        if owner.kind == "organization":
            is_sole = traits.noun in _HEADS and owner.names != []
        else:
            is_sole = bool((words - {traits.noun}) & _OFFICES.get(traits.noun, frozenset()))
        return (self.unnamed(traits.post or traits.noun, owner), "whoever holds that office") if is_sole else None

    def unnamed(self, post: str, state: Member) -> Member:
        """Whoever holds a state's office and is not named; one in the article."""
        words = f"{post} of {nouns.in_words(state.label)}"
        if words not in self._unnamed:
            self._unnamed[words] = self.cast.add(
                Member(kind="group", description=words, local=True, country=state.country, alone=True)
            )
        return self._unnamed[words]
