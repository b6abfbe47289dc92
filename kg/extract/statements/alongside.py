"""Alongside: what is said beside what somebody else does or says on a day, in the same sentence, is said on that day.

"Oslo accused Riga on Monday, while Riga said"; "Oslo closed the port on Monday, the ministry saying that it was full".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.attributions.links import Link
from kg.extract.statements.aftermaths import SOON
from kg.extract.syntax import grammar, nounphrases
from kg.extract.times.timewords import WEEKDAYS

# What makes somebody else say something at once; what is said at the same time.
_PROMPTING = frozenset("prompt lead force cause push drive".split())
_MEANWHILE = frozenset({"while", "as", "though", "although"})


def is_alongside(token: Token, one: Link, said: set[int]) -> bool:
    """The day is that of what somebody else does or says in the same sentence, and so of this.

    "Oslo accused Riga on Monday, while Riga said", "Oslo said on Monday, prompting Riga to threaten"; in the sentence
    that opens an article also "..., and Riga said".
    """
    cue = one.head
    if token.i > cue.i or token.i in said:
        return False
    main = _beside(cue, weekday=token.lower_ in WEEKDAYS)
    above = token.head.head if token.dep_ == "compound" else token.head  # "Tuesday evening"
    return main is not None and above.i == main.i and grammar.tense(main) == "past"


def _beside(cue: Token, *, weekday: bool) -> Token | None:
    """The verb of what is told beside it."""
    main = cue.head
    if cue.dep_ == "xcomp" and main.dep_ == "advcl" and main.lemma_ in _PROMPTING:
        return main.head
    if cue.tag_ == "VBG":
        return _of_participle(cue)
    if cue.tag_ != "VBD" or not any(grammar.children(cue, "nsubj")):
        return None
    if cue.dep_ == "conj":
        joined = next(grammar.children(cue, "cc"), None)
        if joined is None or joined.lower_ != "and" or joined.nbor(-1).text == ";":
            return None
        return main if _opens(cue) else None
    if cue.dep_ == "parataxis" and cue.left_edge.i > grammar.sentence_start(cue):
        return main if weekday and cue.left_edge.nbor(-1).text == ":" else None
    if cue.dep_ != "advcl":
        return None
    marks = list(grammar.children(cue, "mark", "case"))
    if any(mark.lower_ in _MEANWHILE for mark in marks):  # "Oslo said on Monday that it had paid, while Riga said"
        while main.dep_ == "ccomp" or (main.dep_ in ("advcl", "acl", "xcomp") and main.tag_ in ("VBG", "VB")):
            main = main.head  # "ended a round on Monday without agreeing, while Riga said"
        return main
    soon = any(mark.lower_ == "after" and mark.i > 0 and mark.nbor(-1).lower_ in SOON for mark in marks)
    if not soon:
        return None
    return main.head if main.lower_ in SOON else main  # "was released on Monday, hours after Oslo threatened"


def _opens(cue: Token) -> bool:
    """Its sentence opens the article."""
    return not any(each.pos_ == "VERB" for each in cue.doc[: grammar.sentence_start(cue)])


def _of_participle(cue: Token) -> Token | None:
    """The verb beside which a participle has a subject of its own: "they met on Monday, the host calling it useful"."""
    who = next(grammar.children(cue, "nsubj"), None)
    if who is None and cue.dep_ == "acl" and cue.head.dep_ == "appos" and cue.head.i == cue.i - 1:
        who = cue.head
    if who is None:
        return None
    first = nounphrases.base_phrase(who)[0]
    if first.i == grammar.sentence_start(cue) or first.nbor(-1).text != ",":
        return None
    above = (verb for verb in grammar.ancestors(cue) if verb.pos_ == "VERB" and verb.tag_ in ("VBD", "VBN"))
    return next((verb for verb in above if grammar.tense(verb) == "past"), None)
