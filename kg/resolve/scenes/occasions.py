"""Occasions: whether what is said is said on the same occasion as what the same or another said before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention, Span, Statement
from kg.resolve.scenes.pasts import is_past
from kg.resolve.scenes.sentences import beside, sentence_of

# Another occasion: "later told", "said separately".
_ELSEWHERE = re.compile(
    r"\b(?:(?<!minute )(?<!minutes )(?<!moments )later|afterwards?|separately|earlier|previously|often|repeatedly"
    r"|long)\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\b(?:had|has|have)(?: \w+ly| also)? \w+[^,”\"]*, $")
_APART = re.compile(r"(?:(?:In|At|During) (?:a separate|another|a different|a later|an earlier)|Separately,) ")
# So near the cue, in characters, stand the words that tell of it.
_BESIDE = 14
#: "He repeated it at a news conference": to others than those who were told before.
OCCASION = re.compile(
    r"\b(?:at|in|during) an? (?:[\w-]+ ){0,3}?(?:news conference|press conference|briefing|rally|interview)\b",
    re.IGNORECASE,
)
# It is written where no place is.
_ONLINE = re.compile(
    r"\b(?:re)?tweet(?:ed|ing)?\b|\bon (?:X|Twitter|Facebook|Telegram|Instagram|Weibo|social media)\b|\bposted\b"
    r"|\b(?:in|on) an? (?:[\w-]+ ){0,3}?post\b"
)
# Who speaks for another, and not when he spoke himself.
_OFFICE = re.compile(r"(?:\b(?:his|her|its|their)|[’']s?) (?:press )?(?:office|spokes\w+)\b", re.IGNORECASE)
# Sentences of others things after which nobody goes on any more.
_SILENT = 3
# Those through which a sitting lasts that was told of: "The hearing opened on Monday. ... Rowe asked".
_SITTING = 25
# A day opens its sentence: "On", "In late".
_OPENS = re.compile(r"(?:^|[.?!][”\"’']?\s+|\n)(?:(?:On|In|At|By|Since|Early|Late|Last) )?$")
_OPENING = 12
# Before a date that only bounds a time; what begins a clause about something else than the cue.
_BOUND = re.compile(r"\b(?:by|until|till|since|from|to|for|of|between|through|than)\s+(?:the\s+)?$")
_RELATIVE = re.compile(r",? (?:which|who|whose|whom|where|when)\b")
#: No day is told by "in March", "in 2019", and nothing was said "next Friday".
DAY = re.compile(
    r"^(?!next\b|tomorrow).*(?:(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|day\b|night\b|\b\d{1,2}(?:st|nd|rd|th)?\b)",
    re.IGNORECASE,
)
# "U.S.", "J. Rowe" and "Sen." end none.
_SENTENCE_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Lt))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen))[.?!][”\"’']?\s")


def is_same_occasion(before: Statement, after: Statement, text: str, *, met: bool) -> bool:
    """The second is said as the first is: in the past both, soon, at no other time, at no other place.

    Of a meeting more is told between what was said at it.
    """
    if after.time is not None and before.time is not None and after.time.value != before.time.value:
        return False
    places = {each.place.entity for each in (before, after) if each.place is not None}
    if len(places) > 1 and not _is_wide(after, before):
        return False
    if before.time is not None and before.time.granularity != "day" and OCCASION.search(beside(after, text)):
        return False  # "told the paper this week. ... At a rally in Oslo, she said"
    if _APART.match(text, sentence_of(after)[0]) and sentence_of(after) != sentence_of(before):
        return False
    if _is_by_office(after, text) and not _is_by_office(before, text):
        return False
    if _is_within_perfect(after, before, text) and is_past(before, text):
        return False
    if not is_past(after, text) or not (is_past(before, text) or _goes_on_recalling(before, after, text)):
        return False
    between = text[before.cue.span[1] : after.cue.span[0]]
    reach = _SITTING if is_sitting(before) else 2 * _SILENT if met else _SILENT
    if len(_SENTENCE_ENDS.findall(_outside(between))) > reach:
        return False
    return _ELSEWHERE.search(_around(after, text)) is None


def _around(one: Statement, text: str) -> str:
    """The words of its sentence beside the cue, and not those that are said: "a year earlier, she estimated"."""
    begin, stop = sentence_of(one)
    start, end = max(begin, one.cue.span[0] - _BESIDE), min(stop, one.cue.span[1] + _BESIDE)
    said = {at for begin, stop in one.content for at in range(begin, stop)}
    return "".join(" " if at in said else letter for at, letter in enumerate(text[start:end], start))


def _is_within_perfect(one: Statement, before: Statement, text: str) -> bool:
    """It is told by a participle, of what was before: "she had voiced regret, saying"; not "said he had, adding"."""
    begin, cue = sentence_of(one)[0], one.cue.span
    if not text[slice(*cue)].split()[0].endswith("ing") or one.cue.lemma.startswith("according"):
        return False
    had = _HAD.search(text, begin, cue[0])
    return had is not None and not any(start <= had.start() < end for start, end in before.content)


def is_other_day(before: Statement, after: Statement, text: str, dates: Sequence[Span]) -> bool:
    """The second has a day beside it that is not that of its saying, or one opens a sentence between the two."""
    if after.time is not None:
        return False
    begin, end = sentence_of(after)
    for start, stop in dates:
        same = before.time is not None and before.time.text in text[start:stop]
        if same or not before.cue.span[1] <= start < end:
            continue
        if start >= begin and not _is_quoted(text[begin:start]):
            if DAY.search(text[start:stop]) is not None and not _is_beside_it(after, start, text):
                return True
            continue
        if before.evidence[-1][1] <= start and _OPENS.search(text[:start][-_OPENING:]) is not None:
            return True
    return False


def _is_beside_it(one: Statement, date: int, text: str) -> bool:
    """The date is of something else that the sentence tells: "told us in Bern, where he came on Friday", "by 2027"."""
    begin = one.cue.span[1] if one.cue.span[1] <= date else sentence_of(one)[0]
    return _BOUND.search(text[begin:date]) is not None or _RELATIVE.search(text[begin:date]) is not None


def place_after(after: Statement, before: Statement, text: str) -> Mention | None:
    """Where the second is said: where the first was, unless it is written online or told to be in another place."""
    if after.place is not None and not _is_wide(after, before):
        return after.place
    return None if after.place is None and is_online(after, text) else before.place


def is_online(one: Statement, text: str) -> bool:
    """It is written online: "she tweeted", "said on X"."""
    return _ONLINE.search(beside(one, text)) is not None


def _goes_on_recalling(before: Statement, after: Statement, text: str) -> bool:
    """What is said after what was recalled in the same paragraph: "She had warned on Monday. It was late, she said"."""
    same = "\n\n" not in text[before.cue.span[1] : after.cue.span[0]]
    return same and before.time is not None and is_recalled(before, text)


def is_sitting(one: Statement) -> bool:
    """No statement, but a sitting that was opened: "The hearing began on Monday"."""
    return one.speaker.kind == "implicit" and not one.content


def is_recalled(one: Statement, text: str) -> bool:
    """It is told of an earlier day: "On Monday she had told the Courier that"; what she adds was said then, too."""
    start, end = one.cue.span
    return "had" in text[start:end].lower().split() and not text[:start].endswith(("who ", "which "))


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


def _is_quoted(text: str) -> bool:
    """What follows the text stands in quotation marks that open in it."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _outside(text: str) -> str:
    """The text without what is in quotation marks, whose sentences are what is said."""
    return re.sub(r"[“\"][^“”\"]*(?:[”\"]|$)", "", text)
