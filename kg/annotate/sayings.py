"""What is done by saying something, and at whom it is aimed, by the network."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.pieces import Floats
from kg.annotate.sequences import probabilities


@dataclass(frozen=True, slots=True)
class SayingWeights:
    """How acts and aims are read from what the network makes of words.

    Attributes:
        act, act_bias: [acts, width] and [acts].
        aim, aim_bias: [seeking, width] and [seeking].
        acts: which they are.
    """

    act: Floats
    act_bias: Floats
    aim: Floats
    aim_bias: Floats
    acts: tuple[str, ...]


class Sayings:
    """What the network says of the acts in a text.

    Args:
        words: [tokens, 2 x width + 1 + seeking] of each token: as part of a cue, of a content, how much it counts
            there, as a name of whoever an act is aimed at.
        weights: how acts and aims are read from them.
    """

    def __init__(self, words: Floats, weights: SayingWeights) -> None:
        self._words, self._weights = words, weights
        self._known: dict[tuple[tuple[int, ...], tuple[int, ...]], Floats] = {}  # asked for its act and its aims

    def acts(self, cue: Sequence[int], content: Sequence[int]) -> dict[str, float]:
        """How probable each act is, by the indices of the tokens of a cue and its content; neither may be empty."""
        scores = self._weights.act @ self._done(cue, content) + self._weights.act_bias
        return dict(zip(self._weights.acts, probabilities(scores[None])[0].tolist(), strict=True))

    def aims(self, cue: Sequence[int], content: Sequence[int], among: Sequence[Sequence[int]]) -> list[float]:
        """Log-odds, for each of some names given by their tokens, that the act is aimed at it and not at nobody.

        They compare names of one window: what stands far away was not seen with the cue.
        """
        seeking = self._weights.aim @ self._done(cue, content) + self._weights.aim_bias
        named = self._words[:, -len(seeking) :]
        scale = math.sqrt(len(seeking))
        return [float(np.logaddexp.reduce(named[list(name)] @ seeking / scale)) for name in among]

    def _done(self, cue: Sequence[int], content: Sequence[int]) -> Floats:
        key = tuple(cue), tuple(content)
        if key not in self._known:
            self._known[key] = self._read(cue, content)
        return self._known[key]

    def _read(self, cue: Sequence[int], content: Sequence[int]) -> Floats:
        width = self._weights.act.shape[1]
        said = self._words[list(content)]
        counts = probabilities(said[None, :, 2 * width])[0]
        of_cue = self._words[list(cue), :width].mean(0)
        return _gelu(np.asarray(of_cue + counts @ said[:, width : 2 * width], np.float32))


def _gelu(values: Floats) -> Floats:
    """Gaussian error linear units, exactly (Hendrycks and Gimpel 2016)."""
    below = np.array([math.erf(value) for value in (values / math.sqrt(2)).tolist()], np.float32)
    return np.asarray(values * (1 + below) / 2, np.float32)
