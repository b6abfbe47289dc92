"""The cast of an article: its people, organizations, countries, places and groups, and who bears which mention."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kg.findings import Traits
from kg.ids import slug
from kg.model import EntityKind, Mention, Span
from kg.resolve.gazetteer.entries import Entry

Gender = Literal["f", "m"]


@dataclass(slots=True)
class Member:
    """Somebody or something the article speaks of, while it is being identified.

    Attributes:
        names: the names it goes by in the article, in the order of their first use.
        description: what it is known by where it has no name ("opposition representatives").
        entry: what the gazetteer knows of it.
        local: it is known in this article only and is never linked; its id carries the article's.
        country: ISO 3166-1 alpha-3.
        unnamed: somebody described, but nobody who could be told from others ("a Turkish official").
        posts: posts in words, folded, with the words for whom they are: "russian deputy foreign minister".
        alone: a single person, though a group in the graph: the unnamed holder of an office.
        identity: an id that follows from what it is ("the Turkish parliament").
        parts: the members that it stands for, each by itself ("both governments"); it is nobody else, then.
    """

    kind: EntityKind
    names: list[str] = field(default_factory=list)
    description: str | None = None
    entry: Entry | None = None
    local: bool = False
    country: str | None = None
    government: bool = False
    gender: Gender | None = None
    plural: bool = False
    unnamed: bool = False
    posts: list[str] = field(default_factory=list)
    alone: bool = False
    identity: str | None = None
    parts: tuple[Member, ...] = ()

    @property
    def label(self) -> str:
        """The gazetteer's name, else the longest name of the article, else the description."""
        if self.entry is not None:
            return self.entry.label
        return max(self.names, key=lambda name: (len(name.split()), len(name)), default=self.description or "")

    def id_in(self, article: str) -> str:
        """The id: readable, and the same in every article unless the member is local to one."""
        if self.entry is not None:
            return self.entry.id
        if self.identity is not None:
            return self.identity
        name = slug(self.label)
        return f"{self.kind}/{slug(article)}/{name}" if self.local else f"{self.kind}/{name}"


#: Who is found, and by what rule.
Found = tuple[Member, str]
#: A mention whose member is known.
Known = tuple[Mention, Traits, Member]


class Cast:
    """Who bears which mention. Filled by names first, then by descriptions and pronouns in text order.

    Attributes:
        written_in: the country that the dateline names, or the capital of.
        home: the same, where the article is also about it.
        answering: who says "I" in an interview whose turns have no labels.
    """

    def __init__(self) -> None:
        self.written_in: Entry | None = None
        self.home: Entry | None = None
        self.answering: Member | None = None
        self.members: list[Member] = []
        self._bearer: dict[Span, Member] = {}
        self._figurative: dict[Span, Member] = {}
        self._why: dict[Span, str] = {}
        self._whole: dict[Span, Span] = {}
        self._part: dict[Span, Span] = {}

    def add(self, member: Member) -> Member:
        self.members.append(member)
        return member

    def assign(self, span: Span, member: Member, why: str) -> None:
        """The mention's words name or describe the member, by the rule that `why` tells."""
        self._bearer[span], self._why[span] = member, why

    def assign_figurative(self, span: Span, member: Member, why: str) -> None:
        """The mention's words stand for the member, whatever they name."""
        self._figurative[span] = member
        self._why[span] = "; ".join(filter(None, (self._why.get(span), why)))

    def join(self, keep: Member, drop: Member, why: str) -> None:
        """Two members are one: `keep` takes the names and the mentions of `drop`."""
        keep.names.extend(name for name in drop.names if name not in keep.names)
        keep.posts.extend(post for post in drop.posts if post not in keep.posts)
        keep.country, keep.gender = keep.country or drop.country, keep.gender or drop.gender
        self.explain(drop, why)
        for bearers in (self._bearer, self._figurative):
            for span in [span for span, member in bearers.items() if member is drop]:
                bearers[span] = keep
        self.members.remove(drop)

    def explain(self, member: Member, why: str) -> None:
        """Adds a reason to all mentions of the member."""
        for span in self._bearer.keys() | self._figurative.keys():
            if self._bearer.get(span) is member or self._figurative.get(span) is member:
                self._why[span] = f"{self._why[span]}; {why}"

    def widen(self, span: Span, whole: Span) -> None:
        """The mention at `span` is only a part of the name at `whole`; what else lies in it is no mention."""
        self._whole[span], self._part[whole] = whole, span
        for inner in [
            inner for inner in self._bearer if inner != span and whole[0] <= inner[0] and inner[1] <= whole[1]
        ]:
            del self._bearer[inner], self._why[inner]

    def narrow(self, span: Span, name: Span) -> None:
        """Of the description at `span` only the words at `name` name its member: "the French army" without "the"."""
        self._whole[span], self._part[name] = name, span

    def rest(self, span: Span) -> None:
        """The mention at `span` is, if anything, the end of a longer name: who does what "News Agency" does has it."""
        for part, (_, end) in list(self._whole.items()):
            if part[1] <= span[0] and span[1] == end:
                self._part[span] = part

    def is_rest(self, span: Span) -> bool:
        """The words are the end of a longer name and no mention beside it."""
        part = self._part.get(span)
        return part is not None and self._whole[part] != span

    def whole(self, span: Span) -> Span:
        """Where the name at `span` begins and ends."""
        return self._whole.get(self._part.get(span, span), span)

    def is_inside(self, span: Span) -> bool:
        """The words are part of a longer name."""
        return any(start <= span[0] and span[1] <= end and part != span for part, (start, end) in self._whole.items())

    def why(self, span: Span) -> str | None:
        """The rules by which the mention has its members."""
        return self._why.get(span)

    def literal(self, span: Span) -> Member | None:
        """What a mention names, given its words or the whole name that they are a part of."""
        return self._bearer.get(self._part.get(span, span))

    def figurative(self, span: Span) -> Member | None:
        """What it stands for, likewise."""
        return self._figurative.get(self._part.get(span, span))

    def actor(self, span: Span) -> Member | None:
        """Whom a mention is about: what it stands for, else what it names."""
        return self.figurative(span) or self.literal(span)

    def people(self, spans: Iterable[Span]) -> list[Member]:
        """The persons whom mentions are about."""
        members = (self.actor(span) for span in spans)
        return [one for one in members if one is not None and one.kind == "person"]

    def known(self, entry: Entry) -> Member:
        """The member that is this entry of the gazetteer; added where it is new."""
        for member in self.members:
            if member.entry is not None and member.entry.id == entry.id:
                return member
        return self.add(
            Member(kind=entry.kind, entry=entry, country=entry.country, government=entry.government, local=False)
        )

    def body(self, label: str, country: str | None, name: str) -> Member:
        """The body of a state that the gazetteer does not have, by its name; one in all articles.

        Args:
            label: of the state.
            country: its ISO3 code.
            name: of the body, without the state: "foreign ministry".
        """
        identity = f"organization/{slug(label)}-{slug(name)}"
        known = next((member for member in self.members if member.identity == identity), None)
        description = f"{label} {name}"
        return known or self.add(
            Member(kind="organization", description=description, identity=identity, government=True, country=country)
        )
