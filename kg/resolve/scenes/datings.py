"""Datings: the day of a meeting, where it is told by what was said at it.

"Moen said on Wednesday. He made the remarks when meeting Dahl in Oslo": they met on Wednesday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Meeting, MeetingStatus, Statement
from kg.resolve.scenes.encounters import made_at
from kg.resolve.scenes.gatherings import lasts
from kg.resolve.scenes.sentences import sentence_of

# Between who speaks and the meeting that is addressed stand no more than these: "told a business | forum".
_TOLD = re.compile(r"(?:told|addressed|addressing) (?:an?|the|his|her|its|their) (?:[\w’'-]+ ){0,3}$")
_BEFORE = 60  # characters that has
_REAL: frozenset[MeetingStatus] = frozenset({"held", "unknown"})


def dated(meetings: Sequence[Meeting], statements: Sequence[Statement], text: str) -> tuple[Meeting, ...]:
    """The meetings, each of which no time is told with that of the first statement made at it.

    Args:
        meetings: of one article.
        statements: of the article, in text order, with their own times.
        text: of the article.
    """
    return tuple(_dated(one, statements, text) if _is_undated(one, text) else one for one in meetings)


def _is_undated(one: Meeting, text: str) -> bool:
    return one.time is None and one.status in _REAL and one.format != "visit" and not lasts(one, text)


def _dated(meeting: Meeting, statements: Sequence[Statement], text: str) -> Meeting:
    own = [one for one in statements if one.parent is None and one.time is not None]
    time = next((one.time for one in own if _is_at(one, meeting, text)), None)
    return meeting if time is None else replace(meeting, time=time, status="held")


def _is_at(one: Statement, meeting: Meeting, text: str) -> bool:
    """The statement is told to be made at the meeting, by those who met or to a conference."""
    word, _ = meeting.evidence[0]
    before = text[max(0, word - _BEFORE) : word]
    if one.cue.span[0] < word and sentence_of(one) in meeting.evidence[1:] and _TOLD.search(before) is not None:
        return one.cue.span[1] > word - _BEFORE and not any(start <= word < stop for start, stop in one.content)
    return any(True for _ in made_at(one, [meeting], text))
