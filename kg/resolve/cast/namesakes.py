"""Namesakes: whose party or body is meant by a name that those of many states bear, "the Greens", "the Treasury"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.findings import Traits
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import is_generic
from kg.resolve.gazetteer.spelling import name_key

# Sorts of organizations of which many states have one of a name.
_OF_A_STATE = frozenset({"government", "party"})
# A party that is less prominent is meant only where its state is named: "Vox" is a news site too.
_KNOWN_ABROAD = 0.64
# By its initials alone a party is known abroad from here on: "ANC", "CDU".
_WELL_KNOWN_PARTY = 0.68
# Initials of so many letters may be anybody's.
_INITIALS = 4
# A state that is named once, by the way, in an article about another is not the one whose Treasury it means.
_TOLD = 2
# Words of such names that don't tell whose it is; one with any other ("Fianna Fáil", "Bundestag") is nobody else's.
_ANYWHERE = frozenset(
    """
    alliance and assembly bank central centre center chamber christian commons communist congress conservative
    conservatives constitutional council court defence defense democracy democrat democratic democrats department energy
    foreign freedom front general green greens high home house independence interior joint chiefs staff justice labor
    labour left lib dems liberal liberals liberty lords lower ministry movement national new of office parliament
    party people peoples popular progress progressive radical reform representatives republican republicans right
    security senate service social socialist socialists solidarity state states supreme the treasury union united unity
    upper workers
    """.split()
)
# But no other state calls its ministry so.
_ONE = "state department"

# What two states that share a land are called for short.
_HALVES = {"North": "South", "South": "North", "East": "West", "West": "East"}
# What their own news call some states.
_REALMS = {
    "Kingdom": frozenset({"BHR", "BTN", "ESP", "JOR", "KHM", "LSO", "MAR", "NLD", "SAU", "SWZ", "THA", "TON"}),
    "Sultanate": frozenset({"BRN", "OMN"}),
}


def realm(name: str, countries: Mapping[str, int]) -> str | None:
    """The code of the state that "the Kingdom" is: of those called so the one that the article speaks of most.

    Args:
        name: "Kingdom".
        countries: how often the article names each, by their codes.
    """
    named = [code for code in _REALMS.get(name, ()) if countries.get(code)]
    return max(named, key=lambda code: (countries[code], code), default=None)


def meant(found: Iterable[Entry], name: str, countries: Mapping[str, int]) -> Entry | None:
    """The organization of this name that the article means: that of the state which it speaks of, where it names any.

    Args:
        found: all that are called so, the best known first.
        name: that the article has.
        countries: how often the article names each, by their codes.

    Returns:
        The first of those found, where the name is no such name; None where it is of a state that nobody names.
    """
    listed = list(found)
    of_states = [one for one in listed if one.country and (one.sort in _OF_A_STATE or _is_short(one, name))]
    if not listed or listed[0] not in of_states:
        return listed[0] if listed else None
    named = sorted(of_states, key=lambda one: -countries.get(one.country or "", 0))
    most, *others = (countries.get(one.country or "", 0) for one in named)
    shared = is_shared(listed[0], name)
    told = most >= _TOLD or (most and most == max(countries.values())) or not shared
    if most and told and not (others and others[0] == most):
        return named[0]
    if not shared:
        return listed[0]
    several = len({one.country for one in of_states}) > 1
    # "The Centre Party" may be anybody's.
    return None if any(countries.values()) or several or _is_unknown(named[0]) else named[0]


def half(name: str, named: Iterable[Traits], gazetteer: Gazetteer) -> Entry | None:
    """The state that "the North" or "the South" is, of two that share a land, where the text names either in full.

    Args:
        name: "North".
        named: the names of the article, with what is known of them.
        gazetteer: has the states.
    """
    if name not in _HALVES:
        return None
    for known in named:
        side, _, land = known.text.partition(" ")
        if side in _HALVES and land and known.label:
            states = [gazetteer.lookup(f"{one} {land}", kinds={"country"}) for one in (name, _HALVES[name])]
            if side in (name, _HALVES[name]) and all(states):
                return states[0][0]
    return None


def is_anothers(entry: Entry, traits: Traits, state: Entry) -> bool:
    """The entry is the body of another state than this, or of many, by a name that any state's may have.

    "Nigeria's Supreme Court", "Armenia's Security Council".
    """
    if name_key(traits.text) == _ONE:
        return False
    of_state = entry.government and entry.country not in (None, state.country)
    return (of_state or entry.sort == "intergovernmental") and is_generic(traits.text)


def is_shared(entry: Entry, name: str) -> bool:
    """Another state's party or body may be called so, or it is a party that few know abroad."""
    key = name_key(name)
    return _is_unknown(entry) or _is_short(entry, name) or (key != _ONE and set(key.split()) <= _ANYWHERE)


def is_bare(entry: Entry, name: str) -> bool:
    """The name is of a body that other states have, too, and be it this one's alone in the gazetteer: "the House"."""
    return entry.sort == "government" and set(name_key(name).split()) <= _ANYWHERE


def tells_state(entry: Entry, name: str) -> bool:
    """The name is of one state's party or body, and no other state's may be called so: not "Centre Party"."""
    return not (_is_short(entry, name) or (_is_unknown(entry) and set(name_key(name).split()) <= _ANYWHERE))


def _is_unknown(entry: Entry) -> bool:
    """A party that few know abroad."""
    return entry.sort == "party" and entry.prominence < _KNOWN_ABROAD


def _is_short(entry: Entry, name: str) -> bool:
    """Initials by which others are called too, and few abroad know these: "CNS", "BNP", a party and a bank."""
    known = _WELL_KNOWN_PARTY if entry.sort == "party" else _KNOWN_ABROAD
    return name.isupper() and len(name) <= _INITIALS and entry.prominence < known
