"""Works: titles of books, films and shows, which the network takes for somebody's names, and letters of offices."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from kg.extract.syntax import nouns

# What a work is, before its title or behind it: "the reality show 'X'", "'X' host Tor Vestby".
_WORKS = frozenset(
    """
    album anthem autobiography ballad bestseller biography blockbuster book comedy documentary drama episode essay film
    flick memoir miniseries movie musical novel novella opera painting play podcast poem programme series show single
    sitcom song soundtrack sequel spinoff thriller trilogy tune
    """.split()
)
_HOSTS = frozenset({"host", "star", "author", "creator", "writer", "director"})
_CALLED = frozenset({"titled", "entitled", "called", "named", "dubbed"})
_OPENING = frozenset("\"“‘'`") | {"''", "``"}
_CLOSING = frozenset("\"”’'") | {"''"}
# The words between a title and what it is of.
_NEAR = 4
# The letters of offices that no body is known by beside a person's name: "DP Ruto", "the MEC for Health, X".
_OFFICES = frozenset("AG ASP CEC CFO COO CS DG DGP DIG DP HH IG IGP LG MEC MEP MLC SP SSP".split())
#: Of these, those that are nobody's initials: "MEC Tor Vestby", but "MK Stalin".
TITLES = frozenset({"DGP", "IGP", "MEC", "MEP", "MLC", "SSP"})
# Posts before the name of who holds them, and in no body's name before two other words.
_HELD = frozenset(
    """
    justice minister senator secretary spokesman spokeswoman counsel congressman congresswoman chairman chairwoman
    commissioner governor lawmaker
    """.split()
)


def holder(ent: TokenSpan) -> list[tuple[list[Token], str]]:
    """The body and the person of which the network made one body: "Supreme Court Justice Tor Vestby"; else none."""
    if ent.label_ != "ORG" or len(ent) < 3:
        return []
    post = next((token for token in reversed(ent[:-1]) if token.lower_ in _HELD or token.text in TITLES), None)
    if post is None:
        return []
    name = list(ent.doc[post.i + 1 : ent.end])
    no_one = nouns.ORGANIZATIONS | nouns.POSTS | nouns.PORTFOLIOS | {"affairs", "services", "center", "centre"}
    if len(name) > 2 or any(one.tag_ != "NNP" or not one.text.istitle() or one.lower_ in no_one for one in name):
        return []
    if len(name) == 1 and post.lower_ in ("secretary", "justice", "minister"):
        return []  # "Foreign Minister Lavrov", whom other rules know
    body = list(ent.doc[ent.start : post.i])
    known = len(body) > 1 and body[-1].lower_ in nouns.ORGANIZATIONS
    return [*([(body, "ORG")] if known else []), (name, "PER")]


def is_title(name: list[Token]) -> bool:
    """The name is a work's: it stands in quotation marks beside what it is, 'the book "Dahlia Street"'."""
    doc, first, last = name[0].doc, name[0].i, name[-1].i
    the = first > 0 and doc[first - 1].lower_ in ("the", "a", "an")
    opening = first - 1 - the
    if opening < 0 or doc[opening].text not in _OPENING:
        return False
    closing = last + 1
    while closing < len(doc) and doc[closing].text in (",", ".", "!", "?") and closing < last + 3:
        closing += 1
    if closing >= len(doc) or doc[closing].text not in _CLOSING:
        return False
    before = {token.lemma_.lower() for token in doc[max(name[0].sent.start, opening - _NEAR) : opening]}
    before |= {token.lower_ for token in doc[max(name[0].sent.start, opening - 1) : opening]} & _CALLED
    behind = {token.lemma_.lower() for token in doc[closing + 1 : closing + 3]}
    hosted = _HOSTS & before and doc[opening - 1].lower_ == "of"
    return bool(_WORKS & (before | behind) or hosted or _CALLED & before or _HOSTS & behind)


def is_office(name: list[Token]) -> bool:
    """The letters are an office's: of whom they stand before, "DP Ruto"."""
    if len(name) != 1:
        return False
    behind = name[0].i + 1
    before_person = behind < len(name[0].doc) and name[0].doc[behind].ent_type_ == "PER"
    return before_person and name[0].text in _OFFICES
