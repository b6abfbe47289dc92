"""Governments: of which state a government is by the name of who leads it, and which are no state's at all."""

from __future__ import annotations

from kg.findings import Traits
from kg.ids import fold
from kg.model import Mention
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.cast.rulers import GOVERNMENTS, Rulers
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import leads_state

#: Who is found, and by what rule.
Found = tuple[Member, str]

# Before a name they tell of a government that nobody leads yet: "a Vestby administration would".
_WOULD_BE = frozenset("a an any future potential possible prospective hypothetical would-be eventual".split())
# What governments are called that are no state's.
_LOWER = frozenset(
    "local municipal city town village county district provincial regional prefectural territorial metropolitan".split()
)
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
