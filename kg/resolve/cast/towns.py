"""Towns: which of the towns of one name is meant, by the state that the text writes behind it or names elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.findings import Traits
from kg.model import Mention, Relation
from kg.resolve.cast import unionstates
from kg.resolve.cast.cast import Cast
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import TOWN, WELL_KNOWN, Gazetteer

# A city of a third of the population may be meant instead (a third is 0.03 of prominence, see `entries.city`).
_RIVAL = 0.03
# Many of their towns are called after others, and few articles don't name one of them.
_SETTLED = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "ZAF"})
# One of these that bears a name of elsewhere is not meant where the article has named places elsewhere so often.
_ELSEWHERE = 3
# The two Congos and the two Koreas are told apart by their own names; Georgia by what else an article names.
_STATE_OF_THE_USA = {"country/GEO": "place/4197000"}
#: States that share their name with another land, and whose own names tell that they are meant.
AROUND = {"country/GEO": frozenset({"GEO", "RUS", "ARM", "AZE", "UKR", "TUR", "MDA"})}

# Capitals that places elsewhere share their names with of which English news write as often: Georgetown of Guyana,
# Victoria of the Seychelles, San Jose of Costa Rica.
_SHARED_CAPITALS = frozenset({"place/3378644", "place/241131", "place/3621849"})

# What is written behind a town: "Portsmouth, N.H.", "Vestby, New Jersey".
_BEHIND = re.compile(r",\s(?P<region>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})")
# What a name may follow within a longer one: "District of Columbia".
_OF = re.compile(r"\b[A-Z][a-z]+ of $")
_LONGEST = 20
# Behind a town, or a lawmaker's party: "Cairo, Ill.", "(D-Mass.)".
_BESIDE_TOWN = re.compile(r", $|\($|[(,] ?[A-Z][-–]$")
# Abbreviations of states that are words or names elsewhere, and states only there.
_STATES = {
    "Ark": "Arkansas",
    "Del": "Delaware",
    "Ga": "Georgia",
    "Ill": "Illinois",
    "Ind": "Indiana",
    "La": "Louisiana",
    "Mass": "Massachusetts",
    "Miss": "Mississippi",
    "Mo": "Missouri",
    "Mont": "Montana",
    "Ore": "Oregon",
    "Wash": "Washington",
    "AK": "Alaska",
    "AL": "Alabama",
    "AR": "Arkansas",
    "AZ": "Arizona",
    "CA": "California",
    "CO": "Colorado",
    "CT": "Connecticut",
    "DE": "Delaware",
    "FL": "Florida",
    "GA": "Georgia",
    "ID": "Idaho",
    "IL": "Illinois",
    "KS": "Kansas",
    "KY": "Kentucky",
    "MA": "Massachusetts",
    "MD": "Maryland",
    "ME": "Maine",
    "MI": "Michigan",
    "MN": "Minnesota",
    "MO": "Missouri",
    "MS": "Mississippi",
    "MT": "Montana",
    "ND": "North Dakota",
    "NE": "Nebraska",
    "NH": "New Hampshire",
    "NJ": "New Jersey",
    "NM": "New Mexico",
    "NV": "Nevada",
    "NY": "New York",
    "OH": "Ohio",
    "OK": "Oklahoma",
    "OR": "Oregon",
    "PA": "Pennsylvania",
    "RI": "Rhode Island",
    "SC": "South Carolina",
    "SD": "South Dakota",
    "TN": "Tennessee",
    "TX": "Texas",
    "UT": "Utah",
    "VA": "Virginia",
    "VT": "Vermont",
    "WA": "Washington",
    "WI": "Wisconsin",
    "WV": "West Virginia",
    "WY": "Wyoming",
}
# The same of provinces abroad, whose towns the gazetteer knows by their country alone.
_PROVINCES = {
    "Alta": "Alberta",
    "B.C": "British Columbia",
    "BC": "British Columbia",
    "N.B": "New Brunswick",
    "N.S": "Nova Scotia",
    "N.S.W": "New South Wales",
    "NSW": "New South Wales",
    "Ont": "Ontario",
    "Que": "Quebec",
    "Sask": "Saskatchewan",
}
_OF_PROVINCES = frozenset({"AUS", "CAN"})
# Only states have these: "Washington's governor", "the governor of New York", "New York state police".
_GOVERNED = re.compile(
    r"(?:['’]s)? (?:(?:former|then|Republican|Democratic) )?"
    r"(?:[Gg]overnor|[Ll]ieutenant [Gg]overnor|[Gg]ubernatorial|Gov\.|"
    r"[Ss]tate (?:legislature|senate|assembly|police|troopers|lawmakers|Supreme Court))\b"
)
_GOVERNING = re.compile(r"\b[Gg]overnor(?:ship)? of $|\bGov\. of $")
_WHITE_HOUSE = " White House"
_SHORTENED = {"Ft": "Fort", "Mt": "Mount"}


@dataclass(frozen=True, slots=True)
class Towns:
    """Tells the places of one name apart in an article.

    Attributes:
        text: of the article.
        countries: how often the article names anything of each country, by their codes.
        named: ids of all places that the article's names may mean.
    """

    gazetteer: Gazetteer
    text: str
    countries: Mapping[str, int]
    named: set[str] = field(default_factory=set)
    _written: dict[str, Entry | None] = field(default_factory=dict)  # the largest of a name → which has its state told

    def written(self, mention: Mention) -> Entry | None:
        """The place of a name that is longer or shorter than the gazetteer's.

        "Ind." of "East Chicago, Ind.", "Columbia" of "the District of Columbia", "Mecca, Saudi Arabia", "Ft. Worth",
        "Obama White House".
        """
        name = " ".join(self.text[mention.start : mention.end].split())
        if _BESIDE_TOWN.search(self.text, max(0, mention.start - _LONGEST), mention.start):
            if (state := _STATES.get(name.removesuffix("."))) is not None:
                return self._state(state)
            if (province := _PROVINCES.get(name.removesuffix("."))) is not None:
                return next(iter(self.gazetteer.lookup(province, kinds={"place"})), None)
        before = self.text[max(0, mention.start - _LONGEST) : mention.start]
        if _GOVERNED.match(self.text, mention.end) or _GOVERNING.search(before):
            return self._state(name)
        led = _OF.search(self.text, max(0, mention.start - _LONGEST), mention.start)
        if led is not None and (found := self.gazetteer.lookup(f"{led[0]}{name}", kinds={"country", "place"})):
            return found[0]
        if name.endswith(_WHITE_HOUSE) and not self.gazetteer.lookup(name):
            return next(iter(self.gazetteer.lookup(_WHITE_HOUSE.strip(), kinds={"place"})), None)
        first, _, rest = name.partition(" ")
        if rest and (full := _SHORTENED.get(first.removesuffix("."))) is not None:
            return next(iter(self.gazetteer.lookup(f"{full} {rest}", kinds={"place"})), None)
        town, _, region = name.rpartition(", ")
        if not town or self.gazetteer.lookup(name):
            return None
        places = self.gazetteer.lookup(town, kinds={"place"})
        return next(iter(_within(places, self._regions(region))), None)

    def _state(self, name: str) -> Entry | None:
        """The state of the United States that is called so."""
        found = self.gazetteer.lookup(name, kinds={"place"})
        states = (one for one in found if one.country == "USA" and one.region is None)
        return next((one for one in states if self.gazetteer.stands_for(one.id) is None), None)

    def meant(self, entry: Entry, others: Sequence[Entry], end: int, traits: Traits) -> Entry | None:
        """Which of the places of one name is meant; None where it is none that the gazetteer has.

        By the state that is written behind it, which a large city needs not. Else of towns much alike in size the one
        whose country, or state of the United States, the article names, where it doesn't name the largest's. Geneva is
        in Switzerland also where an article speaks of the United States alone.

        Args:
            entry: the most prominent.
            others: all of the name.
            end: of the name, in the text.
            traits: of the mention.
        """
        if entry.id in AROUND:
            return self.around(entry, end, traits)
        places = [one for one in others if one.kind == "place"]
        if entry.kind != "place" or entry not in places:
            return entry
        if is_shared_capital(entry) and not self._behind(end):
            return self._of_shared(entry, places)
        if regions := self._behind(end):
            inside = _within(places, regions)
            self._written[entry.id] = meant = inside[0] if inside else entry if entry.prominence >= TOWN else None
            return meant
        if entry.id in self._written:
            return self._written[entry.id]  # which "Salem" it is has been told
        if self.countries[entry.country or ""]:
            return self._of_named(entry, places)
        if len(near := [one for one in places if one.region in self.named]) == 1 and entry.prominence < WELL_KNOWN:
            return near[0]  # "Manchester" of an article on New Hampshire
        if entry.prominence >= WELL_KNOWN:
            rivals = [one for one in places if one.prominence >= TOWN and one.country not in _SETTLED]
        elif entry.prominence >= TOWN:
            rivals = [one for one in places if entry.prominence - one.prominence < _RIVAL]
        else:  # of small towns all are unknown abroad
            close = (entry.prominence - one.prominence < _RIVAL for one in places)
            rivals = [one for one, like in zip(places, close, strict=True) if like or one.country not in _SETTLED]
        named = [one for one in rivals if self.countries[one.country or ""]]
        abroad = is_namesake(entry) and sum(self.countries.values()) >= _ELSEWHERE
        return named[0] if named else None if abroad else entry

    def around(self, land: Entry, end: int, traits: Traits) -> Entry | None:
        """The land, or the state of the United States that shares its name, by what else the article names."""
        around = sum(self.countries[code] for code in AROUND[land.id])
        american = self.countries["USA"] > around or (not around and unionstates.is_american(self.text, end, traits))
        return self.gazetteer.entry(_STATE_OF_THE_USA[land.id]) if american else land

    def _of_shared(self, capital: Entry, places: Sequence[Entry]) -> Entry | None:
        """The capital, or a large place of its name in the one country that the article names most; None of neither."""
        most = max(self.countries.values(), default=0)
        if self.countries[capital.country or ""] or not most:
            return capital
        named = [one for one in places if 2 * self.countries[one.country or ""] > sum(self.countries.values())]
        large = [one for one in named if one.prominence >= TOWN or one.region in self.named]
        return large[0] if large else None if named else capital

    def _of_named(self, town: Entry, places: Sequence[Entry]) -> Entry:
        """Of several towns the one whose state the article names; a large city is meant wherever it speaks of."""
        if town.region is None or town.prominence >= TOWN or town.region in self.named:
            return town
        found = [one for one in places if one.region in self.named]
        return found[0] if len(found) == 1 else town

    def _regions(self, name: str) -> list[Entry]:
        """The states and countries that the words behind a town may mean: "N.H.", "Ill.", "Georgia" (two), "Syria"."""
        short = name.removesuffix(".")
        found = self.gazetteer.lookup(_PROVINCES.get(short) or _STATES.get(short, name), kinds={"country", "place"})
        provinces = [one for one in found if one.country in _OF_PROVINCES and one.prominence >= WELL_KNOWN]
        states = (one.region is None and one.country == "USA" and one.prominence >= WELL_KNOWN for one in found)
        known = [one for one, state in zip(found, states, strict=True) if state or one.kind == "country"]
        return known or provinces

    def _behind(self, end: int) -> list[Entry]:
        """The states and countries that stand behind the name which ends there, after a comma."""
        written = _BEHIND.match(self.text, end)
        words = re.sub(r"['’]s?$", "", written["region"]).split() if written is not None else []
        found = (self._regions(" ".join(words[:count])) for count in range(len(words), 0, -1))
        return next(filter(None, found), [])


def is_shared_capital(entry: Entry) -> bool:
    """A capital that shares its name with large places elsewhere: no evidence that its state is spoken of."""
    return entry.id in _SHARED_CAPITALS


def is_namesake(entry: Entry) -> bool:
    """A smaller town where many are called after others, which is no evidence that the article speaks of its country.

    "Palm Beach" of Florida is only a village, and the gazetteer has the one of Australia.
    """
    return entry.kind == "place" and entry.prominence < TOWN and entry.country in _SETTLED


def _within(places: Sequence[Entry], around: Sequence[Entry]) -> list[Entry]:
    """Those of the places that lie in one of the states or countries."""
    return [
        place
        for place in places
        if any(
            one.id != place.id
            and one.country == place.country
            and (one.kind == "country" or one.id == place.region or (one.country in _OF_PROVINCES and not place.region))
            for one in around
        )
    ]


def is_elsewhere(one: Relation, cast: Cast) -> bool:
    """What lies in no such place: a state in a town, a town or firm in another's: "Chad and Mali in Nairobi"."""
    inner = cast.actor(one.subject.span)
    outer = cast.actor(one.object.span) if one.object is not None else None
    if inner is None or outer is None or outer.country is None:
        return False
    known = inner.kind == "organization" and inner.entry is not None and not inner.government  # "Toyota in Brazil"
    apart = inner.country not in (None, outer.country)
    return inner.kind == "country" or (apart and (inner.kind == "place" or known))
