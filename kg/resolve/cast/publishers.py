"""Publishers: where a name is that of who publishes the article, "told the Chronicle"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.findings import Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import without_article


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes one article.

    Attributes:
        name: as the article's record has it.
        text: of the article.
    """

    name: str
    text: str
    gazetteer: Gazetteer
    cast: Cast

    def is_named(self, mention: Mention, traits: Traits) -> bool:
        """The name is the publisher's, in full, its last words, or an agency's first: "told the Chronicle"."""
        full, words = fold(without_article(self.name)).split(), fold(without_article(traits.text)).split()
        if not words or not traits.text[:1].isupper():
            return False
        if words[-1] in nouns.STATE and self.text[mention.end :].startswith(" of "):
            return False  # "the Government of Iraq" on a page of another
        if full[-len(words) :] != words:
            agency, rest = full[: len(words)] == words, full[len(words) :]
            return agency and nouns.AGENCIES.issuperset(rest) and mention.kind != "person"
        return full == words or self.text[: mention.start].endswith(("the ", "The "))

    def member(self) -> Found:
        """Whom of the gazetteer or the cast it is; a new member where it is nobody of these."""
        name, why = without_article(self.name), f"publisher: “{self.name}”"
        if known := self.gazetteer.lookup(name, kinds={"organization"}):
            return self.cast.known(known[0]), why
        for member in self.cast.members:
            if member.kind == "organization" and fold(name) in map(fold, member.names):
                return member, why
        return self.cast.add(Member(kind="organization", names=[name])), why
