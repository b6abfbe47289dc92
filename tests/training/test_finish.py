"""From a checkpoint to the product's files in one go, or not at all; needs torch, which only those who train have."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
transformers = pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")
pytest.importorskip("onnx", reason="onnx comes with the group `training`")

ROOT = Path(__file__).parents[2]
# torch would rather export in a new way.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::torch.jit.TracerWarning")
TREES = {"tags": ("NN", "NNP", "VBD", "."), "deps": ("ROOT", "nsubj", "punct")}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An encoder of one small layer, and a checkpoint beside it."""
    from kg.model import ACTS
    from training.corpora import NAMES, ROLES
    from training.network import Network
    from training.vocabulary import pruned

    folder = tmp_path_factory.mktemp("base")
    config = transformers.BertConfig(
        vocab_size=28_055, hidden_size=384, num_hidden_layers=1, num_attention_heads=4, intermediate_size=8
    )
    transformers.BertModel(config).save_pretrained(folder)
    shutil.copy(ROOT / "kg/annotate/weights/tokenizer.json", folder)
    labels = TREES | {"names": NAMES, "roles": ROLES, "acts": ACTS}
    torch.manual_seed(1)
    network = Network(folder, pruned(folder / "tokenizer.json")[1], {task: len(one) for task, one in labels.items()})
    torch.save({"average": network.state_dict(), "labels": labels, "read": 7}, folder / "checkpoint.pt")
    return folder


def fitting(name: str, value: float) -> Callable[[Path, Path], None]:
    """A fitting that finds this value for all weights."""

    def fit(corpora: Path, export: Path) -> None:
        from training.export import exchange, unknown, unseen

        assert corpora.name == "corpora"
        found = unknown(13) if name == "known" else unseen()
        exchange(export / "network.onnx", name, {key: torch.full_like(one, value) for key, one in found.items()})

    return fit


def broken(corpora: Path, export: Path) -> None:
    """A fitting that fails when it has begun to write."""
    (export / "network.onnx").write_bytes(b"half a file")
    raise OSError(f"{corpora} ends too early")


def test_weights_get_what_was_fitted(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.annotate.network import Network
    from training import finish

    monkeypatch.setattr(finish.mentions, "fit", fitting("mentions.", 0.25))
    monkeypatch.setattr(finish.known, "fit", fitting("known", 0.5))
    finish.finish(tmp_path / "corpora", base / "checkpoint.pt", base, tmp_path / "weights")
    network = Network(1, tmp_path / "weights")
    assert np.unique(network.known).tolist() == [0.5]
    assert np.unique(network.mentions.hidden).tolist() == [0.25]
    assert network.labels.tags == TREES["tags"]
    assert [path.name for path in tmp_path.iterdir()] == ["weights"]
    assert sorted(path.name for path in (tmp_path / "weights").iterdir()) == sorted(finish.FILES)


@pytest.mark.parametrize("failing", ["mentions", "known", "nothing found", "too large"])
def test_a_fitting_that_fails_leaves_the_weights_as_they_were(
    failing: str, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from training import finish

    weights = tmp_path / "weights"
    weights.mkdir()
    for name in finish.FILES:
        (weights / name).write_text(f"the old {name}")
    monkeypatch.setattr(finish.mentions, "fit", fitting("mentions.", 0.25))
    monkeypatch.setattr(finish.known, "fit", fitting("known", 0.0 if failing == "nothing found" else 0.5))
    if failing == "too large":
        monkeypatch.setattr(finish, "MOST_BYTES", 1_000)
    elif failing != "nothing found":
        monkeypatch.setattr(getattr(finish, failing), "fit", broken)
    with pytest.raises((OSError, ValueError), match=r"ends too early|is empty|may have 1000"):
        finish.finish(tmp_path / "corpora", base / "checkpoint.pt", base, weights)
    assert {path.name: path.read_text() for path in weights.iterdir()} == {
        name: f"the old {name}" for name in finish.FILES
    }
    assert [path.name for path in tmp_path.iterdir()] == ["weights"]
