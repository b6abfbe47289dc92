"""Alternatives: which reading of a statement holds, by whether its speaker speaks for whom it tells of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.findings import Findings
from kg.model import Statement
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.references.states import is_official, posts_of

# Posts of people who are of a state and do not speak for it.
_CRITICS = frozenset(
    """
    leader lawmaker legislator senator congressman congresswoman mp activist campaigner candidate chairman chairwoman
    unionist dissident
    """.split()
)


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Chooses among the readings of the statements of one article.

    Args:
        findings: of the article.
        cast: tells who is who.
    """

    findings: Findings
    cast: Cast

    def chosen(self, one: Statement) -> Statement:
        """The statement as it is to be read."""
        other = next((each for each in self.findings.alternatives if each.statement.id == one.id), None)
        if other is None or one.speaker.mention is None:
            return one
        speaker, home = self.cast.actor(one.speaker.mention.span), self.cast.actor(other.home.span)
        if speaker is None or home is None:
            return one
        if home.kind == "country" and self._is_critic(speaker):
            return one
        bodies = self._homes_of(speaker)
        # Who tells what a state is going to do, and is said to be nobody's, mostly speaks for it.
        likely = not bodies and other.statement.act in ("promise", "propose", "refuse", "agree", "threaten", "announce")
        if speaker is not home and not bodies & _homes(home) and not likely:
            return one
        charged = one.act in ("accuse", "criticise") and home.kind == "organization"
        if charged and speaker is not home and not is_official(speaker, self.findings, self.cast):
            return one  # an author of a state may well blame its navy
        return replace(one, act=other.statement.act, about=other.statement.about)

    def _is_critic(self, speaker: Member) -> bool:
        """A person of a state who does not speak for it: its lawmaker, the leader of its opposition or of a union."""
        posts = {word for post in posts_of(speaker, self.findings, self.cast) for word in post.lower().split()}
        of_states = (
            one.object is not None
            and (state := self.cast.actor(one.object.span)) is not None
            and state.kind == "country"
            and self.cast.actor(one.subject.span) is speaker
            for one in self.findings.relations
            if one.predicate in ("holds_post", "represents") and (one.post or "leader").split()[-1] == "leader"
        )
        official = is_official(speaker, self.findings, self.cast) or speaker.entry is not None or any(of_states)
        return speaker.kind == "person" and not posts.isdisjoint(_CRITICS) and not official

    def _homes_of(self, speaker: Member) -> set[str]:
        """The states and bodies, as `_homes` has them, by which the words for a speaker say whose he is."""
        found = {speaker.country} if speaker.country else set()
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if self.cast.actor(mention.span) is speaker:
                owners = (self.cast.actor(span) for span in traits.within)
                found |= {home for owner in owners if owner is not None for home in _homes(owner)}
        return found


def _homes(body: Member) -> set[str]:
    """A state or a body by its country's code, or by its name where it has none."""
    if body.kind == "person":
        return set()
    return {body.country or body.label}
