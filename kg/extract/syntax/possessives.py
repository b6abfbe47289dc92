"""Possessives: trees in which an owner hangs beside what is his, mended: "Clinton's campaign said", "to Clinton's PAC".

Of real news, the network hangs 18 owners in 100 on the word above what they own; who owns the campaign would then be
whoever spoke. So do nationalities: "the Danish and Norwegian ministers".
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

# What stands between an owner and what is his, before its head.
_WITHIN = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "VBN", "VBG", "HYPH", "RB", "RBS"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Before the owner they are before what is his: "to Clinton's campaign", "and Clinton's campaign".
_BEFORE = frozenset({"case", "cc", "mark", "punct", "advmod"})
# What stands between two nationalities and those who are of both.
_MODIFYING = frozenset({"JJ", "NN", "NNP"})


def mend(doc: Doc) -> None:
    """Hangs owners on what is theirs, where the tree has the two beside or upon each other."""
    for token in doc:
        if token.tag_ != "POS" or token.i == 0 or token.i + 1 >= len(doc) or token.is_sent_start:
            continue
        owner, owned = _owner(token), _owned(token)
        if owned is None or owner.dep_ == "conj" or owner.sent.start != owned.sent.start:
            continue
        if token.i < owner.head.i <= owned.i:  # it hangs there already, if with the title before the name
            title = owner.nbor(-1) if owner.i else owner
            if title.tag_ in _NOUNS and title.head.i == owned.head.i and title.dep_ == owned.dep_:
                title.head, title.dep_ = owner, "nmod:desc"
            continue
        if owned.head.i == owner.i:
            above, label = owner.head, owner.dep_
            if owner.head.i == owner.i:
                continue  # the root of a sentence: nothing tells what it should be
            owned.head, owned.dep_ = above, label
        elif owned.head.i != owner.head.i or owned.head.i == owned.i:
            continue
        outer = [child for child in owner.lefts if child.dep_ in _BEFORE]
        owner.head, owner.dep_ = owned, "nmod:poss"
        for child in outer:
            child.head = owned
    for first, second in pairwise(doc.ents):
        if first.label_ == second.label_ == "MISC" and second.start == first.end + 1 and doc[first.end].tag_ == "CC":
            _hang_both(first.root, second.end)


def _hang_both(first: Token, at: int) -> None:
    """Hangs the first of two nationalities on whose they are: "the Danish and Norwegian | ministers"."""
    doc = first.doc
    while at < len(doc) and doc[at].tag_ in _MODIFYING and not doc[at].ent_type_:
        at += 1
    if at == len(doc) or doc[at].tag_ != "NNS" or doc[at].ent_type_ or first.head.i == first.i:
        return
    people, outer = doc[at], [child for child in first.lefts if child.dep_ in _BEFORE or child.dep_ == "det"]
    if people.head.i == first.i:
        people.head, people.dep_ = first.head, first.dep_
    elif people.head.i != first.head.i or people.dep_ != first.dep_:
        return
    first.head, first.dep_ = people, "amod"
    for child in outer:
        child.head = people


def _owner(mark: Token) -> Token:
    """The head of the name or noun that ends before the mark."""
    owner = mark.nbor(-1)
    while owner.dep_ == "flat" and owner.head.i < owner.i:
        if any(token.text == "," for token in mark.doc[owner.head.i : owner.i]):
            break  # of "China, North Korea's main ally" the tree may have one name
        owner = owner.head
    title = owner.head
    if owner.dep_ == "appos" and title.i == owner.i - 1 and title.tag_ in _NOUNS:
        return title  # "welcomed Foreign Minister Moen's offer", of which the tree has both for objects
    return owner


def _owned(mark: Token) -> Token | None:
    """The head of what follows: the last noun in a row."""
    last: Token | None = None
    for token in mark.doc[mark.i + 1 : mark.i + 8]:
        if token.tag_ not in _WITHIN or (last is not None and last.i == token.i - 1 and token.tag_ not in _NOUNS):
            break
        if token.tag_ in _NOUNS:
            last = token
    return last
