"""Asides: what is said where the cue stands within it, "The field, she told them, is ours and will not be sold"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar
from kg.extract.syntax.nouns import SAID
from kg.vocabulary import ACT_CUES

Tokens = list[Token]

# Marks at which the clause begins that the aside interrupts.
_BREAKS = frozenset({";", ":", "—", "–"})


def around(head: Token, source: Tokens, contents: list[Tokens], taken: set[int]) -> list[Tokens]:
    """The contents of a cue that is an aside: the clause before it and what goes on after it; else as they are.

    Args:
        head: governing token of the cue.
        source: the words of who speaks.
        contents: as the network links them to the cue.
        taken: indices of the tokens of all cues and sources.
    """
    if head.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or head.lemma_ not in ACT_CUES or _has_content(head, contents):
        return contents
    first = min(
        [head.i, *(token.i for token in source if grammar.sentence_start(token) == grammar.sentence_start(head))]
    )
    doc, start = head.doc, grammar.sentence_start(head)
    if first - 2 < start or doc[first - 1].text not in (",", "”", '"') or (source[-1:] and source[-1].i > head.i + 12):
        return contents
    inner = next((child for child in grammar.children(head, "ccomp") if child.i > head.i), None)
    if head.dep_ == "parataxis" and head.head.i < first:
        host = {token.i for token in head.head.subtree} - {token.i for token in head.subtree}
    elif inner is not None and any(child.dep_.startswith("nsubj") and child.i < first for child in _all(head, inner)):
        host = set(range(start, first))
    else:
        return contents
    before = first - 2
    while before >= start and doc[before].text not in _BREAKS and (before in host or doc[before].is_punct):
        before -= 1
    words = [token for token in doc[before + 1 : first - 1] if not token.is_space and token.i not in taken]
    if not any(token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "PRON") for token in words):
        return contents
    found = [words, _after(head, host if inner is None else {token.i for token in inner.subtree}, taken)]
    return [tokens for tokens in found if tokens]


def _has_content(head: Token, contents: list[Tokens]) -> bool:
    """The network gave the cue a content of its sentence that can be one: no relative clause of the words after it."""
    here = [tokens for tokens in contents if tokens[0].sent.start == grammar.sentence_start(head)]
    return any(len(tokens) > 1 and not (tokens[0].tag_ == "WDT" or _is_relative(tokens)) for tokens in here) or (
        len(contents) > len(here)
    )


def _is_relative(tokens: Tokens) -> bool:
    return grammar.head_of(tokens).dep_ == "acl:relcl"


def _all(*verbs: Token) -> list[Token]:
    return [child for verb in verbs for child in verb.children]


def _after(head: Token, host: set[int], taken: set[int]) -> Tokens:
    """What goes on with the clause after the aside: from the next comma on, where it belongs to the clause before."""
    doc = head.doc
    for token in doc[head.i + 1 : grammar.sentence_end(head)]:
        if token.text == "," and token.i + 1 < grammar.sentence_end(head) and {token.i + 1, token.i + 2} & host:
            words = [each for each in doc[token.i + 1 : grammar.sentence_end(head)] if not each.is_space]
            while words and words[-1].text in (".", ",", ";"):
                words.pop()
            return [] if _is_judged(words) else words
    return []


def unjudged(head: Token, contents: list[Tokens]) -> list[Tokens]:
    """The contents without the reporter's own words on them: "It rains, she said, | a charge that Chad denied"."""
    judging: set[int] = set()
    for tokens in contents if len(contents) > 1 else ():
        if tokens[0].i > head.i and tokens[0].nbor(-1).text == "," and _is_judged(tokens):
            judging.update(token.i for token in grammar.head_of(tokens).subtree)
    kept = [tokens for tokens in contents if not judging.issuperset(token.i for token in tokens)]
    return kept or contents


def _is_judged(words: Tokens) -> bool:
    """The reporter's own word on what was said: "..., she said, a charge that Chad denied"."""
    told = next((token for token in words[1:3] if token.lemma_ in SAID), None)
    return told is not None and words[0].lower_ in ("a", "an")
