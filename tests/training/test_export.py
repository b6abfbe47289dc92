"""What an exported network computes does not depend on how its weights are stored."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx", reason="onnx comes with the group `training`")
pytest.importorskip("torch", reason="torch comes with the group `training`")
pytest.importorskip("transformers", reason="transformers comes with the group `training`")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402  # not everybody has it

from training.export import _share_weights, make_unsigned  # noqa: E402


def test_unsigned_weights_give_the_same_products() -> None:
    weights = np.array([[-128, 0, 127], [5, -7, 1]], np.int8)
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["read", "weights", "low", "zero"], ["products"])],
        "products",
        [helper.make_tensor_value_info("read", TensorProto.UINT8, [1, 2])],
        [helper.make_tensor_value_info("products", TensorProto.INT32, [1, 3])],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(np.zeros(3, np.int8), "zero"),
            numpy_helper.from_array(np.array(3, np.uint8), "low"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    make_unsigned(model)
    assert numpy_helper.to_array(model.graph.initializer[0]).dtype == np.uint8
    read = np.array([[10, 4]], np.uint8)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    assert session.run(None, {"read": read})[0].tolist() == ((read.astype(int) - 3) @ weights.astype(int)).tolist()


def test_weights_that_are_used_twice_are_rounded_in_both_places(tmp_path: Path) -> None:
    quantization = pytest.importorskip("onnxruntime.quantization")
    rng = np.random.default_rng(1)
    graph = helper.make_graph(
        [
            helper.make_node("Identity", ["weights"], ["copy"]),
            helper.make_node("MatMul", ["mark", "weights"], ["one"], name="layer"),
            helper.make_node("MatMul", ["words", "copy"], ["other"], name="layer_1"),
            helper.make_node("Concat", ["one", "other"], ["all"], axis=0),
        ],
        "twice",
        [
            helper.make_tensor_value_info("mark", TensorProto.FLOAT, [1, 16]),
            helper.make_tensor_value_info("words", TensorProto.FLOAT, [3, 16]),
        ],
        [helper.make_tensor_value_info("all", TensorProto.FLOAT, [4, 8])],
        [numpy_helper.from_array(rng.normal(size=(16, 8)).astype(np.float32), "weights")],
    )
    path, rounded = tmp_path / "whole.onnx", tmp_path / "rounded.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    read = {name: rng.normal(size=(rows, 16)).astype(np.float32) for name, rows in (("mark", 1), ("words", 3))}
    read["mark"][0, 0] = 300
    exact = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, read)[0]
    _share_weights(path)
    quantization.quantize_dynamic(path, rounded, weight_type=quantization.QuantType.QInt8)
    assert "MatMul" not in {node.op_type for node in onnx.load(rounded).graph.node}
    near = onnxruntime.InferenceSession(str(rounded), providers=["CPUExecutionProvider"]).run(None, read)[0]
    assert np.abs(near - exact)[1:].max() < 0.3, "the mark's large feature does not coarsen the words"
