"""Governments: of which state a government is by the name of who leads it, and which are no state's at all."""

from __future__ import annotations

import re

from kg.findings import Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Found, Member
from kg.resolve.cast.rulers import GOVERNMENTS, Rulers
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import leads_state
from kg.resolve.references.offices import Offices

_State = Member | None

# Before a name they tell of a government that nobody leads yet: "a Vestby administration would".
_WOULD_BE = frozenset("a an any future potential possible prospective hypothetical would-be eventual".split())
# What governments are called that are no state's.
_LOWER = frozenset(
    "local municipal city town village county district provincial regional prefectural territorial metropolitan".split()
)
# Those whose government is called an administration; of others it is rather a town's, a prison's or America's.
_ADMINISTERED = frozenset(
    """
    ARG BOL BRA CHL COL CRI DOM ECU GHA GTM HND IDN JPN KEN KOR LBR MEX NGA NIC PAN PER PHL PRY SLE SLV TWN URY USA ZMB
    """.split()
)
_AMERICA = "country/USA"
# Before the bare word for what governs, which is then nobody: "experience in government", "all levels of government".
_IDLE = re.compile(
    r"\b(?:(?:in|into|inside|outside|out of|leave|left|enter|entered|entering) |"
    r"(?:branch(?:es)?|corridors?|experience|forms?|functions?|heads?|kinds?|levels?|mantle|model|orders?|organs?|parts?"
    r"|periods?|principles?|professors?|rest|role|scope|seat|size|study|styles?|systems?|types?|years?) of )$"
)
# Behind the word for what is done there: "the administration of justice".
_OF_MATTER = re.compile(r" of (?:the |a )?(?:[A-Z]\w+ )?[a-z]")
_REACH = 20
# Somebody's who is there, and what he may do: no state's.
_BESIDE = re.compile(r"\b(?:at|by|from) $")
# Who leads a city or a part of a state.
_LOCAL = frozenset({"governor", "gov.", "mayor"})


def led_by(mention: Mention, traits: Traits, rulers: Rulers) -> Found | None:
    """The state of "the Vestby administration", "Vestby's cabinet", "the government of Kari Vestby".

    Args:
        mention: the description.
        traits: of the mention.
        rulers: of the article.
    """
    head = mention.head or mention.span
    words = rulers.text[mention.start : head[0]].lower().split()
    if traits.noun not in GOVERNMENTS or not _WOULD_BE.isdisjoint(words):
        return None
    state = rulers.around(*head)
    return (rulers.cast.known(state), f"who is named there leads or led {state.label}") if state is not None else None


def is_lower(mention: Mention, traits: Traits, whose: Member | None, gazetteer: Gazetteer, cast: Cast) -> bool:
    """The government is that of a city or a part of a state: "the local government", "the Dahl administration".

    Args:
        mention: the description.
        traits: of the mention.
        whose: the person whose government it is.
        gazetteer: tells capitals, which stand for states, from other places.
        cast: has the places.
    """
    if traits.noun not in GOVERNMENTS:
        return False
    if not _LOWER.isdisjoint(fold(traits.text).split()):
        return True
    before = [span for span in traits.within if mention.head is None or span[1] <= mention.head[0]]
    places = [one for span in before if (one := cast.literal(span)) is not None and one.kind in ("place", "country")]
    if whose is None and places and all(one.kind == "place" and not _is_seat(one, gazetteer) for one in places):
        return True  # "the Delhi government in India"
    if whose is None:
        return False
    posts = {word for post in whose.posts for word in post.split()}
    held = [fold(role.post).split() for role in whose.entry.roles] if whose.entry is not None else []
    if leads_state(posts) or any(map(leads_state, held)):
        return False
    # "His government" is a minister's, too; the one that has somebody's name is that of who leads it.
    named = fold(whose.label).split()[-1] in fold(traits.text).split()
    return bool(posts & _LOCAL) or (named and whose.entry is not None and not held and traits.noun != "government")


def _is_seat(place: Member, gazetteer: Gazetteer) -> bool:
    return place.entry is not None and gazetteer.stands_for(place.entry.id) is not None


def is_idle(mention: Mention, traits: Traits, text: str) -> bool:
    """The words are for what governs or is governed, and no actor: "experience in government", "at his side".

    Args:
        mention: the description.
        traits: of the mention.
        text: of the article.
    """
    start, end = mention.head or mention.span
    before = text[max(0, mention.start - _REACH) : mention.start]
    if traits.noun == "government":
        return mention.start == start and _IDLE.search(before) is not None
    if traits.noun == "administration":
        return traits.function != "subject" and _OF_MATTER.match(text, end) is not None
    owned = text[mention.start : start].lower() in ("his ", "her ", "my ")
    return owned and (
        (traits.noun == "side" and _BESIDE.search(before) is not None)
        or (traits.noun == "authority" and not traits.plural and traits.function != "subject")
    )


def administered(mention: Mention, traits: Traits, state: _State, offices: Offices, cast: Cast) -> _State:
    """Whose "the administration" or bare "government" is, of the state that is spoken of around it, if anybody's.

    America has an administration, its enemies have governments: of "Assad gassed children, and the administration will
    make the case" it is not Syria's.

    Args:
        mention: the description.
        traits: of the mention.
        state: that is spoken of around it.
        offices: tells of which state the article is.
        cast: of the article.
    """
    if traits.text in ("government", "administration", "parliament"):
        state = state or offices.setting()
    if traits.text == "government" and mention.head is not None and mention.head[0] == mention.start:
        american = state is not None and state.entry is not None and state.entry.id == _AMERICA
        return None if american and traits.function not in ("subject", "modifier") else state  # "rely on government"
    if fold(traits.text) != "administration":
        return state
    if state is not None and state.country in _ADMINISTERED:
        return state
    home = offices.home()
    if home is not None and home.country in _ADMINISTERED:
        return home
    return next((one for one in cast.members if one.entry is not None and one.entry.id == _AMERICA), None)
