"""Post trees: trees of ranks, posts of two words and ages, mended.

The network takes "attorney general" for two posts, "Lt." of "Lt. Col. X" for the end of a sentence, and "year" of "said
the 61-year-old" for a subject.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from kg.extract.mentions.ranks import ends_rank, is_rank
from kg.extract.syntax import grammar, nouns


def hang_rank(name: Span) -> None:
    """Hangs the ranks that are cut short on the name behind them: "Lt. Col. X", of which trees make a name and a stop.

    What governed the first of them governs the name where the name hung on one of them.
    """
    first = name.start
    while first > 0 and (is_rank(name.doc[first - 1]) or ends_rank(name.doc[first - 1])):
        first -= 1
    rank, root = name.doc[first : name.start], name.root
    if not any(map(is_rank, rank)):
        return
    inside = {token.i for token in (*rank, *name)}
    if not _is_lifted(root, rank, inside):
        return
    for token in rank:
        for child in [child for child in token.children if child.i not in inside]:
            child.head = root
        token.head, token.dep_ = root, "nmod:desc" if is_rank(token) else "punct"


def hang_age(aged: list[Token], old: Token) -> None:
    """All words of an age hang on the last: of "said the 61-year-old" the tree has "year" for a subject too."""
    if aged[0].tag_ not in ("DT", "PRP$"):
        aged = aged[1:]  # "shooting 17-year-old Brask": what stands before it is no part of it
    inside = {token.i for token in aged}
    if not _is_lifted(old, [token for token in aged if token.i != old.i], inside):
        return
    for token in aged:
        if token.i != old.i and (token.head.i not in inside or token.text == aged[-3].text):
            token.head, token.dep_ = old, "det" if token is aged[0] else "compound"


def _is_lifted(root: Token, others: Iterable[Token], inside: set[int]) -> bool:
    """Lets a word stand where the group does whose root it shall be; False where the tree would have a circle.

    Args:
        root: the word.
        others: of the group.
        inside: the tokens of all of it.
    """
    if any(root.head.i == token.i for token in others):
        above = next((token for token in others if token.head.i not in inside), None)
        if above is None or any(token.i in inside for token in grammar.ancestors(above)):
            return False
        root.head, root.dep_ = above.head, above.dep_
    return not any(above.i in inside for above in grammar.ancestors(root))


def hang_post(token: Token) -> None:
    """Hangs what stands before the last word of a post as it should: "attorney general", "editor-in-chief"."""
    last = token.lower_
    if last == "general" and token.i > 1:
        first = token.nbor(-2) if token.nbor(-1).text == "-" else token.nbor(-1)  # "Director-General"
        if first.lower_ in nouns.GENERALS:
            _hang_first(first, token)
    if last == "chief" and token.i > grammar.sentence_start(token) + 3 and token.nbor(-1).text == "-":
        _hang_chief(token.nbor(-4), token)


def _hang_first(first: Token, general: Token) -> None:
    """Of a post of two words the second governs what the first did."""
    if first.head.i != general.i:
        above = general if first.head.i == first.i else first.head
        if above.i == general.i or any(each.i == general.i for each in grammar.ancestors(above)):
            return  # the tree is another one altogether
        general.head, general.dep_ = above, first.dep_
        first.head = general
    first.dep_ = "compound"
    for child in list(first.children):
        child.head = general


def _hang_chief(first: Token, chief: Token) -> None:
    """The first word of "editor-in-chief" has what the tree hangs on the last."""
    if chief.nbor(-2).lower_ != "in":
        return
    if first.head.i == chief.i and chief.head.i != chief.i:
        first.head, first.dep_ = chief.head, chief.dep_
    if any(above.i == chief.i for above in grammar.ancestors(first)):
        return
    for child in [child for child in chief.rights if child.i != first.i]:
        child.head = first
    chief.head, chief.dep_ = first, "flat"
