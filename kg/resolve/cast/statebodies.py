"""State bodies: the parliament, ministry or army of a state, named by what any state's is called, or described."""

from __future__ import annotations

from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.cast.home import OF_A_STATE
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.spelling import body, without_article

# What the whole of a state's forces is called; its army only where no others are known.
_FORCES = ("military", "armed forces", "army")


def body_of(state: Entry, bare: str, gazetteer: Gazetteer, cast: Cast) -> Found:
    """The body of this name that a state has: "the Turkish parliament"; one in all articles."""
    own = (one for one in gazetteer.lookup(bare) if one.sort in OF_A_STATE and one.country == state.country)
    for name in dict.fromkeys((bare, body(bare))):
        if known := next(own, None) or gazetteer.body(state, name):  # "Congress" of India is a party
            return cast.known(known), f"body of a state: the {without_article(name)} of {state.id}"
    why = f"body of a state: the {without_article(body(bare))} of {state.id}"
    return cast.body(state.label, state.country, body(bare)), why


def described(owner: Member, text: str, gazetteer: Gazetteer, cast: Cast) -> Found:
    """The body of a state that is described so, "the army", whatever its army is called; one in all articles."""
    names = dict.fromkeys((text, text := body(text), *_forces(owner, text, gazetteer)))
    why = f"the {text} of {owner.label}"
    for known in (gazetteer.body(owner.entry, name) for name in names) if owner.entry is not None else ():
        if known is not None:
            return cast.known(known), why
    return cast.body(owner.label, owner.country, text), why


def _forces(owner: Member, text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What else the forces of a state may be called; its army is not all of them where others are known."""
    if text not in _FORCES or owner.entry is None:
        return ()
    beside = any(gazetteer.body(owner.entry, one) is not None for one in ("Navy", "Air Force"))
    return _FORCES[:2] if beside and text != "army" else () if beside else _FORCES
