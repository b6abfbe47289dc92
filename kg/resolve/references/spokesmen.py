"""Spokesmen: for which body or state somebody says "we"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import SPOKES
from kg.resolve.references.nearby import may_be
from kg.resolve.references.states import OFFICIALS, home_of, posts_of

# Departments of state, by words of their names.
_MINISTRIES = frozenset({"ministry", "department", "presidency", "kremlin", "office"})
# Whose "we" is not the state of their post: who is of a body and does not speak for it, or no longer.
_FOR_THEMSELVES = frozenset(
    """
    member lawmaker legislator senator deputy mp parliamentarian former ex professor researcher fellow analyst reporter
    correspondent columnist journalist editor candidate nominee economist
    """.split()
)
# Who speaks for somebody who runs for an office, and for no state: "the campaign spokesman".
_OF_RUNNERS = frozenset({"campaign"})
#: What is somebody's who heads a body or speaks for it: "his side", "her party".
LED = frozenset("side party movement group organization organisation union front".split())
# An official whose state no word beside him tells speaks of it this many times as often as of any other.
_MOSTLY = 2
# Words of a name of a body in a headline, at most.
_LONGEST = 3
# Words of the posts of those who head a body.
_HEADS = frozenset(
    "ceo chairman chairwoman chair chief executive director founder head manager owner president".split()
)
# Who speaks for somebody else.
_LAWYERS = frozenset("lawyer attorney counsel solicitor barrister advocate".split())


def bodies_in(mention: Mention, findings: Findings) -> list[tuple[Mention, Traits]]:
    """The bodies that are described within a description: in "a spokesman for the Hungarian ministry" the ministry."""
    return [
        (inner, traits)
        for inner, traits in zip(findings.mentions, findings.traits, strict=True)
        if mention.start < inner.start and inner.end <= mention.end and traits.definite
        if inner.form == "description" and inner.kind == "organization"
    ]


def client(speaker: Member | None, order: Sequence[Known], cast: Cast) -> Member | None:
    """Whose lawyer somebody is by the article: of "her lawyer, X, said she had slept", whose words these are."""
    for _, known, member in reversed(order):
        if member is speaker and known.noun in _LAWYERS and speaker is not None:
            whose = (cast.actor(span) for span in known.within)
            return next((one for one in whose if one is not None and one.kind == "person" and one is not speaker), None)
    return None


@dataclass(slots=True)
class Spokesmen:
    """Tells for whom the people of one article speak.

    Attributes:
        title: of the article: that of a briefing tells who gives it, and often for whom.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    title: str = ""

    def led_by(self, person: Member, noun: str) -> Member | None:
        """The body that somebody heads or speaks for, as far as it may be called by the noun; a state's man's side."""
        if noun == "side":
            return self.spoken_for(person)
        led = self._body_of(person) or (self._party_of(person) if noun == "party" else None)
        fits = led is not None and led.kind == "organization" and not led.government
        # Whose party an unknown body is that somebody leads is told by nobody calling it anything else.
        fits = fits and led is not None and (may_be(led, noun) or (noun == "party" and led.entry is None))
        return led if fits else None

    def _party_of(self, person: Member) -> Member | None:
        """The party that somebody heads on the article's day, as the gazetteer knows."""
        if person.entry is None or self.published is None:
            return None
        roles = self.gazetteer.roles_of(person.entry.id, self.published)
        led = (self.gazetteer.entry(role.organization or "") for role in roles)
        party = next((entry for entry in led if entry is not None and entry.sort == "party"), None)
        return self.cast.known(party) if party is not None else None

    def headed_by(self, person: Member, noun: str) -> Member | None:
        """The body that somebody heads or speaks for, by the words of his posts: no analyst's bank."""
        posts = {word for post in posts_of(person, self.findings, self.cast) for word in post.lower().split()}
        return self.led_by(person, noun) if posts & (_HEADS | SPOKES) else None

    def spoken_for(self, speaker: Member) -> Member | None:
        """Whom somebody's "we" is: the body that he heads or speaks for, or the state whose official he is."""
        whose = self._spoken_for(speaker)
        posts = posts_of(speaker, self.findings, self.cast) if whose is not None and whose.kind == "country" else ()
        return whose if all(_OF_RUNNERS.isdisjoint(post.lower().split()) for post in posts) else None

    def _spoken_for(self, speaker: Member) -> Member | None:
        if (body := self._body_of(speaker)) is not None:
            return self._state_of(body) or body
        home = home_of(speaker, self.findings, self.cast)
        posts = [(post, f"country/{home}") for post in posts_of(speaker, self.findings, self.cast) if home]
        if speaker.entry is not None and self.published is not None:
            roles = self.gazetteer.roles_of(speaker.entry.id, self.published)
            posts += [(role.post, role.organization or "") for role in roles]
        for post, of in posts:
            state = self.gazetteer.entry(of) if of.startswith("country/") else None
            words = set(post.lower().split())
            if state is not None and words & OFFICIALS and not words & _FOR_THEMSELVES:
                return self.cast.known(state)
        return self._state_told(speaker) if home is None and self._is_spokesman(speaker) else None

    def _state_of(self, body: Member) -> Member | None:
        """The state whose ministry it is: what a ministry's spokesman promises, the state does."""
        ministry = body.government and not _MINISTRIES.isdisjoint(fold(body.label).split())
        entry = self.gazetteer.entry(f"country/{body.country}") if ministry and body.country else None
        return self.cast.known(entry) if entry is not None else None

    def _body_of(self, speaker: Member) -> Member | None:
        """The body that the article says somebody speaks for, represents or heads."""
        for predicate in ("spokesperson_for", "represents", "holds_post"):
            for one in self.findings.relations:
                if one.predicate != predicate or one.object is None or self.cast.actor(one.subject.span) is not speaker:
                    continue
                body = self.cast.actor(one.object.span)
                post = set((one.post or "").lower().split())
                bodies = ("organization", "country") if predicate != "holds_post" else ("organization",)
                if body is not None and body.kind in bodies and not post & _FOR_THEMSELVES:
                    return body
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            post = set((traits.post or "").lower().split())
            if not post or post & _FOR_THEMSELVES or self.cast.actor(mention.span) is not speaker:
                continue
            for span in traits.within:
                body = self.cast.actor(span)
                if body is not None and body is not speaker and body.kind == "organization":
                    return body
        return None

    def _is_spokesman(self, speaker: Member) -> bool:
        """By a post that the article gives, or by the headline of a briefing: "Briefing by Spokeswoman X"."""
        posts = posts_of(speaker, self.findings, self.cast)
        return any(SPOKES.intersection(post.lower().split()) for post in posts) or self._gives_briefing(speaker)

    def _gives_briefing(self, speaker: Member) -> bool:
        return bool(SPOKES.intersection(fold(self.title).split())) and fold(speaker.label) in fold(self.title)

    def _state_told(self, speaker: Member) -> Member | None:
        """The state of a spokesman as the headline names it, or as he names it himself: "Moscow regrets this, he said".

        In his own briefing the questions are about it, too.
        """
        named = {code for code in self._states_of_title() if code}
        if len(named) == 1:
            state = self.gazetteer.entry(f"country/{named.pop()}")
            return self.cast.known(state) if state is not None else None
        briefing = self._gives_briefing(speaker)
        said = [
            content
            for one in self.findings.statements
            if one.speaker.mention is not None and self.cast.actor(one.speaker.mention.span) is speaker
            for content in one.content
        ]
        doing = Counter(
            member.entry.id
            for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True)
            if traits.function == "subject" and traits.acting
            if briefing or any(start <= mention.start and mention.end <= end for start, end in said)
            if (member := self.cast.actor(mention.span)) is not None and member.kind == "country" and member.entry
        ).most_common(2)
        if not doing or (len(doing) > 1 and doing[0][1] < _MOSTLY * doing[1][1]):
            return None
        state = self.gazetteer.entry(doing[0][0])
        return self.cast.known(state) if state is not None else None

    def _states_of_title(self) -> Iterator[str | None]:
        """The states, by their codes, that the headline names, or whose bodies: "the Kenyan Foreign Ministry"."""
        words = re.findall(r"[\w.-]+", self.title)
        for size in range(1, _LONGEST + 1):
            for i in range(len(words) - size + 1):
                name = " ".join(words[i : i + size])
                if not name[0].isupper():
                    continue
                nation = self.gazetteer.entry(self.gazetteer.demonym(name) or "")
                found = (
                    [nation] if nation is not None else self.gazetteer.lookup(name, kinds={"country", "organization"})
                )
                yield from (one.country for one in found[:1] if one.kind == "country" or one.government)
