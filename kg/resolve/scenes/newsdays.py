"""News days: what is said after "the meeting" or at "the rally" of which no day is told is said on that of the news.

"Norway closed the port on Monday, Moen said. ... “It is over,” Dahl told reporters after the meeting": Monday,
where the article has told of no other day at which something was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model import Span, Statement, Time
from kg.resolve.scenes.occasions import DAY
from kg.resolve.scenes.pasts import is_past
from kg.resolve.scenes.sentences import beside, sentence_of

# What takes up an occasion beside the cue: "after the closing session", "before going into the meeting".
_TAKES_UP = (
    r"\b(?:after|following|during|at|into|leaving|minutes before|shortly before)"
    r" (?:the|their|his|her) (?:[\w’'-]+ ){0,2}?"
    r"(?:meetings?|talks|summit|sessions?|conference|negotiations|briefing"
    r"|(?P<dated>hearing|vote|ruling|verdict|debate|rally|ceremony))\b"
)
_OPENING = re.compile(_TAKES_UP, re.IGNORECASE)
# Between the cue and that nobody but who is told: "told reporters", "said shortly".
_BEHIND = re.compile(rf"[^,;.“\"]{{0,40}}?{_TAKES_UP}", re.IGNORECASE)
# Another occasion than that of the news.
_OTHER = re.compile(
    r"\b(?:last|next|previous|earlier|annual|recent|days?|weeks?|months?|years?|later|separately)\b|\d{4}",
    re.IGNORECASE,
)


def in_the_news(statements: Sequence[Statement], text: str, dates: Sequence[Span]) -> Iterator[Statement]:
    """The same, each that is told to be made on an occasion without a day with the one day that was told before it.

    Args:
        statements: of one article, in text order, with the times that their sentences and the meetings tell.
        text: of the article.
        dates: where it tells a day, in text order.
    """
    told: dict[str, Time] = {}
    days = [span for span in dates if DAY.search(text[slice(*span)]) is not None]
    for one in statements:
        if one.parent is None and one.time is not None:
            told[one.time.value] = one.time
        elif one.parent is None and len(told) == 1:
            (day,) = told.values()
            others = any(stop <= one.cue.span[0] and day.text not in text[start:stop] for start, stop in days)
            if day.granularity == "day" and _is_on_occasion(one, text, others=others):
                yield replace(one, time=day)
                continue
        yield one


def _is_on_occasion(one: Statement, text: str, *, others: bool) -> bool:
    """Right behind the cue, or where its sentence opens, an occasion is taken up, and not one of another day.

    Votes and rulings are news of their own: where other days are told, of these.
    """
    begin, end = sentence_of(one)
    if not is_past(one, text) or one.cue.lemma.startswith("according") or _OTHER.search(beside(one, text)) is not None:
        return False
    said = min((start for start, _ in one.content if start >= one.cue.span[1]), default=end)
    taken = _BEHIND.match(text, one.cue.span[1], said) or _OPENING.match(text, begin)
    return taken is not None and not (others and taken["dated"])
