"""Provinces: where a town lends its name to one: "Sokoto state", "the provinces of Herat and Farah"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Mention, Span
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import WELL_KNOWN, Gazetteer

# What each word for a province is called in names: of a governorate others write that it is a province.
_CALLED = {"province": "Province", "governorate": "Province", "state": "State", "region": "Region", "oblast": "Region"}
_WORD = rf"(?P<word>{'|'.join(_CALLED)})"
_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
# "Sokoto state", and of several "Kano, Gombe and Niger states".
_BEHIND = re.compile(rf" {_WORD}(?P<several>s)?\b", re.IGNORECASE)
_BEHIND_ALL = re.compile(rf"(?:(?:,| and|, and) {_NAME}){{1,6}} {_WORD}s\b")
# "The province of Herat", "the provinces of Herat, Farah and Ghor", and no head of state.
_OF = re.compile(rf"(?<!head of )(?<!heads of )\b{_WORD}s? of (?:{_NAME}(?:, and |, | and ))*$")
_LONGEST = 80
# Where provinces are states or regions; elsewhere "Lyon region" is what lies around, and "Minsk state media" a state's.
_STATES = frozenset({"BRA", "IND", "MEX", "MMR", "MYS", "NGA", "SDN", "SOM", "SSD", "VEN"})
_REGIONS = frozenset(
    """
    BLR CHL CIV CMR GHA GIN GNB KAZ KGZ MAR MLI MRT NAM NER PER RUS SEN TCD TGO TJK TZA UKR UZB
    """.split()
)


@dataclass(frozen=True, slots=True)
class Provinces:
    """Tells provinces from the towns that they are called after.

    Attributes:
        text: of the article.
        countries: how often the article names anything of each country, by their codes.
    """

    gazetteer: Gazetteer
    text: str
    countries: Mapping[str, int]

    def around(self, mention: Mention, place: Entry) -> tuple[Entry, Span] | None:
        """The province that a name means, and the words for it.

        Args:
            mention: with the name.
            place: that bears it, a town or a country.
        """
        behind = _BEHIND.match(self.text, mention.end)
        told = behind or _BEHIND_ALL.match(self.text, mention.end)
        told = told or _OF.search(self.text, max(0, mention.start - _LONGEST), mention.start)
        if told is None:
            return None
        province = self._province(self.text[mention.start : mention.end], told["word"].lower(), place)
        end = behind.end() if behind is not None and not behind["several"] else mention.end
        return (province, (mention.start, end)) if province is not None else None

    def named(self, name: str) -> Entry | None:
        """The province of a name that ends with the word for one: "Sokoto State", "Okinawa Prefecture"."""
        base, _, word = name.rpartition(" ")
        found = self.gazetteer.lookup(base, kinds={"place"}) if word.lower() in {*_CALLED, "prefecture"} else ()
        if not found:
            return None
        if found[0].prominence >= WELL_KNOWN and self.gazetteer.stands_for(found[0].id) is None:
            return found[0]
        return self._province(base, "province" if word == "Prefecture" else word.lower(), found[0])

    def _province(self, name: str, word: str, place: Entry) -> Entry | None:
        """The one of this name that the gazetteer has, else that of the town."""
        for each in dict.fromkeys((word, _CALLED[word])):
            for one in self.gazetteer.lookup(f"{name} {each.title()}", kinds={"place"}):
                if one.country == place.country or self.countries[one.country or ""]:
                    return one
        there = {"State": _STATES, "Region": _REGIONS}.get(_CALLED[word])
        if there is not None and place.country not in there:
            return None
        return self.gazetteer.province(place, f"{place.label} {_CALLED[word]}")
