"""Delegates: the ministers whom an article names instead of the states whose ministers it says have met.

"The interior ministers of Mali and Oman met. ... Malian minister X said": X and his colleague met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kg.findings import Traits
from kg.model import Mention, Participant, Span
from kg.resolve.gazetteer.nouns import PEERS
from kg.resolve.meetings.tellings import Told

# Several who hold the same post, and whose post it is: "interior | ministers", "vice- | presidents".
_POSTS = re.compile(
    r"(?P<what>(?:[\w-]+ )?)(?P<post>minister|president|premier|leader|chancellor|monarch|chief|commander)s\b"
)
# So many characters around the name of a state it is said: "ministers of Oman and Mali", "their ministers".
_BESIDE = 60
# Whoever leads a state holds one of these.
_LEADERS = frozenset({"president", "prime minister", "leader", "chancellor", "king", "queen", "premier", "emir"})
# Before the post these tell nothing of what it is for.
_PLAIN = frozenset({"the", "two", "both", "three", "their", "and", "of", "s", "’s"})
_LOWER = ("deputy", "vice", "junior", "former")
#: They are summoned and received for the state that sent them.
ENVOYS = frozenset({"ambassador", "envoy", "chargé", "charge", "consul", "attaché"})
_LEAST = 2


def delegates(
    told: Told,
    text: str,
    resolved: Mapping[Span, Mention],
    traits: Mapping[Span, Traits],
    home: Callable[[str], str | None],
) -> dict[str, Participant]:
    """Who takes part, each state of which the holder of the post is named by him; all of them, or none.

    Whose states they are is known of the meeting then, too.

    Args:
        told: a meeting.
        text: of the article.
        resolved: the mentions with their ids, by span.
        traits: of the mentions.
        home: the country of an actor, by its code.
    """
    states = [actor for actor, one in told.participants.items() if actor.startswith("country/")]
    said = _said([told.participants[actor].mention for actor in states], text)
    if len(states) < _LEAST or said is None:
        return told.participants
    found: dict[str, Participant] = {}
    homes: dict[str, str] = {}
    holders = list(_holders(*said, resolved, traits))
    unknown = {each.actor: each for each in holders if home(each.actor or "") is None}
    # Of two leaders the one of whom nobody knows from where is of the state of which the other isn't.
    apart = [actor for actor in states if not any(_is_from(each, actor, home) for each in holders)]
    likely = dict.fromkeys(apart, unknown) if len(apart) == 1 and len(states) == _LEAST else {}
    equals = {actor for actor, each in unknown.items() if traits[each.span].title in PEERS}
    if len(apart) == len(states) == len(unknown) and not equals:  # "Presidents X and Y", named as their states were
        likely = {actor: {each.actor: each} for actor, each in zip(states, unknown.values(), strict=True)}
    for actor, one in told.participants.items():
        if actor not in states:
            found.setdefault(actor, one)
            continue
        people = likely.get(actor) or {each.actor: each for each in holders if _is_from(each, actor, home)}
        if len(people) != 1 or people.keys() & told.participants.keys():
            return told.participants  # of whom one is there already, the others need not be those meant
        ((person, mention),) = people.items()
        found[person or ""] = replace(one, mention=mention)
        homes[person or ""] = actor
    told.homes |= homes
    return found


def _said(states: list[Mention], text: str) -> tuple[str, str] | None:
    """The post whose holders are said to meet, beside the states, and what it is for, in lower case."""
    for state in states:
        found = _POSTS.search(text, max(0, state.start - _BESIDE), state.end + _BESIDE)
        if found is not None and "." not in text[min(state.start, found.start()) : max(state.end, found.end())]:
            what = found["what"].strip().lower()
            return found["post"], "" if what in _PLAIN else what
    return None


def _holders(
    post: str, what: str, resolved: Mapping[Span, Mention], traits: Mapping[Span, Traits]
) -> Iterator[Mention]:
    """The people who are called by this post, or the equals of others, or by their states alone: "Mali's X"."""
    for span, mention in resolved.items():
        if mention.kind != "person" or not (mention.actor or "").startswith("person/"):
            continue
        told = traits[span]
        held = (told.post or told.title or (told.noun if mention.form == "description" else "")).lower()
        if any(each in held and each not in what for each in _LOWER):
            continue
        owned = not held and mention.form == "name" and any(_is_state(resolved.get(one)) for one in told.within)
        fits = (post == "leader" and held in _LEADERS) or (held.endswith(post) and (what in held or held == post))
        if fits or owned or {told.noun, told.title} & PEERS:
            yield mention


def _is_state(mention: Mention | None) -> bool:
    return mention is not None and (mention.actor or "").startswith("country/")


def _is_from(mention: Mention, state: str, home: Callable[[str], str | None]) -> bool:
    code = home(mention.actor or "")
    return code is not None and state == f"country/{code}"
