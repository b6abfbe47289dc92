"""Postings: of which state an office is that is told without it, "Energy Minister X", "the president, Y".

Agencies name a state once and then its people by their offices alone. It is the state that the article or the
gazetteer has for whoever holds the office; else that of whoever speaks of him; else the one that acts around, outside
of what he says, the one of the dateline, the one that the article is of; never one in which somebody else of the
article holds the very office, and one that he speaks to or judges after others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Relation, Span, Statement
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import PEERS, SPOKES, leads_state
from kg.resolve.gazetteer.reasons import former_roles
from kg.resolve.references.nearby import NEAR
from kg.resolve.references.posts import is_past
from kg.resolve.references.sources import speaker_of
from kg.resolve.references.states import SENT, home_of, state_acting, state_of_article

# Offices that states have, beside those of their heads. Of other secretaries, those that have a matter.
_OF_STATES = frozenset({"minister", "undersecretary"})
_OF_BODIES = frozenset({"general", "press", "assistant", "executive", "party", "own", "union"})
_MINISTRIES = frozenset({"ministry", "department"})
# Who is of another state than the minister who meets them.
_SENT = SENT | PEERS
# Before one who stands beside another, and before the state to which an envoy is sent.
_BESIDE = re.compile(r";|\band\b")
_TO = re.compile(r"\bto (?:the )?$")
# Before the name of a state with which somebody deals.
_WITH = re.compile(r"\bwith (?:the )?$")
_BEFORE = 10
# How sure it is whose an office is that is told without it.
_CONFIDENCE = 0.6


def posted(findings: Findings, gazetteer: Gazetteer, cast: Cast, text: str, published: date | None) -> Findings:
    """The findings, each office of a state that is told without it with a mention of the state.

    A minister of a ministry is the state's, and the counterpart of one is one, too.
    """
    offices = _Offices(findings, gazetteer, cast, text, published)
    relations = (*(offices.placed(one) for one in findings.relations), *offices.counterparts(), *offices.voices)
    return replace(findings, relations=relations) if offices.changed else findings


@dataclass(slots=True)
class _Offices:
    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    text: str
    published: date | None
    changed: bool = False
    voices: list[Relation] = field(default_factory=list)  # for whom spokesmen speak of whose body no word tells
    _traits: dict[Span, Traits] = field(default_factory=dict)
    _mentions: dict[Span, Mention] = field(default_factory=dict)
    _names: list[tuple[Mention, Traits]] = field(default_factory=list)
    _held: dict[str, list[tuple[Member, Member]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            self._traits[mention.span], self._mentions[mention.span] = traits, mention
            if mention.form == "name":
                self._names.append((mention, traits))
        for one in self.findings.relations:
            holder, body = self.cast.actor(one.subject.span), self._body(one)
            if one.predicate == "holds_post" and one.post and holder is not None and body is not None:
                self._held.setdefault(fold(one.post), []).append((holder, body))

    def placed(self, one: Relation) -> Relation:
        """The relation, with a mention of the state whose office it is."""
        holder, body = self.cast.actor(one.subject.span), self._body(one)
        if one.predicate != "holds_post" or not one.post or holder is None:
            return one
        if body is not None:
            return self._raised(one, body)
        state = self._known(one.post, holder) or self._spoken_for(one)
        if state is None:
            if not _is_of_state(fold(one.post).split()) or (one.object is not None and not self._ruler(one)):
                return one  # "its president, X": of a body that is not known
            state = self._state(one, holder)
        mention = self._mention_of(state, one.subject) if state is not None else None
        if state is None or mention is None:
            return one
        self.changed = True
        self._held.setdefault(fold(one.post), []).append((holder, state))
        found = replace(one, object=mention, confidence=_CONFIDENCE)
        if fold(one.post).split()[-1] in SPOKES:
            self.voices.append(replace(found, predicate="spokesperson_for", post=None))
        return found

    def _known(self, post: str, holder: Member) -> Member | None:
        """The state or body of which the gazetteer has him in the very post, at the time of the article or before."""
        if holder.entry is None:
            return None
        roles = self.gazetteer.roles_of(holder.entry.id, self.published)
        same = {role.organization for role in roles if fold(role.post) == fold(post)}
        past = former_roles(holder.entry, self.published) if not same else ()
        same |= {role.organization for role in past if fold(role.post) == fold(post)}
        entry = self.gazetteer.entry(next(iter(same)) or "") if len(same) == 1 else None
        return self.cast.known(entry) if entry is not None else None

    def _spoken_for(self, one: Relation) -> Member | None:
        """The only body that has just spoken, of whose spokesman no word tells: "the army denied it. Spokesman X"."""
        first = self.text[min(start for start, _ in one.evidence) : one.subject.start].lower().split()[:1]
        if one.object is not None or not SPOKES.issuperset(first) or not first:
            return None  # "the governor's spokesman, X"
        last = self._traits[one.subject.span].sentence
        said = (each.speaker.mention for each in self.findings.statements if each.speaker.mention is not None)
        near = (
            by.span for by in said if by.start < one.subject.start and last - self._traits[by.span].sentence <= NEAR
        )
        spoke = {id(body): body for span in near if (body := self.cast.actor(span)) and body.kind == "organization"}
        bodies = [body for body in spoke.values() if body.entry is None or body.entry.sort != "media"]
        return bodies[0] if len(bodies) == 1 else None

    def _raised(self, one: Relation, body: Member) -> Relation:
        """The relation, that of a minister to his ministry with the state instead: "the Danish Treasury secretary"."""
        words = fold(one.post or "").split()
        ministry = body.kind == "organization" and body.government and body.country
        if (
            not ministry
            or not _MINISTRIES & set(fold(body.label).split())
            or not ("minister" in words or _is_secretary(words))
        ):
            return one
        state = next(self._state_of(body.country), None)
        mention = self._mention_of(state, one.subject) if state is not None else None
        self.changed |= mention is not None
        return replace(one, object=mention) if mention is not None else one

    def counterparts(self) -> Iterator[Relation]:
        """What the equals of those hold whose posts are told: "Danish minister X met his Omani counterpart, Y"."""
        known = {id(holder) for held in self._held.values() for holder, _ in held}
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if traits.noun != "counterpart" or traits.equals is None or traits.plural:
                continue
            subject, holder = self._mentions.get(traits.equals), self.cast.actor(traits.equals)
            within = [(self._mentions[span], self.cast.actor(span)) for span in traits.within if span in self._mentions]
            state = next((one for one, member in within if member is not None and member.kind == "country"), None)
            post = next((post for _, member in within if member is not None and (post := self._post_of(member))), None)
            if subject is not None and holder is not None and state is not None and post and id(holder) not in known:
                self.changed = True
                evidence = ((min(subject.start, mention.start), max(subject.end, mention.end)),)
                yield Relation(subject, "holds_post", state, evidence, post=post, confidence=_CONFIDENCE)

    def _post_of(self, person: Member) -> str | None:
        """The office of a state that the article gives somebody."""
        told = (one for one in self.findings.relations if one.post and self.cast.actor(one.subject.span) is person)
        return next((one.post for one in told if one.post and _is_of_state(fold(one.post).split())), None)

    def _body(self, one: Relation) -> Member | None:
        """Whose post it is; a person is no body."""
        body = self.cast.actor(one.object.span) if one.object is not None else None
        return body if body is not None and body.kind != "person" else None

    def _ruler(self, one: Relation) -> Member | None:
        """Whose minister he is told to be: "Vestby's foreign minister"."""
        ruler = self.cast.actor(one.object.span) if one.object is not None else None
        return ruler if ruler is not None and ruler.kind == "person" else None

    def _state(self, one: Relation, holder: Member) -> Member | None:
        """The likeliest state, one that he speaks to or judges after others."""
        others = [body for member, body in self._held.get(fold(one.post or ""), ()) if member is not holder]
        others += self._sending(one.subject)
        spoken_of = self._others(holder) | self._across(one.subject)
        found = [state for state in self._likely(one, holder, spoken_of) if all(state is not each for each in others)]
        return next((state for state in found if id(state) not in spoken_of), next(iter(found), None))

    def _others(self, holder: Member) -> set[int]:
        """Whom he speaks to, praises, accuses or makes demands of, or speaks against, and their states."""
        said = self._by(holder)
        found = [about.mention for one in said for about in one.about if about.role == "target"]
        found += [about.mention for one in said for about in one.about if about.stance == "negative"]
        found += [mention for one in said for mention in one.addressees]
        members = [member for one in found if (member := self.cast.actor(one.span)) is not None]
        homes = (home_of(one, self.findings, self.cast) for one in members if one.kind == "person")
        return {id(one) for one in (*members, *(state for home in homes for state in self._state_of(home)))}

    def _across(self, subject: Mention) -> set[int]:
        """The states with which the sentence tells him to deal: "X has kept in touch with Chad's government"."""
        sentence = self._traits[subject.span].sentence
        beside = (
            name
            for name, traits in self._names
            if traits.sentence == sentence and name.start > subject.end
            if _WITH.search(self.text, max(0, name.start - _BEFORE), name.start)
        )
        return {id(state) for name in beside for state in self._state_of(self._country(name))}

    def _sending(self, subject: Mention) -> Iterator[Member]:
        """The states whose envoys or ministers he has to do with: "X received the ambassador of Japan to Qatar"."""
        for span, traits in self._traits.items():
            if traits.noun not in _SENT or traits.function not in ("object", "oblique") or span[0] < subject.end:
                continue
            between = self.text[subject.end : span[0]]
            if traits.sentence != self._traits[subject.span].sentence or _BESIDE.search(between):
                continue
            of = (each for each in traits.within if not _TO.search(self.text, span[0], each[0]))
            states = (self.cast.actor(each) for each in of)
            yield from (state for state in states if state is not None and state.kind == "country")

    def _likely(self, one: Relation, holder: Member, spoken_of: set[int]) -> Iterator[Member]:
        """The states of which he may be, the likeliest first; of whom it is known of none but that."""
        known = (home_of(each, self.findings, self.cast) for each in (holder, self._ruler(one)) if each is not None)
        if (home := next(filter(None, known), None)) is not None:
            yield from self._state_of(home)
            return
        if self._ruler(one) is not None:
            return  # "Lusen's minister": a state, for all that is known
        yield from self._state_of(self._home_of_teller(one.subject))
        yield from self._in_capital(one)
        sentence = self._traits[one.subject.span].sentence
        said = [span for each in self._by(holder) for span in each.content]
        around = [(name, traits) for name, traits in self._names if not _is_within(name.span, said)]
        if (acting := state_acting(sentence, around, self.cast)) is not None:
            yield acting
        if self.cast.home is not None:
            yield self.cast.known(self.cast.home)
        if (told := state_acting(sentence, self._names, self.cast)) is not None and id(told) not in spoken_of:
            yield told  # "Niger will reopen the crossing, Interior Minister X said"
        own = state_of_article(self._names, self.gazetteer, self.cast)
        if own is not None and any(self._country(name) == own.country for name, _ in around):
            yield own
        paragraph = self._traits[one.subject.span].paragraph
        for name, traits in reversed(around):
            if name.start < one.subject.start and traits.paragraph == paragraph:
                yield from self._state_of(self._country(name))
        for other in reversed(self.findings.relations if "minister" in fold(one.post or "").split() else ()):
            body = self._body(other) if other.subject.end <= one.subject.start else None
            if body is not None and body.kind == "country" and leads_state(fold(other.post or "").split()):
                yield body  # the state of whose head was spoken of last

    def _in_capital(self, one: Relation) -> Iterator[Member]:
        """The state, named before, in whose capital the sentence begins: "In Oslo, Energy Minister X accused"."""
        begin = min(start for start, _ in one.evidence)
        for name, _ in self._names:
            capital = self.cast.literal(name.span)
            opens = self.text[max(0, name.start - 3) : name.start] == "In " and self.text[name.end : begin] == ", "
            if not opens or capital is None or capital.entry is None:
                continue
            state = self.gazetteer.stands_for(capital.entry.id)
            before = (self.cast.actor(other.span) for other, _ in self._names if other.end <= name.start)
            if state is not None and any(each is not None and each.entry and each.entry.id == state for each in before):
                yield from self._state_of(state.removeprefix("country/"))

    def _home_of_teller(self, mention: Mention) -> str | None:
        """The country of whoever says the words that the mention stands in."""
        teller = speaker_of(mention, self.findings, self.cast)
        return home_of(teller, self.findings, self.cast) if teller is not None else None

    def _by(self, speaker: Member) -> list[Statement]:
        """What somebody is told to say."""
        said = ((one, one.speaker.mention) for one in self.findings.statements)
        return [one for one, by in said if by is not None and self.cast.actor(by.span) is speaker]

    def _country(self, name: Mention) -> str | None:
        """The country that a place or a body is of."""
        member = self.cast.actor(name.span)
        return member.country if member is not None and member.kind != "person" else None

    def _state_of(self, country: str | None) -> Iterator[Member]:
        entry = self.gazetteer.entry(f"country/{country}") if country is not None else None
        if entry is not None:
            yield self.cast.known(entry)

    def _mention_of(self, state: Member, holder: Mention) -> Mention | None:
        """The words that name the state, those before and nearest to the holder first."""
        found = [one for one in self.findings.mentions if self.cast.actor(one.span) is state]
        before = [one for one in found if one.start <= holder.start]
        return before[-1] if before else next(iter(found), None)


def _is_of_state(words: list[str]) -> bool:
    """The post of these words is one that states have."""
    words = " ".join(words).replace("-", " ").split()  # "Vice-President"
    if not _OF_BODIES.isdisjoint(words) or is_past(words[0]):
        return False
    if words[-1] in SPOKES:
        return words[0] in ("government", "presidential")
    if words[-1] == "leader":
        return words[:-1] in (["opposition"], ["supreme"], ["military"])
    return leads_state(words) or not _OF_STATES.isdisjoint(words) or _is_secretary(words)


def _is_secretary(words: list[str]) -> bool:
    """A secretary who heads a department: "Treasury Secretary"."""
    return words[-1:] == ["secretary"] and len(words) > 1 and _OF_BODIES.isdisjoint(words)


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
