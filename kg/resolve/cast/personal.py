"""Personal names: which names are people's, whatever the network takes them for: "Clinton", a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.findings import Findings, Traits
from kg.model import Mention
from kg.resolve.cast.surnames import is_surname
from kg.resolve.gazetteer.gazetteer import TOWN, WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.spelling import is_single, parts

# Sorts of organizations that are never called by somebody's name.
_NEVER_PEOPLE = frozenset({"armed_group", "intergovernmental", "party"})
# Behind the letters of a body somebody of it may be called like a town: "NSC's Malaya said".
_OF_LETTERS = re.compile(r"\b[A-Z]{2,}['’]s $")
_LETTERS = 40  # characters before a name among which they are looked for


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """Tells the names of people from others in one article.

    Attributes:
        text: of the article.
    """

    findings: Findings
    gazetteer: Gazetteer
    published: date | None
    text: str

    def is_personal(self, mention: Mention, traits: Traits) -> bool:
        """The name is a person's."""
        taken = mention.kind == "person" and not self._is_place(mention, traits)
        return taken or self._is_known_person(mention, traits)

    def _is_place(self, mention: Mention, traits: Traits) -> bool:
        """A word without a title that is a place, a well-known armed group, party, organization: "al-Qaeda leaders"."""
        if traits.post or traits.gender or (traits.acting and self._is_of_letters(mention)):
            return False
        if len(traits.text.split()) > 1:
            return self._is_named_place(traits)
        if self.gazetteer.demonym(traits.text) is not None:
            return True
        if self.gazetteer.lookup_person(traits.text, on=self.published):
            return False
        surnames = {
            parts(known.text)[-1]
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
            if other.kind == "person" and other.form == "name" and not is_single(known.text)
        }
        if parts(traits.text)[-1] in surnames:
            return False
        best = self.gazetteer.lookup(traits.text)[:1]
        if not best or best[0].kind not in ("country", "place"):
            return bool(best) and best[0].sort in _NEVER_PEOPLE and best[0].prominence >= WELL_KNOWN
        # A town may lend somebody its name, but nobody does or says anything in a person's name where it is locative.
        lent = best[0].prominence < WELL_KNOWN and bool(self.gazetteer.called(traits.text))  # "bury Obama with ads"
        return traits.locative or (not lent and (best[0].prominence >= TOWN or not traits.acting))

    def _is_of_letters(self, mention: Mention) -> bool:
        return _OF_LETTERS.search(self.text, max(mention.start - _LETTERS, 0), mention.start) is not None

    def _is_named_place(self, traits: Traits) -> bool:
        """The gazetteer has the words as a larger place, a seat, a paper, and as nobody: "Addis Ababa"."""
        best = self.gazetteer.lookup(traits.text)[:1]
        if not best or best[0].kind == "person" or self.gazetteer.is_full_name(traits.text):
            return False
        body = best[0].sort == "media" or best[0].sort in _NEVER_PEOPLE  # "Boko Haram"
        of_kind = body if best[0].kind == "organization" else best[0].prominence >= TOWN
        return of_kind or (traits.locative and best[0].kind != "organization")

    def _is_known_person(self, mention: Mention, traits: Traits) -> bool:
        """A name that the network takes for a place or an organization and that is a person's.

        "Marine Le Pen"; "Clinton" where an article of 2016 speaks of no other, and "Nega" where it has "Berhanu Nega".
        """
        demonym = self.gazetteer.demonym(traits.text) or ""  # "Houthi" is no leader of this name
        if mention.kind not in ("place", "organization") or not traits.label or demonym.startswith("organization/"):
            return False
        things = [entry for entry in self.gazetteer.lookup(traits.text) if entry.kind != "person"]
        if things and (things[0].prominence >= WELL_KNOWN or things[0].kind == "organization"):
            return things[0].kind == "place" and is_surname(traits, self.findings)
        if not is_single(traits.text):
            full = self.gazetteer.is_full_name(traits.text)
            return full or bool(not things and self.gazetteer.lookup_person(traits.text, on=self.published))  # "Le Pen"
        words = parts(traits.text)
        given = not traits.locative and all(entry.prominence < TOWN for entry in things)
        given = given and not demonym
        named = any(
            other.kind == "person"
            and other.form == "name"  # not "Nordair's chief executive"
            and not is_single(known.text)
            and (parts(known.text)[-len(words) :] == words or (given and parts(known.text)[:1] == words))
            for other, known in zip(self.findings.mentions, self.findings.traits, strict=True)
        )
        named = named or (mention.kind == "organization" and not things and self._is_called_person(traits.text))
        in_office = not things or (mention.kind == "place" and not traits.locative)
        return named or (in_office and bool(self.gazetteer.lookup_person(traits.text, on=self.published)))

    def _is_called_person(self, name: str) -> bool:
        """The network takes it for a person's name more often than not, or sometimes and politicians are called so."""
        pairs = zip(self.findings.mentions, self.findings.traits, strict=True)
        kinds = [other.kind for other, known in pairs if other.form == "name" and known.text == name]
        return 2 * kinds.count("person") > len(kinds) or ("person" in kinds and bool(self.gazetteer.called(name)))
