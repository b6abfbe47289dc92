"""What place a word has in its clause, by trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.syntax.position import function_of
from kg.extract.syntax.subjects import coordinated_with
from tests.extract.docs import doc_of

DEMANDED = """
Moen NNP Moen 2 nsubj
demanded VBD demand 0 ROOT
Norway NNP Norway 2 obj
withdraw VB withdraw 2 xcomp
troops NNS troop 4 obj
"""
TO = """
Moen NNP Moen 2 nsubj
told VBD tell 0 ROOT
Norway NNP Norway 2 obj
to TO to 5 mark
withdraw VB withdraw 2 xcomp
"""


@pytest.mark.parametrize(("tree", "function"), [(DEMANDED, "subject"), (TO, "object")])
def test_whoever_is_to_do_what_a_bare_verb_tells_is_its_subject(tree: str, function: str) -> None:
    assert function_of(doc_of(tree)[2]) == function


HUNG = """
They PRP they 2 nsubj
met VBD meet 0 ROOT
in IN in 4 case
Oslo NNP Oslo 2 obl
, , , 6 punct
exchanged VBD exchange 2 advcl
gifts NNS gift 6 obj
and CC and 9 cc
announced VBD announce 6 conj
"""


@pytest.mark.parametrize(
    ("tree", "above"), [(HUNG, "met"), (HUNG.replace(", , , 6 punct", "when WRB when 6 advmod"), "exchanged")]
)
def test_a_past_that_nothing_marks_as_a_clause_of_its_own_goes_on_with_what_it_hangs_on(tree: str, above: str) -> None:
    assert coordinated_with(doc_of(tree)[5]).text == above
