"""Concern: of whom and what a statement speaks, when everybody is identified."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.findings import Findings, Traits
from kg.model import About, Mention, Span, Speaker, Statement
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.pronouns import FIRST_PERSON
from kg.resolve.references.quarrels import quarrelling
from kg.resolve.references.states import home_of, is_official

# Whoever is told as one of these is told for others: "told reporters".
_PRESS = frozenset({"reporter", "journalist", "correspondent"})
# What two do to each other: "traded accusations", "exchanged warnings".
_EXCHANGING = re.compile(r"(?:(?:have|has|had) )?(?:trad(?:ed|ing)|exchang(?:ed|ing)|swapp(?:ed|ing)) ")
# Whom each of two has something against, behind the cue: "accused the other of".
_EACH_OTHER = re.compile(r" (?:the other|each other|one another)\b(?! hand)")
# Who stands for his state.
_FOR_STATES = frozenset({"counterpart", "ambassador", "envoy", "consul", "homologue"})
# What anybody may be asked for, whoever he is.
_WISHES = frozenset({"demand", "ask", "support", "praise"})
# By which somebody speaks for a body.
_SPEAKING_FOR = frozenset({"spokesperson_for", "represents"})
# So many who speak together speak of each, and not of all that they are.
_FEW = 3
# What somebody has against whom he does it to.
_CHARGES = frozenset({"accuse", "criticise", "threaten", "reject"})
# What is wished of those who quarrel: "called for calm", "urged an immediate end to the fighting".
_PEACE = re.compile(
    r"(?:an? )?(?:[\w-]+ ){0,2}?(?:restraint|calm|moderation|de-?escalation|diplomacy|dialogue|cease-?fire|truce"
    r"|end to (?:the |all )?(?:fighting|hostilities|violence|bloodshed|tensions?))\W*",
    re.IGNORECASE,
)
# What is done to what happened as much as to somebody: "supports it".
_OF_EVENTS = frozenset({"praise", "support", "criticise", "reject", "agree"})


@dataclass(slots=True)
class Concern:
    """Tells whom the statements of one article are about.

    Args:
        cast: of the article.
        resolved: its mentions with their ids, by span.
        traits: of the mentions, by span.
        each: the mention once for each of those that it stands for.
        findings: of the article.
        text: of the article.
        gazetteer: has the states.
    """

    cast: Cast
    resolved: Mapping[Span, Mention]
    traits: Mapping[Span, Traits]
    each: Callable[[Mention], list[Mention]]
    findings: Findings
    text: str
    gazetteer: Gazetteer
    _told: Counter[int] = field(default_factory=Counter)
    _speaking: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Counts how often everybody is spoken of."""
        self._told.update(id(member) for span in self.resolved if (member := self.cast.actor(span)) is not None)
        spoke = (one.speaker.mention for one in self.findings.statements if one.speaker.mention is not None)
        self._speaking.update(id(member) for one in spoke if (member := self.cast.actor(one.span)) is not None)

    def about(self, said: Statement, speaker: Speaker) -> tuple[About, ...]:
        """Each actor once, as a target where it is one anywhere; the speaker where the content speaks of him."""
        found: dict[str, About] = {}
        told = [(item, self.each(item.mention)) for item in said.about]
        told = [(one, each) for one, each in told if not self._is_among(one, each, speaker)]
        # "Both condemned the raid" is aimed at neither, whoever may have led it.
        speaking = self.cast.actor(said.speaker.mention.span) if said.speaker.mention is not None else None
        both = {id(part) for part in speaking.parts} if speaking is not None else set()
        for one, mention in ((one, self._state_of(one, mention)) for one, each in told for mention in each):
            actor = mention.actor
            if actor is None or self._is_setting(said, mention, one):
                continue
            if mention.kind == "nationality" and actor.startswith("place/"):
                continue  # "European allies"
            if mention is self.resolved[one.mention.span] and self._is_anyone(one, speaker, said):
                whose = self._whose(one) if one.role == "target" and said.act in _CHARGES else None
                if whose is None or whose.actor is None or whose.actor == speaker.entity:
                    continue
                mention, actor = whose, whose.actor
            thing = one.mention.form == "pronoun" and mention.kind != "person" and said.act in _OF_EVENTS
            if self._is_done_to(one.mention, said):
                continue
            if thing and said.content == (one.mention.span,):
                continue  # "Oslo welcomed it": what happened or was said, rather than who did it
            outside = one.role == "target" and not _holds(said.content, mention)
            if outside and id(self.cast.actor(one.mention.span)) in both:
                continue
            if actor == speaker.entity and (self._is_first(one.mention) or not _holds(said.content, mention)):
                continue
            undergone = self.traits[one.mention.span]
            if actor == speaker.entity and undergone.noun in ("his", "her") and undergone.function == "modifier":
                continue
            if actor == speaker.entity and one.role == "target":
                if mention.form != "pronoun" or self.traits[one.mention.span].function == "modifier":
                    continue  # "repeated its demand" is aimed at somebody else
                one = replace(one, role="topic", stance="neutral")
            if one.role == "target" and self._is_own_side(one.mention, actor, speaker, said):
                if mention.form == "pronoun":
                    continue
                one = replace(one, role="topic", stance="neutral")
            if actor not in found or (one.role == "target" and found[actor].role == "topic"):
                found[actor] = replace(one, mention=mention)
        if all(one.role == "topic" for one in found.values()):
            found |= {one.actor or "": About(one, role="target") for one in self._quarrelling(said, speaker)}
        described = [one.mention.span for one in found.values() if one.mention.form == "description"]
        told_by = (one for one in found.values() if one.role == "target" or not _modifies(one.mention, described))
        return tuple(sorted(told_by, key=lambda one: one.mention.span))

    def _is_among(self, one: About, each: Sequence[Mention], speaker: Speaker) -> bool:
        """The speaker is one of several, of whom he hardly speaks: "both", "their".

        Not where two or three say together what they do: of "Oslo and Rome said they would sign" each speaks of both.
        """
        traits = self.traits[one.mention.span]
        themselves = traits.noun == "they" and traits.function == "subject" and len(each) <= _FEW
        return len(each) > 1 and speaker.entity in {mention.actor for mention in each} and not themselves

    def _quarrelling(self, said: Statement, speaker: Speaker) -> list[Mention]:
        """The two who quarrel, as they were named last, where nothing but peace is wished, and not of whom."""
        if said.act != "demand" or len(said.content) != 1 or not _PEACE.fullmatch(self.text, *said.content[0]):
            return []
        barred = self.cast.actor(speaker.mention.span) if speaker.mention is not None else None
        named: dict[int, Mention] = {}
        for one in (each for each in self.resolved.values() if each.actor is not None):
            member = self.cast.actor(one.span)
            if one.start < said.cue.span[0] or id(member) not in named:
                named[id(member)] = one
        both = quarrelling(self.findings, self.gazetteer, self.cast, barred)
        return [named[id(side)] for side in both if id(side) in named]

    def _whose(self, one: About) -> Mention | None:
        """Whose the people are of whom no more is told: of "blamed the bank's own clerks" the bank."""
        within = (self.resolved.get(span) for span in self.traits[one.mention.span].within)
        named = [each for each in within if each is not None and (each.form, each.kind) == ("name", "organization")]
        return named[0] if len(named) == 1 else None

    def _is_done_to(self, mention: Mention, said: Statement) -> bool:
        """Of what somebody asks for, what "it" is done to is no actor: "appealed for funds to fight it"."""
        traits = self.traits[mention.span]
        opens = any(start == mention.start for start, _ in said.content)  # "urged it to pay"
        return said.act in ("demand", "ask") and traits.noun == "it" and traits.function == "object" and not opens

    def addressees(self, said: Statement, speaker: Speaker) -> tuple[Mention, ...]:
        """Each to whom it is said once: nobody of whom no more is told than that they are several, or of the press."""
        found: dict[str, Mention] = {}
        for mention in said.addressees:
            member, traits = self.cast.actor(mention.span), self.traits[mention.span]
            anybody = member is not None and member.local and traits.plural and self._told[id(member)] < 2
            if anybody or traits.noun in _PRESS:
                continue
            for one in self.each(mention):
                if one.actor is not None and one.actor != speaker.entity and not one.actor.startswith("place/"):
                    found.setdefault(one.actor, one)
        return tuple(found.values())

    def _state_of(self, one: About, mention: Mention) -> Mention:
        """The mention of the state of a counterpart or an envoy without a name who is aimed at, or else the same."""
        traits = self.traits[one.mention.span]
        if mention.actor is not None or one.role != "target" or traits.noun not in _FOR_STATES:
            return mention
        within = (self.resolved.get(span) for span in traits.within)
        states = [each for each in within if each is not None and (each.actor or "").startswith("country/")]
        named = [each for each in states if each.form == "name"] or states  # "thanked its ambassador"
        return named[0] if len(named) == 1 else mention

    def _is_own_side(self, mention: Mention, actor: str, speaker: Speaker, said: Statement) -> bool:
        """Who speaks for a state or a body aims at others, unless he is told to do it to his own.

        "It" is then rather what happened: a spokeswoman of the ministry "called it regrettable that". What his own
        army or bloc would do, he threatens others with.
        """
        opens = any(start == mention.start for start, _ in said.content)  # "called on Baghdad to find them"
        undergoes = self.traits[mention.span].function
        if mention.form != "pronoun" and (undergoes == "object" or (undergoes == "oblique" and opens)):
            return False
        member = self.cast.actor(speaker.mention.span) if speaker.mention is not None else None
        if member is None:
            return False
        wished = said.act in _WISHES and mention.form != "pronoun"  # "the Senate should wait"
        bound = _SPEAKING_FOR if wished else _SPEAKING_FOR | {"holds_post"}
        if not actor.startswith("country/") and any(
            one.predicate in bound
            and self.cast.actor(one.subject.span) is member
            and one.object is not None
            and self.resolved[one.object.span].actor == actor
            for one in self.findings.relations
        ):
            return True
        home = home_of(member, self.findings, self.cast)
        body = self.cast.actor(mention.span)
        of_state = said.act == "threaten" and body is not None and body.kind != "person" and body.country == home
        ours = actor == f"country/{home}" or (of_state and home is not None)
        return ours and is_official(member, self.findings, self.cast)

    def _is_first(self, mention: Mention) -> bool:
        """The mention is "I" or "we": who speaks so need not speak of himself."""
        return self.traits[mention.span].noun in FIRST_PERSON

    def _is_anyone(self, one: About, speaker: Speaker, said: Statement) -> bool:
        """Somebody unknown is no topic: "farmers", "they"; nor is whatever "it" may be, unless it is who speaks.

        Nor are several people a target who have no say in the article, but for those to whom the cue itself does it.
        """
        mention = one.mention
        member = self.cast.actor(mention.span)
        if member is None or mention.form == "name":
            return False
        if mention.form == "pronoun" and self.resolved[mention.span].actor == speaker.entity:
            return False
        if mention.form == "pronoun" and mention.kind != "person":
            nobodies = member.local and member.kind == "group" and id(member) not in self._speaking
            nobodies = nobodies and mention not in said.addressees
            # "They" of people who are told of by the way; what "it" is, is rarely anybody.
            return (one.role == "topic" and self.traits[mention.span].noun != "its") or nobodies
        if one.role == "topic":  # "the opposition" that has its say in the article is somebody, "ministers" may be any
            body = member.kind != "person" and not self.traits[mention.span].plural
            return member.local and not (body and id(member) in self._speaking)
        seldom = self._told[id(member)] < 2 or (said.act in _WISHES and id(member) not in self._speaking)
        return member.local and self.traits[mention.span].plural and seldom and not self._is_cues_own(mention, said)

    def _is_cues_own(self, mention: Mention, said: Statement) -> bool:
        """Several whom the cue itself thanks or blames; who is urged to something, "farmers", may be anybody.

        Of 115 such in our reports 96 are meant. Of "both hosts" it is told elsewhere who they are.
        """
        traits = self.traits[mention.span]
        ahead = (self.text[start : mention.start] for start, _ in said.content if start <= mention.start)
        opens = any(len(words.split()) < 2 for words in ahead)  # "that the 40 members should"
        known = mention.form == "description" and traits.several != 2 and opens and said.act != "ask"
        back = self.text[mention.start : mention.end].lower().startswith(("those ", "these "))  # who, is told before
        defined = (traits.definite or bool(traits.within)) and not back  # "its members", "the mediators should"
        return known and (defined if said.act == "demand" else traits.function in ("object", "oblique"))

    def _is_setting(self, said: Statement, mention: Mention, one: About) -> bool:
        """A place that stands for nobody, or does so only by its name: "seeking the White House".

        What is called something is what the statement is about, and a place too: "called Astana a platform".
        """
        traits = self.traits[one.mention.span]
        undergoes = traits.function == "object"
        if mention.figurative:
            return undergoes and not traits.acting and one.role == "topic"
        opens = any(start == one.mention.start for start, _ in said.content)
        return mention.kind == "place" and not (undergoes and opens and one.role == "topic")


def mutual(statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The same; two who agree together are each other's addressees: "the two countries agreed to", "exchanged threats".

    Not those of whom each says that he agrees: "India and China have said they can live with it".
    """
    together: dict[object, list[Mention]] = {}
    for one in statements:
        with_each = one.act == "agree" and one.cue.lemma.split()[0] != "say"
        exchanged = _EXCHANGING.match(text, one.cue.span[0]) or _EACH_OTHER.match(text, one.cue.span[1])
        if (with_each or exchanged) and one.speaker.mention is not None and not one.addressees:
            together.setdefault((one.cue.span, one.content), []).append(one.speaker.mention)
    pairs = {key: both for key, both in together.items() if len(both) == 2}
    return tuple(
        _against(one, [other for other in both if other.actor != one.speaker.entity], text)
        if (both := pairs.get((one.cue.span, one.content)))
        else one
        for one in statements
    )


def _against(one: Statement, others: Sequence[Mention], text: str) -> Statement:
    """Said to the others, and what is held against somebody against them: of "both governments traded blame"."""
    about = one.about
    if one.act in _CHARGES:
        topics = [each for each in about if each.role == "topic" and all(each.mention != other for other in others)]
        aimed = [About(other, "target", "negative") for other in others]
        about = tuple(sorted((*topics, *aimed), key=lambda each: each.mention.span))
    told = not _EACH_OTHER.match(text, one.cue.span[1])
    return replace(one, addressees=tuple(others) if told else one.addressees, about=about)


def _holds(spans: Iterable[Span], mention: Mention) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _modifies(mention: Mention, described: Iterable[Span]) -> bool:
    """It only tells whose somebody is who is spoken of: "Danish" of "the Danish and Norwegian ministers"."""
    return mention.kind == "nationality" and any(
        start <= mention.start and mention.end <= end for start, end in described
    )
