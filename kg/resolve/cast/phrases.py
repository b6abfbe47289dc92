"""Phrases: names that stand in a phrase which names something else than a place: "Hurricane Sandy"."""

from __future__ import annotations

import re

from kg.model import Mention
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import TOWN

# What stands before a name, or behind it, where it is no place's.
_BEFORE = re.compile(
    r"\b(?:(?:[Hh]urricane|[Tt]yphoon|[Cc]yclone|(?:[Ss]uper-?)?[Ss]torm|[Ff]eel(?:s|ing)? the)|[Cc]hannel) $"
)
_BEHIND = re.compile(
    r" (?:[Ss]yndrome|[Rr]ights (?:read|waived)|XL pipeline|[Vv]ariant\b|[Ee]ffect\b(?! of))|"
    r"(?<=Miranda) (?:[Rr]ights?|[Ww]arnings?)\b"
)
# The abbreviation of a name before which no comma stands is somebody's: "Md Rafiqul", "La Libertad" of a title.
_SHORT = {"Md": re.compile(r" [A-Z][a-z]"), "La": re.compile(r" [\w“\"]")}
_LONGEST = 20
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"([\w’'-]+)[ ,:]*$"), re.compile(r"[ ,:]*([\w’'-]+)")
_CAPITALS = 4
_DATELINE = re.compile(r" \(|, (?:[A-Z]|\w+ \d)| ?[-–—:/]")
# What those do who ask people, and what they have.
_POLLED = re.compile(
    r"(?:['’]s)? (?:(?:(?:own|daily|national|new|latest|tracking|annual) )*"
    r"(?:poll|surveys?|polls(?! (?:open|close)))|found|finds|polled|surveyed|reported that)\b"
    r"(?! (?:station|worker|place))"
)
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|numbers from|data from|survey by|poll by) $")
_OF_TOWNS = re.compile(r"(?:['’]s?)? [a-zA-Z]|, [A-Z]")
# Days, feasts, contests, crimes and creeds that are no places, whatever is told to happen there, and the whole world.
_NOTHING = re.compile(
    r"(?:the )?(?:holocaust|halloween|super bowl|cinco de mayo|christmas(?: day| eve)?|thanksgiving(?: day)?|easter|"
    r"new year['’]?s? (?:day|eve)|ramadan|eid(?: al[- ]\w+)?|diwali|hanukkah|passover|mardi gras|"
    r"islamophobia|anti-?semitism|christianity|judaism|buddhism|hinduism|hell|heaven|planet earth|earth|mother earth|"
    r"free zone|central business district|city hall|town hall|muang|isthmus|us\$|usd|"
    r"(?:\w+ ){0,3}(?:olympics|olympic games|paralympics|world cup|state fair|parade|super bowl|grand prix))",
    re.IGNORECASE,
)


def is_no_place(mention: Mention, text: str) -> bool:
    """A name that a place has and that is a part of what is none: "superstorm Sandy", "Stockholm syndrome"."""
    before = text[max(0, mention.start - _LONGEST) : mention.start]
    name = text[mention.start : mention.end]
    if name == "VA" and before.lower().endswith("the "):
        return True  # a department, and no Virginia
    if name == "States":
        return not before.lower().endswith("the ")  # "EU Member States", "these two States"
    if mention.kind not in ("place", "person"):
        return False
    if _BEFORE.search(before) or _BEHIND.match(text, mention.end):
        return True
    goes_on = _SHORT.get(name)
    return goes_on is not None and not before.endswith(", ") and goes_on.match(text, mention.end) is not None


def is_nothing(mention: Mention, name: str) -> bool:
    """A name that is taken for a place's is a day's, a feast's, a contest's or a creed's, or the whole world's."""
    return mention.kind == "place" and _NOTHING.fullmatch(name) is not None


def is_no_town(entry: Entry, mention: Mention, text: str) -> bool:
    """A name is not a small town's: it has polls or finds something, or has capitals among other words.

    "Gallup found that", "the latest Gallup poll"; "MAGA", where all of a dateline has capitals.
    """
    if entry.kind != "place" or entry.prominence >= TOWN:
        return False
    name, before = text[mention.start : mention.end], text[max(0, mention.start - _LONGEST) : mention.start]
    if _POLLED.match(text, mention.end) or (_ACCORDING.search(before) and not _OF_TOWNS.match(text, mention.end)):
        return True
    if len(name) < _CAPITALS or not (name.isalpha() and name.isupper()) or entry.label.isupper():
        return False
    opening = text[: mention.start].rpartition("\n")[2].strip() == "" and _DATELINE.match(text, mention.end)
    beside = (
        _WORD_BEFORE.search(text[max(0, mention.start - 30) : mention.start]),
        _WORD_BEHIND.match(text, mention.end),
    )
    return not opening and not any(one is not None and len(one[1]) > 1 and one[1].isupper() for one in beside)
