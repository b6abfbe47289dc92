"""Forces: who fights, a state's own and armed groups, as far as the gazetteer or their names tell."""

from __future__ import annotations

from kg.ids import fold
from kg.resolve.cast.cast import Member


def is_armed(member: Member) -> bool:
    """The gazetteer knows it for an armed group."""
    return member.entry is not None and member.entry.sort == "armed_group"


def is_army(member: Member) -> bool:
    """A state's own forces, by what they are called."""
    words = {word for name in (*member.names, member.label) for word in fold(name).split()}
    return member.kind == "organization" and member.government and bool(words & {"army", "military", "forces"})
