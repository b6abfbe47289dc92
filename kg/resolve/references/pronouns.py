"""Pronouns: whom "he", "it", "they", "I" and "we" mean, inside quotation marks and outside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import RULERS, SPOKES
from kg.resolve.references.antecedents import Antecedents
from kg.resolve.references.issuing import issuing, publishing
from kg.resolve.references.spokesmen import Spokesmen
from kg.resolve.references.states import is_official
from kg.resolve.references.takenup import IT, THEY, TakenUp
from kg.resolve.references.utterances import Utterances
from kg.resolve.references.writers import writer
from kg.vocabulary import ACT_CUES

_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours"})
# What is a people's and no party's or firm's, whoever speaks: "our country", "our public schools"; and what everybody
# is: "all of us", "let us".
_EVERYBODYS = re.compile(
    r"our (?:\w+ )?(?:children|cit(?:y|ies)|citizens|constitution|countr(?:y|ies)|culture|democracy|economy|future"
    r"|hearts|history|kids|lives|nations?|neighbou?rs|oceans?|planet|regions?|roads|schools?|soldiers|society|streets"
    r"|times|troops|values|world)\b|(?<=all of )us\b|(?<=\blet )us\b|we all\b",
    re.IGNORECASE,
)
# Below these log-odds "they" are not the people who were spoken of last: of 73 in articles of others 13 were below, and
# 10 of them wrong, of those above one in eight.
_LEAST, _UNLISTED = 1.5, -4.0
# What nobody does to what is his: "criticised his plan" is aimed at another's.
_ATTACKS = frozenset({"criticise", "reject"})
#: Pronouns of who speaks.
FIRST_PERSON = _FIRST | _WE


@dataclass(slots=True)
class Pronouns:
    """Finds the members that the pronouns of one article mean.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        spoken_to: whom a statement is made to or aimed at → who makes it.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    order: Sequence[Known]
    author: str | None
    publisher: str | None
    title: str
    text: str
    spoken_to: Mapping[Span, Span]
    utterances: Utterances = field(init=False)
    antecedents: Antecedents = field(init=False)
    _taken_up: TakenUp = field(init=False)
    _attacked: dict[Span, bool] = field(init=False)  # who opens what is held against him → whether the cue itself does
    _writer: Member | None = None  # who says "I" outside quotation marks, and is no "he" or "she" there

    def __post_init__(self) -> None:
        self.utterances = Utterances(self.findings, self.cast)
        self._attacked = {
            each.mention.span: ACT_CUES.get(one.cue.lemma) in _ATTACKS
            for one in self.findings.statements
            if one.act in _ATTACKS and not one.parent
            for each in one.about
            if each.role == "target" and any(start == each.mention.start for start, _ in one.content)
        }
        self._taken_up = TakenUp.of(self.findings, self.cast)
        self.antecedents = Antecedents(self.findings, self.cast, self.order, self.utterances)

    def member(self, mention: Mention, traits: Traits) -> Found | None:
        """Whom a pronoun means, and by what rule."""
        member = self._meant(mention, traits)
        if member is None:
            return None
        if traits.noun in _FIRST:
            said = traits.quoted or member is self.cast.answering
            return member, "pronoun: whoever says these words" if said else "pronoun: the author of the byline"
        if traits.noun in _WE and not traits.quoted:
            return member, "pronoun: who issues the text"
        return member, f"pronoun: the likeliest antecedent is “{member.label}”"

    def _meant(self, mention: Mention, traits: Traits) -> Member | None:
        if traits.noun in _FIRST:
            if traits.quoted:
                return self.utterances.speaker_around(mention)
            self._writer = writer(mention.start, self.text, self.author, self.cast)
            return self._writer
        if traits.noun in _WE:
            return self._spoken_for(mention) if traits.quoted else self._issuer(mention)
        barred = self.utterances.speaker_around(mention) if traits.quoted else self._writer
        # "Criticised his record", "said he lacked the temper": another's. "Said his refusal was one" may be his own.
        by_cue = self._attacked.get(mention.span)
        attacked = by_cue or (by_cue is not None and traits.function == "subject")
        undergoes = traits.function in ("object", "oblique") or (attacked and traits.noun not in THEY | IT)
        speaker = self.spoken_to.get(mention.span) if undergoes else None
        if speaker is not None:
            barred = self.cast.actor(speaker) or barred  # who "thanked him" is not he
        if traits.noun in THEY:
            own = self._voice(barred) if traits.quoted and barred is not None else None
            several = self.antecedents.likeliest(mention, traits, _is_many, barred)
            if several is not None and not _is_body(several, traits) and self._is_likely(several, traits):
                return several
            if traits.elsewhere is None:
                return several
            return self._body(mention, (barred, own))
        if traits.noun in IT:
            if traits.elsewhere is None:
                return self.antecedents.likeliest(mention, traits, _is_body, barred)
            return self._body(mention, (barred,))
        one = self.antecedents.likeliest(mention, traits, lambda member, known: _is_one(member, known, traits), barred)
        # "Her colleague" at the beginning of a sentence can only look back; "he dismissed her remarks" is less sure.
        alone = {id(m) for _, known, m in self.order if known.sentence == traits.sentence and m.kind == "person"}
        opens = not self.order or self.order[-1][1].sentence < traits.sentence
        if one is not None and one.kind == "person" and (traits.function == "subject" or opens or alone == {id(one)}):
            one.gender = one.gender or traits.gender
        return one

    def _body(self, mention: Mention, barred: tuple[Member | None, ...]) -> Member | None:
        """The body or state that an "it" or a "they" is, if any: neither who speaks nor whom he speaks for."""
        says = self.utterances.is_speaker(mention)
        traits = self._taken_up.told[mention.span][1]
        return self._taken_up.body(
            mention,
            barred,
            (lambda: self.antecedents.likeliest(mention, traits, _is_body, barred[0])) if says else None,
        )

    def _is_likely(self, several: Member, traits: Traits) -> bool:
        """The network thinks that the pronoun takes up these people, and no others whom nobody lists."""
        if several.parts or traits.elsewhere is None:
            return True
        odds = (each for span, each in traits.antecedents if self.cast.actor(span) is several)
        return max(odds, default=_UNLISTED) >= _LEAST

    def _issuer(self, mention: Mention) -> Member | None:
        """Who says "we" in a text without an author, where it states something: who issues or publishes it."""
        states = any(
            one.speaker.kind == "author"
            and one.speaker.mention is not None
            and one.speaker.mention.span == mention.span
            for one in self.findings.statements
        )
        if not states or self.author is not None:
            return None
        return issuing(self.findings, self.cast) or publishing(self.publisher, self.gazetteer, self.cast)

    def _spoken_for(self, mention: Mention) -> Member | None:
        """Who says "we": a body or a state by itself, or the one for which a minister, envoy or spokesman speaks."""
        speaker = self.utterances.speaker_around(mention)
        if speaker is None or speaker.kind in ("organization", "country"):
            return speaker
        if (body := self._voice(speaker)) is not None:
            common = body.kind == "organization" and _EVERYBODYS.match(self.text, mention.start) is not None
            return body if not common else None
        # For whom nobody knows: a statement by "we" is at least one by whoever says so, and so is one made to "us".
        told = any(mention.span == one.span for said in self.findings.statements for one in said.addressees)
        told = told and not is_official(speaker, self.findings, self.cast)
        return speaker if told or self.utterances.is_speaker(mention) else None

    def _voice(self, speaker: Member) -> Member | None:
        """The body or the state for which somebody speaks."""
        spokesmen = Spokesmen(self.findings, self.gazetteer, self.cast, self.published, self.title)
        return spokesmen.spoken_for(speaker)


def _is_one(member: Member, known: Traits, traits: Traits) -> bool:
    """One person of the pronoun's gender; or whom it is an unnamed spokesman of that gender who speaks for."""
    spokesman = known.noun in SPOKES and not known.plural and known.gender in (None, traits.gender)
    if spokesman or (member.kind != "person" and not member.alone):
        return spokesman
    return traits.gender is None or member.gender in (None, traits.gender)


def _is_many(member: Member, known: Traits) -> bool:
    kinds = {"country"} if known.noun in RULERS else {"organization"} if known.label else set()  # "Republicans"
    return (member.kind == "group" and not member.alone) or member.plural or (known.plural and member.kind in kinds)


def _is_body(member: Member, _: Traits) -> bool:
    return member.kind in ("organization", "country")
