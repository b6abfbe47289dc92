"""Taken up: whether "it" or "they" is a body or a state at all, or a thing that nobody lists: "the bill", "the voters".

Most are the latter, and the body that was named last is none of them. What the network thinks of every noun before the
pronoun tells it, and what the grammar has: a body has to be likelier than all else together.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from math import exp

from kg.findings import Findings, Traits
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.nouns import BODIES, SPOKES, TEXTS

#: Pronouns of one body or thing, and of several of whatever kind.
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_KINDS = frozenset({"organization", "country"})
# The chance from which a pronoun is the body. Of 219 pronouns that were bodies by where they stand, in single sentences
# and articles, 83 of them rightly, 66 of the right ones stay and 12 of the wrong (17 by the network alone; with 0.3, 72
# and 26). Of who says something the bodies together need it; who is likely by the place, so much of the best one's.
_LEAST, _NEAR = 0.5, 0.5
# What the grammar weighs, in log-odds, for a body: that it says or does what the pronoun is a part of ("Norway said it
# would"), less for a "they" of one body; that the sentence before is about it and this one begins with what it has or
# says ("Its minister", "It said"). And against what is none: that the pronoun has a minister or a spokesman, that it
# says something, or does something; against towns and nobody, that it does.
_REPORTER, _OF_ONE, _BEFORE = 2.5, 1.0, 1.5
# The more so where whoever holds the post is named: "its director, X".
_HAS, _HAS_NAMED, _SAYS, _DOES, _ACTS = 2.0, 4.0, 2.0, 1.0, 1.0
_SURE = 50.0  # log-odds of more would not fit into a float


@dataclass(slots=True)
class TakenUp:
    """Which bodies the pronouns of an article take up.

    Attributes:
        cast: of the article.
        told: what is known of each mention.
        owned: of each pronoun what it stands before, "its minister".
    """

    cast: Cast
    told: dict[Span, tuple[Mention, Traits]] = field(default_factory=dict)
    owned: dict[Span, Traits] = field(default_factory=dict)
    _open: dict[Span, dict[int, float]] = field(default_factory=dict)  # pronoun that is nobody's → its chances
    _bodies: dict[int, Member] = field(default_factory=dict)
    _reported: dict[int, int] = field(default_factory=dict)  # sentence → where the reporter first speaks of somebody

    def __post_init__(self) -> None:
        for span, (_, traits) in sorted(self.told.items()):
            if not traits.quoted:
                self._reported.setdefault(traits.sentence, span[0])

    @classmethod
    def of(cls, findings: Findings, cast: Cast) -> TakenUp:
        """Those of the findings of one article."""
        pairs = list(zip(findings.mentions, findings.traits, strict=True))
        told = {mention.span: (mention, traits) for mention, traits in pairs}
        return cls(cast, told, {span: traits for _, traits in pairs for span in traits.within})

    def body(
        self, mention: Mention, barred: Collection[Member | None], usual: Callable[[], Member | None] | None
    ) -> Member | None:
        """The body or state that an "it" or a "they" is, if that is likelier than all else that it may be.

        Args:
            mention: the pronoun.
            barred: whom it is not: who speaks, and for whom.
            usual: finds whom it would be by its place, for one who says something.
        """
        _, traits = self.told[mention.span]
        says = usual is not None
        none = {id(member) for member in barred if member is not None}
        none |= {id(member) for span in traits.apart if (member := self.cast.actor(span)) is not None}
        everything = exp(-_ACTS * (traits.acting or says)) + exp(min(self._things(mention, traits, says=says), _SURE))
        chances: dict[int, float] = {}
        for span, member, odds in self._candidates(traits, none):
            chance = exp(min(odds + self._grammar(mention, span, member, says=says), _SURE))
            everything += chance
            if member is not None and (member.kind in _KINDS or self._is_camp(span, mention)):
                self._bodies[id(member)] = member
                chances[id(member)] = chances.get(id(member), 0.0) + chance
            elif member is None:  # what another pronoun may be that is nobody's for sure
                for body, part in self._open.get(span, {}).items():
                    chances[body] = chances.get(body, 0.0) + chance * part * (body not in none)
        shares = {body: chance / everything for body, chance in chances.items()}
        best = max(shares, key=lambda body: shares[body], default=None)
        if best is None or (shares[best] < _LEAST and (usual is None or sum(shares.values()) < _LEAST)):
            self._open[mention.span] = shares
            return None
        if shares[best] < _LEAST and usual is not None and traits.noun in IT:
            one = usual()
            if one is not None and shares.get(id(one), 0.0) >= _NEAR * shares[best]:
                return one
        return self._bodies[best]

    def _candidates(self, traits: Traits, barred: Collection[int]) -> Iterator[tuple[Span, Member | None, float]]:
        """What the pronoun may take up, with whom it means and the network's log-odds."""
        for span, odds in traits.antecedents:
            member, (mention, known) = self.cast.actor(span), self.told[span]
            if known.noun in TEXTS and known.within and traits.function == "subject":
                member = self.cast.actor(known.within[0]) or member  # "The Norwegian account ... It says"
            if id(member) not in barred and _agrees(traits, mention, known, member):
                yield span, member, odds

    def _grammar(self, pronoun: Mention, span: Span, member: Member | None, *, says: bool) -> float:
        """What the grammar says for an antecedent, in log-odds."""
        (_, traits), (_, known) = self.told[pronoun.span], self.told[span]
        weight = 0.0
        if traits.reporter is not None and member is not None and self.cast.actor(traits.reporter) is member:
            weight += _REPORTER if traits.noun in IT or known.plural else _OF_ONE
        about = known.function == "subject" and known.sentence == traits.sentence - 1
        if self._holder(pronoun) is not None:
            # Of "the guild demands that the bank pay" the sentence is about the guild.
            subject = known.function == "subject" and known.above is None and not known.locative
            weight += _BEFORE * (subject and self._is_around(known, pronoun))
        elif about and traits.text[0].isupper() and (says or pronoun.span in self.owned):
            weight += _BEFORE
        return weight - _ACTS * (traits.acting and member is not None and member.kind == "place")

    def _is_camp(self, span: Span, pronoun: Mention) -> bool:
        """The opposition has a leader, and is one body by that: "The opposition refused. Its leader, X"."""
        return self.told[span][1].noun == "opposition" and self._holder(pronoun) is not None

    def _holder(self, pronoun: Mention) -> Traits | None:
        """Who has a post of what the pronoun is, and is named: "its director, X"."""
        owned = self.owned.get(pronoun.span)
        return owned if owned is not None and owned.post and owned.equals is not None else None

    def _is_around(self, known: Traits, pronoun: Mention) -> bool:
        """Between the two is only what is said: "The guild will not go. “We sat there twice,” its head, X, said"."""
        here = self.told[pronoun.span][1]
        if here.quoted or known.quoted or self._reported.get(here.sentence, pronoun.start) < pronoun.start:
            return False  # of "The union will pay, its envoy, X, said" it is the union
        return known.sentence == max((one for one in self._reported if one < here.sentence), default=-1)

    def _things(self, mention: Mention, traits: Traits, *, says: bool) -> float:
        """Log-odds that the pronoun is a thing: that has neither minister nor spokesman, and seldom says anything."""
        odds, owned = traits.elsewhere or 0.0, self.owned.get(mention.span)
        if owned is not None and (owned.post or owned.noun in SPOKES | BODIES):
            return odds - (_HAS if self._holder(mention) is None else _HAS_NAMED)
        return odds - (_SAYS if says else _DOES * (traits.acting and traits.function == "subject"))


def _agrees(pronoun: Traits, mention: Mention, traits: Traits, member: Member | None) -> bool:
    """The mention may be what the pronoun takes up, by number: a person is neither "it" nor, by name, "they"."""
    if mention.form == "pronoun":
        return (traits.noun in IT) if pronoun.noun in IT else (traits.noun in THEY)
    kind = member.kind if member is not None else mention.kind
    if pronoun.noun in IT:
        return kind != "person" and not traits.plural
    return kind != "person" or mention.form != "name"
