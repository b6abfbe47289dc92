"""Reasons in words: which row of the gazetteer a name was found in."""

from __future__ import annotations

from datetime import date

from kg.model import Role
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.spelling import name_key


def by_row(entry: Entry, name: str, on: date | None = None) -> str:
    """By which name of its row an entry was found: its label, another name or a surname, this one with its tenures.

    Args:
        entry: of the gazetteer.
        name: as the article has it.
        on: the article's date.
    """
    key = name_key(name)
    if key == name_key(entry.label):
        return f"gazetteer: “{name}” is the name of {entry.id}"
    if entry.kind != "person" or key in map(name_key, entry.aliases):
        return f"gazetteer: “{name}” is another name of {entry.id} ({entry.label})"
    held = "; ".join(tenure(role) for role in entry.roles) or f"known by it alone since {entry.alone_since}"
    return f"gazetteer: “{name}” is a surname of {entry.id} ({held}); the article is of {on or 'no known date'}"


def tenure(role: Role) -> str:
    """A post in words: "President of country/USA, 2009-01-20 to 2017-01-20"."""
    return f"{role.post} of {role.organization}, {role.since or '…'} to {role.until or '…'}"


def former_roles(entry: Entry, published: date | None) -> list[Role]:
    """The posts that somebody no longer holds at the article's date."""
    on = published.isoformat() if published is not None else "9999"
    return [role for role in entry.roles if role.until is not None and role.until < on]
