"""What an article says of itself in its first lines: title, author, publisher, date, language, place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.read import byline, speeches
from kg.read.dateline import Dateline, dateline, is_city
from kg.read.markup import TURN, Block

#: Lines that are looked at before the body must have begun: a heading, a byline, a date, an update, labels, tags.
_HEAD_LINES = 14
#: Longest title; of 840 news headlines one is longer (318 characters), the next has 146.
_LONGEST_TITLE = 220

#: Paragraphs in which the first dateline stands: a standfirst may come before.
_OPENING = 3
# Titles of what is said or issued somewhere, and not published by a paper.
_ISSUED = re.compile(
    r"(?:(?:joint|final|opening|closing|keynote|full|transcript|text|press|official)\s(?:of\s)?)*"
    r"(?:remarks|speech|address|statement|declaration|communiqu[eé]|lecture|message|press conference|briefing)\b",
    re.IGNORECASE,
)
#: Lines that may stand without blank lines over a text: publisher, title, byline, dates.
_HEADLINE_LINES = 5

_FINAL_STOP = re.compile(r"[.…;,:][\"”’')\]]*$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|St|No|vs)\.$|\.\.\.$")


def head(blocks: tuple[Block, ...], fields: Mapping[str, str]) -> tuple[dict[str, str], tuple[Block, ...]]:
    """The fields of an article with what its first lines add, and its blocks without those lines.

    Args:
        blocks: all paragraphs, as written.
        fields: what the input gives; it wins over what the lines say.
    """
    said: dict[str, str] = {}
    rest = list(blocks)
    lines = 0
    while rest and lines < _HEAD_LINES:
        lines += 1
        first = rest[0]
        line = first.lines[0]
        if not _taken(line, first, rest, said, fields):
            if not {"title"} & (said.keys() | fields.keys()) or (over := _over_date(rest, said)) is None:
                break
            rest = over
            continue
        rest[:1] = [replace(first, lines=first.lines[1:])] if len(first.lines) > 1 else []
    rest = _after_standfirst(rest, said, fields)
    rest = _dateline(rest, said)
    if (issued := said.pop("_issued", None)) is not None:
        said.setdefault("dateline" if _is_issued_at(issued, said.get("title", ""), rest) else "publisher", issued)
    if (speaker := speeches.speaker(fields.get("title") or said.get("title") or "")) is not None:
        said.setdefault("author", speaker)
    return {**said, **fields}, tuple(rest)


def _is_issued_at(name: str, title: str, rest: list[Block]) -> bool:
    """The name before a date is a place: the text has something happen there, or is a speech or a communiqué."""
    if _ISSUED.match(title):
        return True
    happens = re.compile(rf"\b(?:in|at|to|from) {re.escape(name)}\b")
    return any(happens.search(block.text) for block in rest)


def _taken(line: str, block: Block, rest: list[Block], said: dict[str, str], fields: Mapping[str, str]) -> bool:
    """`line`, the first that is left, belongs to the head: what it says is put into `said`."""
    title = said.get("title") or fields.get("title")
    if title is not None and _same_title(line, title):
        return True
    if byline.labelled(line, said, titled=title is not None):
        return True
    if title is None and byline.is_publisher(line) and _is_title(line, block, rest):
        alone = len(block.lines) == 1 and len(rest) > 3 and len(rest[1].lines) == 1
        if len(block.lines) > 2 or (alone and _is_title(rest[1].lines[0], rest[1], rest[1:])):
            said.setdefault("publisher", line)
            return True
    if title is None and _is_title(line, block, rest):
        said["title"] = line.strip("*_ ")
        return True
    if not said and "title" in fields and _is_title(line, block, rest):
        # The page's own title, where another is given: a line of the head comes below it.
        below = block.lines[1] if len(block.lines) > 1 else rest[1].lines[0]
        return byline.labelled(below, {}, titled=True)
    return False


def _over_date(rest: list[Block], said: dict[str, str]) -> list[Block] | None:
    """What is left without the first block, where its lines say who, where and when, though some are only names.

    "Jane Doe", "BBC News, Lima" and "12 March 2025" below one another are read as in one line with bars between; a
    name in a block of its own goes with the date below it. None where the lines are no such head.
    """
    first = rest[0]
    alone = len(first.lines) == 1 and len(rest) > 1 and len(rest[1].lines) == 1 and byline.dated(rest[1].lines[0], {})
    lines = (*first.lines, *rest[1].lines) if alone else first.lines
    trial: dict[str, str] = {}
    if not 1 < len(lines) <= _HEADLINE_LINES or not byline.labelled(" | ".join(lines), trial, titled=True):
        return None
    byline.add(said, trial)
    return rest[2:] if alone else rest[1:]


def _same_title(line: str, title: str) -> bool:
    """The title once more. One with a final stop is a sentence of the text."""
    if _FINAL_STOP.search(line) and not _FINAL_STOP.search(title):
        return False
    return _words(line) == _words(title)


def _words(line: str) -> str:
    return re.sub(r"\W+", " ", line).strip().casefold()


def _is_title(line: str, block: Block, rest: list[Block]) -> bool:
    """A heading, or a short line without a final stop that stands alone or over a line of the head."""
    if len(line) > _LONGEST_TITLE or TURN.match(line) or dateline(line):
        return False
    if block.kind == "heading":
        return True
    if (
        block.kind == "item"
        or (_FINAL_STOP.search(line) and not _ABBREVIATED.search(line))
        or (len(rest) < 2 and len(block.lines) < 2)
    ):
        return False
    if line[:1] in '"“‘' and line[-1:] in '"”’':
        return False
    below = block.lines[1:_HEADLINE_LINES]
    return not below or any(byline.labelled(one, {}, titled=True) or dateline(one) for one in below)


def _after_standfirst(rest: list[Block], said: dict[str, str], fields: Mapping[str, str]) -> list[Block]:
    """Takes the lines of the head that follow a standfirst or a subtitle: those that can be nothing else."""
    if not {"title"} & (said.keys() | fields.keys()) or len(rest) < 2:
        return rest
    kept = list(rest)
    for place in (1, 2):
        while len(kept) > place + 1 and _only_head(kept[place], said):
            del kept[place]
    return kept


def _only_head(block: Block, said: dict[str, str]) -> bool:
    """Every line of `block` is a byline, a date or a label, beyond doubt."""
    if len(block.text) > byline.LONGEST_LINE or block.kind == "heading":
        return False
    trial: dict[str, str] = {}
    if is_city(block.text):  # "ANKARA" alone over the report
        said.setdefault("dateline", block.text)
        return True
    if not all((byline.by(line, trial)) or byline.dated(line, trial) or byline.idle(line) for line in block.lines):
        named = byline.labelled(block.text, trial, titled=True) and {"author", "published"} <= trial.keys()
        if not named:
            return False
    byline.add(said, trial)
    return True


def _has_colon(block: Block) -> bool:
    """The paragraph has a dateline like "LIMA: ", as each entry of a digest has one, too."""
    found = dateline(block.text)
    return found is not None and found.date is None and block.text[: found.end].rstrip().endswith(":")


def _dateline(rest: list[Block], said: dict[str, str]) -> list[Block]:
    """Takes the datelines off; that of the first three paragraphs (a standfirst may come before) is the article's.

    Further down, only what has a date or an agency is one; where it is of another place, the text is a digest
    of several reports, and none of the datelines is that of the whole.
    """
    found: list[Dateline] = []
    for number, block in enumerate(rest):
        if block.kind != "paragraph" or (number >= _OPENING and not found):
            continue
        one = dateline(block.text)
        bare = one is not None and not (one.agency or one.date)
        if one is None or (bare and (found or (_has_colon(block) and (number or any(map(_has_colon, rest[1:])))))):
            continue
        rest[number] = replace(block, lines=(block.text[one.end :],))
        found.append(one)
    for one in found[:1]:
        if len({each.place for each in found}) == 1:
            said.setdefault("dateline", one.place)
            if one.agency:
                said.setdefault("publisher", one.agency)
        if one.date:
            said.setdefault("published", one.date)
    if "_updated" in said:
        said.setdefault("published", said["_updated"])
    said.pop("_updated", None)
    return rest
