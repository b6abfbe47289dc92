"""What is exported can be trained on."""

from __future__ import annotations

import numpy as np
import pytest

from kg.annotate.network import Network
from kg.annotate.version import WEIGHTS

pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("onnx", reason="training needs onnx: pip install --group training")


def test_the_weights_of_the_product_are_found_again() -> None:
    from training.restore import restored

    found = restored(WEIGHTS / "network.onnx")
    network = Network()
    width = found["project.weight"].shape[1]
    assert found["encoder.embeddings.word_embeddings.weight"].shape[1] == width
    assert found["encoder.encoder.layer.5.intermediate.dense.weight"].shape == (4 * width, width)
    assert found["encoder.encoder.layer.5.intermediate.dense.bias"].shape == (4 * width,)
    assert np.array_equal(found["role_steps"].numpy(), network.role_steps)
    # A table of embeddings that was rounded is still one: its rows differ, and none is all nought.
    assert float(found["encoder.embeddings.word_embeddings.weight"].abs().sum(1)[1:].min()) > 0
