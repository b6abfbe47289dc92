"""Nobodies: what the network takes for somebody's name and is of nobody who could say or do anything in the news.

Lawsuits ("Roe v. Wade"), gods, figures of books and speech, storms, creeds named for people, credits under photographs.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from kg.extract.mentions.ranks import is_courtesy

# Whom people pray to, what they shout, and figures of books, films and speech; by their names in small letters.
_FIGURES = frozenset(
    """
    god jesus christ allah satan lucifer yahweh santa superman batman frankenstein dracula pinocchio cinderella
    godzilla rambo omicron watergate ruble rouble
    """.split()
) | frozenset(
    {"jesus christ", "allahu akbar", "santa claus", "jim crow", "uncle sam", "john doe", "jane doe", "harry potter"}
    | {"james bond", "robin hood", "archie bunker", "mickey mouse", "joe sixpack", "jr.", "sr."}
)
# Behind these is the name of a storm, which has it again by itself.
_STORMS = frozenset({"hurricane", "typhoon", "cyclone", "superstorm", "storm"})
_VERSUS = frozenset({"v.", "v", "vs.", "vs"})
_SUED = re.compile(r"\bvs?\b", re.IGNORECASE)  # few texts have one of these
# What a text on a lawsuit speaks of.
_OF_LAWSUITS = frozenset(
    """
    abortion appeal case codify court decision judge justice landmark lawsuit overrule overturn precedent ruling rule
    reversal suit uphold verdict
    """.split()
)
# Who owns a photograph, behind the name of who took it.
_AGENCIES = frozenset({"getty", "ap", "afp", "reuters", "epa", "shutterstock", "bloomberg", "upi", "alamy", "zuma"})


# Of these the "'s" is a part of the name, and nobody's who owns something.
_SIGNS = frozenset({"arby", "macy", "mcdonald", "moody", "sotheby"})


class Nobodies:
    """Tells which names of people in one article are nobody's.

    Args:
        doc: the article.
    """

    def __init__(self, doc: Doc) -> None:
        people = [ent for ent in doc.ents if ent.label_ == "PER"]
        self._named = {
            token.lower_ for ent in people if len(ent) > 1 and ent.text.lower() not in _FIGURES for token in ent
        }
        self._storms = {ent.text for ent in people if ent.start and doc[ent.start - 1].lower_ in _STORMS}
        suits = doc if _SUED.search(doc.text) else ()
        self._parties = {token.i for token in suits if token.lower_ in _VERSUS and _is_lawsuit(token)}

    def sign(self, ent: TokenSpan) -> list[Token]:
        """The name of a firm that goes by whose it was, of which the network saw the first word: "McDonald's"."""
        behind = ent.doc[ent.end : ent.end + 1]
        alone = len(ent) == 1 and ent.label_ in ("PER", "ORG", "LOC") and ent.text.lower() in _SIGNS - self._named
        titled = ent.start > 0 and is_courtesy(ent.doc[ent.start - 1])
        return [ent[0], behind[0]] if alone and not titled and behind.text in ("'s", "’s") else []

    def has(self, ent: TokenSpan) -> bool:
        """The name is nobody's."""
        doc, name = ent.doc, ent.text.lower()
        if any(token.i in self._parties for token in doc[max(0, ent.start - 1) : ent.end + 1]):
            return True  # "Roe v. Wade", or one side of it
        if ent.label_ != "PER":
            return False
        alone = len(ent) == 1
        if name in _FIGURES and not (alone and name in self._named):
            return True
        if alone and ent.text in self._storms and name not in self._named:
            return True
        return _is_credit(ent)


def _is_lawsuit(versus: Token) -> bool:
    """Two who meet in court stand around it, and not in a match or an election: "Roe v. Wade", "Brask v. Moen"."""
    doc, at = versus.doc, versus.i
    if at == 0 or at + 1 >= len(doc) or not (doc[at - 1].text[0].isupper() and doc[at + 1].text[0].isupper()):
        return False
    if versus.text == "v." or {doc[at - 1].lower_, doc[at + 1].lower_} == {"roe", "wade"}:
        return True
    return any(token.lemma_.lower() in _OF_LAWSUITS for token in versus.sent)


def _is_credit(ent: TokenSpan) -> bool:
    """Who took the photograph, or whom to follow: "Tor Moen/Getty Images", "Follow Tor Moen on Twitter"."""
    doc, behind = ent.doc, [token.lower_ for token in ent.doc[ent.end : ent.end + 2]]
    photograph = len(behind) == 2 and behind[0] == "/" and behind[1] in _AGENCIES
    followed = ent.start > 0 and doc[ent.start - 1].text == "Follow" and behind[:1] == ["on"]
    return photograph or (followed and behind[1:] in (["twitter"], ["facebook"], ["instagram"], ["x"]))
