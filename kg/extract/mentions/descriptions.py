"""Descriptions: which words around a noun describe whom it is about, and whether somebody known is meant."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import grammar, nounphrases, numbers


def parts_of(head: Token) -> tuple[list[Token], list[Token], bool]:
    """The whole phrase of a noun; of it the words that describe, the article first; whether it is a past one."""
    phrase = nounphrases.unbroken(nounphrases.noun_phrase(head), head)
    while phrase[0].i < head.i and phrase[0].tag_ in ("IN", "TO", "VBG", "CC"):
        phrase = phrase[1:]  # "according to two officials"
    while phrase[-1].i > head.i and phrase[-1].tag_ == "POS":
        phrase = phrase[:-1]  # "the bloc" of "the bloc's budget", as names have it
    base = [token for token in nounphrases.base_phrase(head) if token.tag_ not in ("IN", "TO", "CC", "RB")]
    base = [token for token in base if token.lower_ not in ("according", "including", "to")] or [head]
    # Trees part "the 54-year-old deputy minister" at the hyphens; how old they are is no part of the post.
    if (old := next((token for token in base if numbers.age(token)), None)) is not None:
        the, *aged = numbers.age(old)
        phrase = [*head.doc[the.i : phrase[0].i], *phrase]
        base = [the, *(aged if old.i == head.i else (token for token in base if token.i > old.i))]
    if (based := next((token for token in base if token.lower_ == "based" and token.i < head.i), None)) is not None:
        base = [*grammar.children(head, "det"), *(token for token in base if token.i > based.i)]
        phrase = [token for token in phrase if token.i > based.i]  # "the Oslo-based firm" is nobody's
    if article := nounphrases.article_apart(head, base[0]):
        base, phrase = [article, *base], [article, *phrase]
    before = head.doc[max(base[0].i - 3, grammar.sentence_start(head)) : base[0].i]
    past = before[-2:].text.lower() == "ex-" and base[0].i <= head.i
    if past:  # trees part "the ex-minister" at the hyphen
        base = [*(token for token in before[:-2] if token.tag_ in ("DT", "PRP$")), *base]
        phrase = [*head.doc[base[0].i : phrase[0].i], *phrase]
    return phrase, base, past


def is_definite(head: Token, first: Token) -> bool:
    """Somebody is meant who is known by then; `first` is the first of the words that describe."""
    bare = ("parliament", "government", "cabinet", "authorities")  # known without an article, as some papers write
    pointing = ("the", "this", "that", "these", "those", *bare, *(("all",) if head.lemma_ == "side" else ()))
    definite = first.lower_ in pointing or any(grammar.labelled(head, "nmod:poss"))
    definite |= head.dep_ == "compound"  # "an army statement" is the army's
    # Of "the coalition's leader" the tree may give "the" to the leader.
    definite |= head.dep_ == "nmod:poss" and first.i > 0 and first.nbor(-1).lower_ == "the"
    return definite
