"""States: whose body is meant where its country is not told, "the government", "parliament"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.findings import Traits
from kg.resolve.cast import Cast, Member
from kg.resolve.collectives import Known
from kg.resolve.gazetteer import Gazetteer

#: Without a country these are of the one that the article speaks of, where it speaks of one most of all.
OF_THE_STATE = frozenset({"government", "cabinet", "administration", "parliament", "army", "military", "congress"})
_MOSTLY = 2  # so many times as often as of any other


def state_around(traits: Traits, order: Sequence[Known], gazetteer: Gazetteer, cast: Cast) -> Member | None:
    """Whose "the government" without a country is: of the one country that is spoken of, here or most of all.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        gazetteer: tells of which state a place is the capital.
        cast: gets the state.
    """
    for _, known, member in order:
        if known.paragraph == traits.paragraph and known.text.isupper() and member.kind == "place" and member.entry:
            state = gazetteer.entry(gazetteer.stands_for(member.entry.id) or "")
            if state is not None:
                return cast.known(state)  # "NAIROBI - ...": the dateline of an item among others
    named = [(known, member) for _, known, member in order if member.kind == "country"]
    near = {
        id(member): member
        for mention, known, member in order
        # "his Spanish colleague" is not yet talk of Spain
        if member.kind == "country" and mention.kind != "nationality" and 0 <= traits.sentence - known.sentence <= 1
    }
    if len(near) == 1:
        return next(iter(near.values()))
    often = Counter(id(member) for _, member in named).most_common(2)
    if not often or (len(often) > 1 and often[0][1] < _MOSTLY * often[1][1]):
        return None
    return next(member for _, member in named if id(member) == often[0][0])
