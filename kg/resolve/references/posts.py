"""Posts: what is known of a post that somebody holds, and by what other words its holder may be called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.ids import fold
from kg.model import Relation
from kg.resolve.cast.cast import Member
from kg.resolve.gazetteer import nouns

# Words that leave an office what it is.
_ORNAMENTS = frozenset("top senior chief then new outgoing incoming veteran longtime".split())
# What the holder of a post may be called by: of a state, and of any body.
_STATE_HEAD = ("leader", "ruler", "strongman")
_HEADS = frozenset("leader president chairman chairwoman chair chief head secretary director".split())
_CALLED: dict[str, frozenset[str]] = {
    "leader": _HEADS,
    "chief": _HEADS | {"commander", "commissioner"},
    "head": _HEADS | {"commissioner"},
    "boss": _HEADS | {"manager"},
    "envoy": frozenset("ambassador envoy representative delegate negotiator".split()),
    "diplomat": frozenset("ambassador envoy representative delegate negotiator consul attaché".split()),
    "negotiator": frozenset({"envoy", "negotiator"}),
    "lawmaker": frozenset("senator congressman congresswoman representative deputy mp legislator sen. rep.".split()),
    "legislator": frozenset("senator congressman congresswoman representative deputy mp lawmaker sen. rep.".split()),
}
# By these also where nobody says whose: an ambassador is "the envoy", a senator "the lawmaker".
_ALONE = frozenset({"envoy", "lawmaker", "legislator"})
# Posts whose holder is a state's top diplomat, by words.
_DIPLOMACY = (frozenset({"foreign"}), frozenset({"external"}), frozenset({"secretary", "state"}))


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody holds the post of these words in the body of this id, as far as it is known."""

    words: frozenset[str]
    owner: str | None = None
    country: str | None = None  # of the owner, by its code
    told: bool = False  # the owner, by the article or the gazetteer
    place: str | None = None  # by its id, that is no state: "the Vermont senator"


def post_of(words: str, owner: Member | None, *, told: bool) -> Post:
    """The post of these words in this body."""
    held = frozenset(fold(words).split())
    return Post(held, key(owner), owner.country, told) if owner is not None else Post(held, told=told)


def is_past(post: str) -> bool:
    """Somebody held the post of these words, and holds it no longer: "ousted president", "ex-minister"."""
    first = fold(post).partition(" ")[0]
    return first in nouns.NO_LONGER or first.startswith(("ex-", "then-"))


def held(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Those of the relations that hold: of a former spokesman neither his post nor that he speaks for anybody."""
    past = {(one.subject.span, one.evidence) for one in relations if one.post and is_past(one.post)}
    return tuple(one for one in relations if (one.subject.span, one.evidence) not in past)


def key(owner: Member) -> str:
    """What tells a body from others."""
    return owner.entry.id if owner.entry is not None else f"{owner.kind} {owner.label}"


def is_called(noun: str, wanted: set[str], words: set[str], owner: Member | None) -> bool:
    """The holder of the post may be called by the noun: the prime minister a state's leader or "the top official"."""
    if (wanted - words - {noun}) - _ORNAMENTS or words & {"former", "ex", "vice", "deputy"}:
        return False
    if owner is None:
        return noun in _ALONE and goes_by(noun, words)
    if noun == "diplomat" and "top" in wanted:
        return any(each <= words for each in _DIPLOMACY)
    if noun in _STATE_HEAD and owner.kind == "country":
        return nouns.leads_state(words)
    if noun == "official":
        return bool(words)
    return goes_by(noun, words)


def goes_by(noun: str, words: Collection[str]) -> bool:
    """The holder of the post, whosever it is, is called by the noun, too."""
    return not _CALLED.get(noun, frozenset()).isdisjoint(words)
