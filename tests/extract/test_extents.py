"""Where what is said ends that the tree or the network cut, by trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.attributions.extents import run_on, whole_word
from tests.extract.docs import doc_of

PRESIDENT = """
She PRP she 2 nsubj
hopes VBZ hope 0 root
to TO to 5 mark
be VB be 5 aux:pass
elected VBN elect 2 xcomp
president NN president 2 obj
because IN because 8 mark
others NNS other 9 nsubj
left VBD leave 2 advcl
"""
VOTES = """
I PRP I 2 nsubj
think VBP think 0 root
the DT the 4 det
votes NNS vote 2 obj
are VBP be 6 cop
there RB there 2 ccomp
"""
VITRO = """
We PRP we 2 nsubj
know VBP know 0 root
it PRP it 4 nsubj
is VBZ be 2 ccomp
an DT an 4 det
in IN in 7 case
vitro NN vitro 8 compound
test NN test 2 dep
"""
COAL = """
close VB close 0 root
coal_ NN coal 4 compound
-_ HYPH - 4 punct
fired VBN fire 5 amod
plants NNS plant 1 obj
"""
BOOK = """
She PRP she 2 nsubj
reads VBZ read 0 root
the DT the 4 det
book NN book 2 obj
aloud RB aloud 2 advmod
"""


@pytest.mark.parametrize(
    ("tree", "verb", "head", "whole"),
    [
        (PRESIDENT, "hopes", "elected", "to be elected president"),
        (VOTES, "think", "there", "the votes are there"),
        (VITRO, "know", "is", "it is an in vitro test"),
        (BOOK, "reads", "book", "the book"),  # no clause
    ],
)
def test_a_clause_goes_on_to_the_next_mark_or_conjunction(tree: str, verb: str, head: str, whole: str) -> None:
    doc = doc_of(tree)
    (cue,) = [token for token in doc if token.text == verb]
    (complement,) = [token for token in doc if token.text == head]
    found = run_on(cue, list(complement.subtree), {token.i for token in doc})
    assert " ".join(token.text for token in found) == whole


def test_nothing_goes_on_after_nothing() -> None:
    doc = doc_of(BOOK)
    assert run_on(doc[1], [], {0, 1, 2, 3, 4}) == []


def test_a_word_goes_on_over_its_hyphen() -> None:
    doc = doc_of(COAL)
    assert (whole_word(doc, 1, set()), whole_word(doc, 0, set()), whole_word(doc, 1, {3})) == (3, 0, 1)
