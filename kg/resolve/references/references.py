"""References: whom descriptions and pronouns mean, "the minister", "the ministry", "he" and "they".

Taken in text order, words outside quotation marks first: inside them "he" is not the speaker, and "I" is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.model import Mention, Span, Statement
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import RULERS, SPOKES
from kg.resolve.references import peers
from kg.resolve.references.charges import answered
from kg.resolve.references.descriptions import Descriptions
from kg.resolve.references.issuing import issuing, publishing
from kg.resolve.references.pairs import meeting, named_together
from kg.resolve.references.spokenof import spoken_of
from kg.resolve.references.spokesmen import Spokesmen, client
from kg.resolve.references.states import is_official
from kg.resolve.references.takenup import IT, THEY, TakenUp
from kg.resolve.references.writers import answering, writer

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
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_WE = frozenset({"we", "us", "our", "ours"})
#: Pronouns of who speaks.
FIRST_PERSON = _FIRST | _WE


@dataclass(slots=True)
class References:
    """Finds the members that the descriptions and pronouns of one article mean."""

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    author: str | None = None
    publisher: str | None = None
    title: str | None = None
    text: str = ""
    _order: list[Known] = field(default_factory=list)
    _taken_up: TakenUp = field(init=False)
    _writer: Member | None = None  # who says "I" outside quotation marks, and is no "he" or "she" there
    _spoken_to: dict[Span, Span] = field(default_factory=dict)
    _speakers: list[tuple[Span, Span]] = field(default_factory=list)  # (content, span of the speaker's mention)
    _voices: list[tuple[Span, Span]] = field(default_factory=list)  # of them those whose own words these are
    _charges: dict[Span, Statement] = field(default_factory=dict)  # who denies it → the statement that is denied
    _named: Mapping[Span, list[Member]] = field(default_factory=dict)  # whom what a pronoun says calls by name
    _said: dict[Span, bool] = field(default_factory=dict)  # asked again for each pair of mentions

    def resolve(self) -> None:
        """Gives descriptions and pronouns their members, as far as the text lets tell."""
        self._speakers = [
            (content, statement.speaker.mention.span)
            for statement in self.findings.statements
            if statement.speaker.mention is not None
            for content in statement.content
        ]
        self._voices = [
            (content, statement.speaker.mention.span)
            for statement in self.findings.statements
            if statement.speaker.mention is not None and not _is_retold(statement)
            for content in statement.content
        ]
        self._taken_up = TakenUp.of(self.findings, self.cast)
        self._charges = answered(self.findings)
        self.cast.answering = answering(self.text, self.title or "", self.author or "", self.cast)
        self._named = spoken_of(self.findings, self.cast)
        met = meeting(self.findings)
        pairs = list(zip(self.findings.mentions, self.findings.traits, strict=True))
        descriptions = Descriptions(self.findings, self.gazetteer, self.cast, self.published, self._order, self.text)
        self._spoken_to = descriptions.spoken_to
        for quoted in (False, True):
            self._order.clear()
            for mention, traits in pairs:
                member = self.cast.actor(mention.span)
                if member is None and mention.form != "name" and traits.quoted is quoted:
                    described = self._capital if mention.kind == "place" else descriptions.member
                    find: Callable[[Mention, Traits], Found | None] = (
                        described if mention.form == "description" else self._pronoun
                    )
                    find = self._this_newspaper if traits.text.startswith("this ") else find
                    member, why = find(mention, traits) or (None, "")
                    if member is not None:
                        self.cast.assign(mention.span, member, why)
                elif member is not None and traits.title in peers.LIKE_ANOTHER:
                    peers.told(member, traits, self.gazetteer, self.cast, self.published)
                if member is not None:
                    self._order.append((mention, traits, member))
                    for group in named_together(mention, traits, member, met, self.cast):
                        self._order.append((mention, traits, group))

    def _capital(self, _: Mention, traits: Traits) -> Found | None:
        """The city that "the Finnish capital" is."""
        states = (member for span in traits.within if (member := self.cast.actor(span)) is not None)
        of = next((member for member in states if member.kind == "country" and member.entry is not None), None)
        entry = self.gazetteer.capital(of.entry.id) if of is not None and of.entry is not None else None
        return (self.cast.known(entry), f"description: the capital of {of.label}") if entry and of else None

    def _this_newspaper(self, _mention: Mention, _traits: Traits) -> Found | None:
        """Who publishes the article: "told this newspaper"."""
        member = publishing(self.publisher, self.gazetteer, self.cast)
        return (member, f"publisher: “{member.label}”") if member is not None else None

    def _pronoun(self, mention: Mention, traits: Traits) -> Found | None:
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
                return self._speaker_around(mention)
            self._writer = writer(mention.start, self.text, self.author, self.cast)
            return self._writer
        if traits.noun in _WE:
            return self._spoken_for(mention) if traits.quoted else self._issuer(mention)
        barred = self._speaker_around(mention) if traits.quoted else self._writer
        speaker = self._spoken_to.get(mention.span) if traits.function in ("object", "oblique") else None
        if speaker is not None:
            barred = self.cast.actor(speaker) or barred  # who "thanked him" is not he
        if traits.noun in THEY:
            own = self._voice(barred) if traits.quoted and barred is not None else None
            several = self._latest(mention, traits, _is_many, barred)
            if several is not None and not _is_body(several, traits):
                return several
            if traits.elsewhere is None:
                return several
            return self._body(mention, (barred, own))
        if traits.noun in IT:
            if traits.elsewhere is None:
                return self._latest(mention, traits, _is_body, barred)
            return self._body(mention, (barred,))
        one = self._latest(mention, traits, lambda member, known: _is_one(member, known, traits), barred)
        # "Her colleague" at the beginning of a sentence can only look back; "he dismissed her remarks" is less sure.
        alone = {id(m) for _, known, m in self._order if known.sentence == traits.sentence and m.kind == "person"}
        opens = not self._order or self._order[-1][1].sentence < traits.sentence
        if one is not None and one.kind == "person" and (traits.function == "subject" or opens or alone == {id(one)}):
            one.gender = one.gender or traits.gender
        return one

    def _body(self, mention: Mention, barred: tuple[Member | None, ...]) -> Member | None:
        """The body or state that an "it" or a "they" is, if any: neither who speaks nor whom he speaks for."""
        says = any(mention.span == said for _, said in self._speakers)
        traits = self._taken_up.told[mention.span][1]
        return self._taken_up.body(
            mention, barred, (lambda: self._latest(mention, traits, _is_body, barred[0])) if says else None
        )

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
        speaker = self._speaker_around(mention)
        if speaker is None or speaker.kind in ("organization", "country"):
            return speaker
        if (body := self._voice(speaker)) is not None:
            return body
        # For whom nobody knows: a statement by "we" is at least one by whoever says so, and so is one made to "us".
        told = any(mention.span == one.span for said in self.findings.statements for one in said.addressees)
        told = told and not is_official(speaker, self.findings, self.cast)
        return speaker if told or any(mention.span == said for _, said in self._speakers) else None

    def _voice(self, speaker: Member) -> Member | None:
        """The body or the state for which somebody speaks."""
        spokesmen = Spokesmen(self.findings, self.gazetteer, self.cast, self.published, self.title or "")
        return spokesmen.spoken_for(speaker)

    def _speaker_around(self, mention: Mention) -> Member | None:
        """Who speaks the words in which the mention stands."""
        around = [
            (end - start, speaker)
            for (start, end), speaker in self._voices
            if start <= mention.start and mention.end <= end
        ]
        return self.cast.actor(min(around)[1]) if around else None

    def _is_said(self, mention: Mention) -> bool:
        """The mention stands in what somebody says."""
        if mention.span not in self._said:
            said = (start <= mention.start and mention.end <= end for (start, end), _ in self._speakers)
            self._said[mention.span] = any(said)
        return self._said[mention.span]

    def _latest(
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
        whose = client(doing, self._order, self.cast)
        best: tuple[float, int] | None = None
        chosen: Member | None = None
        for other, known, member in reversed(self._order):
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
            score -= 0.8 * (self._is_said(other) and not self._is_said(mention))
            score -= 0.5 * (apart == 0 and known.function == "object" and traits.function == "subject")
            # "accused her": not whoever accused.
            score -= 1.5 * (apart == 0 and known.function == "subject" and traits.function == "object")
            if best is None or (score, other.start) > best:
                best, chosen = (score, other.start), member
        return chosen


def _is_retold(said: Statement) -> bool:
    """Told in what somebody else is quoted as saying: in '"She says I am late," X said', "I" is X."""
    return said.parent is not None and said.form == "direct" and not said.text.startswith(('"', "'"))


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
