"""Home: the state that an article is written in, by its dateline, and whether it is also the one that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer

#: Sorts of organizations that tell of which state an article speaks.
OF_A_STATE = frozenset({"government", "party"})
# So many names of parties and bodies that one state has all tell that an article speaks of it.
_TOLD = 3
# An article about another state may name the one that its reporter is in by the way; it names it more seldom than this.
_BY_THE_WAY = 4


def written_in(dateline: str | None, gazetteer: Gazetteer) -> Entry | None:
    """The country of which a dateline names the capital, or which it names itself: "SUVA, Fiji"; None without either.

    Args:
        dateline: of the article, without date and agency.
        gazetteer: has the capitals.
    """
    place, _, country = (part.strip() for part in (dateline or "").partition(","))
    capital = gazetteer.lookup(place.title(), kinds={"place"})[:1] if place else ()
    state = gazetteer.stands_for(capital[0].id) if capital else None
    entry = gazetteer.entry(state) if state is not None else None
    if entry is not None:
        return entry if entry.kind == "country" else None  # Brussels is the Union's
    return next(iter(gazetteer.lookup(country, kinds={"country"})), None) if country else None


def is_about(home: Entry, told: str | None, counts: Mapping[str, int]) -> bool:
    """The article is of the state that it is written in, among others: a correspondent may write of a neighbour.

    Args:
        home: where the article is written.
        told: code of the first country that the lead names, where it tells of it: "Mali's government", of talks abroad.
        counts: how often the article names anything of each country, by their codes.
    """
    if told is not None:
        return told == home.country
    own = counts.get(home.country or "", 0)
    return own > 0 and _BY_THE_WAY * own >= max(counts.values())


def of_most(names: Collection[str], gazetteer: Gazetteer) -> Entry | None:
    """The state that has parties and bodies of more of the names than any other: "Labour", "the Conservatives"."""
    states = Counter(
        state
        for name in sorted(names)
        for state in sorted({one.country or "" for one in gazetteer.lookup(name) if one.sort in OF_A_STATE})
    )
    often = states.most_common(2)
    if not often or often[0][1] < _TOLD or (len(often) > 1 and often[0][1] == often[1][1]):
        return None
    return gazetteer.entry(f"country/{often[0][0]}")


def told_by_bodies(
    bare: Sequence[Entry],
    names: Collection[str],
    lead: Iterable[tuple[int, str, bool]],
    counts: Mapping[str, int],
    gazetteer: Gazetteer,
) -> list[Entry]:
    """Those of which names of bodies tell that other states have, too: not where the lead tells of another state alone.

    "Canberra came under fire after Treasury admitted": the Senate, further down, is not America's.

    Args:
        bare: what such names would mean, were it alone for them.
        names: of all parties and bodies that the article names.
        lead: position and code of the countries of its first sentence, and whether they do something in it.
        counts: how often the article names anything else of each country, by their codes.
        gazetteer: has the states.
    """
    most = of_most(names, gazetteer)
    told = {country for _, country, acts in lead if acts}
    return [
        one
        for one in (*bare, *((most,) if most is not None else ()))
        if not told or one.country in told or counts.get(one.country or "", 0)
    ]
