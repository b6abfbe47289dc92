"""Owners are hung on what is theirs, from trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.syntax.possessives import mend
from tests.extract.docs import doc_of

# Owner and owned are both subjects of the verb.
BESIDE = """
Moen NNP moen 4 nsubj
's POS 's 1 case
campaign NN campaign 4 nsubj
spoke VBD speak 0 ROOT
"""
# What is owned hangs on the owner, and the preposition before the two.
UPON = """
spoke VBD speak 0 ROOT
to IN to 4 case
Jon NNP jon 4 compound
Moen NNP moen 1 obl
's POS 's 4 case
old JJ old 7 amod
campaign NN campaign 4 nmod
"""
RIGHT = """
Moen NNP moen 3 nmod:poss
's POS 's 1 case
campaign NN campaign 4 nsubj
spoke VBD speak 0 ROOT
"""
# Nothing is owned: "than Moen's, he said".
ELLIPTIC = """
than IN than 2 case
Moen NNP moen 6 obl
's POS 's 2 case
, , , 6 punct
he PRP he 6 nsubj
said VBD say 0 ROOT
"""


@pytest.mark.parametrize(
    ("tree", "arcs"),
    [
        (BESIDE, {("Moen", "nmod:poss", "campaign"), ("campaign", "nsubj", "spoke")}),
        (UPON, {("Moen", "nmod:poss", "campaign"), ("campaign", "obl", "spoke"), ("to", "case", "campaign")}),
        (RIGHT, {("Moen", "nmod:poss", "campaign"), ("campaign", "nsubj", "spoke")}),
        (ELLIPTIC, {("Moen", "obl", "said")}),
    ],
)
def test_an_owner_hangs_on_what_is_his(tree: str, arcs: set[tuple[str, str, str]]) -> None:
    doc = doc_of(tree)
    mend(doc)
    assert arcs <= {(token.text, token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize("name", ["Moen NNP moen 3 appos", "Moen NNP moen 6 nmod:poss"])
def test_the_title_before_an_owner_is_none_of_what_is_done(name: str) -> None:
    doc = doc_of(
        f"""
        Oslo NNP oslo 2 nsubj
        welcomed VBD welcome 0 ROOT
        Minister NN minister 2 obj
        {name}
        's POS 's 4 case
        offer NN offer 2 obj
        """
    )
    mend(doc)
    assert [token.text for token in doc if token.dep_ == "obj" and token.head.text == "welcomed"] == ["offer"]
    assert "Minister" in {token.text for token in doc[5].subtree}
