"""Nationalities: which country or people a word for a nationality is of, alone and in a longer name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.findings import Traits
from kg.resolve.cast import namesakes
from kg.resolve.cast.cast import Cast, Found
from kg.resolve.cast.statebodies import body_of
from kg.resolve.cast.towns import AROUND, Towns
from kg.resolve.gazetteer import nouns
from kg.resolve.gazetteer.gazetteer import WELL_KNOWN, Gazetteer
from kg.resolve.gazetteer.nouns import is_generic
from kg.resolve.gazetteer.reasons import by_row

# Before a word for a nationality they make it another: "Central Americans".
_PARTS = frozenset("central north south east west northern southern eastern western latin african native".split())


@dataclass(frozen=True, slots=True)
class Nationalities:
    """Finds the members that the words for nationalities in one article belong to.

    Attributes:
        towns: of the article.
        countries: how often the article names anything of each country, by their codes.
    """

    gazetteer: Gazetteer
    cast: Cast
    towns: Towns
    countries: Mapping[str, int]

    def named(self, traits: Traits) -> Found | None:
        """The longest word for a nationality in the name, or the body of a state that the rest names."""
        words = traits.text.split()
        called = self.gazetteer.entry(self.gazetteer.demonym(traits.text) or "")
        found = self.gazetteer.lookup(traits.text) if called is None else (called,)
        entry = namesakes.meant([e for e in found if e.kind != "person"], traits.text, self.countries)
        if entry is not None and entry is not called and entry.prominence >= WELL_KNOWN:
            return self.cast.known(entry), by_row(entry, traits.text)
        if called is not None and entry is None:
            return None  # "the Democrats" of a state that has other parties
        for length in range(len(words), 0, -1):
            for first in range(len(words) - length + 1):
                word, rest = " ".join(words[first : first + length]), " ".join(words[first + length :])
                demonym = self.gazetteer.demonym(word)
                if demonym is not None:
                    before = words[first - 1] if first else ""
                    if (
                        before.lower() in _PARTS
                        or (demonym.startswith("organization/") and before.lower() in nouns.CREEDS)
                        or self.gazetteer.demonym(before) is not None
                    ):
                        return None  # "Central Americans", "Mexican American"
                    state = self.gazetteer.entry(demonym)
                    if state is not None and is_generic(rest):
                        return body_of(state, rest, self.gazetteer, self.cast)  # "the South Korean army"
                    # "Central American Minors" is a name of something else.
                    return self.of_demonym(demonym, word) if not rest or rest.islower() else None
        return None

    def of_demonym(self, demonym: str, word: str) -> Found | None:
        """What the word is of by the gazetteer, whose id is `demonym`."""
        entry = self.gazetteer.entry(demonym)
        if entry is not None and demonym in AROUND and word.endswith("s"):  # "Georgians", of the state as of the land
            entry = self.towns.around(entry, 0, Traits(word))
        return (self.cast.known(entry), f"gazetteer: “{word}” is of {demonym}") if entry is not None else None
