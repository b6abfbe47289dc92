"""Compounds: of which state a word is that a hyphen joins: "Sino-British" relations, "U.S.-backed" rebels."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.resolve.gazetteer.gazetteer import Gazetteer

# The first of two states, in the word before the hyphen, and how the state is called elsewhere.
_FIRST = {
    "Sino": "Chinese",
    "Franco": "French",
    "Russo": "Russian",
    "Anglo": "British",
    "Indo": "Indian",
    "Austro": "Austrian",
    "Greco": "Greek",
    "Graeco": "Greek",
    "Turco": "Turkish",
    "Italo": "Italian",
    "Luso": "Portuguese",
}
_SECOND = re.compile(r"[-‐‑–]([A-Z][a-z]+)")
# What is done by a state whose name has stops, which no tokenizer parts from it.
_DONE = re.compile(r"((?:[A-Z]\.)+)[-‐‑–](?!era$|style$)[a-z]+")
# Two states that a hyphen joins before what is between them: "the U.S.-Mexico border".
_BOTH = re.compile(r"((?:[A-Z]\.)+|[A-Z]\w+(?: [A-Z]\w+)?)[-‐‑–]((?:[A-Z]\.)+|[A-Z]\w+)")


def state_in(mention: Mention, text: str, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """The word that the gazetteer knows the state by, and where its name ends in the text."""
    name = text[mention.start : mention.end]
    if name in _FIRST:
        second = _SECOND.match(text, mention.end)
        return (_FIRST[name], mention.end) if second and gazetteer.demonym(second[1]) else None
    both = _BOTH.fullmatch(name)
    if both is not None and not gazetteer.lookup(name):
        states = [gazetteer.lookup(one, kinds={"country"}) for one in both.groups()]
        return (both[1], mention.start + both.end(1)) if all(states) else None
    done = _DONE.fullmatch(name)
    return (done[1], mention.start + done.end(1)) if done else None
