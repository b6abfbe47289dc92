"""The word pieces of the base without those that no English news needs."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import torch
from torch import Tensor


def pruned(tokenizer: Path) -> tuple[str, Tensor]:
    """A tokenizer without unused pieces and those of other scripts: 28,055 of 30,522, which saves 0.9 MB of weights.

    Returns:
        The tokenizer as JSON, and the number that each of its pieces had in the base.
    """
    description = json.loads(tokenizer.read_text(encoding="utf-8"))
    pieces: dict[str, int] = description["model"]["vocab"]
    kept = [piece for piece in sorted(pieces, key=lambda piece: pieces[piece]) if _is_needed(piece)]
    numbers = {piece: i for i, piece in enumerate(kept)}
    description["model"]["vocab"] = numbers
    for token in description["added_tokens"]:
        token["id"] = numbers[token["content"]]
    description["truncation"] = description["padding"] = description["post_processor"] = None
    return json.dumps(description, ensure_ascii=False), torch.tensor([pieces[piece] for piece in kept])


def _is_needed(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    return all(
        ord(char) < 128
        or unicodedata.name(char, "").startswith("LATIN")
        or (unicodedata.category(char)[0] in "PSN" and ord(char) < 0x3000)
        for char in piece
    )
