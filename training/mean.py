"""The mean of the weights of several networks: ``python -m training.mean OUT.pt NETWORK SHARE [NETWORK SHARE ...]``.

Of runs that began from the same weights it is often better than each of them (Wortsman et al. 2022, Model soups). A
network is a checkpoint, whose averaged weights count, or an exported ``network.onnx``; the first checkpoint gives the
labels and what else a checkpoint holds. OUT.pt is for `training.export`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.restore import weights_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("parts", nargs="+", metavar="NETWORK SHARE")
    given = parser.parse_args()
    if len(given.parts) % 2:
        parser.error("give a share after each network")
    paths, shares = [Path(path) for path in given.parts[::2]], [float(share) for share in given.parts[1::2]]
    checkpoint = next((path for path in paths if path.suffix != ".onnx"), None)
    if checkpoint is None or abs(sum(shares) - 1) > 1e-6:
        parser.error("one of the networks must be a checkpoint, and the shares must add up to 1")
    state = torch.load(checkpoint, map_location="cpu")
    average = mean([weights_of(path) for path in paths], shares, like=state["average"])
    torch.save({"average": average, "labels": state["labels"], "read": state["read"]}, given.out)


def mean(networks: list[dict[str, Tensor]], shares: list[float], *, like: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weighted mean of the weights that `like` has; counters, which are no weights, are as there.

    Where some lack a weight, for they are from before its head, it is the mean of those that have it.

    Raises:
        ValueError: no network has a weight.
    """
    return {name: _mean(name, networks, shares) if value.is_floating_point() else value for name, value in like.items()}


def _mean(name: str, networks: list[dict[str, Tensor]], shares: list[float]) -> Tensor:
    having = [(one[name], share) for one, share in zip(networks, shares, strict=True) if name in one]
    if not having:
        raise ValueError(f"no network has {name}")
    return torch.stack([share * value for value, share in having]).sum(0) / sum(share for _, share in having)


if __name__ == "__main__":
    main()
