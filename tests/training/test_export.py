"""What an exported network computes does not depend on how its bytes are stored."""

from __future__ import annotations

import numpy as np
import onnxruntime
import pytest

onnx = pytest.importorskip("onnx", reason="onnx comes with the group `training`")
pytest.importorskip("torch", reason="torch comes with the group `training`")
pytest.importorskip("transformers", reason="transformers comes with the group `training`")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402  # not everybody has it

from training.export import make_unsigned  # noqa: E402


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
