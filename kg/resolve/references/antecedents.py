"""Antecedents: whom a pronoun most likely takes up, of those who were spoken of before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.findings import Findings, Traits
from kg.model import Mention, Span, Statement
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.references.charges import answered
from kg.resolve.references.spokenof import spoken_of
from kg.resolve.references.spokesmen import client
from kg.resolve.references.utterances import Utterances

# A pronoun reaches back this many sentences; farther back its antecedent is nearly always named again first.
_REACH = 3
# Farther, over a long quotation, where the network gives at least these log-odds.
_FAR, _SURELY = 15, 1.0
# What the log-odds that the network gives an antecedent weigh beside one sentence of distance, and the log-odds of one
# that it thinks too unlikely to name.
_ODDS_WEIGH, _UNLIKELY = 0.3, -4.0
# What each paragraph between weighs, up to so many. With it, 451 of 464 "he" and "she" of eight sets of annotated
# articles find whom they mean (448 with weights of 0.5 and 0). Weights of all that is looked at, fitted on seven sets
# each, did no better on the eighth (442 of 455, as without fitting).
_PARAGRAPH, _PARAGRAPHS = 0.5, 3
# What it weighs that somebody does what the clause around tells, and that the gender is known to be the pronoun's.
_DOING, _KNOWN = 0.5, 0.4
# And that his lawyer does: who is spoken for, rather than the lawyer.
_CLIENT = 1.5
# What it weighs that somebody has what is the subject of the clause around.
_OWNER = 0.6
# What it weighs that a pronoun denies a charge: it is not who made it, and rather whom it was made against.
_ACCUSER, _ACCUSED = 2.0, 0.7
# What it weighs that what a pronoun says has the name of who might be meant.
_NAMED = 3.0


@dataclass(slots=True)
class Antecedents:
    """Weighs those who were spoken of before a pronoun in one article.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
    """

    findings: Findings
    cast: Cast
    order: Sequence[Known]
    utterances: Utterances
    _charges: dict[Span, Statement] = field(init=False)  # who denies it → the statement that is denied
    _named: Mapping[Span, list[Member]] = field(init=False)  # whom what a pronoun says calls by name

    def __post_init__(self) -> None:
        self._charges = answered(self.findings)
        self._named = spoken_of(self.findings, self.cast)

    def likeliest(
        self, mention: Mention, traits: Traits, fits: Callable[[Member, Traits], bool], barred: Member | None
    ) -> Member | None:
        """The most likely antecedent before the mention: near, a subject, an actor, and likely by the network."""
        spans = dict(traits.antecedents)
        odds: dict[int, float] = {}  # of each member: of the mention of it that the network thinks likeliest
        for span, each in traits.antecedents:
            if (known_there := self.cast.actor(span)) is not None:
                odds[id(known_there)] = max(each, odds.get(id(known_there), _UNLIKELY))
        apart_from = {id(self.cast.actor(span)) for span in traits.apart}
        charge = self._charges.get(mention.span)
        accuser = self.cast.actor(made.span) if charge and (made := charge.speaker.mention) else None
        charged = (one.mention.span for one in (charge.about if charge else ()) if one.role == "target")
        accused = {id(self.cast.actor(span)) for span in charged}
        doing = self.cast.actor(traits.above) if traits.above else None
        whose = client(doing, self.order, self.cast)
        best: tuple[float, int] | None = None
        chosen: Member | None = None
        for other, known, member in reversed(self.order):
            apart = traits.sentence - known.sentence
            if apart > _FAR:
                break
            if apart < 0 or member is barred or id(member) in apart_from or not fits(member, known):
                continue
            likely = max(spans.get(other.span, _UNLIKELY), odds.get(id(member), _UNLIKELY))
            if apart > _REACH and likely < _SURELY:
                continue
            score = -1.0 * apart + _ODDS_WEIGH * likely
            score -= _PARAGRAPH * min(traits.paragraph - known.paragraph, _PARAGRAPHS)
            score += {"subject": 1.0, "object": 0.3, "oblique": 0.1}.get(known.function, 0.0)
            owner = apart == 0 and known.function == "modifier" and member.kind == "person"
            score += _OWNER * (owner and traits.function == "subject")  # "Dahl's party said she": rather Dahl
            score += 0.4 * known.acting - 0.3 * (known.quoted and not traits.quoted) - 0.6 * known.locative
            score -= 0.75 * (member.unnamed and not member.parts)
            known_to_be = traits.gender is not None and member.gender == traits.gender
            score += _DOING * (member is doing) + _CLIENT * (member is whose) + _KNOWN * known_to_be
            score += _ACCUSED * (id(member) in accused) - _ACCUSER * (member is accuser)
            score -= _NAMED * any(member is one for one in self._named.get(mention.span, ()))
            # Who is spoken of in what was said is a less likely "he" of the next sentence than who said it.
            score -= 0.8 * (self.utterances.is_said(other) and not self.utterances.is_said(mention))
            score -= 0.5 * (apart == 0 and known.function == "object" and traits.function == "subject")
            # "accused her": not whoever accused.
            score -= 1.5 * (apart == 0 and known.function == "subject" and traits.function == "object")
            if best is None or (score, other.start) > best:
                best, chosen = (score, other.start), member
        return chosen
