"""Collectives: whom "both governments", "the two", "neither side" and "they" of two names stand for, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.findings import Traits
from kg.ids import fold
from kg.model import Span
from kg.resolve.cast.cast import Cast, Gender, Known, Member
from kg.resolve.gazetteer.nouns import PEERS, SHORT, leads_state
from kg.resolve.references.forces import is_armed, is_army

# Nouns for states, where several are spoken of as known.
_STATES = frozenset(
    """
    country nation state government side party delegation capital neighbour neighbor regime partner power ally economy
    """.split()
)
#: Nouns for those who fight or talk, states or not.
OPPOSED = frozenset({"party", "side"})
# What each of two has that fight or talk, states or not.
_HAD_BY_BOTH = OPPOSED | {"delegation"}
_GOVERNING = frozenset({"government", "regime", "delegation", "authority", "side"})
#: Of whom these words say no more than how many they are.
ALONE = frozenset({"both", "each", "neither", "either", "two", "three", "four", "five", "six"})
_OF_TWO = {"former": 0, "latter": 1}
# Who may be spoken of with whom by no more than this: "both men", and of which gender they are.
_PEOPLE: dict[str, Gender] = {"man": "m", "woman": "f"}
# What those who speak for a state are called loosely, and what their posts are.
_OFFICIALS = frozenset({"leader", "diplomat", "official", "politician", "envoy"})
_OF_STATES = frozenset("minister secretary ambassador envoy representative chancellor premier president".split())
# Whose secretary is a minister.
_DEPARTMENTS = frozenset("foreign defence defense home interior trade energy treasury health business".split())
# Who was named in so many sentences before, the one at hand included, is who is meant, where their number is right.
_NEAR = 2
_ASIDE = 3
_FAR = 6


def together(parts: Sequence[Member]) -> Member:
    """Those that act together and are nobody else."""
    words = " and ".join(part.label for part in parts)
    return Member(kind="group", description=words, plural=True, unnamed=True, parts=tuple(parts))


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
    if traits.several is None and not of_states and not _is_known(traits) and traits.noun not in OPPOSED:
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
    if traits.noun in _HAD_BY_BOTH and traits.several in (None, 2) and (pair := _warring(traits, before)) is not None:
        return pair
    if traits.several is None:
        return _opposed(traits, before)
    if (beside := _beside(traits, [one for one in before if one[1].sentence == traits.sentence], cast)) is not None:
        return beside
    named = [(known, member) for _, known, member in before if not member.unnamed and _fits(traits.noun, [member])]
    near = _distinct([member for known, member in named if traits.sentence - known.sentence <= _NEAR])
    people = [member for member in near if member.kind == "person"]
    if traits.noun in ALONE and len(people) == traits.several:
        return together(people)  # of whom "neither side" was said, too
    for _, known, member in reversed(before):
        if traits.sentence - known.sentence > _NEAR:
            break
        if len(member.parts) == traits.several and (traits.noun == known.noun or _fits(traits.noun, member.parts)):
            return member
    if (len(near) != traits.several or _is_ones_own(near)) and traits.noun in ALONE:
        near = [member for member in near if member.kind == "country"]
    often = Counter(id(member) for _, member in named)
    ranked = sorted(_distinct([member for _, member in named]), key=lambda member: -often[id(member)])
    if len(near) == traits.several and not (traits.noun in _STATES and _is_aside(near, ranked, often)):
        return together(near)
    if traits.noun in _PEOPLE:  # of many men those spoken of last
        last = _distinct([member for known, member in reversed(named) if traits.sentence - known.sentence <= _FAR])
        return together(last[: traits.several]) if len(last) >= traits.several else None
    if traits.noun not in _STATES:  # "the two ministers", of whom the text has just so many, or spoke so before
        if len(ranked) == traits.several and traits.noun not in ALONE:
            return together(ranked)
        return _as_before(traits, before) or (_with_posts(traits, before) if not ranked else None)
    if len(ranked) < traits.several or (
        len(ranked) > traits.several and often[id(ranked[traits.several - 1])] == often[id(ranked[traits.several])]
    ):
        return None
    chosen = {id(member) for member in ranked[: traits.several]}
    return together([member for member in _distinct([member for _, member in named]) if id(member) in chosen])


def _as_before(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "both leaders", those of so many who were last spoken of together, where each is one."""
    if traits.noun in ALONE or traits.within:
        return None
    alike = (one for _, _, one in reversed(before) if len(one.parts) == traits.several and _are_people(one))
    return next((one for one in alike if _fits(traits.noun, one.parts)), None)


def _with_posts(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "the two leaders" or "diplomats", where nobody leads a state: the only so many with a post named just now."""
    if traits.noun not in _OFFICIALS or traits.within:
        return None
    near = [(known, member) for _, known, member in before if traits.sentence - known.sentence <= _NEAR]
    people = _distinct([member for _, member in near if member.kind == "person" and not member.unnamed])
    serving = {id(member) for known, member in near if known.title in PEERS or any(map(_is_of_state, member.posts))}
    return together(people) if len(people) == traits.several and serving.issuperset(map(id, people)) else None


def _again(traits: Traits, order: Sequence[Known], barred: Member | None) -> Member | None:
    """Of "the leaders", those last spoken of together, where each is one."""
    if not (traits.plural and traits.definite) or traits.within:
        return None  # "the ministers", and "The Ministers" of a communiqué
    if " " in traits.text or traits.noun in _PEOPLE:
        return None
    near = ((known, one) for _, known, one in reversed(order) if 0 <= traits.sentence - known.sentence <= _FAR)
    # Countries are not taken up by their noun alone: "the countries of the region" are others.
    same = traits.noun not in _STATES
    called = (
        (known, one) for known, one in near if one.parts and ((same and known.noun == traits.noun) or _are_people(one))
    )
    known, last = next(called, (None, None))
    if known is None or last is None or barred in last.parts:
        return None
    return last if (same and known.noun == traits.noun) or _fits(traits.noun, last.parts) else None


def _are_people(member: Member) -> bool:
    return all(part.kind == "person" for part in member.parts)


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
        named = _distinct([member for member in near if not member.unnamed and member.kind != "place"])
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
        states = _distinct([member for _, _, member in before if member.kind == "country"])
        return together(states) if len(states) == 2 else None
    peers = [known for _, known, one in before if one.unnamed and not one.parts and known.noun in PEERS]
    people = _distinct([member for _, _, member in before if member.kind == "person" and not member.unnamed])
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


def _is_ones_own(members: Sequence[Member]) -> bool:
    """Somebody and his own state, who are not two: the Qatari emir and Qatar."""
    states = {member.country for member in members if member.kind == "country"}
    return any(member.kind == "person" and member.country in states for member in members)


def _opposed(traits: Traits, before: Sequence[Known]) -> Member | None:
    """Of "the parties" or "the sides", the states last spoken of together, else the only two that were named."""
    if not _is_known(traits):
        return None
    for _, _, member in reversed(before):
        if member.parts and _fits(traits.noun, member.parts):
            return member
    states = _distinct([member for _, _, member in before if member.kind == "country" and not member.unnamed])
    return together(states) if len(states) == 2 else None


def _is_known(traits: Traits) -> bool:
    """The words are "the parties" or "the sides" alone: no "opposition parties", nor "the Parties" of a treaty."""
    alone = traits.text.islower() and " " not in traits.text
    opposed = traits.noun in OPPOSED or traits.noun == "government"
    return traits.plural and traits.definite and opposed and alone and not traits.within


def _warring(traits: Traits, before: Sequence[Known]) -> Member | None:
    """The two of whom the text speaks most, where one is an armed group: a state, too, is then a party to a war."""
    if traits.within or not (traits.several == 2 or _is_known(traits)):
        return None
    fighting = [one for _, _, one in before if not one.unnamed and (one.kind == "country" or is_armed(one))]
    often = Counter(map(id, fighting)).most_common(3)
    if len(often) < 2 or (len(often) == 3 and often[1][1] == often[2][1]):
        return None
    pair = [one for one in _distinct(fighting) if id(one) in dict(often[:2])]
    return together(pair) if any(map(is_armed, pair)) else None


def at_war(traits: Traits, order: Sequence[Known]) -> Member | None:
    """The only army and the only armed group just spoken of: "the rebels blamed the army. Oman urged both sides"."""
    near = _distinct([one for _, known, one in order if 0 <= traits.sentence - known.sentence <= _NEAR])
    groups = [one for one in near if is_armed(one)]
    armies = [one for one in near if is_army(one) and not is_armed(one)]
    return together([*armies, *groups]) if len(groups) == len(armies) == 1 else None


def armed(order: Sequence[Known]) -> Member | None:
    """The one armed group that the text has named: "the militants"."""
    named = {id(member): member for _, _, member in order if is_armed(member)}
    return next(iter(named.values())) if len(named) == 1 else None


def _is_state(member: Member, country: str) -> bool:
    return member.kind == "country" and member.country == country


def _distinct(members: Sequence[Member]) -> list[Member]:
    """Each once, in the order in which they come first."""
    return list({id(member): member for member in members}.values())


def _fits(noun: str, members: Sequence[Member]) -> bool:
    """What the noun says may be said of each: states, or people with that post; of mere numbers, anybody who acts."""
    if noun in _STATES:
        return all(member.kind == "country" for member in members)
    if noun in ALONE:
        return all(member.kind in ("country", "person") for member in members)
    if noun in _PEOPLE:
        return all(member.kind == "person" and member.gender in (None, _PEOPLE[noun]) for member in members)
    return all(
        member.kind == "person" and any(_is_so(noun, post.split()) for post in member.posts) for member in members
    )


def _is_of_state(post: str) -> bool:
    return not _OF_STATES.isdisjoint(fold(post).split())


def _is_so(noun: str, post: Sequence[str]) -> bool:
    """Whoever has the post may be called by the noun."""
    if noun == "minister" and post[-1:] == ["secretary"] and post[0] in _DEPARTMENTS:
        return True
    if noun == "general" and "secretary" in post:
        return False  # "the two generals" are no general secretaries
    return fold(noun) in {SHORT.get(word, word) for word in post} or (noun == "leader" and leads_state(post))
