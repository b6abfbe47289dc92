"""References: whom descriptions and pronouns mean, "the minister", "the ministry", "he" and "they".

Taken in text order, words outside quotation marks first: inside them "he" is not the speaker, and "I" is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Known
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.references import peers
from kg.resolve.references.descriptions import Descriptions
from kg.resolve.references.issuing import publishing
from kg.resolve.references.pairs import meeting, named_together
from kg.resolve.references.pronouns import Pronouns
from kg.resolve.references.writers import answering


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

    def resolve(self) -> None:
        """Gives descriptions and pronouns their members, as far as the text lets tell."""
        self.cast.answering = answering(self.text, self.title or "", self.author or "", self.cast)
        met = meeting(self.findings)
        pairs = list(zip(self.findings.mentions, self.findings.traits, strict=True))
        descriptions = Descriptions(self.findings, self.gazetteer, self.cast, self.published, self._order, self.text)
        pronouns = Pronouns(
            self.findings,
            self.gazetteer,
            self.cast,
            self.published,
            self._order,
            author=self.author,
            publisher=self.publisher,
            title=self.title or "",
            text=self.text,
            spoken_to=descriptions.spoken_to,
        )
        for quoted in (False, True):
            self._order.clear()
            for mention, traits in pairs:
                member = self.cast.actor(mention.span)
                if member is None and mention.form != "name" and traits.quoted is quoted:
                    described = self._capital if mention.kind == "place" else descriptions.member
                    find: Callable[[Mention, Traits], Found | None] = (
                        described if mention.form == "description" else pronouns.member
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
