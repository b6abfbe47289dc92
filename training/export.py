"""Writes a checkpoint as the product runs it: ``python -m training.export CHECKPOINT BASE OUT``.

OUT gets ``network.onnx`` (8-bit weights) and ``tokenizer.json``; with ``--fp32`` the weights stay as they are trained,
to measure what the eight bits cost. The file also holds the labels and what is computed outside the graph: how an arc
is labelled, the steps of the label sequences, and how near an antecedent stands.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.annotate.known import FEATURES
from kg.annotate.mentions import TRAITS
from kg.annotate.pairs import PAIR
from training.network import Network, Scores
from training.vocabulary import pruned

INPUTS = ("ids", "shapes", "first")
OUTPUTS = tuple(Scores.__dataclass_fields__)
CONSTANTS = (
    "label.weight", "label.bias", "name_steps", "role_steps", "nearness",
    "act.weight", "act.bias", "aim.weight", "aim.bias",
)  # fmt: skip
OPSET = 17


class _OneText(nn.Module):
    """The network for one text without padding: what is [texts, ...] there is without its first dimension here."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(ids[None], shapes[None], None, first[None])
        return tuple(getattr(scores, name)[0] for name in OUTPUTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fp32", action="store_true")
    given = parser.parse_args()
    export(given.checkpoint, given.base, given.out, fp32=given.fp32)


def export(checkpoint: Path, base: Path, out: Path, *, fp32: bool = False) -> None:
    """Write ``network.onnx`` and ``tokenizer.json`` into a folder.

    Args:
        checkpoint: of `training.train` or `training.mean`.
        base: folder of the model that the encoder began from.
        out: where to; made where it is not there.
        fp32: leave the weights as they are trained.
    """
    state = torch.load(checkpoint, map_location="cpu")
    tokenizer, pieces = pruned(base / "tokenizer.json")
    counts = {task: len(labels) for task, labels in state["labels"].items()}
    network = Network(base, pieces, counts, attention="eager")
    network.load_state_dict(state["average"])
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "network.onnx"
        _write_graph(network, whole)
        _share_weights(whole)
        chosen = whole
        if not fp32:
            chosen = Path(folder) / "network.int8.onnx"
            quantize_dynamic(whole, chosen, weight_type=QuantType.QInt8, per_channel=True)
        model = onnx.load(chosen)
    make_unsigned(model)
    add_constants(model, {name: network.state_dict()[name] for name in CONSTANTS} | unseen() | unknown(counts["names"]))
    helper.set_model_props(model, {"labels": json.dumps(state["labels"]), "words": str(state.get("read", 0))})
    onnx.save(model, out / "network.onnx")
    print(out / "network.onnx", (out / "network.onnx").stat().st_size, "bytes")


def make_unsigned(model: onnx.ModelProto) -> None:
    """Stores the weights of products as unsigned numbers, 128 higher, which stand for the same.

    Where a processor has no VNNI, onnxruntime adds products of unsigned and signed bytes in 16 bits, which overflow:
    names on CrossNER lost 0.7 by that, and an article got other findings than on a processor with VNNI. Of two unsigned
    bytes it adds them in 32 bits, which is a tenth slower there.
    """
    constants = {constant.name: constant for constant in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type != "MatMulInteger":
            continue
        for name in (node.input[1], node.input[3]):  # the weights, and the number that stands for zero
            values = numpy_helper.to_array(constants[name])
            if values.dtype == np.int8:
                shifted = (values.astype(np.int16) + 128).astype(np.uint8)
                constants[name].CopyFrom(numpy_helper.from_array(shifted, name))


def unseen() -> dict[str, Tensor]:
    """What is seen of mentions weighs nothing until `training.mentions` has fitted it."""
    found = {"hidden": (PAIR + 2 * TRAITS + 1, 1), "out": (1,), "none": (TRAITS + 1,)}
    zeros = {f"mentions.{name}": torch.zeros(size) for name, size in found.items()}
    return zeros | {"mentions.network": torch.ones(1)}


def unknown(names: int) -> dict[str, Tensor]:
    """What the gazetteer knows weighs nothing until `training.known` has fitted it."""
    return {"known": torch.zeros(FEATURES, names)}


def exchange(path: Path, prefix: str, constants: dict[str, Tensor]) -> None:
    """Put constants in the place of those whose names begin so; the file is whole at any moment."""
    model = onnx.load(path)
    for values in (model.graph.initializer, model.graph.output):
        kept = [one for one in values if not one.name.startswith(prefix)]
        del values[:]
        values.extend(kept)
    nodes = [node for node in model.graph.node if not node.output[0].startswith(prefix)]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    add_constants(model, constants)
    onnx.save(model, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _write_graph(network: Network, path: Path) -> None:
    pieces, words = 24, 16
    example = (
        torch.randint(1000, 20000, (pieces,)),
        torch.zeros(pieces, dtype=torch.long),
        torch.arange(1, words + 1),
    )
    axes = {"ids": {0: "pieces"}, "shapes": {0: "pieces"}, "first": {0: "words"}} | {
        name: {0: "words"} for name in OUTPUTS
    }
    axes["arcs"] = {0: "words", 1: "words"}
    torch.onnx.export(
        _OneText(network),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def _share_weights(path: Path) -> None:
    """Has both places that use the same weights name them: torch gives one a copy, which would not be rounded."""
    model = onnx.load(path)
    weights = {constant.name for constant in model.graph.initializer}
    copies = {
        node.output[0]: node.input[0]
        for node in model.graph.node
        if node.op_type == "Identity" and node.input[0] in weights
    }
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = copies.get(name, name)
    kept = [node for node in model.graph.node if not (node.op_type == "Identity" and node.output[0] in copies)]
    del model.graph.node[:]
    model.graph.node.extend(kept)
    onnx.save(model, path)


def add_constants(model: onnx.ModelProto, constants: dict[str, Tensor]) -> None:
    """Outputs that need no input."""
    for name, value in constants.items():
        model.graph.initializer.append(numpy_helper.from_array(value.numpy(), f"{name}.value"))
        model.graph.node.append(helper.make_node("Identity", [f"{name}.value"], [name]))
        model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(value.shape)))


if __name__ == "__main__":
    main()
