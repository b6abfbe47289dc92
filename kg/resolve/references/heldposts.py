"""Held posts: which posts the article and the gazetteer tell of somebody, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.model import Mention, Span
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.reasons import former_roles
from kg.resolve.references.posts import Post, post_of
from kg.resolve.references.states import state_acting

_SOME_BODY = "?"  # the owner of a post that is told, and that nobody knows


@dataclass(slots=True)
class HeldPosts:
    """Tells the posts of the people of one article.

    Args:
        names: the names of the article with what is known of them.
        home: tells the state that the article is of.
    """

    findings: Findings
    gazetteer: Gazetteer
    cast: Cast
    published: date | None
    names: Sequence[tuple[Mention, Traits]]
    home: Callable[[], Member | None]
    _told: dict[Span, list[tuple[str, tuple[Span, ...], int]]] = field(default_factory=dict)
    _named: dict[int, list[tuple[Mention, Traits]]] = field(default_factory=dict)  # sentence → its names

    def __post_init__(self) -> None:
        for name in self.names:
            self._named.setdefault(name[1].sentence, []).append(name)
        bearers: dict[Span, Traits] = {}
        for mention, traits in zip(self.findings.mentions, self.findings.traits, strict=True):
            bearers[mention.span] = traits
            holder = mention.span if mention.form == "name" else traits.equals
            if holder is not None and traits.post:
                words = traits.post if mention.form == "name" else traits.text
                self._told.setdefault(holder, []).append((words, traits.within, traits.sentence))
        for one in self.findings.relations:
            if one.predicate == "holds_post" and one.post:
                own = bearers.get(one.subject.span, Traits(text=""))
                of = (one.object.span,) if one.object is not None else own.within if own.title else ()
                self._told.setdefault(one.subject.span, []).append((one.post, of, own.sentence))

    def of(self, member: Member, traits: Traits) -> list[Post]:
        """The posts of somebody by the article, and those of the gazetteer where the article tells none of those words.

        Where X, who is foreign minister too, is "the prime minister", "the minister" is another.
        """
        wanted = {*fold(traits.post or "").split(), traits.noun}
        whose = self.cast.people(traits.within)
        found = []
        for span, told in self._told.items():
            if self.cast.literal(span) is not member:
                continue
            for words, within, sentence in told:
                others = self.cast.people(within)
                if others and whose and not any(one in whose for one in others):
                    found.append(Post(frozenset(), _SOME_BODY, told=True))  # somebody else's lawyer
                    continue
                owner = next((one for each in within if (one := self._body(each)) is not None), None)
                if owner is None and within:
                    place = self.place(within)
                    found.append(Post(frozenset(fold(words).split()), _SOME_BODY, told=True, place=place))
                    continue
                near = [*self._named.get(sentence - 1, ()), *self._named.get(sentence, ())]
                likely = owner or state_acting(sentence, near, self.cast) or self.home()
                found.append(post_of(words, likely, told=owner is not None))
        if not found:
            known = member.country is not None
            found = [Post(frozenset(fold(each).split()), None, member.country, known) for each in member.posts]
        if member.country is not None:  # whatever state stands near: "Moscow said President X", of another
            state = f"country/{member.country}"
            found = [post if post.told else Post(post.words, state, member.country, told=True) for post in found]
        if member.entry is not None and not any(wanted <= post.words for post in found):
            roles = [(fold(role.post), role) for role in self.gazetteer.roles_of(member.entry.id, self.published)]
            roles += [(f"former {fold(role.post)}", role) for role in former_roles(member.entry, self.published)]
            for post, role in roles:
                entry = self.gazetteer.entry(role.organization or "")
                country = entry.country if entry is not None else None
                found.append(Post(frozenset(post.split()), role.organization, country, told=True))
        return found

    def place(self, within: Iterable[Span]) -> str | None:
        """The id of the first place among the modifiers that is no state: "Vermont"."""
        members = (self.cast.literal(span) for span in within)
        entries = (one.entry for one in members if one is not None and one.kind == "place")
        return next((one.id for one in entries if one is not None), None)

    def words_of(self, place: str) -> set[str]:
        """The words of a place's names."""
        entry = self.gazetteer.entry(place)
        names = (entry.label, *entry.aliases) if entry is not None else ()
        return {word for name in names for word in fold(name).split()}

    def _body(self, span: Span) -> Member | None:
        """The state or body that a modifier names."""
        member = self.cast.actor(span)
        if member is None or member.kind in ("country", "organization"):
            return member
        state = self.gazetteer.stands_for(member.entry.id) if member.entry is not None else None
        entry = self.gazetteer.entry(state) if state is not None else None
        return self.cast.known(entry) if entry is not None else None
