"""State houses: whose the Senate and the House are in a text about the legislature of one of the United States."""

from __future__ import annotations

import re

from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer

_CHAMBERS = frozenset({"Senate", "House", "Assembly"})
# A text that speaks of these may mean the chambers of the union.
_UNION = re.compile(r"\b(?:U\.?S\.? (?:Senat|House|Rep)|Congress\b|Capitol Hill|congress(?:man|woman|ional))")
_CHAMBER = re.compile(r"(?P<state>[A-Z][\w. ]+?) (?:state )?(?P<chamber>Senate|House|Assembly)(?: of \w+)?")


def state_chamber(name: str, text: str, cast: Cast, gazetteer: Gazetteer) -> Found | None:
    """The chamber of a state that the text names with the state before: "the Missouri Senate ... in the House".

    Args:
        name: of the chamber.
        text: of the article.
        cast: has those named with their state, which come first.
        gazetteer: knows the states.
    """
    if name not in _CHAMBERS or _UNION.search(text):
        return None
    named = [
        (member, found["state"], found["chamber"])
        for member in cast.members
        if member.kind == "organization" and member.entry is None
        for one in member.names
        if (found := _CHAMBER.fullmatch(one)) and _is_state(found["state"], gazetteer)
    ]
    if len({state for _, state, _ in named}) != 1:
        return None
    state = named[0][1]
    same = [member for member, _, chamber in named if chamber == name]
    if same:
        return same[0], f"the text is about the legislature of {state}"
    label = f"{state} {name}"
    member = cast.add(Member(kind="organization", names=[label], government=True, country="USA"))
    return member, f"the text is about the legislature of {state}"


def _is_state(name: str, gazetteer: Gazetteer) -> bool:
    places = gazetteer.lookup(name, kinds={"place"})
    return any(one.country == "USA" and one.region is None for one in places[:1])
