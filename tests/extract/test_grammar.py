"""Questions asked of a tree: subjects, their antecedents, noun phrases, negation, tense."""

from __future__ import annotations

from kg.extract.syntax import grammar, nounphrases
from tests.extract.docs import doc_of

CHAIN = """
The DT the 2 det
minister NN minister 5 nsubj
of IN of 4 case
Norway NNP norway 2 nmod
said VBD say 0 ROOT
so RB so 5 advmod
and CC and 8 cc
accused VBD accuse 5 conj
Chad NNP chad 8 obj
, , , 11 punct
adding VBG add 8 advcl
nothing NN nothing 11 obj
"""


def test_coordinated_verbs_and_participles_share_the_subject() -> None:
    doc = doc_of(CHAIN)
    assert [grammar.subject(doc[i]).text for i in (4, 7, 10)] == ["minister"] * 3


def test_a_noun_phrase_has_its_of_phrase_and_no_clause() -> None:
    doc = doc_of(CHAIN)
    assert " ".join(token.text for token in nounphrases.noun_phrase(doc[1])) == "The minister of Norway"


def test_the_subject_of_a_relative_clause_is_the_noun_it_hangs_on() -> None:
    doc = doc_of("""
        Diplomats NNS diplomat 5 nsubj
        who WP who 3 nsubj
        met VBD meet 1 acl:relcl
        there RB there 3 advmod
        agreed VBD agree 0 ROOT
    """)
    assert grammar.subject(doc[2]).text == "Diplomats"


def test_a_relative_pronoun_without_a_relative_clause_means_the_noun_before() -> None:
    doc = doc_of("""
        Union NNP union 6 nsubj
        , , , 4 punct
        which WDT which 4 nsubj
        promised VBD promise 6 advcl
        , , , 4 punct
        urged VBD urge 0 ROOT
    """)
    assert grammar.antecedent(doc[2]).text == "Union"


def test_the_doer_of_a_passive_is_its_agent_or_nobody() -> None:
    doc = doc_of("""
        Chad NNP chad 3 nsubj:pass
        was VBD be 3 aux:pass
        accused VBN accuse 0 ROOT
        by IN by 5 case
        Norway NNP norway 3 obl:agent
    """)
    assert grammar.subject(doc[2]).text == "Norway"
    assert grammar.passive_subject(doc[2]).text == "Chad"
    doc = doc_of("Chad NNP chad 3 nsubj:pass\nwas VBD be 3 aux:pass\naccused VBN accuse 0 ROOT")
    assert grammar.subject(doc[2]) is None


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


def test_who_does_something_is_not_named_only_in_a_clause_about_who_does_it() -> None:
    doc = doc_of(
        """
        Dahl NNP Dahl 9 nsubj
        , , , 1 punct
        who WP who 1 appos
        met VBD meet 1 acl:relcl
        their PRP$ their 6 nmod:poss
        minister NN minister 4 obj
        , , , 6 punct
        Rauta NNP Rauta 9 nsubj
        left VBD leave 0 ROOT
        """,
        names={"Dahl": "PER", "Rauta": "PER"},
    )
    assert grammar.subject(doc[8]).text == "Dahl"


def test_whose_minister_speaks_does_not_speak() -> None:
    doc = doc_of("""
        said VBD say 0 ROOT
        Chad_ NNP Chad 1 nsubj
        's POS 's 2 case
        minister NN minister 2 appos
    """)
    assert grammar.subject(doc[0]).text == "minister"
