"""Of what kind a name is in the whole article, from trees made by hand; all names are invented."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from kg.extract.mentions import names
from tests.extract.docs import doc_of

PLAIN = """
Norvika NNP norvika 2 nsubj
met VBD meet 0 ROOT
Norvika NNP norvika 2 obj
after IN after 5 case
Norvika NNP norvika 2 obl
"""
SAID = """
Norvika NNP norvika 2 nsubj
said VBD say 0 ROOT
it PRP it 5 nsubj
would MD would 5 aux
sue VB sue 2 ccomp
"""
MEMBERS = """
Norvika NNP norvika 2 compound
members NNS member 3 nsubj
left VBD leave 0 ROOT
"""
WHICH = """
Norvika_ NNP norvika 6 nsubj
, , , 1 punct
which WDT which 4 nsubj
closed VBD close 1 acl:relcl
, , , 1 punct
sued VBD sue 0 ROOT
"""
WORKERS = """
workers NNS worker 4 nsubj
of IN of 3 case
Norvika NNP norvika 1 nmod
left VBD leave 0 ROOT
"""
ANALYST = """
analysts NNS analyst 4 nsubj
at IN at 3 case
Norvika NNP norvika 1 nmod
left VBD leave 0 ROOT
"""
SUBSIDIARY = """
Norvika_ NNP norvika 7 nsubj
, , , 1 punct
a DT a 5 det
Danish JJ danish 5 amod
subsidiary NN subsidiary 1 appos
, , , 1 punct
left VBD leave 0 ROOT
"""


def kinds(tree: str, *labels: str) -> list[str]:
    """What the name is in each place, where the network has these labels."""
    doc = doc_of(tree)
    places = [token.i for token in doc if token.text == "Norvika"]
    doc.set_ents([Span(doc, i, i + 1, label=label) for i, label in zip(places, labels, strict=True)])
    found = sorted(names.found(doc), key=lambda name: name.start)
    return [name.label for name in found if name.tokens[-1].text == "Norvika"]


@pytest.mark.parametrize(
    ("labels", "kept"),
    [
        (("ORG", "PER", "ORG"), ["ORG", "ORG", "ORG"]),
        (("PER", "LOC", "LOC"), ["LOC", "LOC", "LOC"]),
        (("PER", "ORG", "PER"), ["PER", "ORG", "PER"]),
        (("PER", "PER", "PER"), ["PER", "PER", "PER"]),
    ],
)
def test_a_lone_name_is_of_the_kind_that_most_places_have(labels: tuple[str, ...], kept: list[str]) -> None:
    assert kinds(PLAIN, *labels) == kept


@pytest.mark.parametrize("tree", [SAID, MEMBERS, WHICH, WORKERS, ANALYST, SUBSIDIARY])
def test_the_words_beside_a_name_tell_that_it_is_a_bodys(tree: str) -> None:
    assert kinds(tree, "PER") == ["ORG"]


def test_one_place_tells_for_all() -> None:
    lines = PLAIN.strip().splitlines()
    members = [*lines[:4], "Norvika NNP norvika 6 compound", "members NNS member 2 obl"]
    assert kinds("\n".join(members), "PER", "PER", "PER") == ["ORG", "ORG", "ORG"]


@pytest.mark.parametrize("tree", [SAID, MEMBERS, WORKERS])
def test_who_has_a_title_is_somebody(tree: str) -> None:
    rows = [line.split() for line in tree.strip().splitlines()]
    at = next(i for i, row in enumerate(rows) if row[0] == "Norvika")
    heads = [int(row[3]) + (int(row[3]) > at) for row in rows]
    moved = [[row[0], row[1], row[2], str(head), row[4]] for row, head in zip(rows, heads, strict=True)]
    moved.insert(at, ["Ms", "NNP", "ms", str(at + 2), "compound"])
    assert kinds("\n".join(map(" ".join, moved)), "PER") == ["PER"]


def test_which_takes_up_more_than_the_last_of_a_row() -> None:
    row = WHICH.replace(
        "Norvika_ NNP norvika 6 nsubj", "Brask NNP brask 8 nsubj\nand CC and 3 cc\nNorvika_ NNP norvika 1 conj"
    )
    moved = row.replace(", , , 1", ", , , 3").replace("which 4", "which 6")
    moved = moved.replace("close 1 acl", "close 3 acl")
    assert kinds(moved, "PER") == ["PER"]


def test_it_is_nobody_where_it_only_rains() -> None:
    assert (
        kinds(SAID.replace("would MD would 5 aux", "is VBZ be 5 cop").replace("sue VB sue", "early JJ early"), "PER")[0]
        == "PER"
    )
