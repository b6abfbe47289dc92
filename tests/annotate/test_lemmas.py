"""Lemmas and parts of speech."""

from __future__ import annotations

import pytest

from kg.annotate.lemmas import lemma, part_of_speech


@pytest.mark.parametrize(
    ("word", "tag", "dep", "wanted"),
    [
        ("said", "VBD", "ROOT", "say"),
        ("saw", "VBD", "ROOT", "see"),
        ("saw", "NN", "obj", "saw"),
        ("left", "VBD", "ROOT", "leave"),
        ("left", "JJ", "amod", "left"),
        ("leaves", "VBZ", "ROOT", "leave"),
        ("meeting", "NN", "obj", "meeting"),
        ("meeting", "VBG", "ROOT", "meet"),
        ("meetings", "NNS", "obj", "meeting"),
        ("spokesmen", "NNS", "nsubj", "spokesman"),
        ("Talks", "NNS", "nsubj", "talk"),
        ("was", "VBD", "cop", "be"),
        ("has", "VBZ", "aux", "have"),
        ("’s", "VBZ", "cop", "be"),
        ("'s", "POS", "case", "'s"),
        ("'d", "MD", "aux", "would"),
        ("'d", "VBD", "aux", "have"),
        ("wo", "MD", "aux", "will"),
        ("n’t", "RB", "advmod", "not"),
        ("them", "PRP", "obj", "they"),
        ("people", "NNS", "nsubj", "people"),
        ("worse", "JJR", "amod", "bad"),
        ("Minister", "NNP", "nsubj", "minister"),
        ("told", "VBN", "ROOT", "tell"),
        ("lying", "VBG", "ROOT", "lie"),
    ],
)
def test_lemma_by_tag(word: str, tag: str, dep: str, wanted: str) -> None:
    assert lemma(word, tag, dep) == wanted


@pytest.mark.parametrize(
    ("word", "tag", "dep", "wanted"),
    [
        ("was", "VBD", "aux:pass", "AUX"),
        ("was", "VBD", "cop", "AUX"),
        ("said", "VBD", "ROOT", "VERB"),
        ("that", "IN", "mark", "SCONJ"),
        ("in", "IN", "case", "ADP"),
        ("this", "DT", "nsubj", "PRON"),
        ("this", "DT", "det", "DET"),
        ("not", "RB", "advmod", "PART"),
        ("Syria", "NNP", "nsubj", "PROPN"),
        ("”", "''", "punct", "PUNCT"),
    ],
)
def test_part_of_speech_by_tag_and_label(word: str, tag: str, dep: str, wanted: str) -> None:
    assert part_of_speech(word, tag, dep) == wanted
