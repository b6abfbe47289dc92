"""The words of time expressions, the patterns they make, and what they count."""

from __future__ import annotations

import re


def _numbered(rows: str, start: int = 1) -> dict[str, int]:
    """Words of one row, parted by blanks, mean the number of the row."""
    return {word: number for number, row in enumerate(rows.split(","), start) for word in row.split()}


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTHS = _numbered(
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,"
    "september sept sep,october oct,november nov,december dec"
)
WEEKDAYS = _numbered(
    "monday mon,tuesday tues tue,wednesday wed,thursday thurs thur thu,friday fri,saturday sat,sunday sun", 0
)
_ONES = _numbered("one,two,three,four,five,six,seven,eight,nine")
_TENS = _numbered("twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety", 2)
_FEW = (
    _numbered("a an one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve")
    | _numbered("thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen", 13)
    | {"a couple of": 2}
)
NUMBERS = (
    _FEW
    | {ten: 10 * number for ten, number in _TENS.items()}
    | {f"{ten}-{one}": 10 * tens + ones for ten, tens in _TENS.items() for one, ones in _ONES.items()}
)
ORDINALS = _numbered(
    "first,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth,eleventh,twelfth,thirteenth,fourteenth,fifteenth,"
    "sixteenth,seventeenth,eighteenth,nineteenth,twentieth,twenty-first,twenty-second,twenty-third,twenty-fourth,"
    "twenty-fifth,twenty-sixth,twenty-seventh,twenty-eighth,twenty-ninth,thirtieth,thirty-first"
)
_FOLDED = str.maketrans("İıſ", "iis")
_CAPITAL = "(?-i:(?=[A-Z]))"  # "may", "march" and "sat" are no months and no day
MONTH = rf"{_CAPITAL}(?P<month>{_any(MONTHS)})\b(?:(?<=jan|feb|mar|apr|jun|jul|aug|sep|ept|oct|nov|dec)\.)?"
WEEKDAY = rf"{_CAPITAL}(?P<weekday>{_any(WEEKDAYS)})\b(?:(?<!day)\.)?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
ORDINAL = _any(ORDINALS)
DAY_WORD = rf"(?P<day>{ORDINAL})\b"
YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)\b(?![-–/]\d\d\b)"
NUMBER = rf"(?P<number>(?:{_any(_TENS)})(?:-(?:{_any(_ONES)}))?|{_any(_FEW)}|\d{{1,3}})"
HALF = "morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk"
_HOUR = (
    r"(?:noon|midday|midnight|dawn|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?|\d{1,2}[:.]\d\d|\d{4}(?= gmt| utc| hours))"
    r"(?: (?:gmt|utc|hours|local time|[ecmp][sd]t))?"
)
EARLY = (
    rf"(?:(?:early|late|mid|earlier|later|sometime)(?: (?:on|in))?[\s-]+|(?:the )?(?:{HALF}) (?:of|on) "
    rf"|{_HOUR}(?: on| of|,)? ){{0,2}}"
)
LATE = rf"(?: (?:{HALF}|early|late)\b)?(?: local time)?(?:,? at {_HOUR})?"
# "the last week" is no calendar week, and "the next day" is told from another day.
WHICH = r"(?<!\bthe\s)(?P<which>(?:last|next|this(?: (?:past|coming))?|past|coming))"
YEARLY = r"(?P<which>last|this|next)"
SEASON = "(?:spring|summer|autumn)"


def word(match: re.Match[str], name: str) -> str:
    """What a group has matched, in small letters; "ı" and "ſ" match "i" and "s" where case does not count."""
    return " ".join((match[name] or "").translate(_FOLDED).lower().split())


def number_of(match: re.Match[str], name: str = "number") -> int:
    """A cardinal or ordinal number, in letters or digits."""
    said = word(match, name)
    return int(said) if said.isdigit() else NUMBERS.get(said) or ORDINALS[said]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words, in which a blank stands for any white space."""
    return re.compile(rf"(?<![\w-])(?:{pattern.replace(' ', chr(92) + 's+')})(?!\w)", re.IGNORECASE)


def unnamed(pattern: str) -> str:
    """The pattern without the names of its groups, for use within another."""
    return re.sub(r"\?P<\w+>", "?:", pattern)
