"""Who does what a verb of a tree says, whom a passive is done to, and what a relative pronoun stands for."""

from __future__ import annotations

from kg.extract.syntax import subjects
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
    assert [subjects.subject(doc[i]).text for i in (4, 7, 10)] == ["minister"] * 3


def test_the_subject_of_a_relative_clause_is_the_noun_it_hangs_on() -> None:
    doc = doc_of("""
        Diplomats NNS diplomat 5 nsubj
        who WP who 3 nsubj
        met VBD meet 1 acl:relcl
        there RB there 3 advmod
        agreed VBD agree 0 ROOT
    """)
    assert subjects.subject(doc[2]).text == "Diplomats"


def test_a_relative_pronoun_without_a_relative_clause_means_the_noun_before() -> None:
    doc = doc_of("""
        Union NNP union 6 nsubj
        , , , 4 punct
        which WDT which 4 nsubj
        promised VBD promise 6 advcl
        , , , 4 punct
        urged VBD urge 0 ROOT
    """)
    assert subjects.antecedent(doc[2]).text == "Union"


def test_the_doer_of_a_passive_is_its_agent_or_nobody() -> None:
    doc = doc_of("""
        Chad NNP chad 3 nsubj:pass
        was VBD be 3 aux:pass
        accused VBN accuse 0 ROOT
        by IN by 5 case
        Norway NNP norway 3 obl:agent
    """)
    assert subjects.subject(doc[2]).text == "Norway"
    assert subjects.passive_subject(doc[2]).text == "Chad"
    doc = doc_of("Chad NNP chad 3 nsubj:pass\nwas VBD be 3 aux:pass\naccused VBN accuse 0 ROOT")
    assert subjects.subject(doc[2]) is None


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
    assert subjects.subject(doc[8]).text == "Dahl"


def test_whose_minister_speaks_does_not_speak() -> None:
    doc = doc_of("""
        said VBD say 0 ROOT
        Chad_ NNP Chad 1 nsubj
        's POS 's 2 case
        minister NN minister 2 appos
    """)
    assert subjects.subject(doc[0]).text == "minister"
