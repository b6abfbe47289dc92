"""Missions: an embassy is of the state that sent it, in the place where it is, and has no name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

# Not "mission": of "United Nations Mission in Liberia" where it is belongs to the name.
_EMBASSIES = frozenset({"embassy", "consulate"})


def is_mission(ent: TokenSpan) -> bool:
    """The network took an embassy and where it is for one name; the end may be missing: "Embassy in" Panama City."""
    return _at(ent) is not None


def named_in(ent: TokenSpan) -> Iterator[tuple[list[Token], str]]:
    """The names within such a name, with their labels: of whose the embassy is, and of where: "Danish", "Panama City".

    Args:
        ent: a name as the network found it.
    """
    at = _at(ent)
    if at is None:
        return
    whose = [token for token in ent.doc[ent.start : at - 1] if token.tag_ in ("NNP", "JJ") and token.text[0].isupper()]
    if whose:
        yield whose, "MISC" if whose[-1].tag_ == "JJ" else "LOC"
    where = list(ent.doc[at + 1 : ent.end])
    if where:
        yield where, "LOC"


def _at(ent: TokenSpan) -> int | None:
    """Where the "in" is after the embassy."""
    at = next((token.i for token in ent[1:] if token.lower_ == "in"), None) if ent.label_ == "ORG" else None
    return at if at is not None and ent.doc[at - 1].lower_ in _EMBASSIES else None
