"""Questions asked of a tree: noun phrases, negation, tense, words as they are written."""

from __future__ import annotations

from kg.extract.syntax import grammar, nounphrases
from tests.extract.docs import doc_of


def test_a_noun_phrase_has_its_of_phrase_and_no_clause() -> None:
    doc = doc_of("""
        The DT the 2 det
        minister NN minister 5 nsubj
        of IN of 4 case
        Norway NNP norway 2 nmod
        said VBD say 0 ROOT
    """)
    assert " ".join(token.text for token in nounphrases.noun_phrase(doc[1])) == "The minister of Norway"


def test_tense_is_told_by_auxiliaries_and_by_what_governs_an_infinitive() -> None:
    future = doc_of("They PRP they 3 nsubj\nwill MD will 3 aux\nmeet VB meet 0 ROOT")
    planned = doc_of("They PRP they 2 nsubj\nplan VBP plan 0 ROOT\nto TO to 4 mark\nmeet VB meet 2 xcomp")
    past = doc_of("They PRP they 2 nsubj\nmet VBD meet 0 ROOT")
    assert [grammar.tense(doc[i]) for doc, i in ((future, 2), (planned, 3), (past, 1))] == ["future", "future", "past"]


def test_negation_is_the_verbs_own() -> None:
    doc = doc_of("He PRP he 4 nsubj\ndid VBD do 4 aux\nnot RB not 4 advmod\nsay VB say 0 ROOT\nso RB so 4 advmod")
    assert grammar.negated(doc[3])
    assert not grammar.negated(doc[0])


def test_words_are_as_they_are_written_and_parted_where_some_are_left_out() -> None:
    doc = doc_of("""
        Syria_ NNP syria 5 nmod:poss
        ’s POS 's 1 case
        hedge_ NN hedge 5 compound
        -_ HYPH - 5 punct
        fund NN fund 0 ROOT
    """)
    assert grammar.words([doc[0], *doc[2:]]) == "Syria hedge-fund"
