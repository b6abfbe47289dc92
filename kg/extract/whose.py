"""Whose: the words around a post that tell of which state or body it is."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract import nounphrases, nouns

# Offices of states: two of them that stand beside each other are of one.
_OF_STATES = frozenset({"minister", "secretary", "undersecretary", "president", "premier", "chancellor"})
_PEERS = frozenset({"counterpart", "colleague", "homologue"})


def telling(head: Token, phrase: list[Token]) -> list[Token]:
    """The words that tell whose the post is: those of its phrase, else those before the post that it stands beside.

    "The US secretary of state and the secretary of defence" are of one state, and neither is of that of "their Omani
    counterparts", with whom they speak.
    """
    if head.lemma_.lower() not in nouns.POSTS:
        return phrase
    behind = next((at for at, token in enumerate(phrase) if token.i > head.i and token.lower_ == "with"), None)
    if behind is not None and any(token.lemma_.lower() in _PEERS for token in phrase[behind:]):
        phrase = phrase[:behind]
    first = head.head
    if head.dep_ != "conj" or not _OF_STATES.issuperset((head.lemma_.lower(), first.lemma_.lower())):
        return phrase
    if first.tag_ == "NNS" or any(token.ent_type_ in ("ORG", "LOC", "MISC", "PER") for token in phrase):
        return phrase
    return [*(token for token in nounphrases.base_phrase(first) if token.i < first.i), *phrase]
