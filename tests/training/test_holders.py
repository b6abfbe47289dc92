"""Sentences with somebody put in who is named beside a post."""

from __future__ import annotations

import random

import pytest

from kg.evaluate.treebank import Text
from training.holders import Cast, named

CAST = Cast(persons=[["Mara", "Ellingsen"]], places=["Norway"])


def sentence(rows: str) -> Text:
    """A sentence of ``word/tag/label/head`` rows; a root has the number of itself."""
    words, tags, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    return Text(list(words), list(tags), [], [int(head) for head in heads], list(deps), [0])


SPOKEN = sentence("He/PRP/nsubj/1 said/VBD/ROOT/1 it/PRP/nsubj/3 rained/VBD/ccomp/1 ././punct/1")
MET = sentence("We/PRP/nsubj/1 met/VBD/ROOT/1 Jon/NNP/obj/1 Dahlby/NNP/flat/2 in/IN/case/5 Oslo/NNP/obl/1 ././punct/1")


@pytest.mark.parametrize("text", [SPOKEN, MET], ids=["a pronoun", "a name"])
@pytest.mark.parametrize("seed", range(12))
def test_the_tree_around_whoever_is_put_in_stays_a_tree(text: Text, seed: int) -> None:
    (found,) = named([text], CAST, random.Random(seed))
    size = len(found.words)
    assert len(found.tags) == len(found.deps) == len(found.heads) == size
    root = found.words.index("said" if text is SPOKEN else "met")
    assert [i for i, head in enumerate(found.heads) if head == i] == [root]
    for i in range(size):
        above = i
        for _ in range(size):
            above = found.heads[above]
        assert above == root  # every word hangs on the root: no circle
    head = found.heads.index(root) if text is SPOKEN else found.deps.index("obj")
    assert found.deps[head] == ("nsubj" if text is SPOKEN else "obj")
    assert {"Mara", "Ellingsen"} <= set(found.words)
    assert found.heads[found.words.index("Ellingsen")] == found.words.index("Mara")
    if found.deps[found.words.index("Mara")] == "appos":  # the post is the head, the name its apposition
        assert found.heads[found.words.index("Mara")] == head
    if "Norway" in found.words:
        place = found.words.index("Norway")
        assert found.deps[place].startswith("nmod")
        assert found.tags[found.heads[place]] == "NN"  # the post's


def test_a_sentence_without_a_person_is_left_out() -> None:
    rained = sentence("It/PRP/nsubj/1 rained/VBD/ROOT/1 ././punct/1")
    assert list(named([rained], CAST, random.Random(1))) == []
