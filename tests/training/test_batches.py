"""Batches: what noise does to windows."""

from __future__ import annotations

import random

import pytest

from kg.annotate.pieces import PARAGRAPH, PieceEncoder
from kg.annotate.version import WEIGHTS
from training.documents import Document

pytest.importorskip("torch", reason="training needs torch: pip install --group training")

WORDS = ["The", "minister", "said", "it", "rained", ".", PARAGRAPH, "It", "did", "."] * 12


def test_noise_hides_up_to_a_fifth_of_the_pieces_and_no_paragraph() -> None:
    from training.batches import collate

    encoder = PieceEncoder(WEIGHTS / "tokenizer.json")
    hidden = encoder(["[MASK]"]).ids[0]
    clean = collate([Document(words=WORDS)], encoder, None).ids[0]
    assert not (clean == hidden).any()
    shares = []
    for seed in range(60):
        noisy = collate([Document(words=WORDS)], encoder, random.Random(seed)).ids[0]
        assert ((noisy == encoder.end) == (clean == encoder.end)).all()
        shares.append(float((noisy == hidden).float().mean()))
    assert sum(share == 0 for share in shares) > 6
    assert 0.1 < max(shares) < 0.3
    assert 0.04 < sum(shares) / len(shares) < 0.1
