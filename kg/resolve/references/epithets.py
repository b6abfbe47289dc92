"""Epithets: whom "the businessman" or "the Texas senator" means, of those who were named before.

No post in the article or the gazetteer tells it; the network, the grammar and what is known against it do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from kg.findings import Findings, Traits
from kg.ids import fold
from kg.resolve.cast.cast import Cast, Known, Member
from kg.resolve.gazetteer.nouns import NO_PORTFOLIO

# An epithet reaches back this many sentences: farther than a pronoun, less than a name.
_REACH = 8
# The log-odds that the network gives an antecedent, and those of one that it thinks too unlikely to name, weigh this
# much beside a sentence of distance.
_ODDS_WEIGH, _UNLIKELY, _SENTENCE = 0.5, -4.0, 0.15
# What it weighs that somebody was a subject there, and that he did or said something.
_SUBJECT, _ACTING = 0.4, 0.3
# Below these log-odds nobody is meant who was named; by so much the likeliest must be ahead of all others.
_LEAST, _MARGIN = -2.4, 0.4
# "The Ohio Republican" nearly always is somebody who was named: whoever is ahead by this much.
_MARGIN_OF_PARTY = 0.2
_PARTISANS = frozenset("republican democrat conservative liberal socialist tory".split())
# Words for people of whom a text has many: "the man" is seldom who was named in full.
_ANYONE = frozenset(
    """
    man woman person people official source witness insider student employee worker resident voter victim soldier
    participant guest critic supporter opponent protester aide friend colleague expert analyst staffer operative driver
    host reporter journalist correspondent judge prosecutor lawyer attorney investigator adviser advisor consultant
    teacher doctor nurse officer member captain skipper commander engineer inspector pilot trader trainer paramedic
    shepherd
    """.split()
)
# Kin and others who are somebody's, and somebody else than they: "his wife", "her boss".
_RELATED = frozenset(
    """
    wife husband spouse widow widower father mother son daughter brother sister uncle aunt cousin nephew niece
    grandfather grandmother grandson granddaughter friend boss ally rival colleague counterpart predecessor successor
    partner opponent
    """.split()
)
#: What people are called who run for an office.
RUNNERS = ("candidate", "nominee", "contender", "hopeful", "frontrunner", "front-runner", "challenger")
#: Offices: who is known by other posts does not hold them.
OFFICES = frozenset(
    """
    president minister premier chancellor governor mayor senator congressman congresswoman secretary ambassador king
    queen pope bishop archbishop general admiral colonel spokesman spokeswoman spokesperson justice speaker delegate
    envoy negotiator mediator commissioner chief chairman chairwoman chairperson chair leader director head deputy
    representative coordinator
    """.split()
)
# Who sits in parliament, as who speaks for a committee or a party may, and no officer.
_SEATED = frozenset("lawmaker legislator parliamentarian mp politician".split())
_OFFICERS = frozenset("general admiral colonel brigadier commander".split())
# Who is known by these is called so, or by what else he is then, and no blogger, singer or owner.
_BENCH = frozenset("magistrate jurist".split())
_AT_WORK = {
    "spokesman": _SEATED,
    "spokeswoman": _SEATED,
    "spokesperson": _SEATED,
    "judge": _BENCH,
    "prosecutor": _BENCH,
}
# Ministers who lead the others.
_LEADING = frozenset({"prime", "first"})
# Whose office sends him abroad, or who deals with those who are sent.
_ABROAD = frozenset("ambassador consul diplomat envoy foreign negotiator representative".split())
# Bodies that are described and have somebody: whoever it is holds a post of theirs.
_OWNING = frozenset("party union company firm council court board bank club agency ministry movement".split())


def bearer(
    traits: Traits, order: Sequence[Known], cast: Cast, out: Collection[int] = (), introduced: Collection[int] = ()
) -> Member | None:
    """The one person named before whom the description means; None where the text does not tell.

    Args:
        traits: of the description.
        order: the mentions before it, as far as they are known.
        cast: of the article.
        out: by their numbers those whom it cannot mean.
        introduced: by their numbers those of whom the text tells at once who they are.
    """
    if traits.text.lower() in OFFICES or not _OWNING.isdisjoint(traits.text.split()[:-1]):
        return None  # whoever holds it has that post: "the mayor", "the party's whip", not "the Labour Party stalwart"
    if traits.definite and not traits.plural and (one := _introduced(traits, order)) is not None and id(one) not in out:
        return one
    presumed = traits.presumed and traits.text.lower() != "first lady"
    if presumed or not traits.definite or traits.plural or traits.noun in _ANYONE | _RELATED:
        return None
    owners = [cast.actor(span) for span in traits.within]
    if any(owner is None or owner.kind == "person" for owner in owners):
        return None
    states = {owner.country for owner in owners if owner is not None and owner.kind == "country"}
    odds: dict[int, float] = {}
    for other, known, member in order:
        if other.form != "description" or known.text == traits.text:
            found = next((each for span, each in traits.antecedents if span == other.span), _UNLIKELY)
            odds[id(member)] = max(found, odds.get(id(member), _UNLIKELY))
    beside = {id(cast.actor(span)) for span in traits.apart} | set(out)
    strange = set(introduced) if traits.noun in OFFICES else set()
    scores: dict[int, float] = {}
    people: dict[int, Member] = {}
    for _, known, member in order:
        apart = traits.sentence - known.sentence
        if id(member) in beside or not states <= {member.country}:
            continue
        if id(member) in strange and member.entry is None and not _offices(member):
            continue  # whoever holds an office is introduced by it: "X, a teacher" is not "the prime minister"
        if 0 <= apart <= _REACH and _may_be(member, traits):
            score = _ODDS_WEIGH * odds.get(id(member), _UNLIKELY) - _SENTENCE * apart
            score += _SUBJECT * (known.function == "subject") + _ACTING * known.acting
            scores[id(member)] = max(score, scores.get(id(member), score))
            people[id(member)] = member
    scores = _of_party(scores, owners, order, cast)
    runners = [one for one in scores if any(set(RUNNERS) & set(post.split()) for post in people[one].posts)]
    if traits.noun in RUNNERS and runners:  # not their managers
        scores = {one: scores[one] for one in runners}
    ranked = sorted(scores, key=lambda one: -scores[one])
    of_party = traits.noun in _PARTISANS or (traits.noun in RUNNERS and bool(runners))
    if not ranked or (odds.get(ranked[0], _UNLIKELY) < _LEAST and not of_party):
        return None
    margin = _MARGIN_OF_PARTY if of_party else _MARGIN
    clear = len(ranked) == 1 or scores[ranked[0]] - scores[ranked[1]] >= margin
    return people[ranked[0]] if clear else None


def taken_up(traits: Traits, findings: Findings, order: Sequence[Known]) -> Member | None:
    """Whom "the same official" and "the 74-year-old" take up: who spoke last, and who just came without a name.

    Args:
        traits: of the description.
        findings: of the article.
        order: the mentions before it, as far as they are known.
    """
    if traits.text.lower().startswith("same "):
        spoke = {one.speaker.mention.span for one in findings.statements if one.speaker.mention is not None}
        heard = (one for other, _, one in reversed(order) if other.span in spoke)
        return next((one for one in heard if one.kind == "person"), None)
    for mention, known, member in reversed(order) if traits.noun == "old" else ():
        if member.kind != "person" or known.function not in ("subject", "other") or mention.form == "pronoun":
            continue  # "one of them, a teacher, said"
        return member if member.unnamed and traits.sentence - known.sentence == 1 else None
    return None


def _introduced(traits: Traits, order: Sequence[Known]) -> Member | None:
    """The one who was introduced by the noun, "the activist X", where nobody else has been called so."""
    if " " in traits.text or traits.within or traits.noun == "old":
        return None  # two may be of an age: "the 47-year-old"
    called = {id(one): one for _, known, one in order if traits.noun in (known.noun, known.title)}
    only = next(iter(called.values())) if len(called) == 1 else None
    return only if only is not None and _may_be(only, traits) else None


def _of_party(
    scores: dict[int, float], owners: Sequence[Member | None], order: Sequence[Known], cast: Cast
) -> dict[int, float]:
    """Those of the party that a description has, else those of none: "the Republican nominee" is no Democrat."""
    parties = {id(owner) for owner in owners if owner is not None and _is_party(owner)}
    if not parties:
        return scores
    told: dict[int, set[int]] = defaultdict(set)
    for _, known, member in order:
        beside = (cast.actor(span) for span in known.within)
        told[id(member)].update(id(one) for one in beside if one is not None and _is_party(one))
    fitting = {one: score for one, score in scores.items() if told[one] & parties}
    return fitting or {one: score for one, score in scores.items() if not told[one]}


def _is_party(member: Member) -> bool:
    return member.entry is not None and member.entry.sort == "party"


def _may_be(member: Member, traits: Traits) -> bool:
    """A named person, of that gender, who may be known by that office, or by that calling."""
    if member.kind != "person" or member.unnamed or (not member.names and member.entry is None):
        return False
    if traits.gender and member.gender not in (None, traits.gender):
        return False
    if traits.noun == "diplomat" and member.posts:
        return any(_ABROAD & {*post.split()} for post in member.posts)
    if traits.noun in _SEATED and _OFFICERS & {*member.posts}:
        return False
    if traits.noun not in OFFICES:
        called = [_AT_WORK[word] for post in member.posts for word in post.split() if word in _AT_WORK]
        return traits.noun in RUNNERS or all(traits.noun in others for others in called)
    held = _offices(member)
    return not held or (traits.noun in held and not _has_another(member, traits))


def _offices(member: Member) -> set[str]:
    """The offices that somebody is known by."""
    return {word for post in member.posts for word in post.split()} & OFFICES


def _has_another(member: Member, traits: Traits) -> bool:
    """The person has that office for something else: "the finance minister" is no interior minister."""
    if traits.noun not in ("minister", "secretary"):
        return False
    wanted = set(fold(traits.text).split()) - {traits.noun, *NO_PORTFOLIO}
    others = [set(post.split()) for post in member.posts if traits.noun in post.split()]
    led = [bool(words & _LEADING) for words in others]
    if all(led) if wanted else _LEADING & {*fold(traits.text).split()} and not any(led):
        return True  # nor the prime minister, who is no other minister
    told = [words for words in others if words - {traits.noun, *NO_PORTFOLIO}]
    return bool(wanted and told) and not any(wanted <= words for words in told)
