"""Asides: what is said where the cue stands within it, "The field, she told them, is ours and will not be sold"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.syntax import grammar
from kg.extract.syntax.grammar import FINITE
from kg.extract.syntax.nouns import SAID
from kg.extract.words.cues import LABELLING
from kg.model import ATTRIBUTION
from kg.vocabulary import ACT_CUES

Tokens = list[Token]

# Marks at which the clause begins that the aside interrupts.
_BREAKS = frozenset({";", ":", "—", "–"})
# By these somebody stands before them to whom it is done: "The group, called a menace, fled", "told the news, left".
_DONE_TO = LABELLING | {"ask", "name", "tell"}
# Who speaks begins with one of these.
_NOMINAL = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
# So many tokens his name and titles have.
_LONGEST = 20


def turned(head: Token) -> tuple[Tokens, Tokens, Tokens] | None:
    """Subject, speaker and predicate, where the cue and who speaks stand between: "The pact, says Oslo, is dead".

    By the words alone: trees and the network take the subject of what is said for who says it, and the other way round.
    """
    doc, start, end = head.doc, grammar.sentence_start(head), grammar.sentence_end(head)
    if head.i < start + 2 or doc[head.i - 1].text != "," or head.i + 1 >= end or doc[head.i + 1].tag_ not in _NOMINAL:
        return None
    if head.tag_ not in ("VBD", "VBZ", "VBP") or head.lemma_ not in ACT_CUES or head.lemma_ in _DONE_TO:
        return None
    first = head.i - 1
    while first > start and doc[first - 1].text not in _BREAKS and not doc[first - 1].is_space:
        first -= 1
    before = list(doc[first : head.i - 1])
    nominal = any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in before)
    if not nominal or any(token.text in (",", "(", ")") or token.tag_ in FINITE or token.is_quote for token in before):
        return None
    relative = False
    for token in doc[head.i + 1 : min(end - 1, head.i + _LONGEST)]:
        if token.text == "," and token.i > head.i + 1 and (begun := _predicate(token, end)) is not None:
            last = next(i for i in range(end - 1, begun - 1, -1) if doc[i].is_quote or not doc[i].is_punct)
            return before, list(doc[head.i + 1 : token.i]), list(doc[begun : last + 1])
        relative = token.tag_ in ("WDT", "WP") or (relative and token.text != ",")
        if (
            token.is_quote
            or token.is_space
            or token.lower_ in ("by", "that")
            or (token.tag_ in FINITE and not relative)
        ):
            return None
    return None


def _predicate(comma: Token, end: int) -> int | None:
    """Where a predicate begins after a comma, be it in quotation marks; None where none does."""
    words = (token for token in comma.doc[comma.i + 1 : end] if not token.is_quote and token.tag_ != "RB")
    first = next(words, comma)
    return comma.i + 1 if first.tag_ in FINITE or (first.tag_ == "VB" and first.nbor(-1).is_quote) else None


def parted(sure: float, source: Tokens, head: Token, contents: list[Tokens]) -> tuple[float, Tokens, list[Tokens]]:
    """Source and contents of a cue that parts a subject from its predicate, and how sure it is that they are its own.

    Of a relative clause the pronoun is the subject of what is said ("Brask, [who] police say [fled], denies it"), and a
    predicate after a comma is the main clause's.

    Args:
        sure: the probability that the source is that of the cue.
        source: the words of who speaks, as the network links them to the cue.
        head: governing token of the cue.
        contents: as the network links them to the cue.
    """
    if (parts := turned(head)) is not None:
        before, source, after = parts
        linked = [[token for token in tokens if token.i >= after[0].i] for tokens in contents]
        return 1.0, source, [before, *([tokens for tokens in linked if tokens] or [after])]
    if not source or source[-1].i != head.i - 1 or head.tag_ not in FINITE:
        return sure, source, contents
    who = source[0] if len(source) > 1 else head.doc[max(source[0].i - 1, 0)]
    said = next((tokens for tokens in contents if tokens[0].i == head.i + 1), None)
    if said is None or who.tag_ not in ("WDT", "WP") or said[0].tag_ not in FINITE | {"VBN"}:
        return sure, source, contents
    inside = {token.i for token in said}
    ends = (token.i for token in said if token.text == "," and token.i + 1 in inside and token.nbor().tag_ in FINITE)
    end = next(ends, said[-1].i + 1)
    others = [tokens for tokens in contents if tokens is not said and who not in tokens]
    source = [token for token in source if token.i != who.i]
    return sure, source, [*others, [who], [token for token in said if token.i < end]]


def mend(doc: Doc) -> None:
    """Hangs who speaks on the cue, and the subject on its predicate, where the two stand around an aside."""
    for span in doc.spans.get(ATTRIBUTION, ()):
        if span.label_ != "CUE" or (parts := turned(span.root)) is None:
            continue
        said, (before, speaker, after) = span.root, parts
        whole = {token.i for token in after}
        main = next((token for token in said.subtree if token.i in whole and token.dep_ == "ccomp"), None)
        if main is None or main.head.i != said.i:
            continue
        for words, above, label in ((speaker, said, "nsubj"), (before, main, "nsubj")):
            inside = {token.i for token in words}
            tops = [token for token in words if token.head.i not in inside and not token.is_punct]
            nouns = [token for token in tops if token.pos_ in ("NOUN", "PROPN", "PRON")] or tops
            for top in tops:
                top.head = above
            if nouns:
                passive = label == "nsubj" and any(child.dep_ == "aux:pass" for child in above.children)
                nouns[0].dep_ = "nsubj:pass" if passive else label


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
    found = [words, _after(head, host if inner is None else {token.i for token in inner.subtree})]
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


def _after(head: Token, host: set[int]) -> Tokens:
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
