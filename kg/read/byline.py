"""Lines of an article's head: bylines, dates, publishers and labels, and what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.read import dates, record
from kg.read.dateline import AGENCIES
from kg.read.names import NAMES, PEOPLE, PLACE, PLACES, PUBLISHER, PUBLISHER_WORD, ROLE

#: Longest line of a head but the title: a byline of three people with their offices.
LONGEST_LINE = 160

_BY = re.compile(
    r"(?i:(?:(?:written|reported|posted|story|report|analysis|opinion|text|words|commentary|column)\s+)?by)\s*:?\s+"
    rf"(?:[Tt]he\s)?(?P<names>{NAMES})"
    r"(?P<rest>\s*(?:,|\||–|—|-|\bin\b|\bfor\b|\bat\b|\bon\b|\().*)?\s*[.,]?"
)
_AT_PLACE = re.compile(rf"(?P<names>{PEOPLE})\s(?P<rest>in\s{PLACE})")
_WITH_ROLE = re.compile(
    rf"(?P<names>{PEOPLE}),?\s(?i:(?:(?:diplomatic|political|foreign|senior|chief|staff|special|world|international|"
    r"economics|defen[cs]e|security|business|europe|africa|asia|middle east|us|eu|un|associate|deputy|managing)"
    r"(?:\saffairs)?\s){0,2}(?:editor|correspondent|reporter|writer|columnist|analyst|bureau chief))"
    rf"(?:\sin\s{PLACE})?"
)
_BOARD = re.compile(
    r"(?i:(?:by\s)?(?:the\s)?)(?P<publisher>[^\W\d_a-z][\w’'&. -]{2,40}?)(?i:[’']s)?\s(?i:editorial board)"
)
_WITH_PUBLISHER = re.compile(
    rf"(?P<names>{PEOPLE})(?:,\s|\sfor\s|\s?[/(]\s?)(?P<publisher>[^\W\d_a-z][\w’'&./ -]{{0,40}}[\w!])\)?"
)
# What stood in elements side by side: "May 3, 20243:15 PM GMT+2Updated 2 hours ago".
_GLUED_TIME = re.compile(r"((?:19|20)\d\d)(\d{1,2}:\d\d)")
_GLUED = re.compile(r"(\w)(?=(?:Updated|Published|Posted|Last (?:modified|updated)) )")
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first\s|originally\s|last\s)?(?:published|posted|updated?|modified|created|issued|released|"
    r"revised|filed|date|publication date|date published|published date|last update)(?:\son|\sat)?)\s*[:\s]\s*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,24}?)\s*:\s*(?P<value>\S.*)")
# Lines of the head that say nothing we keep.
_IDLE = re.compile(
    r"(?:region|regions|theme|themes|topics?|tags?|keywords?|categor(?:y|ies)|section|filed under|in-depth report|"
    r"reading time|word count|views|copyright|location|country|type|edition|status|series|genre|note|format)\s*:.*|"
    r"(?:\d+\s*(?:-|–)?\s*)?(?:min(?:ute)?s?\s+(?:to\s+)?read|comments?|shares?|views)|(?:no|"
    r"add a|leave a)\s+comments?|(?:published|updated|posted)|"
    r"(?:for immediate release|press release|news release|breaking news|breaking|exclusive|opinion|analysis|commentary|"
    r"editorial|interview|exclusive interview|q ?& ?a|explainer|long read|"
    r"world news|world|politics|news|international|home|menu|search|share|print|email|save|listen|subscribe|"
    r"advertisement|share this(?: article| story)?|staff (?:writer|reporter)|(?:our |special |staff |"
    r"senior )?(?:foreign |diplomatic |political )?correspondent|facebook|twitter|whatsapp|linkedin|home\s*[>›»/].*)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s+[·•‧]\s+|\s*\|\s*|\s+[–—]\s+|\s+-\s+|\s{2,}")


def labelled(line: str, said: dict[str, str], *, titled: bool) -> bool:
    """`line` is a byline, a date line, a publisher line or a label; what it says is added to `said`.

    Args:
        line: one line of the head.
        said: fields found so far; the first that says a field keeps it.
        titled: the title is known, so that a bare name may be a byline.
    """
    if len(line) > LONGEST_LINE:
        return False
    line = _GLUED.sub(r"\1 | ", _GLUED_TIME.sub(r"\1 \2", line))
    if idle(line):
        return True
    if _label(line, said) or _byline(line, said, titled=titled):
        return True
    pieces = [piece.strip(" ,.") for piece in _SEPARATOR.split(line) if piece.strip(" ,.")]
    if len(pieces) > 1:
        trial: dict[str, str] = {}
        known = [_piece(piece, trial, titled=titled) for piece in pieces]
        if all(known) or (
            any(known) and "published" in trial and titled and len(pieces) <= 4 and _named(pieces, known, trial)
        ):
            add(said, trial)
            return True
        return False
    return _piece(line, said, titled=titled)


def add(said: dict[str, str], more: Mapping[str, str]) -> None:
    """Adds to `said` the fields of `more` that it lacks."""
    for name, value in more.items():
        said.setdefault(name, value)


def _named(pieces: list[str], known: list[bool], trial: dict[str, str]) -> bool:
    """Beside a date, what else is there is a person or a publisher: "Jane Doe | Lake Wire | 15 February 2017"."""
    left = [piece for piece, is_known in zip(pieces, known, strict=True) if not is_known]
    for piece in left:
        name, comma, place = piece.partition(", ")
        if comma and (name.lower() in AGENCIES or PUBLISHER_WORD.search(name)) and re.fullmatch(PLACE, place):
            trial.setdefault("publisher", name)
        elif re.fullmatch(PEOPLE, piece) and not PUBLISHER_WORD.search(piece) and "author" not in trial:
            trial["author"] = authors(piece)
        elif PUBLISHER.fullmatch(piece) and "publisher" not in trial:
            trial["publisher"] = piece
        else:
            return False
    return True


def _piece(piece: str, said: dict[str, str], *, titled: bool) -> bool:
    """A line, or a part of one between separators, that is one thing only."""
    if idle(piece) or dated(piece, said) or _byline(piece, said, titled=titled):
        return True
    if piece.strip("()").lower() in AGENCIES or (titled and is_publisher(piece)):
        said.setdefault("publisher", piece.strip("()"))
        return True
    return _publisher_and_date(piece, said)


def dated(line: str, said: dict[str, str]) -> bool:
    """A date, with or without "Published:" before it; an update counts where nothing else is said."""
    label = _DATE_LABEL.match(line)
    words = line[label.end() :] if label else line
    if label and re.fullmatch(r"\d+ (?:minutes?|hours?|days?|weeks?|months?) ago", words):
        return True
    published = dates.found(words)
    if published is None:
        # "15/02/2017" may be ambiguous, "Updated 3:14 PM" has no day: a date line all the same.
        return bool(re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", words)) or bool(
            label and len(words) < 40 and re.match(rf"(?:\d|{dates.MONTH}|{dates.WEEKDAY})", words, re.IGNORECASE)
        )
    if label and re.match(r"(?:last\s)?(?:updated?|modified|revised|last update)", label["label"], re.IGNORECASE):
        said.setdefault("_updated", published)
    else:
        said.setdefault("published", published)
    return True


def _label(line: str, said: dict[str, str]) -> bool:
    """A label as in a mail's header: "Title: ...", "Date: ...", "Source: ..."."""
    found = _LABEL.fullmatch(line)
    if found is None:
        return False
    field = record.field_of(found["name"])
    if (
        field is None
        or field in ("text", "id")
        or found["name"].lower() in ("by", "site", "agency", "place", "website")
    ):
        return False
    value = found["value"].strip()
    if field == "published":
        return dated(f"Published: {value}", said)
    if field == "url" and not re.match(r"https?://\S+$", value):
        return False
    said.setdefault(field, authors(value) if field == "author" else value)
    return True


def _byline(line: str, said: dict[str, str], *, titled: bool) -> bool:
    if titled and (board := _BOARD.fullmatch(line)):
        said.setdefault("publisher", board["publisher"])
        return True
    if by(line, said):
        return True
    if titled and (found := _WITH_PUBLISHER.fullmatch(line)):
        publisher = found["publisher"].strip()
        is_name = PUBLISHER.fullmatch(publisher) is not None and len(publisher.split()) <= 5
        if publisher.lower() in AGENCIES or (is_name and PUBLISHER_WORD.search(publisher)) or ROLE.search(publisher):
            said.setdefault("author", authors(found["names"]))
            if not ROLE.search(publisher):
                said.setdefault("publisher", publisher)
            return True
    if titled and (found := _WITH_ROLE.fullmatch(line)):
        said.setdefault("author", authors(found["names"]))
        return True
    if titled and (found := _AT_PLACE.fullmatch(line)):
        said.setdefault("author", authors(found["names"]))
        return True
    return False


def by(line: str, said: dict[str, str]) -> bool:
    """`line` is a byline that begins with "By"."""
    found = _BY.fullmatch(line)
    return found is not None and _by(found, said)


def idle(line: str) -> bool:
    """`line` is of a head and says nothing that an article keeps: a section, tags, "3 min read"."""
    return _IDLE.fullmatch(line) is not None


def _by(found: re.Match[str], said: dict[str, str]) -> bool:
    """A byline: "By Jane Doe", "By JANE DOE, Associated Press", "By Jane Doe in Moscow | 15 February 2017"."""
    names, *offices = re.split(r",\s(?=[^,]*$)", found["names"], maxsplit=1)
    rest = found["rest"] or ""
    # Who has one name only, after somebody who has two, is a city: "By Jane Doe, Abuja".
    if offices and not (
        offices[0].lower() in AGENCIES
        or PUBLISHER_WORD.search(offices[0])
        or ROLE.search(offices[0])
        or (" " in names and " " not in offices[0])
    ):
        names, offices = found["names"], []
    # "By Friday, talks had failed": no name; "By God, he said ...": a sentence.
    if (
        names[0].islower()
        or re.match(rf"(?:{dates.MONTH}|{dates.WEEKDAY})", names, re.IGNORECASE)
        or found[0].count(" ") > 18
    ):
        return False
    trial: dict[str, str] = {}
    # Dates have commas of their own: parts between bars first, then pieces between commas.
    bare = re.sub(r"^\s*(?:in|for|at|on)\s", "", rest)
    parts = [part.strip(" ,()") for part in re.split(r"\s*[|(]\s*|\s+[–—-]\s+", bare)]
    for part in filter(None, offices + parts):
        if not (dated(part, trial) or all(_office(piece, trial) for piece in re.split(r"\s*,\s*", part))):
            return False
    if names.lower() in AGENCIES:
        trial.setdefault("publisher", names)
    else:
        trial["author"] = authors(names)
    add(said, trial)
    return True


def is_publisher(line: str) -> bool:
    """`line` is the name of a newspaper, a station or the like: "The Lake Gazette"."""
    return line.lower() in AGENCIES or bool(PUBLISHER.fullmatch(line) and PUBLISHER_WORD.search(line.split()[-1]))


def _publisher_and_date(line: str, said: dict[str, str]) -> bool:
    """A name and a date: "Global Research, February 19, 2017", "May 4, 2017 (Reuters)", "Geneva, 15 February 2017"."""
    for found in (
        re.fullmatch(r"(?P<name>[^,(]{2,60}?)(?:,|\s*\(|:)\s*(?P<date>.*\d{4}.*?)\)?", line),
        re.fullmatch(r"(?P<date>.*\d{4}.*?)\s*(?:\(|,\s)(?P<name>[^,()]{2,60})\)?", line),
    ):
        if found is None:
            continue
        published = dates.found(found["date"])
        name = found["name"].strip()
        if published is None or not PUBLISHER.fullmatch(name):
            continue
        said.setdefault("published", published)
        if name.lower() in AGENCIES or PUBLISHER_WORD.search(name) or len(name.split()) > 2:
            said.setdefault("publisher", name)
        elif found["name"] == line[: len(found["name"])]:
            # One or two bare words before a date are where a communiqué was issued, unless they look like a publisher;
            # of what place nobody knows, the text tells.
            said.setdefault("dateline" if _is_place(name) else "_issued", name)
        else:
            said.setdefault("publisher", name)
        return True
    return False


def _is_place(name: str) -> bool:
    return name.lower() in PLACES or (name.isupper() and len(name) > 4)


def _office(piece: str, said: dict[str, str]) -> bool:
    """What follows a name in a byline: a role, a place, a publisher, an address."""
    if dated(piece, said) or ROLE.search(piece):
        return True
    if piece.lower() in AGENCIES or PUBLISHER_WORD.search(piece):
        said.setdefault("publisher", piece)
        return True
    return bool(PUBLISHER.fullmatch(piece) or re.fullmatch(r"[\w.+-]+@[\w.-]+", piece))


def authors(names: str) -> str:
    """Names of a byline, parted by commas; a name in capitals is written as names are."""
    parted = [name.strip(" .") for name in re.split(r",\s*(?:and\s+)?|\s+(?:and|&)\s+|;\s*", names)]
    return ", ".join(name.title() if name.isupper() and " " in name else name for name in parted if name)
