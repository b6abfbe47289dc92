"""Nearby: bodies of no state that were named just before and are called by what they are, "the company"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.findings import Traits
from kg.ids import fold
from kg.resolve.cast.cast import Cast, Found, Known, Member
from kg.resolve.gazetteer import nouns
from kg.resolve.references.sides import armed

_FIRMS = frozenset("company firm airline insurer bank fund".split())
# A central bank and the IMF are banks and funds too.
_PRIVATE = _FIRMS - {"bank", "fund"}
#: What who heads one calls it: "his company", "our airline".
FIRMS = _PRIVATE
#: Nouns that may be said of any body of no state; "the group" is as often one of voters.
ANY_BODY = _FIRMS | frozenset("movement organization organisation agency charity foundation association".split())
# With these before it a noun is said of another than the one that was named.
_ANOTHER = frozenset("other another second third new parent rival sister state central same".split())
# What may be said of an armed group, with a word for what it is.
_GROUPS = frozenset({"group", "movement", "force", "organization", "organisation"})
# What is said behind the name of one that tells news: "Reuters news agency", and no reporter of Reuters.
_OUTLETS = frozenset({"agency", "newspaper", "channel", "broadcaster", "network"})
# Nouns that nothing is called by that does not have them in its name, or such another.
_ONLY_SUCH = {noun: frozenset({"court", "tribunal"}) for noun in ("court", "tribunal")}
_ONLY_SUCH |= {noun: frozenset({noun}) for noun in ("police", "university", "embassy")}
# Sorts of bodies that are states', and the press, which tells of others.
_OF_STATES = frozenset({"government", "intergovernmental", "media"})
#: A body that was named in so many sentences before, the one at hand included, is near.
NEAR = 2


def called(traits: Traits, order: Sequence[Known], cast: Cast) -> Found | None:
    """The body of no state that a description without a name takes up; None where the text does not tell.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        cast: of the article.
    """
    text = fold(traits.text)
    if traits.noun == "militia" or (traits.noun in _GROUPS and {*text.split()} & (nouns.ARMED | {"armed"})):
        only = armed(order)
        return (only, f"“{only.label}” is the only armed group that was named") if only is not None else None
    if traits.within:
        return None
    if text in nouns.MEDIA:
        last = next((one for _, one in _near(traits, order) if _is_media(one)), None)
        return (last, f"“{last.label}” was named before") if last is not None else None
    # "The telecoms company" is the one that was named, too.
    any_body = traits.noun in ANY_BODY and text.endswith(traits.noun) and _ANOTHER.isdisjoint(text.split())
    return _only_one(traits, order, cast) if any_body or text in ("party", "union") else None


def is_outlet(traits: Traits, named: Member) -> bool:
    """The description says what the agency or paper, or the party, is whose name stands in it: "Yonhap news agency".

    Of a party the name is right before: "the opposition New Front party", and no New Front coalition party.
    """
    words = fold(traits.text).split()
    if words[-1] == "party" and not traits.plural:
        ends = [fold(name).split() for name in named.names]
        return named.kind == "organization" and any(words[-1 - len(name) : -1] == name for name in ends)
    begins = any(words[: len(name.split())] == fold(name).split() for name in named.names)
    return begins and not traits.plural and words[-1] in _OUTLETS and _is_media(named)


def may_be(member: Member, noun: str) -> bool:
    """The body may be called so: no court or ministry is a company, and a party one by its name or the gazetteer."""
    words = set(fold(member.label).split())
    states = member.entry is not None and member.entry.sort in _OF_STATES - {"media"}
    if noun in _PRIVATE and (states or member.government):
        return False
    if noun == "party":
        return member.entry.sort == "party" if member.entry is not None else bool(words & nouns.OF_PARTIES)
    if noun == "union":
        return not words.isdisjoint(nouns.OF_UNIONS)
    if noun in _ONLY_SUCH and member.entry is not None:
        return not words.isdisjoint(_ONLY_SUCH[noun])
    return noun not in _FIRMS or nouns.NO_FIRMS.isdisjoint(words)


def _near(traits: Traits, order: Sequence[Known]) -> Iterator[tuple[int, Member]]:
    """The bodies that were named near, the last first, each with how many sentences before."""
    for _, known, member in reversed(order):
        if member.kind == "organization" and member.names and 0 <= traits.sentence - known.sentence <= NEAR:
            yield traits.sentence - known.sentence, member


def _is_media(member: Member) -> bool:
    if member.entry is not None:
        return member.entry.sort == "media"
    return not nouns.MASTHEADS.isdisjoint(fold(member.label).split())


def _only_one(traits: Traits, order: Sequence[Known], cast: Cast) -> Found | None:
    """The one body of no state that was named just before and that the network does not rule out: "the company".

    Of several the only one that has the other words in its name, "the asset management firm", or that this sentence
    names: "somebody close to X said the company was late".
    """
    thinkable = {id(cast.actor(span)) for span, _ in traits.antecedents}
    near = [
        (apart, member)
        for apart, member in _near(traits, order)
        if not member.government and may_be(member, traits.noun)
        if member.entry is None or member.entry.sort not in _OF_STATES
    ]
    words = set(fold(traits.text).split()) - {traits.noun}
    named_so = [one for one in near if words and words <= set(fold(one[1].label).split())]
    for those in (near, named_so, [one for one in near if one[0] == 0]):
        found = {id(member): member for _, member in those}
        if len(found) == 1 and thinkable & found.keys():
            member = next(iter(found.values()))
            return member, f"“{member.label}” is the only such body that was named just before"
    return None
