"""Verbs that the network takes for nouns or for a present: the tree or the word tells."""

from __future__ import annotations

import pytest

from kg.annotate.verbs import mended


def tags_of(rows: str) -> dict[str, str]:
    """The mended tags of words given as ``word/tag/label/head``, the head counted from 1, 0 for the root."""
    cells = [row.split("/") for row in rows.split()]
    words, tags, deps = ([cell[k] for cell in cells] for k in range(3))
    heads = [int(cell[3]) - 1 if cell[3] != "0" else i for i, cell in enumerate(cells)]
    return dict(zip(words, mended(words, tags, deps, heads), strict=True))


@pytest.mark.parametrize(
    ("rows", "word", "tag"),
    [
        ("She/PRP/nsubj/2 spoke/NN/ccomp/5 her/PRP$/nmod:poss/4 office/NN/nsubj/5 said/VBD/ROOT/0", "spoke", "VBD"),
        ("Two/CD/nsubj/3 have/VBP/aux/3 spoken/NN/ROOT/0", "spoken", "VBN"),
        ("She/PRP/nsubj/3 will/MD/aux/3 travel/NN/ROOT/0", "travel", "VB"),
        ("who/WP/nsubj/3 was/VBD/aux/3 visiting/NN/acl:relcl/4 town/NN/ROOT/0", "visiting", "VBG"),
        ("Firms/NNS/ROOT/0 that/WDT/nsubj/3 lulls/NNS/acl:relcl/1 them/PRP/obj/3", "lulls", "VBZ"),
        ("is/VBZ/cop/4 due/JJ/ROOT/0 to/NN/punct/2 meet/NN/advcl/2 him/PRP/obj/4", "meet", "VB"),
        ("which/WDT/nsubj/4 was/VBD/cop/4 to/TO/mark/4 take/NN/acl:relcl/5 place/NN/ROOT/0", "take", "VB"),
        ("X/NNP/nsubj/5 is/VBZ/cop/5 due/JJ/amod/5 to/PRP/punct/5 meet/NN/ROOT/0 her/PRP/obj/5", "meet", "VB"),
        ("They/PRP/nsubj:pass/3 are/VBP/aux:pass/3 expected/JJ/ROOT/0", "expected", "VBN"),
        ("They/PRP/nsubj/2 rejected/VBP/ROOT/0 it/PRP/obj/2", "rejected", "VBD"),
        ("They/PRP/nsubj/2 need/VBP/ROOT/0 it/PRP/obj/2", "need", "VBP"),
        ("They/PRP/nsubj/2 proceed/VBP/ROOT/0", "proceed", "VBP"),
        # Nouns and adjectives stay what they are: as predicates, of their owners, after prepositions, in headlines.
        ("It/PRP/nsubj/4 's/VBZ/cop/4 the/DT/det/4 start/NN/ROOT/0", "start", "NN"),
        ("It/PRP/nsubj/3 has/VBZ/aux/3 lost/JJ/ROOT/0", "lost", "JJ"),
        ("They/PRP/nsubj/3 are/VBP/aux/3 communications/NNS/ROOT/0", "communications", "NNS"),
        ("went/VBD/ROOT/0 to/IN/case/3 work/NN/obl/1", "work", "NN"),
        ("due/JJ/ROOT/0 to/IN/mark/4 a/DT/det/4 fire/NN/advcl/1", "fire", "NN"),
    ],
)
def test_a_word_that_stands_as_a_verb_does_is_one(rows: str, word: str, tag: str) -> None:
    assert tags_of(rows)[word] == tag
