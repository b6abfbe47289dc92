"""What stands on a page beside the article: cut, paragraph by paragraph.

Three strengths. Some paragraphs are never an article's own words, wherever they stand ("Follow us on Twitter").
Some end the article: all that follows goes ("About the author"). Some are boilerplate only after it has ended (a plug
for the author's book). In doubt a paragraph stays: lost words can't be found again, a stray plug does little harm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.read import phrases
from kg.read.markup import Block

#: Longest paragraph that is tried for links, pleas and credits; longer ones are prose.
_SHORT = 300
#: Longest caption, note or biography.
_LONG = 900
#: Characters of body that must come before the article can have ended.
_BODY = 200
#: Paragraphs from the beginning and from the end where notes about the text stand.
_FIRST, _LAST = 3, 8

_STOP = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_FINAL_STOP = re.compile(r"[.!?…][\"”’')\]]*$")


def body(blocks: Sequence[Block], *, author: str | None = None) -> tuple[Block, ...]:
    """`blocks` without what is not the article.

    Args:
        blocks: the paragraphs after the head.
        author: for biographies: they begin with the name.
    """
    kept: list[Block] = []
    size = 0
    ended = listing = False
    for number, block in enumerate(blocks):
        near_end = number >= len(blocks) - _LAST or ended
        if size >= _BODY and (_ends(block) or (near_end and _presents(block, blocks[number + 1 : number + 2]))):
            break
        if listing and _entry(block):
            continue
        listing = _heads_list(block, near_end=near_end)
        if listing:
            continue
        if _is_biography(block, author, near_end=near_end):
            ended = ended or size >= _BODY
            continue
        if _never(block) or ((near_end or number < _FIRST) and _note(block.text)) or (ended and _trails(block)):
            continue
        ended = False
        kept.append(block)
        size += len(block.text)
    return _without_last_headings(kept)


def _ends(block: Block) -> bool:
    text = block.text
    if phrases.END.fullmatch(text):
        return True
    heads = block.kind == "heading" or not _FINAL_STOP.search(text)
    return heads and len(text) <= _SHORT and phrases.END_HEADING.fullmatch(text) is not None


def _presents(block: Block, below: Sequence[Block]) -> bool:
    """The heading over what a company says of itself in its press releases: "About Lake Wire", "Lake Wire is ..."."""
    name = re.fullmatch(r"About (?:the )?([A-Z][\w&.’'-]*(?: [\w&.’'-]+){0,5})", block.text)
    return name is not None and any(re.match(rf"(?:The )?{re.escape(name[1])}\b", one.text) for one in below)


def _entry(block: Block) -> bool:
    """An entry of a list of links: linked, an item, or a line without a stop."""
    if block.kind == "heading":
        return False
    return block.linked or block.kind == "item" or (len(block.text) < 160 and not _STOP.search(block.text))


def _heads_list(block: Block, *, near_end: bool) -> bool:
    text = block.text
    if len(text) > 90 or _FINAL_STOP.search(text) or not (block.kind == "heading" or text.endswith(":") or near_end):
        return False
    return phrases.LIST_HEAD.fullmatch(text) is not None


def _never(block: Block) -> bool:
    """Not the article's own words, wherever it stands."""
    text = block.text
    if len(text) > _LONG:
        return False
    if len(text) <= _SHORT:
        if phrases.LINKS.fullmatch(text) or phrases.CREDITS.fullmatch(text):
            return True
        if block.linked and not _FINAL_STOP.search(text):
            return True
        if phrases.PLEAS.fullmatch(text) and not phrases.SPOKEN.search(text):
            return True
    return phrases.CAPTION.fullmatch(text) is not None and not phrases.SPOKEN.search(text)


def _note(text: str) -> bool:
    """A note about the text or its rights, as they stand at its beginning or end."""
    if phrases.LABELLED_NOTE.fullmatch(text):
        return True
    if phrases.NOTE.fullmatch(text):
        return not phrases.SPOKEN.search(text)
    lowered = text.lower()
    if not any(words in lowered for words in phrases.IN_TAIL_WORDS):
        return False
    return bool(phrases.IN_TAIL.search(text)) and not phrases.SPOKEN.search(text.split(".")[0])


def _trails(block: Block) -> bool:
    """Boilerplate once the article has ended."""
    text = block.text
    return block.aside or block.linked or phrases.AFTER.fullmatch(text) is not None or not _STOP.search(text)


def _is_biography(block: Block, author: str | None, *, near_end: bool) -> bool:
    """The author's life and works: "Jane Doe lives in Vienna. She can be reached at ..."."""
    text = block.text
    if len(text) > _LONG or not (near_end or block.aside or author):
        return False
    names = [re.escape(name) for name in (author or "").split(", ") if name]
    if near_end:
        names.append("the (?:author|writer)s?")
    for name in names:
        found = re.match(
            rf"(?:(?:dr|prof|professor|sir|ambassador)\.?\s)?{name}{phrases.BIO_VERB}", text, re.IGNORECASE
        )
        if found is None:
            continue
        if found["sure"] or phrases.BIO_WORDS.search(text):
            return block.aside or near_end or not phrases.SPOKEN.search(text)
    if block.aside and near_end and re.match(rf"[A-Z][\w.’'-]+(?:\s[\w.’'-]+){{1,4}}{phrases.BIO_VERB}", text):
        return bool(phrases.BIO_WORDS.search(text))
    return False


def _without_last_headings(kept: list[Block]) -> tuple[Block, ...]:
    """`kept` without headings under which nothing is left."""
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return tuple(kept)
