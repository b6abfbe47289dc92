"""State bodies: of which state a body is that every state has, by a name that says no more: "the Supreme Court"."""

from __future__ import annotations

from kg.resolve.cast.cast import Cast, Found
from kg.resolve.cast.home import OF_A_STATE
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import body, without_article


def body_of(state: Entry, bare: str, gazetteer: Gazetteer, cast: Cast) -> Found:
    """The body of this name that a state has: "the Turkish parliament"; one in all articles."""
    own = (one for one in gazetteer.lookup(bare) if one.sort in OF_A_STATE and one.country == state.country)
    for name in dict.fromkeys((bare, body(bare))):
        if known := next(own, None) or gazetteer.body(state, name):  # "Congress" of India is a party
            return cast.known(known), f"body of a state: the {without_article(name)} of {state.id}"
    why = f"body of a state: the {without_article(body(bare))} of {state.id}"
    return cast.body(state.label, state.country, body(bare)), why
