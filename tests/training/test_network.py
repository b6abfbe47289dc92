"""What the layers of the network compute; needs torch, which only those who train have."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")


def test_a_rounded_layer_has_256_steps_for_each_text() -> None:
    from training.network import _rounded

    torch.manual_seed(1)
    values = torch.randn(2, 30, 64) * torch.tensor([1.0, 100.0])[:, None, None]
    rounded = _rounded(values)
    for before, after in zip(values, rounded, strict=True):
        step = float(before.max() - before.min()) / 255
        assert float((after - before).abs().max()) <= step / 2 + 1e-5 * step
        assert len(torch.unique(torch.round(after / step))) <= 256


def test_nothing_but_zeros_stays_nothing() -> None:
    from training.network import _rounded

    assert not _rounded(torch.zeros(1, 2, 3)).any()


def test_rounding_lets_the_layer_learn() -> None:
    from training.network import Linear

    torch.manual_seed(1)
    layer = Linear(64, 8)
    values = torch.randn(2, 30, 64, requires_grad=True)
    exact = layer(values)
    layer.rounded = True
    near = layer(values)
    assert 0 < float((near - exact).detach().abs().max()) < 0.05 * float(exact.detach().abs().max())
    near.sum().backward()
    assert values.grad is not None
    assert values.grad.any()
    assert layer.weight.grad is not None
    assert torch.allclose(layer.weight.grad, values.detach().sum((0, 1)).expand(8, -1), rtol=0.1, atol=1.0)


def test_a_rounded_table_has_255_values() -> None:
    from training.network import Embedding

    torch.manual_seed(1)
    table = Embedding(50, 64)
    rows = torch.arange(50)
    exact = table(rows)
    table.rounded = True
    step = float(table.weight.detach().abs().max()) / 127
    near = table(rows)
    assert 0 < float((near - exact).detach().abs().max()) <= step / 2 + 1e-5 * step
    near.sum().backward()
    assert bool((table.weight.grad == 1).all()), "gradients pass as if nothing were rounded"


def test_the_first_mark_does_not_coarsen_the_words() -> None:
    from transformers import BertConfig

    from training.network import Layer, Linear

    torch.manual_seed(1)
    config = BertConfig(hidden_size=64, intermediate_size=256, num_attention_heads=4, attn_implementation="eager")
    layer = Layer(config).eval()
    read = torch.randn(1, 12, 64)
    read[0, 0, 5] = 300
    with torch.no_grad():
        exact = layer.feed_forward_chunk(read)
        for module in layer.modules():
            if isinstance(module, torch.nn.Linear):
                module.__class__ = Linear
                module.rounded = True
        apart = layer.feed_forward_chunk(read)
        together = super(Layer, layer).feed_forward_chunk(read)
    assert exact.shape == read.shape
    near, far = ((found - exact)[0, 1:].abs().max() for found in (apart, together))
    assert 0 < float(near) < float(far) / 10
