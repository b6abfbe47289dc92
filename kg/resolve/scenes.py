"""Scenes: who goes on speaks when and where he spoke, and to whom he spoke, until somebody else speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Meeting, Mention, Span, Statement
from kg.resolve.encounters import TAKEN_UP, met
from kg.resolve.listening import has_vessel, names, tells_others
from kg.resolve.questions import answered
from kg.resolve.sentences import beside, follows, sentence_of

# Whoever is told hears what the speaker goes on with ("told the council that ... She urged"); whoever is thanked, asked
# or warned need not be there.
_TELLING = frozenset(
    {"tell", "inform", "assure", "brief", "address", "write", "say", "speak", "reply", "answer", "testify", "appear"}
)
# "Has threatened", "had asked", "is asking": not said when the sentence before was.
_HELPERS = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would", "does", "do"})
_PERFECT = re.compile(r"\b(?:has|have|had)(?: \w+ly)? $")
# Verbs of which the past is written as the present.
_UNCHANGED = frozenset({"forecast", "broadcast", "read", "put", "set", "bet"})
# What somebody holds at all times, and does not do on an occasion.
_HOLDING = frozenset("believe think know want wish hope fear doubt intend plan expect consider see like".split())
# "Expressed the hope" is said once.
_EXPRESSING = re.compile(r"(?:express|voic|extend|convey|reaffirm|reiterat)")
# Another occasion: "later told", "said separately".
_ELSEWHERE = re.compile(r"\b(?:later|afterwards?|separately|earlier|previously|often|repeatedly|long)\b", re.IGNORECASE)
# So near the cue, in characters, stand the words that tell of it.
_BESIDE = 14
# "He repeated it at a news conference": to others than those who were told before.
_OCCASION = re.compile(
    r"\b(?:at|in|during) an? (?:[\w-]+ ){0,3}?(?:news conference|press conference|briefing|rally|interview)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:letter|memo|email|note|report|filing)s?, dated\b")
# Who speaks for another, and not when he spoke himself.
_OFFICE = re.compile(r"\b(?:his|her|their) office\b", re.IGNORECASE)
_BOTH = re.compile(r"(?:[Tt]he )?(?:[Tt]wo|[Bb]oth|[Tt]hree) [a-z]+\b")
# Sentences of others things after which nobody goes on any more.
_SILENT = 3
# A day opens its sentence: "On", "In late".
_OPENS = re.compile(r"(?:^|[.?!][”\"’']?\s+|\n)(?:(?:On|In|At|By|Since|Early|Late|Last) )?$")
_OPENING = 12
_SENTENCE_ENDS = re.compile(r"[.?!][”\"’']?\s")


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
    told |= {one.id: one.addressees for one in heard if one.id in lent}
    for number, before in _continued(found, text, present):
        one, first = found[number], found[before]
        if not _is_same_occasion(first, one, text, met=first.id in present) or _is_other_day(first, one, text, dates):
            continue
        there = present.get(first.id, ())
        if one.speaker.entity != first.speaker.entity:  # who was met answers
            there = (first.speaker.mention,) if first.speaker.mention is not None else ()
        apart = sentence_of(one) != sentence_of(first) and _OCCASION.search(beside(one, text)) is not None
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
            place=first.place if one.place is None or _is_wide(one, first) else one.place,
            addressees=one.addressees or listeners,
        )
        (present if there else told).setdefault(one.id, listeners)
        if first.id in lent:
            lent.add(one.id)
    seen = {one.id for one in appearances}
    return tuple(answered([one for one in found if one.id not in seen]))


def _taken_up(statements: Sequence[Statement], appearances: Sequence[Statement], text: str) -> Iterator[Statement]:
    """The statements with the day and the place that the next sentence tells: "She was speaking in Oslo on Monday"."""
    told = [one for one in appearances if TAKEN_UP.search(text[slice(*sentence_of(one))])]
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
    statements: Sequence[Statement], text: str, present: Mapping[str, tuple[Mention, ...]]
) -> Iterator[tuple[int, int]]:
    """Each statement that goes on or answers, and the one before: of its sentence, or of the last that has any.

    What others say in these sentences parts nothing: "X said on Monday that ..., a claim that Y denied. X added ...".

    Args:
        statements: in text order.
        text: of the article.
        present: who is there at them, by their ids; may grow while it is gone through.
    """
    sentence: Span | None = None
    earlier: dict[str, int] = {}
    here: dict[str, int] = {}
    spoke: set[str] = set()
    parted = False
    for number, one in enumerate(statements):
        speaker = one.speaker.entity
        if one.parent is not None or one.speaker.kind == "implicit":
            continue
        own = sentence_of(one)
        if own != sentence:
            if spoke or parted:
                earlier = {actor: last for actor, last in {**earlier, **here}.items() if actor in spoke}
            sentence, here, spoke, parted = own, {}, set(), False
        if speaker is None:
            # "The top diplomat", of whom nobody knows who that is, may be who spoke; "a diplomat" is another.
            parted = parted or one.speaker.span is None or not text[one.speaker.span[0] :].lower().startswith("the ")
            continue
        before = here.get(speaker, earlier.get(speaker))
        if before is None and one.act == "agree" and one.addressees:  # both who met: "The two sides agreed"
            before = max((last for last in earlier.values() if statements[last].id in present), default=None)
        if before is None:
            telling = [last for last in earlier.values() if _is_there(present.get(statements[last].id, ()), speaker)]
            before = max(telling, default=None)
        if before is None:
            before = _asked(one, statements, earlier | here)
        if before is not None:
            yield number, before
        if _is_of_both(one, text) and any(statements[last].id in present for last in earlier.values()):
            continue
        spoke.add(speaker)
        if _is_past(one, text) or (before is None and one.time is not None and _is_recalled(one, text)):
            here[speaker] = number


def _asked(one: Statement, statements: Sequence[Statement], spoken: Mapping[str, int]) -> int | None:
    """The last statement of whoever is asked a question by this one, or asked what this one answers."""
    said = (spoken[actor] for each in one.addressees if (actor := each.actor) is not None and actor in spoken)
    last = max(said, default=None)
    if last is None or one.speaker.kind == "author" or _is_long(statements[last]):
        return None
    answers = statements[last].act == "ask" and _holds_actor(statements[last].addressees, one.speaker.entity)
    return last if answers or (one.act == "ask" and one.cue.lemma.split()[0] == "ask") else None


def _is_of_both(one: Statement, text: str) -> bool:
    """All who met say it, which parts nothing: "X hailed the ties. The two sides stressed that. X added"."""
    return one.speaker.span is not None and _BOTH.match(text, one.speaker.span[0]) is not None


def _is_long(one: Statement) -> bool:
    """It is told of a month or a year, in which there were many occasions."""
    return one.time is not None and one.time.granularity in ("month", "year")


def _holds_actor(mentions: Sequence[Mention], actor: str | None) -> bool:
    return any(each.actor == actor for each in mentions)


def _is_recalled(one: Statement, text: str) -> bool:
    """It is told of an earlier day: "On Monday she had told the Courier that"; what she adds was said then, too."""
    start, end = one.cue.span
    return "had" in text[start:end].lower().split() and not text[:start].endswith(("who ", "which "))


def _is_there(present: Sequence[Mention], speaker: str) -> bool:
    """Who speaks is among those who were met; a body does not answer at once."""
    return any(each.actor == speaker and each.kind in ("person", "country") for each in present)


def _is_same_occasion(before: Statement, after: Statement, text: str, *, met: bool) -> bool:
    """The second is said as the first is: in the past both, soon, at no other time, at no other place.

    Of a meeting more is told between what was said at it.
    """
    if after.time is not None and before.time is not None and after.time.value != before.time.value:
        return False
    places = {each.place.entity for each in (before, after) if each.place is not None}
    if len(places) > 1 and not _is_wide(after, before):
        return False
    if _is_of_letter(before, after, text):
        return False
    if _is_by_office(after, text) and not _is_by_office(before, text):
        return False
    if not _is_past(after, text) or not (_is_past(before, text) or _goes_on_recalling(before, after, text)):
        return False
    between = text[before.cue.span[1] : after.cue.span[0]]
    if len(_SENTENCE_ENDS.findall(_outside(between))) > (2 * _SILENT if met else _SILENT):
        return False
    start, end = after.cue.span
    return _ELSEWHERE.search(text[max(0, start - _BESIDE) : end + _BESIDE]) is None


def _goes_on_recalling(before: Statement, after: Statement, text: str) -> bool:
    """What is said in the same paragraph after what was recalled, in quotation marks: "'We are late,' she said"."""
    same = "\n\n" not in text[before.cue.span[1] : after.cue.span[0]]
    return same and before.time is not None and _is_recalled(before, text) and after.form == "direct"


def _is_of_letter(before: Statement, after: Statement, text: str) -> bool:
    """The first was written in a dated text, and the second is not."""
    return _DATED.search(beside(before, text)) is not None and after.cue.lemma.split()[0] != "write"


def _is_by_office(one: Statement, text: str) -> bool:
    """His office says it for him: "his office said"."""
    return one.speaker.span is not None and _OFFICE.search(text, *one.speaker.span) is not None


def _is_wide(after: Statement, before: Statement) -> bool:
    """The second has a country for its place and the first a town: "in Oslo ... She, who is visiting Norway, said"."""
    return (
        after.place is not None
        and before.place is not None
        and after.place.kind == "country"
        and before.place.kind == "place"
    )


def _is_other_day(before: Statement, after: Statement, text: str, dates: Sequence[Span]) -> bool:
    """The second has a day beside it that is not that of its saying, or one opens a sentence between the two."""
    if after.time is not None:
        return False
    begin, end = sentence_of(after)
    for start, stop in dates:
        same = before.time is not None and before.time.text in text[start:stop]
        if same or not before.cue.span[1] <= start < end:
            continue
        if start >= begin and not _is_quoted(text[begin:start]):
            return True
        if before.evidence[-1][1] <= start and _OPENS.search(text[:start][-_OPENING:]) is not None:
            return True
    return False


def _is_quoted(text: str) -> bool:
    """What follows the text stands in quotation marks that open in it."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _outside(text: str) -> str:
    """The text without what is in quotation marks, whose sentences are what is said."""
    return re.sub(r"[“\"][^“”\"]*(?:[”\"]|$)", "", text)


def _is_past(one: Statement, text: str) -> bool:
    """It was said once, and not "he says", "he has said" or "he had said"."""
    lemma = one.cue.lemma.split()[0]
    if lemma in _UNCHANGED:
        return True
    if _PERFECT.search(text, max(0, one.cue.span[0] - _BESIDE), one.cue.span[0]):
        return False  # "had | welcomed"
    words = text[slice(*one.cue.span)].lower().split()
    if _EXPRESSING.match(words[0]):
        return words[0].endswith(("ed", "ing"))
    if lemma in _HOLDING:
        return False
    present = {lemma, f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies"}
    return not (present | _HELPERS) & set(words)
