"""Bodies: what a body is, its name and its acronym, put equal by what stands between them, whatever the tree is."""

from __future__ import annotations

import re

from kg.extract.mentions.mentions import Mentions
from kg.model import Mention

# What stands between a name and its acronym, and between what is somebody's and its name; the most characters of both.
_OR, _COMMA, _GAP = re.compile(r", or (?:the )?| \((?=[A-Z][A-Za-z]{2,7}\))"), re.compile(r", (?:the )?"), 10
# The letters of acronyms, at most.
_LETTERS = 8
# What has a name that follows it.
_NAMED = frozenset(
    """
    charity opposition group company firm bank airline insurer newspaper magazine broadcaster channel network party
    union agency movement foundation institute ngo watchdog university organisation organization association
    """.split()
)
# And a name that stands before it.
_CALLED = frozenset({"party", "movement", "militia"})
# And what is another body's: "the UN mission, X, said".
_OWNED = frozenset({"mission", "force", "arm", "wing", "unit", "subsidiary"})


def equate_bodies(mentions: Mentions) -> None:
    """Records which names and descriptions of bodies are put equal: "the airline Nordair", "the New Front, or NVP"."""
    bodies = [one for one in mentions if one.kind == "organization" or mentions.traits(one).noun == "opposition"]
    _equate_following(bodies, mentions)
    _equate_called(bodies, mentions)
    _equate_beside(bodies, mentions)


def _equate_following(bodies: list[Mention], mentions: Mentions) -> None:
    """Joins what a body is and its name right after it: "the airline Nordair said"."""
    names = {one.start: one for one in bodies if one.form == "name"}
    for one in bodies:
        if one.form != "description" or one.head is None:
            continue
        named, traits = names.get(one.head[1] + 1), mentions.traits(one)
        if named is not None and traits.noun in _NAMED and traits.definite and traits.equals is None:
            mentions.equal(one, named)


def _equate_called(bodies: list[Mention], mentions: Mentions) -> None:
    """Joins what a body is and its name right before it: "the ruling Fidesz party, led by X"."""
    names = {one.end: one for one in bodies if one.form == "name"}
    for one in bodies:
        if one.form == "description" and one.head is not None and mentions.traits(one).noun in _CALLED:
            named = names.get(one.head[0] - 1)
            if named is not None and mentions.traits(one).equals is None and named.start >= one.start:
                mentions.equal(one, named)


def _equate_beside(bodies: list[Mention], mentions: Mentions) -> None:
    """Joins an acronym to the name right before it, whatever its letters, and a name to what is somebody's.

    "The West Papua National Liberation Army, or TPNPB"; "Vestby's party, the New Front, said".
    """
    names = {one.start: one for one in bodies if one.form == "name"}
    for one in bodies:
        after = mentions.text[one.end : one.end + _GAP]
        if one.form == "name" and (gap := _OR.match(after)) is not None:
            short = names.get(one.end + gap.end())
            if short is not None and _is_acronym(mentions.text[short.start : short.end], one, mentions, gap.group()):
                mentions.equal(short, one)
        elif (
            one.form == "description" and mentions.traits(one).noun in _NAMED | _OWNED and (gap := _COMMA.match(after))
        ):
            named, traits = names.get(one.end + gap.end()), mentions.traits(one)
            owned = traits.definite and traits.equals is None and bool(traits.within)
            if named is not None and owned and mentions.text[named.end : named.end + 1] == ",":
                mentions.equal(one, named)


def _is_acronym(short: str, full: Mention, mentions: Mentions, gap: str) -> bool:
    """Capitals for a longer name of several words, or in brackets a word: "(Numsa)".

    Of "the Council of the Guild of Lamp Makers (GLM)" they are those of the body that the first is of.
    """
    words = mentions.traits(full).text.split()
    several = short[-1:] == "s" and short[:-1].isupper() and len(short) > 3  # "(VDGs)"
    written = short.isupper() or several or (short.istitle() and gap.endswith("("))
    owners = (words[i + 1 :] for i, word in enumerate(words) if word == "of")
    if any(_initials(owner) == short for owner in owners) and _initials(words) != short:
        return False
    return short.isalpha() and written and 1 < len(short) <= _LETTERS and len(words) > 1


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())
