"""Scenes: who goes on speaks when and where he spoke, and to whom he spoke, until somebody else speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kg.model import Meeting, Mention, Span, Statement
from kg.resolve.scenes.attendances import attended
from kg.resolve.scenes.continuations import continued
from kg.resolve.scenes.encounters import TAKEN_UP, met
from kg.resolve.scenes.listening import has_vessel, is_elsewhere, names, tells_others
from kg.resolve.scenes.newsdays import in_the_news
from kg.resolve.scenes.occasions import OCCASION, is_online, is_other_day, is_same_occasion, place_after
from kg.resolve.scenes.questions import answered
from kg.resolve.scenes.sentences import beside, follows, sentence_of

# Whoever is told hears what the speaker goes on with ("told the council that ... She urged"); whoever is thanked, asked
# or warned need not be there.
_TELLING = frozenset(
    {"tell", "inform", "assure", "brief", "address", "write", "say", "speak", "reply", "answer", "testify", "appear"}
)
# Who speaks with others: "at a joint news conference with Moen"; so far before it, in characters, they met.
_JOINT = re.compile(r"joint")
_NEAR = 700
_BESIDE = re.compile(
    r"\b(?:joint (?:(?:news|press|media) )?(?:conference|briefing|appearance)|alongside|beside|flanked by|next to"
    r"|after (?:(?:\w+[ -]){0,4}(?:talks|meeting|lunch|dinner) with"
    r"|meeting(?: with)?|hosting|receiving))\b"
)
# Who is told by a state: "his Danish counterpart".
_COUNTERPART = re.compile(r" (?:[\w-]+ ){0,2}counterpart\b")


def staged(
    statements: Sequence[Statement],
    text: str,
    dates: Sequence[Span] = (),
    meetings: Sequence[Meeting] = (),
    mentions: Sequence[Mention] = (),
    appearances: Sequence[Statement] = (),
    home: Callable[[str], str | None] = lambda actor: None,
    dateline: str | None = None,
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
        dateline: of the article.
    """
    merged = sorted([*_taken_up(statements, appearances, text), *appearances], key=lambda one: one.cue.span)
    found, present = met(merged, meetings, text, mentions, home)
    said = {span for one in statements for span in one.content}
    dates = [date for date in dates if not any(start <= date[0] < end for start, end in said)]
    found = list(in_the_news(attended(found, meetings, text, mentions, home, dateline), text, dates))
    outside = [each for each in mentions if not any(start <= each.start < end for start, end in said)]
    heard = [one for one in merged if one.addressees]
    told = {one.id: one.addressees for one in heard if one.cue.lemma.split()[0] in _TELLING}
    lent = {one.id for one in heard if one.id not in told and has_vessel(one, text)}
    company = _beside(appearances)
    company |= {one.id: others for one in found if (others := _together(one, text, mentions, meetings))}
    told |= {one.id: one.addressees for one in heard if one.id in lent}
    for number, before in continued(found, text, present, company, home):
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
        if not there and (is_online(one, text) or is_elsewhere(one, first, text, outside)):
            listeners = ()
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
