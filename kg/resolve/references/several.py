"""Several: those who act together, and what a noun for several may be said of: states, people with such a post."""

from __future__ import annotations

from collections.abc import Sequence

from kg.ids import fold
from kg.resolve.cast.cast import Gender, Member
from kg.resolve.gazetteer.nouns import SHORT, leads_state

#: Nouns for states, where several are spoken of as known.
STATES = frozenset(
    """
    country nation state government side party delegation capital neighbour neighbor regime partner power ally economy
    """.split()
)
#: Of whom these words say no more than how many they are.
ALONE = frozenset({"both", "each", "neither", "either", "two", "three", "four", "five", "six"})
#: Who may be spoken of with whom by no more than this: "both men", and of which gender they are.
PEOPLE: dict[str, Gender] = {"man": "m", "woman": "f"}
# Words of the posts of those who speak for a state.
_OF_STATES = frozenset("minister secretary ambassador envoy representative chancellor premier president".split())
# Whose secretary is a minister.
_DEPARTMENTS = frozenset("foreign defence defense home interior trade energy treasury health business".split())


def together(parts: Sequence[Member]) -> Member:
    """Those that act together and are nobody else."""
    words = " and ".join(part.label for part in parts)
    return Member(kind="group", description=words, plural=True, unnamed=True, parts=tuple(parts))


def distinct(members: Sequence[Member]) -> list[Member]:
    """Each once, in the order in which they come first."""
    return list({id(member): member for member in members}.values())


def fits(noun: str, members: Sequence[Member]) -> bool:
    """What the noun says may be said of each: states, or people with that post; of mere numbers, anybody who acts."""
    if noun in STATES:
        return all(member.kind == "country" for member in members)
    if noun in ALONE:
        return all(member.kind in ("country", "person") for member in members)
    if noun in PEOPLE:
        return all(member.kind == "person" and member.gender in (None, PEOPLE[noun]) for member in members)
    return all(
        member.kind == "person" and any(_is_so(noun, post.split()) for post in member.posts) for member in members
    )


def is_of_state(post: str) -> bool:
    """Whoever has the post speaks for a state."""
    return not _OF_STATES.isdisjoint(fold(post).split())


def _is_so(noun: str, post: Sequence[str]) -> bool:
    """Whoever has the post may be called by the noun."""
    if noun == "minister" and post[-1:] == ["secretary"] and post[0] in _DEPARTMENTS:
        return True
    return fold(noun) in {SHORT.get(word, word) for word in post} or (noun == "leader" and leads_state(post))


def are_people(member: Member) -> bool:
    """All that it stands for are people."""
    return all(part.kind == "person" for part in member.parts)
