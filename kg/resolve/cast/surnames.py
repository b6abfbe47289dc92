"""Surnames: whom a surname alone means, where several people of an article bear it.

Writers name in full whoever comes by the way ("his wife, Kari Vestby"), so that the surname alone stays with the one
whom the article is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer.spelling import is_single, parts

# Whoever was called by the surname alone so often, when nobody else was, keeps it where another is named in full.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Surname:
    """The surname of the mention, which all of the `bearers` have; at least two.

    Attributes:
        traits: of the mention.
        bearers: members of the cast whose gender and country allow it.
    """

    mention: Mention
    traits: Traits
    bearers: Sequence[Member]
    findings: Findings
    cast: Cast

    def meant(self) -> Found | None:
        """The one whom it means; None where two might be meant."""
        before = [member for member in self.bearers if self._is_introduced(member)]
        if len(before) == 1:
            return before[0], f"part of a name: so far the article has only “{before[0].label}”"
        if not before and (first := self._named_first()) is not None:
            return first, f"part of a name: “{first.label}” is the first who is named in full"
        alone = self._called_alone()
        if len(alone) == 1 and alone[0][1] >= _KEPT:
            return alone[0][0], f"part of a name: alone it has meant only “{alone[0][0].label}” so far"
        heard = self._heard()
        if len(heard) == 1:
            return heard[0], f"part of a name: of those called so only “{heard[0].label}” has spoken so far"
        if len(alone) == 1 and all(self._is_named_again(one) for one in self.bearers if one is not alone[0][0]):
            return alone[0][0], f"part of a name: the others are named in full again, “{alone[0][0].label}” is not"
        near = self._nearest()
        if near is not None:
            return near, f"part of a name: “{near.label}” is named in full in this paragraph or the one before"
        last = self._last()
        if last is not None and all(member is last for member, _ in alone):
            return last, f"part of a name: only “{last.label}” is named in the sentence before"
        if len(alone) == 1 and not self._just_named(alone[0][0]):
            return alone[0][0], f"part of a name: it meant “{alone[0][0].label}” before"
        doing = self._doing()
        if len(doing) == 1 and not alone:
            return doing[0], f"part of a name: only “{doing[0].label}” did something, the others are named beside"
        return None

    def _named(self) -> Iterator[tuple[Mention, Traits, Member]]:
        """The mentions of the bearers by name, in text order."""
        for other, known in zip(self.findings.mentions, self.findings.traits, strict=True):
            member = self.cast.literal(other.span) if other.form == "name" else None
            if member is not None and any(member is one for one in self.bearers):
                yield other, known, member

    def _is_introduced(self, member: Member) -> bool:
        """The person was named in full before the mention."""
        return any(
            other.start < self.mention.start and one is member and not is_single(known.text)
            for other, known, one in self._named()
        )

    def _named_first(self) -> Member | None:
        """Before anybody is introduced, as in a headline: whom the text names in full first, alone in that sentence."""
        full = [(known.sentence, member) for _, known, member in self._named() if not is_single(known.text)]
        first = {id(member): member for sentence, member in full if sentence == full[0][0]}
        return next(iter(first.values())) if len(first) == 1 else None

    def _called_alone(self) -> list[tuple[Member, int]]:
        """Whom the surname alone has meant so far, and how often."""
        words = parts(self.traits.text)
        called: dict[int, tuple[Member, int]] = {}
        for other, known, member in self._named():
            if other.start < self.mention.start and is_single(known.text) and parts(known.text) == words:
                called[id(member)] = (member, called.get(id(member), (member, 0))[1] + 1)
        return list(called.values())

    def _heard(self) -> list[Member]:
        """Where the mention is of who speaks: who of the bearers spoke before it, as "his brother, X" or by name."""
        said = {one.speaker.mention.span for one in self.findings.statements if one.speaker.mention is not None}
        if self.mention.span not in said:
            return []
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        said |= {known.equals for other, known in pairs if other.span in said and known.equals is not None}
        heard = {
            id(one): one for other, _, one in self._named() if other.start < self.mention.start and other.span in said
        }
        return list(heard.values())

    def _doing(self) -> list[Member]:
        """Who was named in full as the subject of a clause: Tom of "Tom Vestby, son of the king Ole Vestby, fled"."""
        full = {
            id(member): member
            for other, known, member in self._named()
            if other.start < self.mention.start and not is_single(known.text) and known.function == "subject"
        }
        return list(full.values())

    def _is_named_again(self, member: Member) -> bool:
        """The person was named in full more than once, and so is not the one for whom the surname does."""
        full = [
            known
            for other, known, one in self._named()
            if one is member and other.start < self.mention.start and not is_single(known.text)
        ]
        return len(full) > 1

    def _just_named(self, meant: Member) -> bool:
        """Another was named right before: "Tom Vestby came. Vestby spoke. Anna Vestby left. Vestby slept."."""
        return any(
            other.start < self.mention.start and member is not meant and known.sentence >= self.traits.sentence - 1
            for other, known, member in self._named()
        )

    def _last(self) -> Member | None:
        """The one who alone is named in full, and does something, in the sentence before: who goes on."""
        before = [
            (known, member)
            for other, known, member in self._named()
            if other.start < self.mention.start and known.sentence >= self.traits.sentence - 1
        ]
        named = {id(member): member for _, member in before}
        full = any(not is_single(known.text) and known.paragraph == self.traits.paragraph for known, _ in before)
        return next(iter(named.values())) if len(named) == 1 and full else None

    def _nearest(self) -> Member | None:
        """The one named in full in this paragraph or the one before, if only one is."""
        near = {
            id(member): member
            for other, known, member in self._named()
            if other.start < self.mention.start and 0 <= self.traits.paragraph - known.paragraph <= 1
            if not is_single(known.text)
        }
        return next(iter(near.values())) if len(near) == 1 else None


def is_surname(traits: Traits, findings: Findings) -> bool:
    """The name of a well-known city is somebody's surname here: "Paris claims", where Valeska Paris does something.

    Args:
        traits: of the name; as somebody's it is one who acts, and nothing happens in it.
        findings: of the article, which speaks nowhere of the city.
    """
    if not traits.acting or traits.locative or not is_single(traits.text):
        return False
    names = [
        (mention.kind, known)
        for mention, known in zip(findings.mentions, findings.traits, strict=True)
        if mention.form == "name"
    ]
    city = any(known.text == traits.text and known.locative for _, known in names)
    return not city and any(
        kind == "person" and known.acting and not is_single(known.text) and parts(known.text)[-1:] == parts(traits.text)
        for kind, known in names
    )
