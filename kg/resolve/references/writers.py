"""Writers: who "I" is outside quotation marks: the author, or whoever answers in an interview without labels."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.ids import fold
from kg.resolve.cast.cast import Cast, Member
from kg.resolve.gazetteer.spelling import is_single

# What an interview is called, in its headline or its first lines.
_INTERVIEW = re.compile(r"\binterview(?:s|ed|ing)?\b|\bin conversation\b|\bQ ?& ?A\b|\bQ\. and A\.", re.IGNORECASE)
_LEAD = 3  # paragraphs in which that stands
# An interview has at least so many questions, each a paragraph with an answer behind it.
_QUESTIONS = 3
_QUESTION = re.compile(r"\?[”\"’')]*\s*$")


def writer(start: int, text: str, author: str | None, cast: Cast) -> Member | None:
    """Who writes the "I" that stands there.

    Args:
        start: of the word, in the text.
        text: of the article.
        author: the byline.
        cast: of the article; gets the author, where it does not have him.
    """
    if cast.answering is not None:
        closes = text.find("\n\n", start)
        asked = _QUESTION.search(text[:closes] if closes >= 0 else text)
        return None if asked else cast.answering
    if author is None or len(author.split()) < 2:
        return None
    for member in cast.members:
        if member.kind == "person" and any(fold(known) == fold(author) for known in member.names):
            return member
    return cast.add(Member(kind="person", names=[author]))


def answering(text: str, title: str, author: str, cast: Cast) -> Member | None:
    """Who answers in an interview whose turns have no labels: whom its headline names, else its lead alone.

    Args:
        text: of the article.
        title: of the article; empty where there is none.
        author: the byline; empty where there is none.
        cast: of the article, with those who are named.
    """
    paragraphs = [one for one in re.split(r"\n\s*\n", text) if one.strip()]
    lead = "\n".join(paragraphs[:_LEAD])
    if not _INTERVIEW.search(f"{title}\n{lead}"):
        return None
    asked = [_QUESTION.search(one) is not None for one in paragraphs]
    if sum(one and not other for one, other in pairwise(asked)) < _QUESTIONS:
        return None
    people = [member for member in cast.members if member.kind == "person" and fold(member.label) != fold(author)]
    for words in (title, lead):
        named = {
            fold(words).index(fold(name)): member
            for member in people
            for name in member.names
            if not is_single(name) and fold(name) in fold(words)
        }
        if 0 in named and words == title:
            return named[0]  # "Tor Vestby: an interview with the poet"
        if len({id(member) for member in named.values()}) == 1:
            return next(iter(named.values()))
    return None
