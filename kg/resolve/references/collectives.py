"""Collectives: whom "both governments", "the two", "neither side" and "they" of two names stand for, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.findings import Traits
from kg.model import Span
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.nouns import PEERS
from kg.resolve.references.several import ALONE, PEOPLE, STATES, are_people, distinct, fits, is_of_state, together
from kg.resolve.references.sides import HAD_BY_BOTH, OPPOSED, are_known, opposed, warring

_GOVERNING = frozenset({"government", "regime", "delegation", "authority", "side"})
_OF_TWO = {"former": 0, "latter": 1}
# What those who speak for a state are called loosely.
_OFFICIALS = frozenset({"leader", "diplomat", "official", "politician", "envoy"})
# Who was named in so many sentences before, the one at hand included, is who is meant, where their number is right.
_NEAR = 2
_ASIDE = 3
_FAR = 6


def meant(
    traits: Traits,
    order: Sequence[Known],
    cast: Cast,
    joined: Mapping[Span, tuple[Span, ...]],
    barred: Member | None = None,
    home: str | None = None,
) -> Member | None:
    """Those whom a description of several means, all of them known before; None where the text does not tell.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        cast: tells who modifies it.
        joined: the names that are coordinated with each name.
        barred: who is none of them: whoever speaks to them.
        home: the country of whoever speaks to them: it is none of them either, where there are enough others.
    """
    if home is not None:
        others = [one for one in order if not any(_is_state(each, home) for each in (one[2], *one[2].parts))]
        if len(others) < len(order) and (found := meant(traits, others, cast, joined, barred)) is not None:
            return found
        found = meant(traits, order, cast, joined, barred)  # a mediator thanks none of his own
        return None if found is not None and any(_is_state(each, home) for each in found.parts) else found
    of_states = traits.plural and traits.noun in _GOVERNING and bool(traits.within)
    if traits.several is None and not of_states and not are_known(traits) and traits.noun not in OPPOSED:
        return _again(traits, order, barred)
    spans = [other for span in traits.within for other in (span, *joined.get(span, ()))]
    owners = [member for span in spans if (member := cast.actor(span)) is not None]
    states = list({id(member): member for member in owners if member.kind == "country"}.values())
    if of_states and len(states) > 1:
        return together(states)  # "the governments of Brazil, Colombia and Peru"
    before = [
        known
        for known in order
        if known[1].sentence <= traits.sentence and all(one is not barred for one in (known[2], *known[2].parts))
    ]
    if traits.noun in HAD_BY_BOTH and traits.several in (None, 2) and (pair := warring(traits, before)) is not None:
        return pair
    if traits.several is None:
        return opposed(traits, before)
    if (beside := _beside(traits, [one for one in before if one[1].sentence == traits.sentence], cast)) is not None:
        return beside
    named = [(known, member) for _, known, member in before if not member.unnamed and fits(traits.noun, [member])]
    near = distinct([member for known, member in named if traits.sentence - known.sentence <= _NEAR])
    people = [member for member in near if member.kind == "person"]
    if traits.noun in ALONE and len(people) == traits.several:
        return together(people)  # of whom "neither side" was said, too
    for _, known, member in reversed(before):
        if traits.sentence - known.sentence > _NEAR:
            break
        if len(member.parts) == traits.several and (traits.noun == known.noun or fits(traits.noun, member.parts)):
            return member
    if (len(near) != traits.several or _is_ones_own(near)) and traits.noun in ALONE:
        near = [member for member in near if member.kind == "country"]
    often = Counter(id(member) for _, member in named)
    ranked = sorted(distinct([member for _, member in named]), key=lambda member: -often[id(member)])
    if traits.noun in STATES and (pair := _allies(near, before, often)) is not None:
        return pair
    if len(near) == traits.several and not (traits.noun in STATES and _is_aside(near, ranked, often)):
        return together(near)
    if traits.noun in PEOPLE:  # of many men those spoken of last
        last = distinct([member for known, member in reversed(named) if traits.sentence - known.sentence <= _FAR])
        return together(last[: traits.several]) if len(last) >= traits.several else None
    if traits.noun not in STATES:  # "the two ministers", of whom the text has just so many, or spoke so before
        if len(ranked) == traits.several and traits.noun not in ALONE:
            return together(ranked)
        return _as_before(traits, before) or (_with_posts(traits, before) if not ranked else None)
    if len(ranked) < traits.several or (
        len(ranked) > traits.several and often[id(ranked[traits.several - 1])] == often[id(ranked[traits.several])]
    ):
        return None
    chosen = {id(member) for member in ranked[: traits.several]}
    return together([member for member in distinct([member for _, member in named]) if id(member) in chosen])


def _as_before(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "both leaders", those of so many who were last spoken of together, where each is one."""
    if traits.noun in ALONE or traits.within:
        return None
    alike = (one for _, _, one in reversed(before) if len(one.parts) == traits.several and are_people(one))
    return next((one for one in alike if fits(traits.noun, one.parts)), None)


def _with_posts(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "the two leaders" or "diplomats", where nobody leads a state: the only so many with a post named just now."""
    if traits.noun not in _OFFICIALS or traits.within:
        return None
    near = [(known, member) for _, known, member in before if traits.sentence - known.sentence <= _NEAR]
    people = distinct([member for _, member in near if member.kind == "person" and not member.unnamed])
    serving = {id(member) for known, member in near if known.title in PEERS or any(map(is_of_state, member.posts))}
    return together(people) if len(people) == traits.several and serving.issuperset(map(id, people)) else None


def _again(traits: Traits, order: Sequence[Known], barred: Member | None) -> Member | None:
    """Of "the leaders", those last spoken of together, where each is one."""
    if not (traits.plural and traits.definite) or traits.within:
        return None  # "the ministers", and "The Ministers" of a communiqué
    if " " in traits.text or traits.noun in PEOPLE:
        return None
    near = ((known, one) for _, known, one in reversed(order) if 0 <= traits.sentence - known.sentence <= _FAR)
    # Countries are not taken up by their noun alone: "the countries of the region" are others.
    same = traits.noun not in STATES
    called = (
        (known, one) for known, one in near if one.parts and ((same and known.noun == traits.noun) or are_people(one))
    )
    known, last = next(called, (None, None))
    if known is None or last is None or barred in last.parts:
        return None
    return last if (same and known.noun == traits.noun) or fits(traits.noun, last.parts) else None


def of_two(traits: Traits, order: Sequence[Known]) -> Member | None:
    """The one that "the former" or "the latter" is, of the two named together last, else of the only two named near."""
    at = _OF_TWO.get(traits.noun)
    if at is None:
        return None
    near = [
        member
        for mention, known, member in order
        if mention.kind != "nationality" and 0 <= traits.sentence - known.sentence <= _NEAR
    ]
    pair: Sequence[Member] | None = next((one.parts for one in reversed(near) if len(one.parts) == 2), None)
    if pair is None:
        named = distinct([member for member in near if not member.unnamed and member.kind != "place"])
        people = [member for member in named if member.kind == "person"]
        pair = next((each for each in (people, named) if len(each) == 2), None)
    return pair[at] if pair is not None else None


def _beside(traits: Traits, before: Sequence[Known], cast: Cast) -> Member | None:
    """The only two of the sentence: of "a Chinese ship and a Philippine boat" the states that "each side" is.

    "X met his Brazilian counterpart and the two agreed": of a peer without a name his state.
    """
    pairs = (member.parts for _, _, member in before if member.parts)
    if traits.several != 2 or any(not any(part.unnamed for part in pair) for pair in pairs):
        return None
    if traits.noun == "side":
        states = distinct([member for _, _, member in before if member.kind == "country"])
        return together(states) if len(states) == 2 else None
    peers = [known for _, known, one in before if one.unnamed and not one.parts and known.noun in PEERS]
    people = distinct([member for _, _, member in before if member.kind == "person" and not member.unnamed])
    if traits.noun not in ALONE or len(peers) != 1 or len(people) != 1:
        return None
    theirs = (cast.actor(span) for span in peers[0].within)
    state = next((member for member in theirs if member is not None and member.kind == "country"), None)
    return together([*people, state]) if state is not None else None


def _is_aside(near: Sequence[Member], ranked: Sequence[Member], often: Mapping[int, int]) -> bool:
    """The text is about others, of whom it speaks at least three times as often as of any of these."""
    main = ranked[: len(near)]
    most = max(often[id(member)] for member in near)
    return all(member not in near and often[id(member)] >= _ASIDE * most for member in main)


def _allies(near: Sequence[Member], before: Sequence[Known], often: Mapping[int, int]) -> Member | None:
    """Of two of whom one is named but once, by the way, the other with whom it is always told.

    "Kenya and Ethiopia signed. Its envoy to Djibouti praised Addis Ababa. Somalia accused both governments."
    """
    pairs = [one for _, _, one in before if one.parts and all(part.kind == "country" for part in one.parts)]
    told = distinct([one for pair in pairs for one in pair.parts])
    if len(near) != 2 or len(told) != 2:
        return None
    other, by_the_way = ([one for one in of if one not in without] for of, without in ((told, near), (near, told)))
    if len(other) != 1 or len(by_the_way) != 1 or not often[id(other[0])] > often[id(by_the_way[0])] == 1:
        return None
    return pairs[-1]


def _is_ones_own(members: Sequence[Member]) -> bool:
    """Somebody and his own state, who are not two: the Qatari emir and Qatar."""
    states = {member.country for member in members if member.kind == "country"}
    return any(member.kind == "person" and member.country in states for member in members)


def _is_state(member: Member, country: str) -> bool:
    return member.kind == "country" and member.country == country
