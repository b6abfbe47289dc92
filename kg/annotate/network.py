"""The network: its weights, its session, and one forward pass."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # it brings no types
from numpy.typing import NDArray

from kg.annotate.pieces import BEGIN, END, PieceEncoder, Pieces
from kg.annotate.version import WEIGHTS

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the columns of the scores stand for."""

    tags: tuple[str, ...]
    deps: tuple[str, ...]
    ner: tuple[str, ...]
    attr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """What one forward pass gives for the words of a window; all unnormalised.

    Attributes:
        starts: [words, 2] no sentence starts here, one does.
        tags: [words, tags].
        arcs: [words, words] dependent, head; a root points at itself.
        labels: [words, deps] for the best-scoring head.
        names: [words, BIO labels].
        roles: [words, BIO labels].
    """

    starts: Floats
    tags: Floats
    arcs: Floats
    labels: Floats
    names: Floats
    roles: Floats


class Network:
    """A MiniLM encoder (6 layers, width 384) with six heads, int8, under onnxruntime.

    Args:
        threads: for one forward pass. One is best where several processes share the cores.
    """

    def __init__(self, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Threads that wait in a loop take the cores from other processes.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # Every window has another length: memory planned for one shape is of no use for the next.
        options.enable_mem_pattern = False
        self.session = onnxruntime.InferenceSession(
            str(WEIGHTS / "encoder.int8.onnx"), options, providers=["CPUExecutionProvider"]
        )
        names = json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))
        self.labels = Labels(**{name: tuple(values) for name, values in names.items()})
        self.encode = PieceEncoder(WEIGHTS / "tokenizer.json")

    def feeds(self, pieces: Pieces, begin: int, end: int) -> dict[str, NDArray[np.generic]]:
        """Inputs of the session for the words from `begin` to `end`: a batch of one window, without padding.

        Dynamic quantisation takes the scale of an activation over the whole batch, padding included; in a batch of one
        the scores of a window depend on that window alone. It is also as fast as larger batches.
        """
        starts = pieces.starts[begin:end]
        first, last = pieces.starts[begin], pieces.starts[end]
        ids = np.empty((1, last - first + 2), np.int64)
        ids[0, 0], ids[0, 1:-1], ids[0, -1] = BEGIN, pieces.ids[first:last], END
        case = np.zeros_like(ids)
        case[0, 1:-1] = pieces.case[first:last]
        return {
            "ids": ids,
            "case": case,
            "mask": np.ones_like(ids),
            "first": (starts - first + 1)[None],
            "wmask": np.ones((1, end - begin), np.bool_),
        }

    def __call__(self, pieces: Pieces, begin: int, end: int) -> Scores:
        """Scores for the words from `begin` to `end`, which must have 510 pieces or fewer."""
        outputs = self.session.run(["ss", "tags", "arcs", "rels", "ner", "attr"], self.feeds(pieces, begin, end))
        return Scores(*(output[0] for output in outputs))
