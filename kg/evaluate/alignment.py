"""Alignment: which of those found is which of those annotated, where no gazetteer gives them their ids.

An invented person, a body that no gazetteer has or a group of one article gets its id from its words, and who finds
"organization/x-ministry" for "organization/x-trade-ministry" has found the right one. So found and annotated entities
outside the gazetteer are paired one to one within their article, by the mentions and the speaker's words that they
share; ids of the gazetteer are compared as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kg.evaluate.matching import pairs
from kg.record import Record

# What the same words of an id weigh beside all the characters in common, 1: so two that share none are still the same.
_SPELT_ALIKE = 0.25

_Places = dict[str, set[tuple[str, int]]]

# What no gazetteer has is as well a body as a group: "the herders' union", "police in Magdeburg".
_BODIES = {"group", "organization"}


def align(found: Record, gold: Record, is_known: Callable[[str], bool]) -> Record:
    """What was found in an article, with the annotation's ids for those outside the gazetteer that are the same.

    Two are the same where they are of one type and share more of their characters than either does with any other.

    Args:
        found: in the form of `kg extract`.
        gold: the annotation of the same article.
        is_known: the id is of the gazetteer, and no mere spelling.
    """
    ours, theirs = (_places(record, is_known) for record in (found, gold))
    first, second = sorted(ours), sorted(theirs)
    same = pairs(first, second, lambda one, other: _shared(one, other, ours, theirs))
    names = {first[i]: second[j] for i, j in same}
    # Who was found under an id that the annotation has for somebody else must not be taken for that one.
    names |= {one: f"{one} (another)" for one in first if one in names.values() and one not in names}
    return {key: _renamed(each, names) for key, each in found.items()}


def _shared(one: str, other: str, ours: _Places, theirs: _Places) -> float:
    """Twice what the two have in common, in characters, by all that they have; 0 for two of different types."""
    types = {entity.partition("/")[0] for entity in (one, other)}
    shared = ours[one] & theirs[other]
    # A body with a name of its own must be called so: as speakers, "both sides" have the words of either.
    called = (_is_local(one) and _is_local(other)) or any(kind == "mention" for kind, _ in shared)
    if len(types) > 1 and not (types <= _BODIES and called):
        return 0.0
    common = len(shared)
    return 2 * common / (len(ours[one]) + len(theirs[other])) + _SPELT_ALIKE * (one == other)


def _is_local(entity: str) -> bool:
    """The entity is known in one article only: its id has the article's between its type and its words."""
    return entity.count("/") > 1


def _places(record: Record, is_known: Callable[[str], bool]) -> _Places:
    """The characters that stand for each entity outside the gazetteer, as a mention and as a speaker."""
    places: _Places = defaultdict(set)
    for mention in record["mentions"]:
        for entity in {mention["entity"], mention["refers_to"]}:
            places[entity].update(("mention", i) for i in range(mention["start"], mention["end"]))
    for speaker in (one["speaker"] for one in record.get("statements", ())):
        if speaker["span"] is not None:
            places[speaker["entity"]].update(("speaker", i) for i in range(*speaker["span"]))
    return {entity: taken for entity, taken in places.items() if entity and not is_known(entity)}


def _renamed(value: object, names: dict[str, str]) -> object:
    """The value with other ids in it."""
    if isinstance(value, dict):
        return {key: _renamed(each, names) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value
