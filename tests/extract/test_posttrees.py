"""Ranks and ages are hung on the names that they stand before, from trees made by hand."""

from __future__ import annotations

from tests.extract.docs import arcs


def test_what_stands_before_an_age_that_it_governs_is_no_part_of_it() -> None:
    # The verb hung on the age, and the age on the verb: a tree that went round in a circle, and no end of reading it.
    tree = """
    saw VBD see 0 ROOT
    officers NNS officer 3 nsubj
    shooting VBG shoot 1 ccomp
    17_ CD 17 8 nummod
    -_ HYPH - 8 punct
    year_ NN year 8 nmod
    -_ HYPH - 8 punct
    old JJ old 9 amod
    Brask NNP brask 3 obj
    """
    found = arcs(tree, "Brask")
    assert ("shooting", "ccomp", "saw") in found
    assert ("old", "amod", "Brask") in found
    assert ("year", "compound", "old") in found


def test_a_rank_above_its_name_by_another_word_is_left_where_it_is() -> None:
    tree = """
    saw VBD see 0 ROOT
    Lt_ NNP lt 1 obj
    . . . 2 punct
    Brask NNP brask 5 nsubj
    leave VBP leave 2 acl
    """
    assert {("leave", "acl", "Lt"), ("Brask", "nsubj", "leave")} <= arcs(tree, "Brask")
