"""What the words around a time expression make of it: no time at all, a deadline, a look back or ahead."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.times.periods import Frame, Period, cover, day


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<![\w-]))(?:{pattern})\s*$", re.IGNORECASE)


_EXCLUDING = _ending(r"(?:before|after|ahead of|prior to|following|between)(?:\s+the)?")
_CLOCK = re.compile(r"noon|mid|dawn|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m|\d{1,2}[:.]\d\d\b(?![./])", re.IGNORECASE)
_BY = _ending(r"by(?:\s+the)?")
_BEFORE_THE_END = _ending(r"before|by")
_SINCE = _ending("since(?: early| late)?")
_PLANNED = _ending(
    r"(?:scheduled|planned|slated|set|due|expected|booked|postponed|adjourned|deferred|moved|rescheduled|delayed"
    r"|put\s+off|(?:put|pushed)\s+back|brought\s+forward)"
    r"(?:\s+(?:for|on|to|until|till|in|by|to\s+\w+\s+(?:on|in)))?"
)
# Repeated days, days of a name of their own, days counted from something else.
_NO_WEEKDAY = _ending(
    "every|each|any|most|some|an?|one|another|first|second|third|fourth|fifth|last|next|previous|following|past|same"
    "|black|bloody|super|good|ash|palm|easter|cyber|maundy|whit"
)
# "A Monday statement" is of the last one; "a Monday" is any. "In an August speech", "its latest July report".
_A = _ending("an?")
_WHOSE = _ending(r"(?:an?|its|his|her|their|the|that)(?:\s+(?-i:[a-z-]+)){0,2}")
_ISSUED = re.compile(
    r"\s+(?:[a-z]+ ){0,2}(?:statement|interview|briefing|conference|letter|report|speech|address|tweet|post|email|memo"
    r"|message|ruling|filing|article|column|broadcast|meeting|hearing|rally|debate|vote|call)\b"
)
_PAPER = re.compile(r"\s+(?:Times|Telegraph|Express|Mail|Mirror|Herald|Tribune|Star|Sun|Independent|Mosque)\b")
_MONTHLY = _ending(
    "in|since|until|till|by|from|during|between|through|before|after|early|late|mid-?|as (?:early|late|recently) as"
)
_OF_MONTH = _ending("of|for|to")
_COUNT = _ending(
    r"some|about|nearly|almost|around|over|than|least|most|to|resolution|article|flight|room|number|no\.|at"
)
_CLOCK_AFTER = re.compile(r"\s*(?:gmt|utc|hours)\b", re.IGNORECASE)
_ON = _ending("on|by|since|until|till|from|of")
# What may follow "on the 15th": no noun, as in "the 15th century".
_NO_NOUN = re.compile(
    r"\s*(?:$|[^\w\s]|[A-Z]|(?:of|in|at|that|to|and|with|for|by|from|but|when|after|before|as|the|an?|h?is|her|their|it"
    r"|he|she|they|was|were|will|would|said|without|near)\b)"
)
# Around the name of a newspaper or a programme: "USA TODAY", "ABC's This Week", "“Today”", "the Today show".
_STATION, _CAPITALS = re.compile(r"(?:[A-Z]\w*|[A-Z]\w*[’']s)\s+$"), re.compile(r"\s+[A-Z]{2,}\b")
_QUOTED, _UNQUOTED = re.compile(r"(?:[“\"‘]|'')$"), re.compile(r"[,.]?(?:[”\"’]|'')")
_SHOWN = re.compile(r"\s+(?:show|programme|program|with\s+[A-Z])\b")
_VAGUE = _ending(r"(?:more|less|fewer)\s+than|over|under|at\s+least|up\s+to|well\s+over|not")
_TIMES = _ending(r"time|times|once|twice|only")


def refused(match: re.Match[str], before: str, after: str) -> bool:
    """The words around say that it is no time, or another one than the expression says by itself."""
    named = {name for name, value in match.groupdict().items() if value}
    if _EXCLUDING.search(before) and not _CLOCK.match(match[0]) and not _is_end(match):
        return True
    if "weekday" in named and "day" not in named and "which" not in named:
        again = re.match(rf"\s+after\s+{re.escape(match[0])}\b", after)
        issued = _A.search(before) and _ISSUED.match(after)
        return bool((_NO_WEEKDAY.search(before) and not issued) or _PAPER.match(after) or again)
    if named == {"month"} and (before or after):
        return not _is_month(match[0], before, after)
    if named == {"day"}:
        return not _ON.search(before) or not _NO_NOUN.match(after)
    if named == {"year"} and match[0] == match["year"]:
        return bool(_COUNT.search(before) or _CLOCK_AFTER.match(after))
    if match[0].lower().endswith("ago"):
        return bool(_VAGUE.search(before))
    if match[0].endswith(("Today", "TODAY", "This Week")):
        return _is_title(match[0], before, after)
    return match.groupdict().get("kind") == "in" and bool(_TIMES.search(before) or re.match(r"\s+of\b", after))


def _is_title(text: str, before: str, after: str) -> bool:
    """A newspaper or a programme is called so: "USA TODAY", "NBC's “Today”", "on This Week with Ann Rowe"."""
    if text.isupper() and _CAPITALS.match(after):
        return True
    quoted = _QUOTED.search(before) is not None and _UNQUOTED.match(after) is not None
    return quoted or _STATION.search(before) is not None or _SHOWN.match(after) is not None


def _is_month(text: str, before: str, after: str) -> bool:
    """Not the prime minister ("Mrs May said"), nor what has a month in its name ("the October Revolution")."""
    if " " in text or "-" in text or _MONTHLY.search(before) or _PLANNED.search(before):
        return True
    if text not in ("May", "April", "June") and _OF_MONTH.search(before):  # those are names, too
        return True
    if _WHOSE.search(before) and _ISSUED.match(after):
        return True
    return bool(_ending("the").search(before) and re.match(r"\s+(?!on\b)[a-z]", after))


def _is_end(match: re.Match[str]) -> bool:
    return re.match(r"(?:the\s+)?end\b", match[0], re.IGNORECASE) is not None


def leaning(frame: Frame, before: str) -> Frame:
    """What the words before say of past and future, whatever the clause does: "talks due on Monday were called off"."""
    if _SINCE.search(before):
        return replace(frame, tense="past")
    return replace(frame, tense="future") if _PLANNED.search(before) else frame


def deadline(match: re.Match[str], before: str, period: Period, frame: Frame) -> Period | None:
    """By Friday, before the end of the year: some time from publication on; None where no one year covers it."""
    ahead = frame.published is not None and frame.tense != "past" and period[1] >= frame.published
    due = _BY.search(before) or (_is_end(match) and _BEFORE_THE_END.search(before))
    return cover(day(frame.today), period) if due and ahead else period
