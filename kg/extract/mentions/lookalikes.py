"""Lookalikes: descriptions that are written like a name, or that the network takes for one."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.mentions.cutposts import is_cut_post
from kg.extract.syntax import nouns

#: Of whom several are no body, capitals or not.
OFFICEHOLDERS = frozenset({"minister", "president", "premier", "leader", "ambassador", "official", "envoy", "governor"})
# Posts that newspapers are called by.
_PAPERS = frozenset({"observer", "monitor", "reporter", "economist"})


def are_people(tokens: list[Token]) -> bool:
    """Several people or bodies by common nouns alone; the first word has its capital from the sentence, if any."""
    last = next((token.nbor(-1) for token in tokens[1:] if token.tag_ == "IN"), tokens[-1] if tokens else None)
    if last is None:
        return False
    noun = last.lower_.removesuffix("s")
    if last.tag_ not in ("NNS", "NNPS") and not (noun in OFFICEHOLDERS and noun != last.lower_):
        return False
    if len(tokens) == 1 and not last.is_sent_start:
        return noun in nouns.ORGANIZATIONS  # "11.40am Unions reject offer"
    people = last.text.islower() and last.tag_ == "NNPS" and noun in nouns.PEOPLE
    people = people or noun in OFFICEHOLDERS  # "The Foreign Ministers of Norway and Denmark"
    behind = last.nbor() if last.i < tokens[-1].i else None
    rest = [one for one in tokens if one.i <= last.i] if behind is not None and behind.text.islower() else tokens
    rest = rest[1:] if tokens[0].is_sent_start else rest  # "Economists at Vestbank", but "Doctors Without Borders"
    return people or (last.tag_ == "NNS" and all(token.text.islower() or token.is_punct for token in rest))


def is_office(tokens: list[Token]) -> bool:
    """Words for a post and no more, after "the", or cut short: "the PM"."""
    if tokens and is_cut_post(tokens[-1]):
        return len(tokens) == 1
    if not tokens or tokens[0].i == 0 or tokens[0].nbor(-1).lower_ != "the" or tokens[-1].text.islower():
        return False
    named = tokens[-1].lower_ in _PAPERS  # "the Harbour Observer", a newspaper
    return tokens[-1].lower_ in nouns.POSTS and all(token.tag_ in ("NNP", "NN", "JJ") for token in tokens) and not named
