"""Whom a pronoun does not mean, by trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.mentions.bindings import apart
from tests.extract.docs import doc_of

LIKE = """
People NNS people 6 obj
like IN like 3 case
Brask NNP Brask 1 nmod
, , , 1 punct
he PRP he 6 nsubj
said VBD say 0 root
"""
AGAINST = """
Running VBG run 5 advcl
against IN against 3 case
Brask NNP Brask 1 obl
he PRP he 5 nsubj
won VBD win 0 root
"""
HIS = """
Brask NNP Brask 5 nsubj
, , , 3 punct
running VBG run 1 acl
, , , 3 punct
said VBD say 0 root
he PRP he 7 nsubj
won VBD win 5 ccomp
"""


@pytest.mark.parametrize(("tree", "other"), [(LIKE, ["Brask"]), (AGAINST, ["Brask"]), (HIS, [])])
def test_he_is_not(tree: str, other: list[str]) -> None:
    doc = doc_of(tree, names={"Brask": "PER"})
    (he,) = [token for token in doc if token.text == "he"]
    assert [token.text for token in apart(he) if token.ent_type_] == other
