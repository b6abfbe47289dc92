"""States of the Union: where New York, Washington and Georgia are states of the United States, by the words beside.

A city has no senators and no primary, and the land in the Caucasus has neither counties nor a grand jury.
"""

from __future__ import annotations

import re

from kg.findings import Traits
from kg.model import Mention
from kg.resolve.gazetteer.entries import Entry
from kg.resolve.gazetteer.gazetteer import TOWN, Gazetteer

#: States that share their name with another well-known place.
SHARED = frozenset({"Georgia", "New York", "Washington"})
# Washington's Democrats may be those of the capital, where all states have theirs.
_CAPITAL = "Washington"

_OWN = r"(?:['’]s?)? (?:(?:former|then|new|first|longtime|top) |ex-)?"
# Who holds office for a state and for no city, and what only states have.
_TITLE = (
    r"(?:Sens?\.|[Ss]enators?\b|Reps?\.|[Rr]epresentatives?\b|[Cc]ongress(?:m[ae]n|woman|women)\b|"
    r"[Aa]ssembly(?:m[ae]n|woman)\b)"
)
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth)"
)
_OFFICES = re.compile(
    rf"{_OWN}(?:(?:U\.?S\.? |[Ss]tate )?{_TITLE}|(?:Lt|Gov)\.|(?:[Ll]ieutenant )?[Gg]overnor\b|[Gg]ubernatorial|"
    r"[Aa]ttorney [Gg]eneral|[Ss]ecretary of [Ss]tate|[Ll]egislat(?:ure|ors?)\b|[Ee]lectoral votes|"
    r"(?:(?:[Pp]residential|Republican|Democratic|GOP) )?(?:[Pp]rimar(?:y|ies)|[Cc]aucus(?:es)?)\b|"
    rf"{_ORDINAL} (?:[Cc]ongressional )?[Dd]istrict)"
)
_OF_PARTIES = re.compile(_OWN + r"(?:Republicans?|Democrats?|Democratic|GOP|[Dd]elegat(?:es|ion))\b")
# "Senator X of", "the Senate Democratic leader, X of"; and of a party.
_HOUSE = r"(?:(?:Senate|House|[Mm]ajority|[Mm]inority|Democratic|Republican) (?:[Ll]eader|[Ww]hip))"
_NAMED = r"(?:,? [A-Z][\w.'’-]*){0,4},? (?:of|from) $"
_SENT = re.compile(rf"\b(?:{_TITLE}|{_HOUSE}){_NAMED}")
_PARTY = re.compile(r"\b(?:Democrats?|Republicans?) (?:of|from) $|[(\s](?:R|D|I)[-–—] ?$|\b(?:Democrat|Republican), $")
_REGION = re.compile(r"\b(?:[Uu]pstate|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)ern [Dd]istrict of|Middle District of) $")

# Two states written side by side, and more of them.
_JOINED = r"(?:,? and |,? or |, )"
_STATE_BEHIND = re.compile(rf"(?P<link>{_JOINED})(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_STATE_BEFORE = re.compile(rf"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?P<link>{_JOINED})$")
_OF_A_TOWN = re.compile(r"\b(?:in|at|of|from|near|to) (?P<town>(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+), $")
# What happens in one of these and in New York may happen in the city and its suburbs.
_SUBURBS = frozenset({"New Jersey", "Connecticut"})

# A town before a comma, behind a preposition or where a paragraph begins.
_TOWN = re.compile(
    r"(?:^|\n|\b(?:in|of|from|near|at|outside|to|his|her|their|the|a) )"
    r"(?P<town>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}), $"
)
_LISTED = re.compile(r",? (?:and|or) (?:[A-Z]|in )|, [A-Z][\w.-]+(?: [A-Z][\w.-]+)?(?:,| and| or)\b")
_DAYS = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|"
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_OF_THE_CITY = frozenset({"Bronx", "Brooklyn", "Manhattan", "Queens", "Staten Island", "Harlem", "Lower Manhattan"})

# What the land in the Caucasus has before which its name may stand, as "Georgia war": else it is "Georgian".
_OF_THE_LAND = re.compile(
    r" (?:war|conflict|crisis|invasion|border|protest\w*|rall\w+|president|government|parliament|opposition|army|"
    r"troops|ambassador|embassy|foreign|prime|minister|peace|ceasefire|truce|talks|membership|accession|bid|policy|"
    r"visit|trip|elections?(?! (?:work|board|official|chief|probe|law|result|fraud|case|interfer|subver))|vote\b|coup|"
    r"unrest|breakaway|separatist\w*|dream)\b",
    re.IGNORECASE,
)
# The district of the House that is numbered so: "Georgia's 6th".
_NUMBERED = re.compile(r"['’]s \d+(?:st|nd|rd|th)\b")
_NOUN = re.compile(r" [A-Za-z]{2,}")
# What tells of an American state anywhere in a short text.
_AMERICAN = re.compile(
    r"\b(?:Republicans?|Democrats?|GOP|[Gg]rand [Jj]ury|[Ss]heriff(?:['’]s)?|[Ss]tatehouse|[Gg]overnors?|"
    r"[Gg]ubernatorial|[Rr]edistricting|subpoena\w*)(?!\w)|\b(?:Gov|Sen)\."
)
_AROUND = 100


def state(mention: Mention, text: str, gazetteer: Gazetteer) -> Entry | None:
    """The state of the United States that the name is by what stands beside it; None where nothing tells it.

    Args:
        mention: with the name.
        text: of the article.
        gazetteer: has the states.
    """
    name = " ".join(text[mention.start : mention.end].split())
    if name not in SHARED:
        return None
    found = (one for one in gazetteer.lookup(name, kinds={"place"}) if _is_state(one, gazetteer))
    return next(found, None) if _is_meant(name, mention, text, gazetteer) else None


def is_american(text: str, end: int, traits: Traits) -> bool:
    """Georgia is the American one where nothing of the Caucasus is named, by grammar or what else the text speaks of.

    The land's adjective is "Georgian", and a state has none: "a Georgia pastor", but "the Georgia war".
    """
    if _OF_THE_LAND.match(text, end):
        return False
    if _NUMBERED.match(text, end):
        return True
    attributive = traits.function == "modifier" and not text.startswith(("'", "’"), end) and _NOUN.match(text, end)
    return bool(attributive) or _AMERICAN.search(text) is not None


def _is_meant(name: str, mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    start, end = mention.span
    before = text[max(0, start - _AROUND) : start]
    capital = name == _CAPITAL
    if _OFFICES.match(text, end) or _SENT.search(before) or _REGION.search(before):
        return True
    if not capital and (_OF_PARTIES.match(text, end) or _PARTY.search(before)):
        return True
    return _is_listed(capital, before, text, end, gazetteer) or _is_behind_town(name, before, text, end, gazetteer)


def _is_listed(capital: bool, before: str, text: str, end: int, gazetteer: Gazetteer) -> bool:
    """It stands among other states: "Nevada and New York"; the capital of the Union does so beside a single one."""
    states: list[str] = []
    behind = _STATE_BEHIND.match(text, end)
    while behind is not None and (name := _stately(behind["name"], gazetteer)):
        states.append(name)
        goes_on = _STATE_BEHIND.match(text, behind.start("name") + len(name))
        if behind["link"] == ", " and goes_on is None and text[behind.start("name") + len(name) :][:1] not in ".;)":
            states.pop()  # "in New York, Florida Gov. X said"
        behind = goes_on if behind["link"] == ", " else None
    while (left := _STATE_BEFORE.search(before)) is not None:
        name = next((one for one in (left["name"], left["name"].rpartition(" ")[2]) if _stately(one, gazetteer)), "")
        town = _OF_A_TOWN.search(before[: left.start("name")])
        if not name or (town is not None and not _stately(town["town"], gazetteer)):
            break  # "in Palm Beach, Florida, and New York"
        states.append(name)
        before = before[: left.start("name") + len(left["name"]) - len(name)]
    one = set(states) <= _SUBURBS or capital
    return len(states) > one


def _stately(name: str, gazetteer: Gazetteer) -> str:
    """The words, or the first of them, where they are a state of the United States that shares its name with nobody."""
    for one in (name, name.partition(" ")[0]):
        found = gazetteer.lookup(one, kinds={"place", "country"})
        if found and one not in SHARED and _is_state(found[0], gazetteer):
            return one
    return ""


def _is_behind_town(name: str, before: str, text: str, end: int, gazetteer: Gazetteer) -> bool:
    """A town of the state stands before it: "in Tarn Vell, New York", and not "in London, New York and Tokyo"."""
    town = _TOWN.search(before)
    if town is None or _LISTED.match(text, end) or _DAYS.search(town["town"]) or town["town"] in _OF_THE_CITY:
        return False
    found = gazetteer.lookup(town["town"])
    within = any(one.region is not None and _name_of(one.region, gazetteer) == name for one in found)
    if name != "New York":
        return within
    return within or not found or (all(one.prominence < TOWN for one in found) and found[0].kind == "place")


def _name_of(region: str, gazetteer: Gazetteer) -> str:
    entry = gazetteer.entry(region)
    return entry.label if entry is not None else ""


def _is_state(one: Entry, gazetteer: Gazetteer) -> bool:
    """A state of the United States: a region that no town is."""
    state = (
        one.kind == "place"
        and one.country == "USA"
        and one.region is None
        and one.id.removeprefix("place/").isdecimal()
    )
    return state and gazetteer.stands_for(one.id) is None
