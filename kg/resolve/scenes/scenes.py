"""Scenes: who goes on speaks when and where he spoke, and to whom he spoke, until somebody else speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Meeting, Mention, Span, Statement
from kg.resolve.scenes.encounters import TAKEN_UP, met
from kg.resolve.scenes.listening import has_vessel, names, tells_others
from kg.resolve.scenes.nameless import nameless
from kg.resolve.scenes.occasions import OCCASION, is_other_day, is_recalled, is_same_occasion, is_sitting, place_after
from kg.resolve.scenes.pasts import is_past
from kg.resolve.scenes.questions import answered
from kg.resolve.scenes.sentences import beside, follows, sentence_of

# Whoever is told hears what the speaker goes on with ("told the council that ... She urged"); whoever is thanked, asked
# or warned need not be there.
_TELLING = frozenset(
    {"tell", "inform", "assure", "brief", "address", "write", "say", "speak", "reply", "answer", "testify", "appear"}
)
# Who does so answers what was asked of nobody else.
_ANSWERING = frozenset({"reply", "answer", "respond", "retort", "counter"})
# Where whoever speaks is asked: "Testifying on Monday, X said. ... Senator Y asked".
_FACING = re.compile(
    r"\b(?:testif(?:ied|ying)|grilled|questioned|quizzed|hearing|(?:news|press) conference|briefing|question time)\b",
    re.IGNORECASE,
)
# What is told of a sitting is told of who asks at it.
_QUESTIONING = _ANSWERING | {"ask", "testify", "interject"}
# What the accused says of it where it is told: "accused it on Monday, a charge that Oslo rejected".
_CHARGE = re.compile(r", an? (?:accusation|allegation|assertion|charge|claim|suggestion)\b[^,;]*$")
# "A ministry spokeswoman", and then "spokeswoman Ann Moen".
_NAMELESS = re.compile(r"(?:[Aa] |[Tt]he )[^,;]*?\bspokes(?:man|woman|person)\b")
_SPOKESPERSON = re.compile(r"(?:[Tt]he |[Ii]ts |[Tt]heir )?(?:[a-z]+ ){0,3}[Ss]pokes(?:man|woman|person),? [A-Z]")
# Who speaks with others: "at a joint news conference with Moen"; so far before it, in characters, they met.
_JOINT = re.compile(r"joint")
_BESIDE = re.compile(
    r"\b(?:joint (?:(?:news|press|media) )?(?:conference|briefing|appearance)|alongside|beside|flanked by|next to)\b"
)
# Who is no counterpart of a minister.
_OPPOSED = re.compile(r"\b[Oo]pposition\b")
_COUNTERPART = re.compile(r" (?:[\w-]+ ){0,2}counterpart\b")
_NEAR = 700
_BOTH = re.compile(r"(?:[Tt]he )?(?:[Tt]wo|[Bb]oth|[Tt]hree) [a-z]+\b")


def staged(
    statements: Sequence[Statement],
    text: str,
    dates: Sequence[Span] = (),
    meetings: Sequence[Meeting] = (),
    mentions: Sequence[Mention] = (),
    appearances: Sequence[Statement] = (),
    home: Callable[[str], str | None] = lambda actor: None,
) -> tuple[Statement, ...]:
    """The same with the time, the place and the listeners that a speaker keeps until somebody else speaks.

    Args:
        statements: of one article, in text order.
        text: of the article.
        dates: where it tells a day, in text order.
        meetings: of the article.
        mentions: that have an entity, in text order.
        appearances: statements without content, which others go on from; of those that take up what was said just
            before, "She was speaking in Oslo", what was said before has the day and the place.
        home: the country of an actor, by its code.
    """
    merged = sorted([*_taken_up(statements, appearances, text), *appearances], key=lambda one: one.cue.span)
    found, present = met(merged, meetings, text, mentions, home)
    said = {span for one in statements for span in one.content}
    dates = [date for date in dates if not any(start <= date[0] < end for start, end in said)]
    heard = [one for one in merged if one.addressees]
    told = {one.id: one.addressees for one in heard if one.cue.lemma.split()[0] in _TELLING}
    lent = {one.id for one in heard if one.id not in told and has_vessel(one, text)}
    company = _beside(appearances)
    company |= {one.id: others for one in found if (others := _together(one, text, mentions, meetings))}
    told |= {one.id: one.addressees for one in heard if one.id in lent}
    for number, before in _continued(found, text, present, company, home):
        one, first = found[number], found[before]
        if not is_same_occasion(first, one, text, met=first.id in present) or is_other_day(first, one, text, dates):
            continue
        there = present.get(first.id, ())
        others = company.get(first.id, frozenset())
        if one.speaker.entity != first.speaker.entity:  # who was met or asked answers; who asks, asks him
            asks = "ask" in (first.act, one.act)
            answers = first.speaker.mention is not None and (first.id in present or asks)
            there = (first.speaker.mention,) if first.speaker.mention is not None and answers else ()
            others |= {first.speaker.entity or ""} if others or asks else frozenset()
        if others:
            company[one.id] = others - {one.speaker.entity or ""}
        apart = sentence_of(one) != sentence_of(first) and OCCASION.search(beside(one, text)) is not None
        listeners = () if apart or tells_others(one, text) else there or told.get(first.id, ())
        if first.id in lent and "\n\n" in text[first.cue.span[1] : one.cue.span[0]]:
            listeners = there  # of an interview no more than its paragraph is told
        if one.form == "direct" and names(one, listeners):
            listeners = ()  # who speaks of them does not speak to them: "Ellingsen is wrong," he said
        if (one.time is not None and first.time is None) or (one.place is not None and first.place is None):
            listeners = ()  # that is told of it alone: it is another occasion
        found[number] = replace(
            one,
            time=one.time or first.time,
            place=place_after(one, first, text),
            addressees=one.addressees or listeners,
        )
        (present if there else told).setdefault(one.id, listeners)
        if first.id in lent:
            lent.add(one.id)
    seen = {one.id for one in appearances}
    return tuple(answered([one for one in found if one.id not in seen]))


def _beside(appearances: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """Who appears together with each, by the ids of the appearances: "Moen clashed with Dahl in a debate"."""
    together: dict[Span, set[str]] = {}
    for one in appearances:
        together.setdefault(one.cue.span, set()).add(one.speaker.entity or "")
    others = {one.id: frozenset(together[one.cue.span] - {one.speaker.entity or ""}) for one in appearances}
    return {known: actors for known, actors in others.items() if actors}


def _together(one: Statement, text: str, mentions: Sequence[Mention], meetings: Sequence[Meeting]) -> frozenset[str]:
    """Who speaks beside the speaker: "at a joint news conference with Moen", "alongside his Danish counterpart"."""
    start, end = sentence_of(one)
    beside_him = _BESIDE.search(text, start, end) if one.parent is None else None
    if beside_him is None or any(begin <= beside_him.start() < stop for begin, stop in one.content):
        return frozenset()
    others = {
        each.actor or ""
        for each in mentions
        if start <= each.start < end and not any(begin <= each.start < stop for begin, stop in one.content)
        if each.kind == "person" or (each.kind == "nationality" and _COUNTERPART.match(text, each.end))
    }
    if not others - {one.speaker.entity} and _JOINT.match(beside_him[0]) is not None:
        near = (each for each in meetings if 0 <= start - each.evidence[0][0] <= _NEAR)
        others |= {each.mention.actor or "" for meeting in near for each in meeting.participants}
    return frozenset(others - {one.speaker.entity, ""})


def _taken_up(statements: Sequence[Statement], appearances: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The statements with the day and the place that the next sentence tells: "She was speaking in Oslo on Monday"."""
    told = [one for one in appearances if TAKEN_UP.search(text[slice(*sentence_of(one))])]
    told += [one for one in statements if TAKEN_UP.match(text, one.cue.span[0])]
    for one in statements:
        _, end = sentence_of(one)
        after = (
            each
            for each in told
            if each.speaker.entity == one.speaker.entity is not None and follows(end, sentence_of(each)[0], text)
        )
        taken = next(after, None) if one.parent is None else None
        yield one if taken is None else replace(one, time=one.time or taken.time, place=one.place or taken.place)


def _continued(
    statements: Sequence[Statement],
    text: str,
    present: Mapping[str, tuple[Mention, ...]],
    company: Mapping[str, frozenset[str]],
    home: Callable[[str], str | None],
) -> Iterator[tuple[int, int]]:
    """Each statement that goes on or answers, and the one before: of its sentence, or of the last that has any.

    What others say in these sentences parts nothing: "X said on Monday that ..., a claim that Y denied. X added ...".

    Args:
        statements: in text order.
        text: of the article.
        present: who is met at them, by their ids; may grow while it is gone through.
        company: who else speaks on their occasions, by their ids, or of which state he is; may grow, too.
        home: the country of an actor, by its code.
    """
    sentence: Span | None = None
    earlier: dict[str, int] = {}
    here: dict[str, int] = {}
    spoke: set[str] = set()
    parted = False
    sitting: int | None = None
    for number, one in enumerate(statements):
        speaker = one.speaker.entity
        if is_sitting(one):
            sitting = number
        if one.parent is not None or one.speaker.kind == "implicit":
            continue
        own = sentence_of(one)
        if own != sentence:
            earlier |= here
            if spoke or parted:
                earlier = {actor: last for actor, last in earlier.items() if actor in spoke}
            sentence, here, spoke, parted = own, {}, set(), False
        if speaker is None:
            speaker = nameless(one, text, {**earlier, **here})
        if speaker is None:
            parted = True
            continue
        before = here.get(speaker, earlier.get(speaker))
        if before is None and one.act == "agree" and one.addressees:  # both who met: "The two sides agreed"
            before = max((last for last in earlier.values() if statements[last].id in present), default=None)
        if before is None:
            ids = ((last, statements[last].id) for last in (earlier | here).values())
            in_office = _OPPOSED.search(text[own[0] : one.cue.span[0]]) is None
            telling = (
                last
                for last, known in ids
                if (one.speaker.kind == "person" and f"country/{home(speaker)}" in company.get(known, ()) and in_office)
                or speaker in company.get(known, ())
                or (last not in here.values() and _is_there(present.get(known, ()), speaker))
            )
            before = max(telling, default=None)
        if before is None:
            before = _of_same_office(one, statements, earlier | here, text)
        if before is None:
            before = _asked(one, statements, earlier | here, text)
        if before is None and _CHARGE.search(text[own[0] : one.cue.span[0]]) is not None:  # the accused rejects it
            before = next((last for last in here.values() if _is_target(statements[last], speaker)), None)
        if (before is None or statements[before].time is None) and _is_questioning(one):
            before = before if sitting is None else sitting
        if before is not None:
            yield number, before
        if _is_of_both(one, text) and any(statements[last].id in present for last in earlier.values()):
            continue
        if speaker in earlier or not (_is_general(one, text) or _may_be_other(one, text)):
            spoke.add(speaker)
        if is_past(one, text) or (before is None and one.time is not None and is_recalled(one, text)):
            here[speaker] = number


def _of_same_office(
    one: Statement, statements: Sequence[Statement], spoken: Mapping[str, int], text: str
) -> int | None:
    """The last statement, of a spokesperson who has a name now: "A spokesperson said. ... spokesperson Moen added"."""
    if one.speaker.span is None or _SPOKESPERSON.match(text, *one.speaker.span) is None:
        return None
    last = max(spoken.values(), default=None)
    who = None if last is None else statements[last].speaker.span
    return last if who is not None and _NAMELESS.match(text, *who) is not None else None


def _asked(one: Statement, statements: Sequence[Statement], spoken: Mapping[str, int], text: str) -> int | None:
    """The last statement of whoever is asked a question by this one, or asked what this one answers."""
    lemma = one.cue.lemma.split()[0]
    if not one.addressees and spoken:
        before = max(spoken.values())
        if lemma in ("answer", "reply", "respond") and statements[before].act == "ask":
            return before
        asks = one.act == lemma == "ask" and _FACING.search(beside(statements[before], text)) is not None
        return before if asks else None
    said = (spoken[actor] for each in one.addressees if (actor := each.actor) is not None and actor in spoken)
    last = max(said, default=None)
    if last is None or one.speaker.kind == "author" or _is_long(statements[last]):
        return None
    asked = statements[last].addressees
    answers = statements[last].act == "ask" and (
        _holds_actor(asked, one.speaker.entity) or (not asked and one.cue.lemma.split()[0] in _ANSWERING)
    )
    return last if answers or (one.act == "ask" and one.cue.lemma.split()[0] == "ask") else None


def _is_general(one: Statement, text: str) -> bool:
    """It is what somebody always says, on no occasion: "the party calls itself liberal"."""
    return one.time is None and one.cue.lemma.split()[0] not in ("say", "tell") and not is_past(one, text)


def _may_be_other(one: Statement, text: str) -> bool:
    """Nobody knows who that is: "the top diplomat" may be whoever spoke; "a diplomat" is another."""
    span = one.speaker.span if one.speaker.entity is None else None
    return span is not None and text[span[0] :][:4].lower() == "the "


def _is_questioning(one: Statement) -> bool:
    """It is asked or answered: "asked why", not "asked him to go"."""
    return one.act != "demand" and one.cue.lemma.split()[0] in _QUESTIONING


def _is_target(one: Statement, actor: str) -> bool:
    return any(each.role == "target" and each.mention.actor == actor for each in one.about)


def _is_of_both(one: Statement, text: str) -> bool:
    """All who met say it, which parts nothing: "X hailed the ties. The two sides stressed that. X added"."""
    return one.speaker.span is not None and _BOTH.match(text, one.speaker.span[0]) is not None


def _is_long(one: Statement) -> bool:
    """It is told of a month or a year, in which there were many occasions."""
    return one.time is not None and one.time.granularity in ("month", "year")


def _holds_actor(mentions: Sequence[Mention], actor: str | None) -> bool:
    return any(each.actor == actor for each in mentions)


def _is_there(present: Sequence[Mention], speaker: str) -> bool:
    """Who speaks is among those who were met; a body does not answer at once."""
    return any(each.actor == speaker and each.kind in ("person", "country") for each in present)
