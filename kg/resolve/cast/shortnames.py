"""Short names: which organization of an article is meant by a part of its name or by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.ids import fold
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.cast.firmforms import without_form

# Small words of a name that lend no letter to its initials.
_SMALL = frozenset("of to for the and in on a de et".split())
# Whose commission is "the Commission".
_UNION = re.compile(r"\b(?:EU|European Union)\b")
# The last word of a commission's name, before it.
_COMMISSION = re.compile(r"\b([A-Z][\w-]*)(?:['’]s?)? Commission\b")
# Nobody else is called so, whatever its initials.
_ALWAYS = frozenset({"EU", "UK", "UN", "US", "USA"})
# What teams are called by the last word of: "Leopards" of "AFC Leopards"; not what firms have there.
_TEAM = re.compile(r"[A-Z][a-z]+s")
_NO_TEAM = frozenset(
    """
    affairs airlines airways associates authorities brothers communications electronics enterprises foods forces
    industries initiatives investments members motors news partners pharmaceuticals police products properties
    resources services solutions stores studies systems technologies ventures works
    """.split()
)
# The last word of the name of what is called by its first words alone.
_FIRMS = frozenset(
    """
    airlines airways company companies group holdings industries motors technologies systems pharmaceuticals airline
    reports coalition alliance marketing entertainment energy telecom
    """.split()
)
# And of what is called after a place or a person as often, but seldom so in the text that has this name for it alone.
_HOUSES = frozenset({"university", "college", "hospital", "news"})
# One letter is the initial of too many.
_LETTERS = 2


def longer(name: str, cast: Cast) -> Member | None:
    """The one organization of the article whose longer name has these words: "the Commission"."""
    word = f" {fold(name)} "
    return _only(
        member for member in _organizations(cast) if any(word in f"{fold(known)} " for known in _called(member))
    )


def short(name: str, cast: Cast, *, the: bool) -> Member | None:
    """The one whose name goes on where this ends, which "the" shortens ("the Post"), or whose initials it is.

    Args:
        name: that the article has for it.
        cast: of the article.
        the: it stands after "the".
    """
    if (whole := spelt(name, cast) or _firm(name, cast)) is not None:
        return whole
    key = fold(name)
    if len(key) < 4:
        return None
    the = the or (_TEAM.fullmatch(name) is not None and key not in _NO_TEAM)
    return _only(
        member
        for member in _organizations(cast)
        if not member.local
        and any(
            fold(known).startswith(f"{key} ")
            or fold(known) == key  # "a Times article", where "the Times" was it before
            or (the and fold(known).endswith(f" {key}"))
            for known in member.names
        )
    )


def _firm(name: str, cast: Cast) -> Member | None:
    """The one whose name is the same but for what says that it is a firm: "Norrsken" of "Norrsken Ltd.".

    Where both names have a form, and not the same, they are two of one group: "Norrsken LLC", "Norrsken Inc.".
    """
    bare = without_form(name)

    def is_alike(known: str) -> bool:
        return fold(without_form(known)) == fold(bare) and (name == bare or without_form(known) == known)

    return _only(member for member in _organizations(cast) if not member.local and any(map(is_alike, member.names)))


def first_words(name: str, cast: Cast) -> Member | None:
    """The one firm or other body whose name begins with this and ends in what it is: "Norrsken" of "Norrsken Group"."""
    key = fold(name)
    return _only(
        member
        for member in _organizations(cast)
        if not member.local
        and any(fold(known).startswith(f"{key} ") and is_called_after(name, known) for known in member.names)
    )


def is_called_after(name: str, whole: str) -> bool:
    """What follows the name in the whole one tells that they are one body's, and the name no place's or person's."""
    rest = fold(without_form(whole)).split()[len(name.split()) :]
    if not rest:
        return True  # "Norrsken Ltd."
    return rest[-1] in _FIRMS or (len(rest) == 1 and rest[0] in _HOUSES)


def spelt(name: str, cast: Cast) -> Member | None:
    """The one whose initials it is: of a text about the Electoral Commission "the EC" is no European Community."""
    if len(name) < _LETTERS or not (name.isalpha() and name.isupper()) or name in _ALWAYS:
        return None
    return _only(member for member in _organizations(cast) if any(name in initials(one) for one in member.names))


def of_union(name: str, text: str) -> str:
    """The id of the European Commission, where it is "the Commission" of a text that speaks of the Union; else empty.

    Args:
        name: that the article has.
        text: of the article, in which no other commission has a name.
    """
    if name != "Commission" or not _UNION.search(text):
        return ""
    others = (found.group(1) for found in _COMMISSION.finditer(text))
    return "" if any(one not in ("The", "European", "EU") for one in others) else "organization/european-commission"


def initials(name: str) -> set[str]:
    """The first letters of the words of a name, without and with its small words: "OSCE", "AOSIS", "ED"."""
    words = name.replace("-", " ").split()
    if len(words) < _LETTERS:
        return set()
    return {"".join(word[0] for word in words if word not in _SMALL), "".join(word[0].upper() for word in words)}


def _organizations(cast: Cast) -> Iterator[Member]:
    return (member for member in cast.members if member.kind == "organization")


def _only(members: Iterator[Member]) -> Member | None:
    found = {id(member): member for member in members}
    return next(iter(found.values())) if len(found) == 1 else None


def _called(member: Member) -> Iterator[str]:
    yield from member.names
    yield from filter(None, (member.description, member.entry.label if member.entry else None))
