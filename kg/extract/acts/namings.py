"""Namings: what one does by calling somebody or something a name: "called the remarks irresponsible"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.syntax import grammar
from kg.extract.syntax.quotes import Quotes
from kg.extract.syntax.sides import following
from kg.extract.words.valence import BAD_OF_ACTORS, judged
from kg.model import Act

# What is called something bad is rejected by it, where somebody said it.
_DENIABLE = frozenset(
    {"suggestion", "claim", "accusation", "allegation", "charge", "report", "idea", "proposal", "demand", "notion"}
    | {"rumour", "rumor", "talk", "assertion", "complaint", "criticism", "comparison", "question", "figure", "story"}
)
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})


def named_so(one: Link, quotes: Quotes) -> Act | None:
    """What is done by a name: of bad names those for what somebody said reject it; None where it only names.

    Args:
        one: an attribution whose cue gives a name.
        quotes: of the article.
    """
    if is_of_oneself(one):
        return None
    inside = {token.i for tokens in one.contents for token in tokens}
    rest = [  # the network's content may end before what the thing is called
        token
        for child in grammar.children(one.head, "xcomp", "obj", "ccomp")
        for token in child.subtree
        if token.i not in inside and token.i > one.head.i
    ]
    label = _label(one, rest, quotes)
    found = judged([*one.contents, rest])
    if found is None and any(token.lemma_.lower() in BAD_OF_ACTORS for token in label):
        found = "criticise"
    if any(token.lower_ == "nothing" for token in label):
        found = "criticise"  # "a good story and nothing more"
    if found is None and any(token.lower_ == "first" and quotes.quoted(token.idx) for token in label):
        found = "praise"  # "the first minister to listen"
    first = one.contents[0][0]
    told = {token.lemma_.lower() for token in one.contents[0][:4]} & _DENIABLE
    # "This" is what was said before; "that" may be a relative pronoun: "a blast that he called deliberate".
    if found == "criticise" and (told or (first.tag_ == "DT" and first.lower_ in ("this", "that"))):
        return "reject"
    return found


def is_of_oneself(one: Link) -> bool:
    """The name is the speaker's own, which nobody is blamed or praised by: "described himself as “a moderate”".

    Args:
        one: an attribution whose cue gives a name.
    """
    return any(tokens[0].lower_ in _REFLEXIVE for tokens in one.contents)


def is_title(one: Link) -> bool:
    """The speaker takes a title that others may hold: "declared himself the winner", not "himself ready".

    Args:
        one: an attribution whose cue declares something.
    """
    told = (token for token in (*one.cue, *one.contents[0]) if token.lower_ in _REFLEXIVE)
    oneself = next((token for token in told if token.i + 1 < len(token.doc)), None)
    return oneself is not None and oneself.head.i == one.head.i and oneself.nbor().tag_[:2] in ("DT", "NN")


def _label(one: Link, rest: list[Token], quotes: Quotes) -> list[Token]:
    """The name that a label gives: its quoted words, or those behind what is called so."""
    words = [token for tokens in (*one.contents, rest) for token in tokens]
    return [token for token in words if quotes.quoted(token.idx)] or words[-2:]


def judged_behind(head: Token) -> Token | None:
    """What is called something that is told first: "rejected as “absurd” a charge by Oslo"."""
    at, end = head.i + 1, grammar.sentence_end(head)
    if at >= end or head.doc[at].lower_ != "as":
        return None
    at += 1
    while at < end and head.doc[at].is_quote:
        at += 1
    first = at
    while at < end and (head.doc[at].tag_ in ("JJ", "RB", "VBG", "VBN", "CC") or head.doc[at].is_quote):
        at += 1
    return following(head.doc[at - 1]) if first < at < end else None
