"""The loop of training, on a few sentences and an encoder of one layer; needs torch, which not everybody has."""

from __future__ import annotations

import inspect
import re
import shutil
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install --group training")
transformers = pytest.importorskip("transformers", reason="training needs transformers: pip install --group training")

if TYPE_CHECKING:
    from training.batches import Batch
    from training.documents import Document
    from training.train import Run

ROOT = Path(__file__).parents[2]


def _pretended() -> ModuleType | None:
    spec = spec_from_file_location("pretended", Path(__file__).with_name("pretended.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ImportError:
        return None
    module.registered()
    return module


PRETENDED = _pretended()  # here, since torch counts its devices when it first computes gradients
LABELS = {"tags": ("NN", "NNP", "VBD", "."), "deps": ("ROOT", "nsubj", "punct")}
TEXT = "Anna Moen said the deal is dead . She told Chad that Mali lied ."


def documents() -> dict[str, list[Document]]:
    """A text for each kind of what is known of texts."""
    from training.documents import Attribution, Choice, Document, Saying

    words = TEXT.split()

    def row(**told: int) -> np.ndarray[Any, np.dtype[np.int64]]:
        return np.array([told.get(f"w{i}", 0) for i in range(len(words))])

    tags = ["NNP" if word[0].isupper() else "NN" for word in words]
    tree = {
        "tags": row(w0=1, w1=1, w2=2, w7=3),
        "heads": row(w0=2, w1=2, w2=2, w8=9, w9=9),
        "deps": row(w0=1),
        "starts": row(w0=1, w8=1),
    }
    news = Document(
        words=words,
        labels={"roles": row(w0=1, w1=2, w2=3, w3=5, w4=6, w5=6, w6=6), "names": row(w0=1, w1=2, w10=5, w12=5)},
        attributions=[Attribution([2], [0, 1], [3, 4, 5, 6]), Attribution([9], [], [12, 13])],
        sayings=[Saying([2], [3, 4, 5, 6], 0, None), Saying([9], [12, 13], 1, [12]), Saying([9], [13], 1, [])],
    )
    chains = [[0, 1, 8]]
    choices = [Choice(8, (1, 10), 0), Choice(8, (1, 10), None)]
    return {
        "news": [news],
        "gum": [Document(words=words, tags=tags, labels=tree, clusters=chains)],
        "fiction": [Document(words=words, tags=tags, clusters=chains, mentions=[0, 8])],
        "pronouns": [Document(words=words, tags=tags, choices=choices)],
        "stances": [
            Document(words=words, targets=[(0, 2, 1), (10, 11, 0)]),
            Document(words=words[:7], targets=[(0, 2, 1)]),
        ],
    }


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """An encoder as the base is, but for its one small layer."""
    config = transformers.BertConfig(
        vocab_size=28_055, hidden_size=384, num_hidden_layers=1, num_attention_heads=4, intermediate_size=8
    )
    transformers.BertModel(config).save_pretrained(tmp_path / "base")
    shutil.copy(ROOT / "kg/annotate/weights/tokenizer.json", tmp_path / "base")
    return tmp_path / "base"


@pytest.fixture
def pretended() -> ModuleType:
    """The device that is not there; a torch that can't have one in Python has no test of it."""
    if PRETENDED is None:
        pytest.skip("this torch can't have a device that is written in Python")
    return PRETENDED


def run_of(
    base: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    words: int,
    decay: int,
    device: str = "cpu",
    keep: str = "",
    only: tuple[str, ...] = (),
    **schedule: float,
) -> Run:
    """A run with the configuration that the project has, but for its texts and its length."""
    from training import corpora, train

    monkeypatch.setattr(corpora, "tree_labels", lambda folder: LABELS)
    monkeypatch.setattr(corpora, "training", lambda folder, labels: documents())
    config = tomllib.loads((ROOT / "training/config.toml").read_text()) | {"data": dict.fromkeys(documents(), 1.0)}
    config |= {"device": device, "keep": keep, "only": only}
    config["schedule"] |= {"words": words, "decay": decay, "batch": 10, **schedule}
    out = base.parent / "out"
    out.mkdir(exist_ok=True)
    return train.Run(config, base.parent, base, out)


def test_a_run_that_was_stopped_goes_on_from_its_checkpoint(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_of(base, monkeypatch, words=60, decay=0)
    first.train()
    assert first.read >= 60
    second = run_of(base, monkeypatch, words=60, decay=60, head_rate=1e-5)
    second.resume()
    assert (second.read, second.step) == (first.read, first.step)
    for name, value in first.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name
    for name, value in first.average.items():
        assert torch.equal(value, second.average[name]), name
    assert {group["rate"] for group in second.optimizer.param_groups} == {8e-5, 1e-5, 1e-2}
    second.train()
    assert second.read >= 120
    assert second.optimizer.param_groups[0]["lr"] < 8e-5 / 2


def test_only_some_parts_learn(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = run_of(base, monkeypatch, words=200, decay=0, only=("said", "act", "aim"))
    before = {name: value.clone() for name, value in run.network.state_dict().items()}
    run.train()
    changed = {name for name, value in run.network.state_dict().items() if not torch.equal(value, before[name])}
    assert {name.partition(".")[0] for name in changed} == {"said", "act", "aim"}


def test_a_network_learns_acts_and_scores_all_else_as_another_one(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = run_of(base, monkeypatch, words=30, decay=0)
    other.train()
    (base.parent / "out/checkpoint.pt").rename(base.parent / "other.pt")
    run = run_of(base, monkeypatch, words=400, decay=1, keep=str(base.parent / "other.pt"), head_rate=1e-2)
    assert run.kept is not None
    assert run.network.dropout.share < run.kept.dropout.share
    with torch.no_grad():
        run.network.project.weight.add_(torch.randn_like(run.network.project.weight), alpha=0.1)
    run.config["weights"] |= {"acts": 0.01, "aims": 0.01}
    first = run._learn(run._batch())
    run.train()
    last = [run._learn(run._batch()) for _ in range(3)]
    assert all(set(lost) <= {"kept", "acts", "aims"} for lost in (first, *last))
    assert max(lost["kept"] for lost in last) < 0.7 * first["kept"]
    for name in ("name_steps", "role_steps", "nearness"):
        assert torch.equal(getattr(run.network, name), getattr(run.kept, name)), name
    kept = torch.load(base.parent / "other.pt")["average"]
    for name, value in run.kept.state_dict().items():
        assert torch.equal(value, kept[name]), name


def test_products_in_sixteen_bits_find_nearly_the_same(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for half in (False, True):
        run = run_of(base, monkeypatch, words=1000, decay=0, bfloat16=half)
        run.network.eval()  # nothing is left out by chance
        dtypes: set[torch.dtype] = set()
        product = run.network.encoder.encoder.layer[0].intermediate.dense
        product.register_forward_hook(lambda module, given, made, dtypes=dtypes: dtypes.add(made.dtype))
        found.append([run._learn(run._batch()) for _ in range(3)])
        assert dtypes == {torch.bfloat16 if half else torch.float32}
        assert all(value.dtype == torch.float32 for value in run.network.parameters())
    for exact, near in zip(*found, strict=True):
        assert near == pytest.approx(exact, rel=0.03)
        assert near != exact


def test_what_follows_a_stop_is_what_would_have_followed_without_it(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run_of(base, monkeypatch, words=1000, decay=1000)
    first.network.train()
    for _ in range(7):
        first._learn(first._batch())
    first.save()
    second = run_of(base, monkeypatch, words=1000, decay=1000)
    second.network.train()
    second.resume()
    assert {kind: len(left) for kind, left in second.queues.items()} == {
        kind: len(left) for kind, left in first.queues.items()
    }
    state = torch.get_rng_state()
    expected = [first._learn(first._batch()) for _ in range(9)]
    torch.set_rng_state(state)
    assert [second._learn(second._batch()) for _ in range(9)] == expected
    for name, value in first.network.state_dict().items():
        assert torch.equal(value, second.network.state_dict()[name]), name


def test_every_head_learns_and_nothing_is_left_on_the_processor(
    base: Path, monkeypatch: pytest.MonkeyPatch, pretended: ModuleType
) -> None:
    """As on a GPU: it takes no operation of tensors of two devices."""
    device = pretended.registered()
    learned: dict[str, float] = {}
    with pretended.Pretended():
        run = run_of(base, monkeypatch, words=150, decay=150, device=device)
        learn = run._learn

        def noted(batch: Batch) -> dict[str, float]:
            found = learn(batch)
            learned.update(found)
            return found

        monkeypatch.setattr(run, "_learn", noted)
        monkeypatch.setattr(run, "save", lambda: None)  # what is on no real device can't be written
        run.train()
        assert {str(value.device) for value in run.average.values()} == {device}
    assert set(learned) == set(run.config["weights"]) - {"kept"}
    assert all(np.isfinite(list(learned.values())))


def test_a_device_that_is_not_there_refuses_what_takes_from_two(pretended: ModuleType) -> None:
    device = pretended.registered()
    with pretended.Pretended():
        there, here = torch.ones(2, device=device), torch.ones(2)
        assert str((there * 2).device) == device
        assert float((there * 2).sum()) == 4
        with pytest.raises(RuntimeError, match="two devices"):
            there + here
        with pytest.raises(RuntimeError, match=r"numpy\(\) is not supported"):
            there.numpy()


def test_the_configuration_names_what_there_is_to_read(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from training import corpora, train

    config = tomllib.loads((ROOT / "training/config.toml").read_text())
    source = inspect.getsource(corpora.training)
    assert set(config["data"]) == set(re.findall(r'^        "(\w+)": ', source, re.M))
    monkeypatch.setattr(corpora, "tree_labels", lambda folder: LABELS)
    monkeypatch.setattr(corpora, "training", lambda folder, labels: documents())
    with pytest.raises(SystemExit, match="no texts of own, reports, acts, ewt"):
        train.Run(config, base.parent, base, base.parent)
