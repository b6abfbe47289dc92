"""Whether "both" stands for two who were told of before, from trees made by hand."""

from __future__ import annotations

from kg.extract.syntax.numbers import stands_alone
from tests.extract.docs import doc_of

# The tree has two objects in "backed both Moen and Dahl".
BEFORE_NAMES = """
Vestby NNP vestby 2 nsubj
backed VBD back 0 ROOT
both DT both 2 obj
Moen NNP moen 2 obj
and CC and 6 cc
Dahl NNP dahl 4 conj
"""
ALONE = """
Vestby NNP vestby 2 nsubj
backed VBD back 0 ROOT
both DT both 2 obj
in IN in 5 case
Oslo NNP oslo 2 obl
"""


def test_both_before_a_name_is_nobody_told_of_before() -> None:
    assert not stands_alone(doc_of(BEFORE_NAMES)[2])
    assert stands_alone(doc_of(ALONE)[2])
