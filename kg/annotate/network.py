"""The network: its weights, its session, and one forward pass."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it brings no types
from numpy.typing import NDArray

from kg.annotate.pieces import Floats, Ints, PieceEncoder, Pieces
from kg.annotate.sayings import SayingWeights
from kg.annotate.scorer import Weights
from kg.annotate.version import WEIGHTS
from kg.annotate.windows import Window


@dataclass(frozen=True, slots=True)
class Labels:
    """What the columns of the scores stand for."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What one forward pass gives for the words of a window; all unnormalised.

    Attributes:
        starts: [words, 2] no sentence starts here, one does.
        tags: [words, tags].
        names: [words, BIO labels].
        roles: [words, BIO labels].
        arcs: [words, words] dependent, head; a root points at itself.
        dependent, head: [words, any] what `Network.dep_scores` takes for the two ends of an arc.
        links: [words, 4 x any] each word as part of a cue that seeks its source, of a source, of a content that seeks
            its cue, of a cue.
        mentions: [words, 2 x any] each word as anaphor, as antecedent.
        stances: [words, 3] negative, neutral, positive, towards what the word names.
        sayings: [words, any] what `kg.annotate.sayings` takes.
    """

    starts: Floats
    tags: Floats
    names: Floats
    roles: Floats
    arcs: Floats
    dependent: Floats
    head: Floats
    links: Floats
    mentions: Floats
    stances: Floats
    sayings: Floats


_OUTPUTS = [field.name for field in fields(Scores)]
_CONSTANTS = ["label.weight", "label.bias", "name_steps", "role_steps", "nearness", "known"]
_MENTIONS = [f"mentions.{field.name}" for field in fields(Weights)]
_SAYINGS = ["act.weight", "act.bias", "aim.weight", "aim.bias"]


class Network:
    """A MiniLM encoder (6 layers, width 384) with nine heads, int8, under onnxruntime.

    Args:
        threads: for one forward pass. One is best where several processes share the cores.
        weights: folder with ``network.onnx`` and ``tokenizer.json``.

    Attributes:
        name_steps, role_steps: [label, next label] what a step between labels scores; row 0 also stands for what is
            before a text.
        nearness: [distance, 5] what an antecedent scores by its distance, and by how it is the same.
        mentions: what weighs that is seen of pairs of mentions.
        sayings: how acts and aims are read from words.
        known: [`kg.annotate.known.FEATURES`, BIO labels] what the gazetteer adds to the scores of
            names that it knows.
    """

    def __init__(self, threads: int = 1, weights: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Threads that wait in a loop take the cores from other processes.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Every window has another length: memory planned for one shape is of no use for the next.
        options.enable_mem_pattern = False
        self.session = onnxruntime.InferenceSession(
            str(weights / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )
        names = json.loads(self.session.get_modelmeta().custom_metadata_map["labels"])
        self.labels = Labels(**{name: tuple(values) for name, values in names.items()})
        self.encode = PieceEncoder(weights / "tokenizer.json")
        nothing = dict.fromkeys(("ids", "shapes", "first"), np.zeros(1, np.int64))
        constants: list[Floats] = self.session.run(_CONSTANTS, nothing)
        weight, self._dep_bias, self.name_steps, self.role_steps, self.nearness, self.known = constants
        self.mentions = Weights(*self.session.run(_MENTIONS, nothing))
        act, act_bias, aim, aim_bias = self.session.run(_SAYINGS, nothing)
        self.sayings = SayingWeights(act, act_bias, aim, aim_bias, self.labels.acts)
        self._dep_weights = np.split(np.ascontiguousarray(weight.T), 3)

    def feeds(self, pieces: Pieces, begin: int, end: int) -> dict[str, NDArray[np.int64]]:
        """Inputs of the session for the words from `begin` to `end`: one window, without padding.

        Dynamic quantisation takes the scale of an activation over all that is read together; so the scores of a window
        depend on that window alone. It is also as fast as larger batches.
        """
        starts = pieces.starts[begin:end]
        first, last = pieces.starts[begin], pieces.starts[end]
        ids = np.empty(last - first + 2, np.int64)
        ids[0], ids[1:-1], ids[-1] = self.encode.begin, pieces.ids[first:last], self.encode.end
        shapes = np.zeros_like(ids)
        shapes[1:-1] = pieces.case[first:last]
        return {"ids": ids, "shapes": shapes, "first": starts - first + 1}

    def __call__(self, pieces: Pieces, windows: Sequence[Window]) -> list[Scores]:
        """Scores for the words of each window, which must have 510 pieces or fewer."""
        # All inputs first: what is done between two passes finds nothing of its own in the processor's caches.
        feeds = [self.feeds(pieces, window.begin, window.end) for window in windows]
        outputs = [self.session.run(_OUTPUTS, feed) for feed in feeds]
        return [Scores(*each) for each in outputs]

    def dep_scores(self, dependent: Floats, head: Floats) -> Callable[[Ints, Ints], Floats]:
        """What scores the labels, [arcs, deps], of arcs that are given by the indices of their dependents and heads.

        Args:
            dependent: see `Scores`.
            head: see `Scores`.
        """
        both, below, above = self._dep_weights
        of_dependents, of_heads = dependent @ below, head @ above

        def scores(i: Ints, j: Ints) -> Floats:
            return np.asarray((dependent[i] * head[j]) @ both + of_dependents[i] + of_heads[j] + self._dep_bias)

        return scores
