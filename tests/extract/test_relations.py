"""Relations that verbs, nouns and participles tell."""

from __future__ import annotations

import pytest

from kg.extract.mentions.equations import equate
from kg.extract.mentions.mentions import Mentions
from kg.extract.relations.relations import relations
from kg.extract.syntax.quotes import Quotes
from tests.extract.docs import doc_of

NAMES = {"Moen": "PER", "Chad": "LOC", "Oman": "LOC", "Muscat": "LOC", "Guild": "ORG", "League": "ORG"}


PASSIVE = """
Oman NNP oman 3 nsubj:pass
was VBD be 3 aux:pass
attacked VBN attack 0 ROOT
by IN by 5 case
Chad NNP chad 3 obl
"""

WAR = """
Chad NNP chad 2 nsubj
wages VBZ wage 0 ROOT
war NN war 2 obj
against IN against 5 case
Oman NNP oman 3 nmod
"""

ALLY = """
Chad NNP chad 4 nsubj
is VBZ be 4 cop
an DT a 4 det
ally NN ally 0 ROOT
of IN of 6 case
Oman NNP oman 4 nmod
"""


def told(tree: str) -> list[tuple[str, str, str | None]]:
    """Subject, predicate and object of the relations of a sentence."""
    words = [line.split()[0] for line in tree.strip().splitlines()]
    doc = doc_of(tree, names={name: label for name, label in NAMES.items() if name in words})
    mentions = Mentions(doc, Quotes(doc.text, ()))
    equate(mentions)
    return [
        (
            doc.text[slice(*one.subject.span)],
            one.predicate,
            doc.text[slice(*one.object.span)] if one.object is not None else None,
        )
        for one in relations(mentions)
    ]


@pytest.mark.parametrize(
    ("tree", "relation"),
    [
        (
            "Chad NNP chad 2 nsubj\nattacked VBD attack 0 ROOT\nOman NNP oman 2 obj",
            ("Chad", "opposed_to", "Oman"),
        ),
        (
            PASSIVE,
            ("Chad", "opposed_to", "Oman"),
        ),
        (
            WAR,
            ("Chad", "opposed_to", "Oman"),
        ),
        (
            "Chad NNP chad 2 nsubj\nbacks VBZ back 0 ROOT\nOman NNP oman 2 obj",
            ("Chad", "allied_with", "Oman"),
        ),
        (
            ALLY,
            ("Chad", "allied_with", "Oman"),
        ),
        (
            "Moen NNP moen 2 nsubj\nheads VBZ head 0 ROOT\nthe DT the 4 det\nGuild NNP guild 2 obj",
            ("Moen", "holds_post", "Guild"),
        ),
        (
            "Guild NNP guild 2 nsubj\nbelongs VBZ belong 0 ROOT\nto IN to 4 case\nLeague NNP league 2 obl",
            ("Guild", "member_of", "League"),
        ),
        (
            "Moen NNP moen 2 nsubj\nspeaks VBZ speak 0 ROOT\nfor IN for 4 case\nGuild NNP guild 2 obl",
            ("Moen", "spokesperson_for", "Guild"),
        ),
        (
            "Guild NNP guild 4 nsubj\nin IN in 3 case\nMuscat NNP muscat 1 nmod\nclosed VBD close 0 ROOT",
            ("Guild", "located_in", "Muscat"),
        ),
    ],
)
def test_a_sentence_tells_its_relation(tree: str, relation: tuple[str, str, str]) -> None:
    assert told(tree) == [relation]


@pytest.mark.parametrize(
    "tree",
    [
        "Chad NNP chad 3 nsubj\nnever RB never 3 advmod\nattacked VBD attack 0 ROOT\nOman NNP oman 3 obj",
        "If IN if 3 mark\nChad NNP chad 3 nsubj\nattacks VBZ attack 0 ROOT\nOman NNP oman 3 obj",
        "Chad NNP chad 2 nsubj\nbacks VBZ back 0 ROOT\nit PRP it 2 obj",
        "Muscat NNP muscat 0 ROOT\nand CC and 4 cc\nin IN in 4 case\nOman NNP oman 1 nmod",
    ],
)
def test_what_is_denied_supposed_or_unnamed_is_none(tree: str) -> None:
    assert told(tree) == []


LAWYER = """
Moen NNP moen 6 nsubj
a DT a 3 det
lawyer NN lawyer 1 appos
in IN in 5 case
Oman NNP oman 3 nmod
left VBD leave 0 ROOT
"""

FEATURING = """
talks NNS talk 0 ROOT
featuring VBG feature 1 acl
guild NN guild 4 compound
leader NN leader 5 nmod:desc
Moen NNP moen 2 obj
"""


def posts(tree: str) -> list[tuple[str | None, str | None]]:
    """The posts of a sentence, and of what they are."""
    words = [line.split()[0] for line in tree.strip().splitlines()]
    doc = doc_of(tree, names={name: label for name, label in NAMES.items() if name in words})
    mentions = Mentions(doc, Quotes(doc.text, ()))
    equate(mentions)
    return [
        (one.post, doc.text[slice(*one.object.span)] if one.object is not None else None)
        for one in relations(mentions)
        if one.predicate == "holds_post"
    ]


def test_where_a_lawyer_works_employs_nobody_and_a_state_has_ministers() -> None:
    assert [of for _, of in posts(LAWYER)] == [None]
    assert [of for _, of in posts(LAWYER.replace("lawyer", "minister"))] == ["Oman"]


def test_a_title_begins_after_the_participle_before_it() -> None:
    assert posts(FEATURING) == [("guild leader", None)]
    assert posts(FEATURING.replace("featuring VBG feature", "acting VBG act")) == [("talks acting guild leader", None)]


def test_who_leads_a_body_is_told_by_a_participle_after_it() -> None:
    tree = """
    Guild NNP guild 5 nsubj
    led VBN lead 1 acl
    by IN by 4 case
    Moen NNP moen 2 obl:agent
    left VBD leave 0 ROOT
    """
    assert told(tree) == [("Moen", "holds_post", "Guild")]


# The tree hangs the body on the name that the post is beside, or what is led on the verb above.
CHAIRMAN = """
Moen NNP moen 8 nsubj
, , , 6 punct
a DT a 6 det
former JJ former 6 amod
Guild NNP guild 1 flat
chairman NN chairman 1 appos
, , , 6 punct
left VBD leave 0 ROOT
"""
LED = """
voters NNS voter 2 nsubj
left VBD leave 0 ROOT
the DT the 4 det
Guild NNP guild 2 obj
, , , 6 punct
led VBN lead 1 acl
by IN by 8 case
Moen NNP moen 6 obl:agent
"""


@pytest.mark.parametrize(("tree", "post"), [(CHAIRMAN, "chairman"), (LED, "leader")])
def test_what_a_post_is_of_stands_right_before_it(tree: str, post: str) -> None:
    assert posts(tree) == [(post, "Guild")]


def test_one_without_a_body_right_before_it_is_of_nobody() -> None:
    assert posts(CHAIRMAN.replace("Guild NNP guild", "club NN club")) == [("chairman", None)]
