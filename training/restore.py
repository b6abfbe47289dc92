"""From an exported network back to weights to train on from: checkpoints are not kept, what the product runs is."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

_ROOT = "network."  # of the names that torch gives the weights in the graph


def weights_of(path: Path) -> dict[str, Tensor]:
    """The weights of a checkpoint, averaged over its last steps, or of an exported ``network.onnx``."""
    if path.suffix == ".onnx":
        return restored(path)
    found: dict[str, Tensor] = torch.load(path, map_location="cpu")["average"]
    return found


def restored(path: Path) -> dict[str, Tensor]:
    """The weights of a ``network.onnx`` as `training.network.Network` holds them, but for what eight bits rounded."""
    graph = onnx.load(path).graph
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {}
    for name, value in values.items():
        if name.endswith(".value"):
            found[name.removesuffix(".value")] = value
        elif name.startswith(_ROOT) and name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            found[stem.removeprefix(_ROOT)] = _exact(values, stem)
        elif name.startswith(_ROOT) and not name.endswith(("_scale", "_zero_point")):
            found[name.removeprefix(_ROOT)] = value
    for node in graph.node:
        # A linear layer's weights are without their name there and turned round; its node tells whose they are.
        stem = node.input[1].removesuffix("_quantized") if node.op_type in ("MatMulInteger", "MatMul") else ""
        if stem.startswith("onnx::"):
            layer = node.name.rpartition("/")[0].removeprefix("/" + _ROOT[:-1] + "/").replace("/", ".")
            layer = re.sub(r"_\d+$", "", layer)  # of a layer's second use
            found[f"{layer}.weight"] = _exact(values, stem).T
    return {name: torch.from_numpy(np.array(value)) for name, value in found.items()}


def _exact(values: dict[str, np.ndarray], stem: str) -> np.ndarray:
    """Weights as numbers of 32 bits, whether or not they were rounded to eight."""
    if stem in values:
        return values[stem]
    scale, zero = values[f"{stem}_scale"], values[f"{stem}_zero_point"]
    return ((values[f"{stem}_quantized"].astype(np.float32) - zero) * scale).astype(np.float32)
