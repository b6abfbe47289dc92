"""Subject trees: subjects that the network has beside another word, or takes for whom it is done to, mended.

It takes "had only asked" for a passive, and of "X has met the king" may put X beside the king.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases

# A "been" so near before a participle is its own, wherever the tree hangs it.
_BETWEEN = 3
_HAD = frozenset({"had", "has", "have", "'d", "’d", "'ve", "’ve", "having"})
_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})


def relabel(token: Token) -> None:
    """Says of a noun that is beside no other, and has nothing done to it, what it is."""
    if token.dep_ == "appos" and _is_listed(token):
        token.dep_ = "conj"
    if token.dep_ == "appos" and (verb := _verb_between(token)) is not None:
        token.head, token.dep_ = verb, "nsubj"
    if token.dep_ == "nsubj:pass" and _is_active(token.head):
        token.dep_ = "nsubj"
    if token.dep_ == "iobj" and _is_doing(token):
        token.dep_ = "nsubj"


def _is_listed(token: Token) -> bool:
    """It has a preposition and an "and" of its own, and is another: "with her Danish colleague and with Minister Y"."""
    own = {child.dep_ for child in token.lefts}
    return {"cc", "case"} <= own and token.head.i < token.i


def _verb_between(name: Token) -> Token | None:
    """The verb without a subject that stands between a name and the object it is put beside: "X has met the king"."""
    noun, verb = name.head, name.head.head
    between = name.i < verb.i < noun.i and noun.dep_ in ("obj", "iobj", "obl") and verb.tag_ in _FINITE
    return verb if between and not grammar.SUBJECTS & {child.dep_ for child in verb.children} else None


def _is_doing(noun: Token) -> bool:
    """Who stands before a verb that has no subject, and somebody else after it: "an envoy had told the other side"."""
    verb = noun.head
    if noun.i > verb.i or noun.tag_ not in ("NN", "NNS", "NNP", "NNPS", "PRP") or verb.tag_ not in _FINITE:
        return False
    others = [child.dep_ for child in verb.children if child.i != noun.i]
    return (
        not grammar.SUBJECTS.intersection(others) and "aux:pass" not in others and {"iobj", "obj"} & {*others} != set()
    )


def _is_active(verb: Token) -> bool:
    """The participle is of a perfect and has no form of "be": "had only asked"."""
    helpers = [child.lower_ for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i]
    been = any(
        token.lower_ == "been" for token in verb.doc[max(verb.i - _BETWEEN, grammar.sentence_start(verb)) : verb.i]
    )
    return verb.tag_ == "VBN" and bool(helpers) and all(helper in _HAD for helper in helpers) and not been


def hang_apposed(noun: Token) -> None:
    """Of two subjects of a verb, the second, with an article and between commas, says what the first is."""
    others = [other for other in grammar.children(noun.head, "nsubj") if other.i < noun.i]
    if not others:
        return
    phrase = nounphrases.noun_phrase(noun)
    first, after = phrase[0], phrase[-1].i + 1
    if first.i < 2 or first.lower_ not in ("a", "an", "the") or noun.doc[first.i - 1].text != ",":
        return
    if noun.i < noun.head.i and (after >= noun.head.i or noun.doc[after].text != ","):
        return
    others = [other for other in others if (other.i < noun.head.i) == (noun.i < noun.head.i)]
    last = noun.doc[first.i - 2]
    for other in others:
        if other.i < first.i and (last.i == other.i or other.is_ancestor(last)):
            noun.head, noun.dep_ = other, "appos"
            return
