"""Peers: the state and post that a description tells of somebody, "Serbia's minister", "her Georgian counterpart"."""

from __future__ import annotations

import re
from datetime import date

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.gazetteer import Gazetteer
from kg.resolve.gazetteer.nouns import PEERS

# Who is of the state whose post he has.
_OF_STATE = PEERS | frozenset("minister president premier chancellor king queen emir sultan lawmaker senator".split())
# Who has had or will have somebody's post, and what that makes of it.
_BEFORE_AND_AFTER = {"predecessor": "former ", "successor": ""}
#: Whose posts are told by those of somebody else.
LIKE_ANOTHER = PEERS | _BEFORE_AND_AFTER.keys()


def told(member: Member, traits: Traits, gazetteer: Gazetteer, cast: Cast, published: date | None) -> None:
    """Takes note of the state of somebody described, and of a counterpart's or predecessor's post, which is another's.

    Args:
        member: who is described.
        traits: of the description, or of a name with such a word before it.
        gazetteer: knows the posts of people, and the words for states.
        cast: of the article.
        published: the article's day.
    """
    noun = traits.noun or traits.title
    if member.kind != "person" or noun not in _OF_STATE | _BEFORE_AND_AFTER.keys():
        return
    others = [one for span in traits.within if (one := cast.actor(span)) is not None and one is not member]
    whose = next((one for one in others if one.kind == "person"), None)
    if noun in _BEFORE_AND_AFTER and whose is not None and not member.posts and not member.unnamed:
        member.posts += [f"{_BEFORE_AND_AFTER[noun]}{post}" for post in whose.posts]
    states = {one.country: one for one in others if one.kind == "country"}
    if len(states) != 1:
        return
    state = next(iter(states.values()))
    member.country = member.country or state.country
    if noun not in PEERS or member.posts or member.unnamed or whose is None:
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


def peer(state: Member, findings: Findings, cast: Cast) -> Member | None:
    """Who is the counterpart of a state, wherever the article names him: "his Algerian counterpart, X".

    Of one whose state is not told, "met his counterpart X", it may be any that was told before.

    Args:
        state: whose.
        findings: of the article.
        cast: tells who is who.
    """
    untold = None
    for one, known in zip(findings.mentions, findings.traits, strict=True):
        if PEERS.isdisjoint((known.noun, known.title)) or known.plural:
            continue
        member = cast.actor(known.equals or one.span)
        if member is None or member.kind != "person" or member.unnamed:
            continue
        states = [who for span in known.within if (who := cast.actor(span)) is not None and who.kind == "country"]
        if any(who is state for who in states):
            return member
        untold = member if not states and member.country in (None, state.country) else untold
    if untold is not None:
        untold.country = state.country
    return untold
