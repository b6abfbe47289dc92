"""Leads: who speaks in the first sentence without a name and is named in the next one.

"Norway's envoy left the talks. “Enough,” X said"; "A lawmaker has accused the government"; "A union representing
nurses".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.nouns import NO_FIRMS, SPOKES, leads_state, speaks_for_others
from kg.resolve.references.nearby import ANY_BODY, may_be
from kg.resolve.references.posts import goes_by

# Who speaks in the lead is named at most so many sentences after it.
_NEXT = 2
# Who speaks without a name in a lead and mostly has none in what follows, either.
_UNTOLD = frozenset("source insider witness survivor person aide adviser resident staffer colleague friend".split())
# Who may have any post.
_ANY_POST = frozenset("official politician figure heavyweight veteran".split())
# What bodies are called by that are no state's, whatever their names.
_BODIES = ANY_BODY | {"union", "party", "group", "watchdog", "alliance", "coalition", "operator", "ngo"}


@dataclass(frozen=True, slots=True)
class Leads:
    """Finds who is described and then named in one article.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
    """

    findings: Findings
    cast: Cast
    order: Sequence[Known]
    text: str

    def person(self, mention: Mention, traits: Traits) -> Member | None:
        """Who is described in the lead, and speaks there, before being named: the first to speak after it.

        Agencies name the speaker of a lead in the next sentence. Further down, a paragraph of a live report may begin
        so, and the next one names whom it began with. Of "a lawmaker has accused the government", who speaks next and
        is new is he, unless something else is told of him.
        """
        if traits.function != "subject" or not traits.acting or traits.quoted or traits.plural:
            return None
        lead = traits.sentence == 0
        before = ((other, known) for other, known, _ in self.order)
        opens = all(known.paragraph < traits.paragraph or other.span in traits.within for other, known in before)
        if not ((lead or opens) and traits.post if traits.definite else lead and traits.noun not in _UNTOLD):
            return None
        opening = next((one.span for one, known in self._all() if known.paragraph == traits.paragraph + 1), None)
        for other, known, member in self._named_after(mention, traits, "person"):
            first = known.paragraph == traits.paragraph + 1 and " " in known.text and other.span == opening
            near = known.sentence <= _NEXT if lead else first
            told = not member.posts if traits.definite else self._speaks(mention, other)
            told = told and (traits.definite or self._may_be(member, known, traits))
            told = told and not (traits.definite and self._is_introduced(other, traits, lead=lead))
            return member if near and told and known.function == "subject" and known.acting else None
        return None

    def _is_introduced(self, name: Mention, traits: Traits, *, lead: bool) -> bool:
        """The words beside a name tell that it is another, or, but for the lead's, who is new: "X, a teacher, said"."""
        beside = [known for _, known in self._all() if known.equals == name.span]
        if any(known.post and known.noun != traits.noun for known in beside):
            return True
        return not lead and (bool(beside) or self.text[name.end :].startswith(","))

    def body(self, mention: Mention, traits: Traits) -> Member | None:
        """The body of no state that is described in the lead, and speaks there: the first body to speak after it."""
        described = not traits.definite or bool(traits.within)
        if traits.sentence > 0 or not described or traits.plural or traits.quoted:
            return None
        for other, known, member in self._named_after(mention, traits, "organization"):
            fits = known.sentence <= _NEXT and self._speaks(mention, other) and self._may_be(member, known, traits)
            return member if fits and _is_called(member, traits.noun) else None
        return None

    def spokesperson(self, mention: Mention, traits: Traits, body: Member | None) -> tuple[Member, str] | None:
        """Who speaks without a name for a body, and is the first to be named after it, as its spokesman.

        "A Danish ministry spokesman said the talks had failed. “We regret it,” spokesman X told reporters".

        Args:
            mention: "a spokesman", of whom nobody was told before.
            traits: of the mention.
            body: whom he speaks for, as far as the words tell.
        """
        if traits.definite or traits.plural or traits.quoted or traits.function != "subject":
            return None
        other, known, member = next(self._named_after(mention, traits, "person"), (None, None, None))
        if other is None or known is None or member is None or known.sentence - traits.sentence > _NEXT:
            return None
        posts = [*member.posts, *(fold(each.text) for _, each in self._all() if each.equals == other.span)]
        posts = [post for post in posts if speaks_for_others([post])]
        if not posts or not self._speaks(mention, other):
            return None
        of = {*fold(traits.text).split(), *fold(body.label if body is not None else "").split()} - SPOKES
        by = {word for post in posts for word in post.split()} - SPOKES
        whose, theirs = self._within(traits), self._within(known)
        states = {one.country for one in (body, *whose) if one is not None} - {None}
        if not states:
            states = {one.country for _, near, one in self.order if near.sentence == traits.sentence}
        abroad = {one.country for one in theirs} - {None}
        same = any(one is body for one in theirs) or not of or not by or bool(of & by)
        genders = {traits.gender, known.gender, member.gender} - {None}
        if not same or len(genders) > 1 or (abroad and not abroad & states):
            return None
        return member, f"“{member.label}” is named after it"

    def _all(self) -> Iterator[tuple[Mention, Traits]]:
        return zip(self.findings.mentions, self.findings.traits, strict=True)

    def _named_after(self, mention: Mention, traits: Traits, kind: str) -> Iterator[tuple[Mention, Traits, Member]]:
        """Those of a kind who are named in the sentences after a mention, from the first who is new in the text."""
        known_before = {id(one) for _, _, one in self.order}
        for other, known in self._all():
            if other.start < mention.end or other.form != "name" or known.sentence == traits.sentence:
                continue
            member = self.cast.literal(other.span)
            if member is not None and member.kind == kind:
                if id(member) in known_before:
                    return
                yield other, known, member

    def _speaks(self, *mentions: Mention) -> bool:
        spoke = {one.speaker.mention.span for one in self.findings.statements if one.speaker.mention is not None}
        spoke |= {known.equals for one, known in self._all() if known.equals and one.span in spoke}
        return spoke.issuperset(mention.span for mention in mentions)  # "their spokesman, X, said"

    def _may_be(self, member: Member, named: Traits, traits: Traits) -> bool:
        """Nothing tells that who is named is another than who was described without a name.

        Args:
            member: who is named.
            named: traits of the name.
            traits: of the description.
        """
        title, held = fold(named.post or named.title).split(), {word for post in member.posts for word in post.split()}
        called = not title or traits.noun in {named.title, *_ANY_POST} or goes_by(traits.noun, title)
        leads = leads_state(held) and not leads_state({traits.noun})
        genders = {traits.gender, named.gender, member.gender} - {None}
        of, others = ({one.country for one in self._within(each)} - {None} for each in (traits, named))
        others |= {member.country} - {None}
        return called and not leads and len(genders) < 2 and (not of or not others or bool(of & others))

    def _within(self, traits: Traits) -> list[Member]:
        return [one for span in traits.within if (one := self.cast.actor(span)) is not None]


def _is_called(body: Member, noun: str) -> bool:
    """The body may be called so, by its name or by what it is."""
    words = fold(body.label).split()
    if noun in words or (noun == "party" and body.entry is None):
        return noun in words or NO_FIRMS.isdisjoint(words)
    of_state = body.government or (body.entry is not None and body.entry.sort in ("government", "intergovernmental"))
    return noun in _BODIES and not of_state and may_be(body, noun)
