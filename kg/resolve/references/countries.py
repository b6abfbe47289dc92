"""Countries: which state "his country", "the country", "its neighbour" and "our ally" mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references.offices import Offices
from kg.resolve.references.sources import speaker_of
from kg.resolve.references.states import OTHERS, SENT, home_of, is_official, state_his, state_of_person

_MOSTLY = 2  # so many times as often spoken of as any other
# What each is a citizen of, and words that don't tell which it is.
_LANDS = frozenset({"country", "nation"})
_WHOLE = frozenset({"whole", "entire", "own"})
# With these it is said of a country what it is, and no country meant: "the only country in the world".
_ANY = frozenset({"only", "other", "next", "same", "wrong"})
# Before a state from which somebody comes.
_ORIGIN = "from "
# In these a state is rather one of many.
_FEDERAL = frozenset("AUS AUT BRA DEU FSM IND MEX MMR MYS NGA PLW SDN SOM SSD USA VEN".split())
# A state that was named so many sentences before is no longer "the country" of a text about another.
_FAR = 3
# Who comes from elsewhere comes to the article's own country.
_ENTERED = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|visit(?:s|ed|ing)?|immigrants (?:in|into|to)|illegally in) $", re.IGNORECASE
)
_BEFORE = 20
_WHERE = re.compile(r" (?:where|in which|from which)\b")


@dataclass(slots=True)
class Countries:
    """Finds the states that "the country" and "his country" mean in one article.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
        offices: tells of which state the article is.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    order: list[Known]
    text: str
    offices: Offices

    def meant(self, mention: Mention, traits: Traits, whose: Member | None) -> Found | None:
        """The state of "his country" and "our country"; for "the country" the one that is spoken of.

        Args:
            mention: the description.
            traits: of the mention.
            whose: it is, as far as the words tell.
        """
        if traits.noun == "state":
            return self._state(mention, traits)
        if not traits.definite:
            return None
        head = mention.head or mention.span
        pointing = self.text[mention.start : head[0]].lower().split()[:1]
        ours = pointing == ["our"] and traits.noun in _LANDS
        if whose is not None:
            found = country_of(whose, traits, self.order, self.findings, self.gazetteer, self.cast)
            if found is not None or not ours:
                return found
        if not _ANY.isdisjoint(traits.text.lower().split()):
            return None
        if (served := self._served(mention)) is not None:
            return served
        plain = traits.noun in _LANDS and set(traits.text.lower().split()) <= {traits.noun, *_WHOLE}
        if ours or (plain and pointing == ["this"] and traits.quoted):
            return self._speakers(mention, traits, sent=pointing == ["this"])
        if plain and pointing == ["that"]:
            return self._other(traits)
        if self.cast.home is not None or not plain:
            latest = self._latest(traits)
            return (latest, "the country that was spoken of last") if latest is not None else None
        return self._spoken_of(mention, traits)

    def _state(self, mention: Mention, traits: Traits) -> Found | None:
        """The state that "the state" is, which owes or does something: where there are no others below it, as Iowa is.

        That of the official who says so, or else the one that is spoken of.
        """
        bare = traits.definite and self.text[mention.start : mention.end].lower() == "the state"
        if not bare or traits.within or traits.function in ("modifier", "other"):
            return None
        speaker = speaker_of(mention, self.findings, self.cast)
        own = state_of_person(speaker, self.findings, self.gazetteer, self.cast) if speaker is not None else None
        found = self._spoken_of(mention, traits)
        if own is not None and speaker is not None:
            found = own, f"the state of “{speaker.label}”, who speaks"
        return found if found is not None and found[0].country not in _FEDERAL else None

    def _served(self, mention: Mention) -> Found | None:
        """The country whose post somebody has is his own: "her Omani colleague, who was the country's envoy"."""
        for one in self.findings.relations:
            if one.predicate == "holds_post" and one.object is not None and one.object.span == mention.span:
                holder = self.cast.actor(one.subject.span)
                home = home_of(holder, self.findings, self.cast) if holder is not None else None
                state = self.gazetteer.entry(f"country/{home}") if home is not None else None
                if holder is not None and state is not None:
                    return self.cast.known(state), f"the country of “{holder.label}”, who has the post"
        return None

    def _speakers(self, mention: Mention, traits: Traits, *, sent: bool) -> Found | None:
        """The country of whoever says "our country" or "this country", else the one that the article is of.

        Args:
            mention: the description.
            traits: of the mention.
            sent: an ambassador who says so may mean the country that he is in.
        """
        speaker = speaker_of(mention, self.findings, self.cast)
        if speaker is not None:
            if sent and SENT.intersection(word for post in speaker.posts for word in post.split()):
                return None
            own = state_of_person(speaker, self.findings, self.gazetteer, self.cast)
            if own is not None:
                return own, f"the country of “{speaker.label}”, who speaks"
        home, last = self.offices.home(), self._last(traits)
        far = last is None or traits.sentence - last[0].sentence >= _FAR or last[1] is home
        if home is None or not (far or self.offices.setting() is home):
            return None
        return home, "the country that the article is of"

    def _other(self, traits: Traits) -> Found | None:
        """The state that "that country" is: the last named, and not the one that does something beside it.

        "The United States has no treaties with that country": not the article's own, where another was named.
        """
        home = self.offices.home()
        near = [(known, one) for known, one in self._named(traits) if traits.sentence - known.sentence < _FAR]
        others = [one for _, one in near if one is not home]
        others = [
            one
            for known, one in near
            if one is not home and not (known.sentence == traits.sentence and known.function == "subject")
        ] or others
        found = (others or [one for _, one in near])[-1:]
        return (found[0], "the other country that was spoken of last") if found else None

    def _spoken_of(self, mention: Mention, traits: Traits) -> Found | None:
        """Of "the country", in a text without a dateline: the state named just before, else the one the article is of.

        "She drove a car from Chile. ¶ Polls across the country" are of the state that the article is of.
        """
        last, home = self._last(traits), self.offices.home()
        latest = (last[1], "the country that was spoken of last") if last is not None else None
        here = [(known, one) for _, known, one in self.order if known.sentence == traits.sentence]
        codes = {one.country for _, one in here} - {None}
        speaks = self._own(mention)
        if (
            speaks is not None
            and home in (None, speaks)
            and codes <= {speaks.country}
            and not self._visited(traits, speaks)
        ):
            return speaks, f"the country of the official who speaks: {speaks.label}"
        if home is None or (last is not None and last[1] is home):
            return latest
        arrived = _ENTERED.search(self.text, max(0, mention.start - _BEFORE), mention.start) is not None
        if last is None and arrived and any(one is home for _, one in here):
            return None  # "Chilean firms entered the country", which is not theirs
        own = (home, "the country that the article is of")
        if last is None and _WHERE.match(self.text, mention.head[1] if mention.head else mention.end):
            return None  # "an embassy of the country where he lived"
        if last is None:
            return own if not codes or home.country in codes else None
        apart = traits.sentence - last[0].sentence
        if apart == 0:
            acts = any(one is home and known.function == "subject" for known, one in here)
            return own if acts and last[0].locative else latest
        if codes == {last[1].country}:
            return latest  # "X fled the country": who is of the state named before
        if codes and home.country not in codes:
            return None
        if apart < _FAR and traits.paragraph == last[0].paragraph:
            at_home = any(one is home for _, one in here)
            return own if at_home or arrived else latest
        return own if apart >= _FAR or self.offices.setting() is home else None

    def _visited(self, traits: Traits, own: Member) -> bool:
        """Another state was named last, just before: "He came to Niger. He said the country"; no "men from China"."""
        last = next(((m, known, one) for m, known, one in reversed(self.order) if one.kind == "country"), None)
        if last is None or last[2] is own or last[0].kind == "nationality" or traits.sentence - last[1].sentence > 1:
            return False
        return not self.text[: last[0].start].endswith(_ORIGIN)

    def _own(self, mention: Mention) -> Member | None:
        """The state of the official who says the words around."""
        speaker = speaker_of(mention, self.findings, self.cast)
        if speaker is None or not is_official(speaker, self.findings, self.cast):
            return None
        return state_of_person(speaker, self.findings, self.gazetteer, self.cast)

    def _named(self, traits: Traits) -> list[tuple[Traits, Member]]:
        """The states that were named or meant before, and no nationalities."""
        return [
            (known, one)
            for mention, known, one in self.order
            if mention.kind != "nationality" and one.kind == "country" and known.sentence <= traits.sentence
        ]

    def _last(self, traits: Traits) -> tuple[Traits, Member] | None:
        return next(reversed(self._named(traits)), None)

    def _latest(self, traits: Traits) -> Member | None:
        """The country is the one that was spoken of last, rather the dateline's: "Fiji said Tonga knew the country"."""
        states, home = self._named(traits), self.cast.home
        last = states[-1] if states else None
        if home is not None:
            near = any(one.entry is home and traits.sentence - known.sentence <= 1 for known, one in states)
            if near or last is None or last[0].paragraph != traits.paragraph:
                return self.cast.known(home)
        return last[1] if last is not None else None


def country_of(
    whose: Member, traits: Traits, order: Sequence[Known], findings: Findings, gazetteer: Gazetteer, cast: Cast
) -> tuple[Member, str] | None:
    """The state of "his country", or the other one that "its neighbour" is; and by what rule.

    Args:
        whose: it is, a person, body or group.
        traits: of the description.
        order: the mentions before it, as far as they are known.
        findings: of the article.
        gazetteer: has the states.
        cast: gets the state.
    """
    state = state_his(whose, traits, order, findings, gazetteer, cast)
    if state is None:
        return None
    if traits.noun not in OTHERS:
        return state, f"the country of “{whose.label}”"
    other = _other(state, order) if whose.kind in ("country", "person") else None
    return (other, f"beside {state.label} the text speaks of it most") if other is not None else None


def _other(own: Member, order: Sequence[Known]) -> Member | None:
    """The state that is spoken of beside one's own: the only one, or by far the one spoken of most; else nobody."""
    others = [member for _, _, member in order if member.kind == "country" and member.country != own.country]
    often = Counter(map(id, others)).most_common(2)
    if not often or (len(often) > 1 and often[0][1] < _MOSTLY * often[1][1]):
        return None
    return next(member for member in others if id(member) == often[0][0])
