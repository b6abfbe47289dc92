"""Continuations: which statement goes on from which: of who spoke before, or of whom he met or answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.model import Mention, Span, Statement
from kg.resolve.scenes.introductions import introduced
from kg.resolve.scenes.nameless import nameless
from kg.resolve.scenes.occasions import is_recalled, is_sitting
from kg.resolve.scenes.pasts import is_past
from kg.resolve.scenes.sentences import beside, sentence_of

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
# Who is no counterpart of a minister.
_OPPOSED = re.compile(r"\b[Oo]pposition\b")
# All who met: "the two sides".
_BOTH = re.compile(r"(?:[Tt]he )?(?:[Tt]wo|[Bb]oth|[Tt]hree) [a-z]+\b")


def continued(
    statements: Sequence[Statement],
    text: str,
    present: Mapping[str, tuple[Mention, ...]],
    company: Mapping[str, frozenset[str]],
    home: Callable[[str], str | None],
) -> Iterator[tuple[int, int]]:
    """Each statement that goes on or answers, and the one before: of its sentence, or of the last that has any.

    What others say in these sentences parts nothing: "X said on Monday that ..., a claim that Y denied. X added ...".
    Nor do those without a name to whom the reporter refers: "The port is closed, according to a notice. X said ...".

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
        refers = one.speaker.entity is None and one.cue.lemma.startswith("according")
        if speaker is None:
            parted |= not refers
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
            before = introduced(one, statements, earlier | here, text)
        if before is None:
            before = _asked(one, statements, earlier | here, text)
        if before is None and _CHARGE.search(text[own[0] : one.cue.span[0]]) is not None:  # the accused rejects it
            before = next((last for last in here.values() if _is_target(statements[last], speaker, home)), None)
        if (before is None or statements[before].time is None) and _is_questioning(one):
            before = before if sitting is None else sitting
        if before is not None:
            yield number, before
        if _is_of_both(one, text) and any(statements[last].id in present for last in earlier.values()):
            continue
        if speaker in earlier or not (_is_general(one, text) or _may_be_other(one, text) or refers):
            spoke.add(speaker)
        if is_past(one, text) or (before is None and one.time is not None and is_recalled(one, text)):
            here[speaker] = number


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


def _is_target(one: Statement, actor: str, home: Callable[[str], str | None]) -> bool:
    """It is directed at the actor, or at what is his: "accused the Danish army, a charge that Copenhagen rejected"."""
    targets = [each.mention.actor for each in one.about if each.role == "target"]
    return actor in targets or any(each is not None and actor == f"country/{home(each)}" for each in targets)


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
