"""The mean of networks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.annotate.version import WEIGHTS

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
pytest.importorskip("onnx", reason="training needs onnx: pip install --group training")


def test_an_export_and_a_checkpoint_have_a_mean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import mean
    from training.restore import restored

    shipped = {name: value for name, value in restored(WEIGHTS / "network.onnx").items() if "mentions." not in name}
    other = {name: value + 1.0 for name, value in shipped.items()} | {
        "encoder.embeddings.position_ids": torch.arange(3)
    }
    torch.save({"average": other, "labels": {"names": ["O"]}, "read": 7}, tmp_path / "other.pt")
    out = tmp_path / "mean.pt"
    arguments = [str(out), str(WEIGHTS / "network.onnx"), "0.75", str(tmp_path / "other.pt"), "0.25"]
    monkeypatch.setattr(sys, "argv", ["mean", *arguments])
    mean.main()
    found = torch.load(out)
    assert (found["labels"], found["read"]) == ({"names": ["O"]}, 7)
    assert set(found["average"]) == set(other)
    for name, value in shipped.items():
        assert torch.allclose(found["average"][name], value + 0.25, atol=1e-5), name


def test_shares_that_do_not_add_up_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from training import mean

    monkeypatch.setattr(sys, "argv", ["mean", str(tmp_path / "out.pt"), "a.pt", "0.5", "b.pt", "0.4"])
    with pytest.raises(SystemExit):
        mean.main()
    assert not (tmp_path / "out.pt").exists()
