"""Offices: who holds the office that a text describes, "the prime minister", "Kosovo's leader", "the top diplomat".

One decision among all people of the article, those named further down too: by the words of their posts, by whose posts
they are, by how near they were spoken of, and by what the network thinks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer.entries import POST_KINDS
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references import epithets
from kg.resolve.references.epithets import RUNNERS
from kg.resolve.references.fits import SAME, fit
from kg.resolve.references.heldposts import HeldPosts
from kg.resolve.references.incumbents import Incumbents
from kg.resolve.references.posts import Post
from kg.resolve.references.ruledout import OF_PLACES, is_of, ruled_out
from kg.resolve.references.spokenof import spoken_of
from kg.resolve.references.states import state_of_article

# What it weighs that the article is of the state whose head nobody in it is named to be.
_OF_HOME = 1.0
# What it takes away that a post is a deputy's: "the minister" is rather the minister.
_DEPUTY = 2.0
_DEPUTIES = frozenset({"deputy", "junior", "under"})
# Each sentence of distance, up to so many; that somebody is named only after it; the network's log-odds.
_SENTENCE, _FARTHEST, _AFTER, _ODDS = 0.25, 8, 2.0, 0.2
# Who was not spoken of before is as near as somebody of a few sentences before.
_NEW = -0.8
# With less nobody is meant: a deputy who is named only further down.
_LEAST, _UNLIKELY, _SURE = -3.0, -3.0, 3.0
# Somebody unnamed is spoken of as known so many sentences on.
_REACH = 9
# What stands behind the name of whoever is introduced by it.
_TOLD = re.compile(r", (?!(?:he|she|they|it|we|I|said|says|told|added|according|and|but|as)\b)| (?:\(|of|from|who)\b")
# Whom the lead describes is named at most so many sentences after it.
_NEXT = 3


@dataclass(slots=True)
class Offices:
    """Finds the holders of offices in one article.

    Attributes:
        order: the mentions before the one that is looked at, as far as they are known; kept by the caller.
        text: of the article.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    order: list[Known]
    text: str
    held: HeldPosts = field(init=False)
    _named: Mapping[Span, list[Member]] = field(init=False)
    incumbents: Incumbents = field(init=False)
    _names: list[tuple[Mention, Traits]] = field(default_factory=list)
    _home: Member | None = None
    _asked: bool = False

    def __post_init__(self) -> None:
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            if mention.form == "name":
                self._names.append((mention, traits))
        self._named = spoken_of(self.findings, self.cast)
        self.held = HeldPosts(self.findings, self.gazetteer, self.cast, self.published, self._names, self.home)
        self.incumbents = Incumbents(self.gazetteer, self.cast, self.published)

    def holder(self, mention: Mention, traits: Traits, owner: Member | None) -> Found | None:
        """Who holds the office, and by what rule; None where nobody in the article may.

        Args:
            mention: the description of one person, spoken of as known.
            traits: of the mention.
            owner: the state or body whose office it is, where the description says so.
        """
        odds: dict[int, float] = {}
        for span, each in traits.antecedents:
            if (member := self.cast.actor(span)) is not None:
                odds[id(member)] = max(min(each, _SURE), odds.get(id(member), _UNLIKELY))
        best: tuple[float, int] | None = None
        chosen: Member | None = None
        beside = {id(self.cast.actor(span)) for span in traits.apart}
        beside |= {id(one) for one in self.cast.people(traits.within)}  # "his lawyer" is not he
        abroad = self._visited(mention)
        found = [
            one for one in self._people(mention, traits) if id(one[2]) not in beside and one[2].country not in abroad
        ]
        held = {id(member): self.held.of(member, traits) for _, _, member in found}
        place = self.held.place(traits.within) if owner is None and traits.noun in OF_PLACES else None
        for distance, start, member in found:
            posts = [post for post in held[id(member)] if post.country not in abroad]
            if traits.sentence == 0 and start > mention.end and distance <= _NEXT:
                # Agencies describe in the lead whom they name next, and don't say whose they are again.
                posts = [post if post.told else Post(post.words) for post in posts]
            fits = [fit(post, traits, owner, self.held, self.gazetteer) for post in posts]
            best_fit = max((each for each in fits if each is not None), default=None)
            pairs = zip(posts, fits, strict=True)
            deputy = all(post.words & _DEPUTIES for post, each in pairs if each is not None)
            if place is not None and distance > _NEXT and not any(is_of(post, place, self.held) for post in posts):
                continue  # "the Ohio senator": a senator of whom no state is told is he at most near by
            if best_fit is None or (traits.gender and member.gender not in (None, traits.gender)):
                continue
            score = best_fit - _SENTENCE * min(distance, _FARTHEST) + _ODDS * odds.get(id(member), _UNLIKELY)
            score -= _DEPUTY * (deputy and "deputy" not in traits.text.lower())
            if start > mention.end:
                if distance > _FARTHEST and traits.noun in RUNNERS:
                    continue  # many a text ends with another candidate than it begins with
                score -= _AFTER
            if score > _LEAST and (best is None or (score, start) > best):
                best, chosen = (score, start), member
        top = self._top(traits, held) if owner is None and not traits.within else None
        if top is not None and top.country not in abroad:
            last = next((known for _, known, one in reversed(self.order) if one is top), None)
            score = SAME + _OF_HOME + _NEW
            if last is not None:
                apart = min(traits.sentence - last.sentence, _FARTHEST)
                score += -_SENTENCE * apart + _ODDS * odds.get(id(top), _UNLIKELY) - _NEW
            if best is None or score > best[0]:
                named = self.bearer(mention, traits)
                if named is not None:
                    return named, f"of those named before, “{named.label}” is the likeliest"
                return top, "the article is of that state and names no holder of the office"
        return (chosen, f"“{chosen.label}” has that post in the article") if chosen is not None else None

    def bearer(self, mention: Mention, traits: Traits) -> Member | None:
        """The one person named before whom a description means that is no post of theirs; not who is ruled out.

        Nor whom what it says calls by name: "the pilot does not agree with Dahl".
        """
        people = {id(member): member for _, _, member in self.order if member.kind == "person" and not member.unnamed}
        out = set(map(id, ruled_out(traits, people.values(), self.held, self.gazetteer, self.cast)))
        out |= {id(one) for one in self._named.get(mention.span, ())}
        return epithets.bearer(traits, self.order, self.cast, out, self._introduced())

    def _introduced(self) -> set[int]:
        """Those of whom the words beside their first name tell who they are: "X, a teacher", "X of the relatives"."""
        beside = {known.equals for known in self.findings.traits if known.equals is not None}
        first: dict[int, tuple[Mention, Traits]] = {}
        for mention, known in self._names:
            if (member := self.cast.literal(mention.span)) is not None and member.kind == "person":
                first.setdefault(id(member), (mention, known))
        return {
            one
            for one, (mention, known) in first.items()
            if known.title or known.post or mention.span in beside or _TOLD.match(self.text, mention.end)
        }

    def _people(self, mention: Mention, traits: Traits) -> Iterator[tuple[int, int, Member]]:
        """All people of the article, each once: how many sentences away, where, and who."""
        seen = set()
        for other, known, member in reversed(self.order):
            if member.unnamed and traits.sentence - known.sentence > _REACH:
                continue
            if member.kind == "person" and id(member) not in seen and known.sentence <= traits.sentence:
                seen.add(id(member))
                yield traits.sentence - known.sentence, other.start, member
        for other, known in self._names:
            after = self.cast.literal(other.span) if other.start > mention.end else None
            if after is not None and after.kind == "person" and id(after) not in seen:
                seen.add(id(after))
                yield known.sentence - traits.sentence, other.start, after

    def _visited(self, mention: Mention) -> frozenset[str | None]:
        """The countries that somebody is told to visit, and of which he is not: "the president, who was visiting Oslo".

        Those of capitals: other towns one visits at home, too.
        """
        places = (
            self.cast.literal(one.place.span)
            for one in self.findings.meetings
            if one.place is not None and one.format == "visit"
            if any(each.mention.span == mention.span and each.role == "visitor" for each in one.participants)
        )
        entries = (place.entry for place in places if place is not None and place.entry is not None)
        return frozenset(
            entry.country
            for entry in entries
            if entry.country and (entry.kind == "country" or self.gazetteer.stands_for(entry.id))
        )

    def _top(self, traits: Traits, held: dict[int, list[Post]]) -> Member | None:
        """The unnamed head of the state that the article is of: "the president", where nobody who is it is named."""
        home, post = self.home(), fold(traits.post or "")
        kinds = set(POST_KINDS.get(post, ())) & {"head_of_state", "head_of_government"}
        if home is None or home.entry is None or not kinds:
            return None
        office = self.gazetteer.officeholder(post, home.entry.id, self.published)
        if office is None or traits.noun not in fold(office[1].post).split():
            return None
        for posts in held.values():
            if any(
                one.country == home.country and fit(one, traits, home, self.held, self.gazetteer) is not None
                for one in posts
            ):
                return None
        return self.incumbents.unnamed(post, home)

    def home(self) -> Member | None:
        """The state that the article is of."""
        if not self._asked:
            self._asked, self._home = True, state_of_article(self._names, self.gazetteer, self.cast)
        return self._home

    def setting(self) -> Member | None:
        """The state that the article is of, where it also names this state more often than any other."""
        home = self.home()
        states = (one for mention, _ in self._names if (one := self.cast.actor(mention.span)) and one.kind == "country")
        often = Counter(map(id, states)).most_common(2)
        first = len(often) == 1 or (len(often) > 1 and often[0][1] > often[1][1])
        return home if first and often[0][0] == id(home) else None
