"""Whose: the words around a post that tell of which state or body it is."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, nouns

# Offices of states: two of them that stand beside each other are of one.
_OF_STATES = frozenset({"minister", "secretary", "undersecretary", "president", "premier", "chancellor"})
_PEERS = frozenset({"counterpart", "colleague", "homologue"})
# What a state has one of, with which its people are named.
_RULE = frozenset({"government", "leadership", "parliament", "president"})


def telling(head: Token, phrase: list[Token]) -> list[Token]:
    """The words that tell whose the post is: those of its phrase, else those before the post that it stands beside.

    "The US secretary of state and the secretary of defence" are of one state, and neither is of that of "their Omani
    counterparts", with whom they speak. Nor are the government and the people of Norway of two.
    """
    if head.lemma_.lower() in _RULE:
        phrase = [*phrase, *_shared(head)]
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


def _shared(head: Token) -> list[Token]:
    """Whose both are, of two that are named together: "the government | and the people of Norway"."""
    people = next((each for each in grammar.labelled(head, "conj") if each.lemma_ == "people"), None)
    owners = (each for one in (head, people) if one is not None for each in grammar.labelled(one, "nmod"))
    return [each for each in owners if grammar.case(each) == "of"] if people is not None else []
