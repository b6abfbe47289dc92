"""Peers: the state and post that a description tells of somebody, "Serbia's minister", "her Georgian counterpart"."""

from __future__ import annotations

import re
from datetime import date

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast import Cast, Member
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.states import PEERS

# Who is of the state whose post he has.
_OF_STATE = PEERS | frozenset("minister president premier chancellor king queen emir sultan lawmaker senator".split())


def told(member: Member, traits: Traits, gazetteer: Gazetteer, cast: Cast, published: date | None) -> None:
    """Takes note of the state of somebody described, and of a counterpart's post, which is the other's.

    Args:
        member: who is described.
        traits: of the description.
        gazetteer: knows the posts of people, and the words for states.
        cast: of the article.
        published: the article's day.
    """
    if member.kind != "person" or traits.noun not in _OF_STATE:
        return
    others = [one for span in traits.within if (one := cast.actor(span)) is not None and one is not member]
    states = {one.country: one for one in others if one.kind == "country"}
    if len(states) != 1:
        return
    state = next(iter(states.values()))
    member.country = member.country or state.country
    whose = next((one for one in others if one.kind == "person"), None)
    if traits.noun not in PEERS or member.posts or member.unnamed or whose is None:
        return
    posts = whose.posts
    if not posts and whose.entry is not None:
        posts = [fold(role.post) for role in gazetteer.roles_of(whose.entry.id, published)]
    own = gazetteer.entry(f"country/{whose.country}")
    named = fold(own.label).split() if own is not None else []
    for post in posts:
        words = re.sub(r"['’]s?\b", "", post).split()  # "iran's foreign minister"
        words = [word for word in words if word not in named and gazetteer.demonym(word.title()) is None]
        member.posts.append(" ".join((fold(state.label), *words)))
