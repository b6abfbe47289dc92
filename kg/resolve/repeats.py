"""Repeats: coordinated speakers who turn out to be one, or to be nobody who is known, say it once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Statement


def once(said: Iterable[Statement]) -> Iterator[Statement]:
    """The statements without those that say by the same words, for the same speaker, what another does.

    "Growers and traders said" is said by people without a name, "the ex-minister and new envoy Mara Brask" are one.
    """
    everything = list(said)
    first: dict[tuple[object, ...], Statement] = {}
    for one in everything:
        first.setdefault(_key(one), one)
    kept = {one.id: first[_key(one)].id for one in everything}
    for one in everything:
        if kept[one.id] == one.id:
            yield replace(one, parent=kept.get(one.parent, one.parent)) if one.parent is not None else one


def _key(one: Statement) -> tuple[object, ...]:
    return one.cue.span, one.content, one.speaker.kind, one.speaker.entity
