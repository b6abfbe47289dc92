"""Names that the network missed, from trees made by hand."""

from __future__ import annotations

from kg.extract.mentions.missednames import unlabelled
from tests.extract.docs import doc_of

BODY = """
the DT the 6 det
Danish_ NNP danish 6 compound
-_ HYPH - 4 punct
Malian NNP malian 6 compound
Harbour NNP harbour 6 compound
Association NNP association 7 nsubj
met VBD meet 0 ROOT
"""
MINER = """
the DT the 5 det
Anglo_ NNP anglo 4 compound
-_ HYPH - 4 punct
Danish NNP danish 5 amod
miner NN miner 6 nsubj
left VBD leave 0 ROOT
"""


def test_a_body_keeps_what_stands_before_the_hyphen_of_its_name() -> None:
    (name,) = unlabelled(doc_of(BODY), ())
    assert [token.text for token in name.tokens] == ["Danish", "-", "Malian", "Harbour", "Association"]
    assert name.label == "ORG"


def test_two_words_with_a_hyphen_that_are_no_body_are_two_names() -> None:
    assert [[token.text for token in name.tokens] for name in unlabelled(doc_of(MINER), ())] == [["Anglo"], ["Danish"]]
